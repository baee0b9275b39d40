import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { sealedOutcomes, settled } from './dry-run.ts'
import type { ImportKind } from './import-kind.ts'
import { inLittleMemory } from './import-limits.ts'
import { closeFile, markStep, rememberMapping, takeStep, type Receipt } from './kept-file.ts'
import type { Outcome, Trial } from './outcomes.ts'

/** Runs one step as whoever confirmed. In a request all steps are one transaction; in a job and a command each is its own. */
export type Step = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** `rowDone`: the last row of the file that an earlier run has dealt with. */
export type Writing<Row, Print> = { id: number, publicId: string, trial: Trial<Row, Print>, seal: string, rowDone: number, onProgress?: (rows: number) => void }

/**
 * Writes what was tried, some hundred rows a step, and remembers the columns. Each step marks how far it came together with its rows, so
 * that whatever ends this in the middle loses nothing, and going on doubles nothing. Refuses 'import-not-what-was-tried'. Says whether it
 * came to the end: somebody else may be at it.
 */
export function writeImport<Row, Print>(kind: ImportKind<Row, Print>, writing: Writing<Row, Print>, step: Step): Promise<boolean> {
  return inLittleMemory(() => writeSteps(kind, writing, step))
}

async function writeSteps<Row, Print>(kind: ImportKind<Row, Print>, writing: Writing<Row, Print>, step: Step): Promise<boolean> {
  const { publicId, trial, seal } = writing
  let { rowDone } = writing
  let rows = 0
  for await (const batch of batchesAfter(rowDone, sealedOutcomes(trial, seal))) {
    const last = batch.at(-1)!.row
    const isMine = await step((work) => writeStep(work, kind, { publicId, batch, from: rowDone, to: last }))
    if (!isMine) return false
    rowDone = last
    rows += batch.length
    writing.onProgress?.(rows)
  }
  return step((work) => endWriting(work, kind, writing))
}

const rowsAtOnce = 250

type StepOf<Row> = { publicId: string, batch: Outcome<Row>[], from: number, to: number }

async function writeStep<Row, Print>(work: Work, kind: ImportKind<Row, Print>, { publicId, batch, from, to }: StepOf<Row>): Promise<boolean> {
  const { rowDone, isOver } = await takeStep(work, publicId)
  if (isOver || rowDone !== from) return false
  // Two who import the same rows in two files come one after the other, and the second finds them there.
  await sql`select pg_advisory_xact_lock(hashtext(${`import ${kind.kind}`}))`.execute(work.db)
  const outcomes = settled(batch, await kind.standing(work, publicId, batch))
  const toWrite = outcomes.flatMap(({ becomes, isThere }) => (becomes === null || isThere ? [] : [becomes]))
  if (toWrite.length > 0) await kind.write(work, publicId, toWrite)
  await markStep(work, publicId, { rowDone: to, rows: batch.length, done: receiptOf(outcomes, toWrite.length), waiting: outcomes.filter((outcome) => isWaiting(kind, outcome)).length })
  return true
}

/** Left out for one reason only, which time can mend: somebody it names is not known yet. */
function isWaiting<Row, Print>({ waits }: ImportKind<Row, Print>, { is, faults }: Outcome<Row>): boolean {
  return waits !== undefined && is === 'bad' && faults.length > 0 && faults.every(({ wrong }) => wrong === waits)
}

function receiptOf<Row>(outcomes: Outcome<Row>[], written: number): Receipt {
  const thereBefore = outcomes.filter(({ isThere }) => isThere).length
  return { written, thereBefore, leftOut: outcomes.length - written - thereBefore }
}

async function endWriting<Row, Print>(work: Work, kind: ImportKind<Row, Print>, { id, publicId, trial: { survey, terms } }: Writing<Row, Print>): Promise<boolean> {
  if ((await takeStep(work, publicId)).isOver) return false
  await rememberMapping(work, kind.kind, survey, terms.mapping)
  await closeFile(work, id)
  return true
}

async function* batchesAfter<Row>(rowDone: number, outcomes: AsyncGenerator<Outcome<Row>>): AsyncGenerator<Outcome<Row>[]> {
  let batch: Outcome<Row>[] = []
  for await (const outcome of outcomes) {
    if (outcome.row <= rowDone) continue
    batch.push(outcome)
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

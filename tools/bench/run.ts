// How fast the service is, beside the bare limit on the same machine at the same time: `npm run bench`. What the figures mean stands in docs/operations.md.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { fill } from './fill.ts'
import { exponentOf, figuresOf, ratioOf, type Figures } from './figures.ts'
import { closeAll, slice, type Slice } from './load.ts'
import { operationsFor, type Measured } from './operations.ts'
import { atRest } from './at-rest.ts'
import { signInAll, type Worker } from './people.ts'
import type { Size } from './place.ts'
import { folderFor, found, peakMemory, startLimit, startWaymark } from './service.ts'

const { values: given } = parseArgs({ options: {
  people: { type: 'string', default: '20000' }, seed: { type: 'string', default: '20261123' }, at: { type: 'string', default: '1,8,32' }, rounds: { type: 'string', default: '3' },
  slice: { type: 'string', default: '700' }, warm: { type: 'string', default: '3000' }, only: { type: 'string' }, profile: { type: 'string' },
} })

type Row = { operation: string, atOnce: number, ours: Figures, limit: Figures, ratio: number, aim: number, load: number }

const people = Number(given.people)
const size: Size = { people, staff: Math.max(15, Math.round(people * 300 / 20_000 / 15) * 15), seed: Number(given.seed) }
const dataDir = folderFor(size)
const port = 21_000 + process.pid % 9_000
const tell = (sentence: string) => { process.stdout.write(`${sentence}\n`) }

await found(dataDir, port)
let waymark = await startWaymark(dataDir, port, given.profile)
try {
  const { seconds, differing } = await fill(dataDir, size)
  tell(seconds === undefined ? `${people} people stand from an earlier run: ${dataDir}` : `${people} people, ${size.staff} colleagues, filled in ${seconds.toFixed(0)} s: ${dataDir}`)
  tell(`counts by month: ${differing === 0 ? 'as the live question finds them' : `${differing} DIFFER from the live question`}`)
  await waymark.stop()
  waymark = await startWaymark(dataDir, port, given.profile)
  tell(`counted what is counted at the start within ${(await atRest(dataDir)).toFixed(0)} s; nothing is measured meanwhile`)
  tell('a stand-in: there is no room for assessments yet, so three fillings of an invented questionnaire of 22 items, with their answers, stand in measures for three assessments of 22 items')
  const workers = await signInAll(dataDir, port)
  const limit = await startLimit(dataDir, port + 1, workers.map((one): [string, object] => [one.cookie, { id: one.id, name: one.name, shape: one.shape, roles: [one.role] }]))
  try {
    finish(await measureAll(workers))
  } finally {
    await limit.stop()
  }
} finally {
  closeAll()
  await waymark.stop()
}

async function measureAll(workers: readonly Worker[]): Promise<Row[]> {
  const rows: Row[] = []
  const wanted = given.only?.split(',')
  for (const measured of operationsFor(workers).filter(({ operation }) => !wanted || wanted.includes(operation))) {
    for (const atOnce of given.at.split(',').map(Number)) {
      const row = await measure(measured, atOnce)
      rows.push(row)
      tell(rowSaid(row))
    }
  }
  return rows
}

/** Short slices by turns, so that both see the same machine. First each is asked until it runs as on any day: every connection has planned what it is asked, and the engine has translated what is run often. */
async function measure({ operation, aim, ours, limit }: Measured, atOnce: number): Promise<Row> {
  const bounds = { atOnce, milliseconds: Number(given.slice), most: 20_000 }
  for (const [place, next] of [[port, ours], [port + 1, limit]] as const) await slice(place, next, { ...bounds, milliseconds: Number(given.warm) })
  const found: { ours: Slice[], limit: Slice[] } = { ours: [], limit: [] }
  for (let round = 0; round < Number(given.rounds); round += 1) {
    found.ours.push(await slice(port, ours, bounds))
    found.limit.push(await slice(port + 1, limit, bounds))
  }
  for (const one of [...found.ours, ...found.limit]) if (one.firstFailure) tell(`${operation}: ${one.failed} failed, the first with ${one.firstFailure}`)
  return { operation, atOnce, ours: figuresOf(found.ours), limit: figuresOf(found.limit), ratio: ratioOf(found.ours, found.limit), aim, load: loadavg()[0]! }
}

function rowSaid({ operation, atOnce, ours, limit, ratio, aim, load }: Row): string {
  const said = ({ perSecond, median, p95 }: Figures) => `${perSecond.toFixed(0).padStart(5)}/s ${median.toFixed(1).padStart(6)} ms ${p95.toFixed(1).padStart(6)} ms`
  return `${operation.padEnd(9)} ${String(atOnce).padStart(2)} at once   ours ${said(ours)}   limit ${said(limit)}   ratio ${ratio.toFixed(2)}${atOnce === 8 ? (ratio >= aim ? ` (aim ${aim}: reached)` : ` (aim ${aim}: NOT reached)`) : ''}   load ${load.toFixed(1)}`
}

function finish(rows: readonly Row[]): void {
  const memory = peakMemory(waymark)
  tell(`start ${waymark.startedIn} ms, peak memory of the application ${memory ?? '?'} MB (aim: under 250)`)
  const results = { people, at: new Date().toISOString(), startedIn: waymark.startedIn, memory, rows }
  const folder = dirname(dataDir)
  mkdirSync(folder, { recursive: true })
  const before = readdirSync(folder).filter((name) => /^results-\d+\.json$/.test(name) && name !== `results-${people}.json`).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as typeof results)
  for (const other of before) tellGrowth(other, results)
  writeFileSync(join(folder, `results-${people}.json`), JSON.stringify(results, null, 2))
  tell(`also in ${join(folder, `results-${people}.json`)}`)
}

type Results = { people: number, rows: readonly Row[] }

/** Beside the last run of another size: by which power the time of one request grows with the people. */
function tellGrowth(other: Results, now: Results): void {
  for (const row of now.rows.filter(({ atOnce }) => atOnce === 8)) {
    const beside = other.rows.find((one) => one.operation === row.operation && one.atOnce === 8)
    if (!beside) continue
    const exponent = exponentOf({ size: other.people, takes: beside.ours.median }, { size: now.people, takes: row.ours.median })
    tell(`${row.operation.padEnd(9)} ${other.people} to ${now.people} people: ${beside.ours.median.toFixed(1)} to ${row.ours.median.toFixed(1)} ms, exponent ${exponent.toFixed(2)} (aim ${row.operation === 'register' ? 0.5 : 0.15})`)
  }
}

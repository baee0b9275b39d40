import type { Command } from 'commander'
import { colleagueNamed } from '../../accounts/index.ts'
import { fileAt, type ImportFile } from '../../platform/import/import-file.ts'
import type { ImportKind } from '../../platform/import/import-kind.ts'
import { announceFile, beginWriting, keptFile } from '../../platform/import/kept-file.ts'
import { surveyFile, type Survey } from '../../platform/import/survey.ts'
import { suggestedFor, trialOf, tryImport, type Suggested } from '../../platform/import/try-import.ts'
import { writeImport } from '../../platform/import/write-import.ts'
import { inWork, type House } from '../../platform/open-work.ts'
import type { Actor, Operation, Work } from '../../platform/work.ts'
import { offer } from '../../programmes/index.ts'
import { readDefinitions } from '../definitions.ts'
import { atTheShell } from '../from-the-shell.ts'
import { importKinds } from '../imports/import-kinds.ts'
import type { Surroundings } from '../reach.ts'
import { withHouse } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { answered, linesOf, meaningsOf, totalsOf } from './import-said.ts'
import { kindOf } from './kind-of-file.ts'
import { progressLine } from './progress-line.ts'
import { t } from './words.ts'

type Options = { as: string, of?: string, unit?: string, match?: string[], column?: string[], confirm?: true }

export function addImport(program: Command, around: Around, tell: Tell): void {
  program.command('import').description(t('commands.import')).argument('<file>', t('commands.import.file'))
    .requiredOption('--as <name>', t('commands.import.as')).option('--of <kind>', t('commands.import.of', { kinds: importKinds.map(({ kind }) => kind).join(', ') }))
    .option('--column <heading=field...>', t('commands.import.column')).option('--match <word=meaning...>', t('commands.import.match')).option('--unit <unit>', t('commands.import.unit')).option('--confirm', t('commands.import.confirm'))
    .action(withSettings(around, tell, importFile))
}

async function importFile(surroundings: Surroundings, path: string, options: Options): Promise<number> {
  const { log, settings, projectDir } = surroundings
  const file = await openFile(path)
  offer(await readDefinitions({ ...settings, projectDir }))
  return withHouse(surroundings, async (house) => {
    const actor = await coordinatorNamed(house, options.as)
    const survey = await surveyFile(file)
    const kind = await asColleague(house, actor, { does: 'consult', shows: 'nothing' }, (work) => kindOf(work, survey, options.of))
    const sent = await onItsWay(house, actor, kind, { file, survey })
    const suggested = await asColleague(house, actor, { does: 'consult', shows: kind.record }, async (work) => answered(kind, await suggestedFor(work, kind, survey), survey, options))
    const progress = progressLine(survey.rows)
    const tried = await asColleague(house, actor, { does: 'consult', shows: kind.record }, (work) => tryImport(work, kind, sent, { ...suggested, onProgress: ({ rows }) => progress.show(t('commands.import.reading'), rows) }))
    progress.clear()
    for (const line of [...meaningsOf(kind, suggested, survey), ...linesOf(tried)]) log.warn(line)
    log.info(totalsOf(tried))
    if (!options.confirm) return said(log.info, t('commands.import.nothing-written'))
    const { written, thereBefore, leftOut } = await write(house, actor, kind, { ...sent, suggested, seal: tried.seal })
    return said(log.info, t('commands.import.done', { written, there: thereBefore, left: leftOut }))
  })
}

async function openFile(path: string): Promise<ImportFile> {
  return fileAt(path).catch((fault: unknown) => { throw new Error(t('commands.import.no-file', { file: path, reason: fault instanceof Error ? fault.message : String(fault) }), { cause: fault }) })
}

type Sent = { id: number, publicId: string, file: ImportFile, survey: Survey }

/** Only its survey is kept, for a day: what stands already is told about a file on its way in, and about no other. */
async function onItsWay(house: House, actor: Actor, kind: ImportKind, { file, survey }: Pick<Sent, 'file' | 'survey'>): Promise<Sent> {
  const announced = await asColleague(house, actor, { does: 'collect', shows: kind.record }, async (work) => {
    await kind.mustImport(work)
    return announceFile(work, kind.kind, file.name, survey)
  })
  return { ...announced, file, survey }
}

/** Each step is a work of its own, so that a command ended in the middle loses nothing; the same command again goes on where rows are missing. */
async function write(house: House, actor: Actor, kind: ImportKind, { id, publicId, file, survey, suggested: { importer, mapping }, seal }: Sent & { suggested: Suggested<unknown, unknown>, seal: string }) {
  const step = <T>(run: (work: Work) => Promise<T>) => asColleague(house, actor, { does: 'collect', shows: kind.record }, run)
  const trial = await step(async (work) => {
    await beginWriting(work, id, { mapping, seal })
    return trialOf(work, importer, { file, survey, mapping, on: work.today })
  })
  const progress = progressLine(survey.rows)
  await writeImport(kind, { id, publicId, trial, seal, rowDone: 0, onProgress: (rows) => progress.show(t('commands.import.writing'), rows) }, step)
  progress.clear()
  return (await step((work) => keptFile(work, kind.kind, publicId))).receipt ?? { written: 0, leftOut: 0, thereBefore: 0 }
}

/** Their own rights and no more: the policies see a colleague at work, and the log says through which command. */
async function coordinatorNamed(house: House, username: string): Promise<Actor> {
  const { colleague_id: id, name, roles, language } = await atTheShell(house, 'waymark import', 'consult', (work) => colleagueNamed(work, username))
  return { kind: 'colleague', id, name, roles, language, shape: 'casework' }
}

function asColleague<T>(house: House, actor: Actor, doing: { does: Operation, shows: string }, run: (work: Work) => Promise<T>): Promise<T> {
  return inWork(house, { actor, ...doing, purpose: 'casework', door: 'waymark import' }, run)
}

function said(info: (sentence: string) => void, words: string): number {
  info(words)
  return 0
}

import type { Command } from 'commander'
import { colleagueNamed } from '../../accounts/index.ts'
import { sayFault } from '../../platform/import/fault.ts'
import { fileAt, type ImportFile } from '../../platform/import/import-file.ts'
import { inWork, type House } from '../../platform/open-work.ts'
import type { Actor, Operation, Work } from '../../platform/work.ts'
import { sentence } from '../../platform/words/index.ts'
import { offer } from '../../programmes/index.ts'
import { confirmReferralImport, tryReferralImport, type TriedImport } from '../../referrals/index.ts'
import { readDefinitions } from '../definitions.ts'
import { atTheShell } from '../from-the-shell.ts'
import type { Surroundings } from '../reach.ts'
import { withHouse } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

type Options = { as: string, unit?: string, confirm?: true }

export function addImport(program: Command, around: Around, tell: Tell): void {
  program.command('import').description(t('commands.import')).argument('<file>', t('commands.import.file'))
    .requiredOption('--as <name>', t('commands.import.as')).option('--unit <unit>', t('commands.import.unit')).option('--confirm', t('commands.import.confirm'))
    .action(withSettings(around, tell, importFile))
}

async function importFile(surroundings: Surroundings, path: string, { as, unit, confirm }: Options): Promise<number> {
  const { log, settings, projectDir } = surroundings
  const file = await openFile(path)
  offer(await readDefinitions({ ...settings, projectDir }))
  return withHouse(surroundings, async (house) => {
    const actor = await coordinatorNamed(house, as)
    const tried = await asColleague(house, actor, 'consult', (work) => tryReferralImport(work, file, { unit }))
    for (const line of linesOf(tried)) log.warn(line)
    log.info(totalsOf(tried))
    if (!confirm) return said(log.info, t('commands.import.nothing-written'))
    const { written, thereBefore, leftOut } = await asColleague(house, actor, 'collect', (work) =>
      confirmReferralImport(work, file, { unit, mapping: tried.mapping, seal: tried.seal }))
    return said(log.info, t('commands.import.done', { written, there: thereBefore, left: leftOut }))
  })
}

async function openFile(path: string): Promise<ImportFile> {
  return fileAt(path).catch((fault: unknown) => { throw new Error(t('commands.import.no-file', { file: path, reason: fault instanceof Error ? fault.message : String(fault) }), { cause: fault }) })
}

/** Their own rights and no more: the policies see a colleague at work, and the log says through which command. */
async function coordinatorNamed(house: House, username: string): Promise<Actor> {
  const { colleague_id: id, name, roles, language } = await atTheShell(house, 'waymark import', 'consult', (work) => colleagueNamed(work, username))
  return { kind: 'colleague', id, name, roles, language, shape: 'casework' }
}

function asColleague<T>(house: House, actor: Actor, does: Operation, run: (work: Work) => Promise<T>): Promise<T> {
  return inWork(house, { actor, does, shows: 'referral', purpose: 'casework', door: 'waymark import' }, run)
}

function linesOf({ result }: TriedImport): string[] {
  const notes = result.notes.map(({ says, values }) => sentence(says, values))
  const rows = result.attention.flatMap(({ row, faults, cautions }) =>
    [...faults, ...cautions].map((fault) => t('commands.import.row', { row: String(row), column: fault.column, ...sayFault(fault) })))
  return [...notes, ...rows]
}

function totalsOf({ result: { totals } }: TriedImport): string {
  return t('commands.import.tried', { count: totals.rows, good: totals.good, caution: totals.caution, bad: totals.bad, there: totals.there, write: totals.willWrite })
}

function said(info: (sentence: string) => void, words: string): number {
  info(words)
  return 0
}

import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import type * as statistics from '../../../statistics/index.ts'
import type { Around, Tell } from './around.ts'
import { t } from './words.ts'

/** Cases of the library's methods on standard input, their figures on standard output: how an outsider checks our statistics. */
export function addStats(program: Command, { log }: Around, tell: Tell): void {
  program.command('stats').description(t('commands.stats')).action(async () => {
    const cases = casesIn(await text(process.stdin))
    if (typeof cases === 'string') {
      log.warn(cases)
      return tell(2)
    }
    // Loaded here and nowhere else: a start of the service needs none of it.
    const { isWrongInput, runCase } = await import('../../../statistics/index.ts')
    const results: { id: unknown, result: unknown }[] = []
    for (const [place, given] of cases.entries()) results.push({ id: idOf(given) ?? place, result: await figuresOf(given, { runCase, isWrongInput }) })
    process.stdout.write(`${JSON.stringify(results)}\n`)
    tell(0)
  })
}

type Library = Pick<typeof statistics, 'runCase' | 'isWrongInput'>

/** One bad case never stops the others: it says at its place what is wrong with it. */
async function figuresOf(given: unknown, { runCase, isWrongInput }: Library): Promise<unknown> {
  try {
    return await runCase(given as Parameters<Library['runCase']>[0])
  } catch (fault) {
    if (!isWrongInput(fault)) throw fault
    return { status: `not computable: ${fault.message}` }
  }
}

function casesIn(sent: string): unknown[] | string {
  try {
    const read: unknown = JSON.parse(sent)
    return Array.isArray(read) ? read as unknown[] : t('commands.stats.not-a-list')
  } catch (fault) {
    if (fault instanceof SyntaxError) return t('commands.stats.not-json', { reason: fault.message })
    throw fault
  }
}

function idOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
}

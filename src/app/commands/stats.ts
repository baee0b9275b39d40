import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import type * as statistics from '../../../statistics/index.ts'
import type { Around, Tell } from './around.ts'
import { t } from './words.ts'

/** Cases of the library's methods on standard input, their figures on standard output: how an outsider checks our statistics. */
export function addStats(program: Command, { log }: Around, tell: Tell): void {
  program.command('stats').description(t('commands.stats')).action(async () => {
    const answered = await answersTo(await text(process.stdin))
    if ('problem' in answered) {
      log.warn(answered.problem)
      return tell(2)
    }
    process.stdout.write(`${answered.answers}\n`)
    tell(0)
  })
}

/** From what came on standard input to what goes out: the JSON list of answers in the order of the cases, or what is wrong with all of it. */
export async function answersTo(sent: string): Promise<{ answers: string } | { problem: string }> {
  const cases = casesIn(sent)
  if (typeof cases === 'string') return { problem: cases }
  // Loaded here and nowhere else: a start of the service needs none of it.
  const library = await import('../../../statistics/index.ts')
  const results: { id: unknown, result: unknown }[] = []
  for (const [place, given] of cases.entries()) results.push({ id: idOf(given) ?? place, result: await figuresOf(given, library) })
  return { answers: JSON.stringify(results) }
}

type Library = Pick<typeof statistics, 'runCase' | 'isWrongInput' | 'wrongInput'>

/** One bad case never stops the others: it says at its place what is wrong with it, and where. */
async function figuresOf(given: unknown, { runCase, isWrongInput, wrongInput }: Library): Promise<unknown> {
  try {
    if (typeof given !== 'object' || given === null) throw wrongInput('case', 'named fields (id, method, inputs, options) belong here')
    return await runCase({ options: {}, ...given } as Parameters<Library['runCase']>[0])
  } catch (fault) {
    if (!isWrongInput(fault)) throw fault
    return { status: `not computable: ${fault.message}`, error: fault.message }
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

import { askStanding } from '../platform/ask-standing.ts'
import { dayAt } from '../platform/day.ts'
import type { House } from '../platform/open-work.ts'
import { codesOfTheService, say, translationOf } from '../platform/words/index.ts'
import { offeredCatalogue } from '../programmes/index.ts'
import { t } from './serve-words.ts'

export type Check = { ok: boolean, says: string }
export type Readiness = Record<string, Check>

/** What a process is doing beside answering; it tells of itself here while it starts. */
export type Doing = { hash: string, jobs: Check }

/** Below two months ahead somebody must look: the log would go on in its spare part, but nobody should rely on that. */
const fewestMonths = 2

/** Whether people can be sent here. A probe is no work about anybody and leaves no line in the log. */
export async function readinessOf(house: House, doing: Doing): Promise<Readiness> {
  try {
    const { hash, monthsAhead } = await askStanding(house, dayAt(house.clock(), 'UTC'))
    return {
      database: { ok: true, says: t('ready.database') },
      migrations: hash === doing.hash ? { ok: true, says: t('ready.migrations') } : { ok: false, says: t('ready.migrations-differ') },
      log: { ok: monthsAhead >= fewestMonths, says: t('ready.log', { count: monthsAhead }) },
      definitions: definitionsOf(),
      words: wordsOfTheService(),
      jobs: doing.jobs,
    }
  } catch (fault) {
    return { database: { ok: false, says: t('ready.no-database', { reason: fault instanceof Error ? fault.message : String(fault) }) } }
  }
}

/** A sentence of a service's own that cannot be said is named, and said in English meanwhile. */
function wordsOfTheService(): Check {
  const bad = codesOfTheService().flatMap((code) => translationOf(code).findings).map(({ file, key, wrong }) => t(`ready.words.${wrong}`, { file, key }))
  return { ok: true, says: [codesOfTheService().length === 0 ? t('ready.words.none') : t('ready.words', { languages: say.list(codesOfTheService()) }), ...bad].join(' ') }
}

/** A bad definition is named and not offered; it does not close the service. */
function definitionsOf(): Check {
  const { definitions: offered, findings } = offeredCatalogue()
  const bad = findings.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`)
  return { ok: true, says: [t('ready.definitions', { count: offered.size }), ...bad].join(' ') }
}

import type { Work } from '../platform/work.ts'
import { factsSince, lawSince, type NoMore, type Statement } from './disclosure.ts'
import { factsOf } from './shareable-pieces.ts'
import { rulesWritten, stopsOf } from './sharing.queries.ts'
import { meetingsNow } from './sharing.verbs.ts'

/** Why the package that was frozen last can leave no more, as the law is written down and as things are recorded now: asked when it is handed over, and not only when it was made. */
export async function whyNoMore(work: Work, statement: Statement): Promise<NoMore | undefined> {
  const { package: prepared, participantId } = statement
  if (!prepared) return undefined
  const law = await lawNoMore(work, statement)
  if (law) return law
  const [facts, stops, meetings] = [await factsOf(work, participantId), await stopsOf(work, [participantId]), await meetingsNow(work, statement)]
  return factsSince(statement, prepared, { facts, stops: stops.map(({ at }) => at), meetings })
}

/** The same of the law alone, for whoever reads nothing else of the person. */
export async function lawNoMore(work: Work, { kind, package: prepared }: Statement): Promise<NoMore | undefined> {
  const rules = await rulesWritten(work)
  return prepared && lawSince(prepared, rules, rules.find((rule) => rule.kind === kind))
}

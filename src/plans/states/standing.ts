import type { Work } from '../../platform/work.ts'
import type { States } from '../../programmes/index.ts'
import type { statesOf, PlanRow } from '../plans.queries.ts'
import { withEarlierParts } from '../versions/earlier-parts.ts'
import { statesIn } from './states-in.ts'

type StateNoted = Awaited<ReturnType<typeof statesOf>>[number]
export type Standing = { /** Where the person stands; nothing where nobody noted it yet. */ now: StateNoted | undefined, before: StateNoted[], /** What each state is called and works towards. */ states: States['values'] }

/** Where the person stands in the states of the programme, what it was before, and what the states are called: those of an earlier version too, where they stand in the plan. */
export async function standingOf(work: Work, plan: Pick<PlanRow, 'id' | 'programme' | 'version'>, { aims, noted }: { aims: readonly { state: string | null }[], noted: readonly StateNoted[] }): Promise<Standing> {
  const [now, ...before] = noted
  const written = [now, ...before, ...aims].flatMap((one) => one?.state ?? [])
  return { now, before, states: await withEarlierParts(work, plan, { of: (one) => statesIn(one)?.values ?? [], written }) }
}

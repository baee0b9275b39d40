import { addMonths, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** From which day a plan stood in which stage of its programme. */
export type BegunStage = { publicId: string, stage: string, beginsOn: Day }

/**
 * A stage begins today or before, never ahead: what is planned is no stage. Assessment may come before the plan, by a year at most. Going back to an earlier stage is a
 * stage like any other. Refuses 'stage-begins-ahead', 'stage-begins-too-early', 'stage-begins-same-day', 'stage-holds-already'.
 */
export function checkStage(begun: readonly BegunStage[], next: { stage: string, beginsOn: Day }, { today, planBegins }: { today: Day, planBegins: Day }): void {
  if (next.beginsOn > today) throw refuse('stage-begins-ahead')
  if (next.beginsOn < addMonths(planBegins, -12)) throw refuse('stage-begins-too-early')
  if (begun.some(({ beginsOn }) => beginsOn === next.beginsOn)) throw refuse('stage-begins-same-day')
  const beside = [stageOn(begun, next.beginsOn), begun.filter(({ beginsOn }) => beginsOn > next.beginsOn).toSorted(byDay)[0]]
  if (beside.some((one) => one?.stage === next.stage)) throw refuse('stage-holds-already')
}

/** The stage that held on a day: the latest that had begun. Before the first one, none. */
export function stageOn(begun: readonly BegunStage[], on: Day): BegunStage | undefined {
  return begun.filter(({ beginsOn }) => beginsOn <= on).toSorted(byDay).at(-1)
}

function byDay(one: BegunStage, other: BegunStage): number {
  return one.beginsOn < other.beginsOn ? -1 : 1
}

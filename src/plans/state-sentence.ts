import { say } from '../platform/words/index.ts'
import type { Fit, FitChoice } from './feasibility.ts'
import type { Closing, Level } from './goal.ts'
import type { NeedKind } from './plan.ts'
import type { GoalRow, PlanRow } from './plans.queries.ts'
import { t } from './words.ts'

/** How far a plan is, in one plain sentence. */
export function stateSentence(plan: Pick<PlanRow, 'state' | 'begins_on' | 'ended_on' | 'ending'>): string {
  if (plan.state === 'ended') return t('plan.state.ended', { day: say.day(plan.ended_on ?? plan.begins_on), ending: endingWord(plan.ending) })
  return plan.state === 'paused' ? t('plan.state.paused') : t('plan.state.running', { day: say.day(plan.begins_on) })
}

export function endingWord(ending: string | null): string {
  switch (ending) {
    case 'completed': return t('plan.ending.completed')
    case 'commitments consolidated': return t('plan.ending.commitments')
    case 'transferred': return t('plan.ending.transferred')
    case 'own wish': return t('plan.ending.own-wish')
    default: return t('plan.ending.another-route')
  }
}

const levelKeys = ['plan.level.much-less', 'plan.level.less', 'plan.level.expected', 'plan.level.more', 'plan.level.much-more'] as const

export function levelSaid(level: Level): string {
  return t(levelKeys[level + 2] ?? 'plan.level.expected')
}

export function closingSaid(how: Closing): string {
  if (how === 'life changed') return t('plan.closing.life')
  return how === 'replaced' ? t('plan.closing.replaced') : t('plan.closing.period')
}

export function periodSaid({ from_on, until_on }: Pick<GoalRow, 'from_on' | 'until_on'>): string {
  return until_on ? t('plan.period.between', { from: say.day(from_on), until: say.day(until_on) }) : t('plan.period.from', { from: say.day(from_on) })
}

export const needSaid = (kind: string) => t(`plan.need.${kind as NeedKind}`)
export const fitChoiceSaid = (choice: string) => t(`plan.fit.choice.${choice as FitChoice}`)

/** What is left and what is possible, sentence by sentence: numbers in words, no colour and no verdict. */
export function fitSentences(fit: Fit): string[] {
  if (fit.kind === 'no-number') return [t('plan.fit.no-number')]
  const left = leftSaid(fit.left)
  if (fit.kind === 'no-rhythm') return [left, t('plan.fit.no-rhythm')]
  if (fit.kind === 'released') return [left, t('plan.fit.released', { day: say.day(fit.releaseOn) })]
  if (fit.kind === 'no-release') return [left, t('plan.fit.weeks', { count: fit.weeks }), t('plan.fit.no-release')]
  const possible = [left, t('plan.fit.possible', { count: fit.possible }), t('plan.fit.weeks-left', { count: fit.weeksLeft, day: say.day(fit.releaseOn) })]
  return [...possible, t(`plan.fit.${fit.kind}`)]
}

function leftSaid({ least, most }: { least: number, most: number }): string {
  return least === most ? t('plan.fit.left', { count: most }) : t('plan.fit.left-range', { least, most })
}

import type { Day } from '../platform/day.ts'
import { say } from '../platform/words/index.ts'
import { amountInWords, type TimeGiven } from '../programmes/index.ts'
import type { Fit, FitChoice } from './feasibility.ts'
import type { Closing, Level } from './goal.ts'
import type { NeedKind } from './plan.ts'
import type { GoalRow, PlanRow } from './plans.queries.ts'
import { t } from './words.ts'

/** How far a plan is, in one plain sentence. */
export function stateSentence(plan: Pick<PlanRow, 'state' | 'begins_on' | 'ended_on' | 'ending'>, today?: Day): string {
  if (plan.state === 'ended') return t('plan.state.ended', { day: say.day(plan.ended_on ?? plan.begins_on), ending: endingWord(plan.ending) })
  if (plan.state === 'paused') return t('plan.state.paused')
  return t(today !== undefined && plan.begins_on > today ? 'plan.state.begins' : 'plan.state.running', { day: say.day(plan.begins_on) })
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
  if (fit.kind === 'time') return timeSentences(fit)
  const left = leftSaid(fit.left)
  if (fit.kind === 'no-rhythm') return [left, t('plan.fit.no-rhythm')]
  if (fit.kind === 'released') return [left, t('plan.fit.released', { day: say.day(fit.releaseOn) })]
  if (fit.kind === 'no-release') return [left, t('plan.fit.weeks', { count: fit.weeks }), t('plan.fit.no-release')]
  const possible = [left, t('plan.fit.possible', { count: fit.possible }), t('plan.fit.weeks-left', { count: fit.weeksLeft, day: say.day(fit.releaseOn) })]
  if (fit.from) possible.push(t('plan.fit.from', { day: say.day(fit.from) }))
  if (fit.holidays) possible.push(t('plan.fit.holidays', { count: fit.holidays }))
  if (fit.leastUntil) possible.push(t('plan.fit.least-until', { day: say.day(fit.leastUntil) }))
  return [...possible, t(`plan.fit.${fit.kind}`)]
}

/** For programmes that count no sessions: the hours and the length that the definition gives, against the day of release. */
function timeSentences({ times, leastUntil, releaseOn }: Fit & { kind: 'time' }): string[] {
  const until = leastUntil === undefined ? [] : [t('plan.fit.least-until', { day: say.day(leastUntil) })]
  const release = releaseOn === null ? t('plan.fit.no-release') : leastUntil === undefined ? t('plan.fit.release-on', { day: say.day(releaseOn) })
    : t(leastUntil > releaseOn ? 'plan.fit.time.late' : 'plan.fit.time.fits', { day: say.day(releaseOn) })
  return [t('plan.fit.time.no-count'), ...times.map(timeSaid), ...until, release]
}

function timeSaid({ hours, weeks, months }: TimeGiven): string {
  const lasts = weeks === undefined ? months && amountInWords(months, 'months') : amountInWords(weeks, 'weeks')
  if (hours === undefined) return t('plan.fit.time.lasts', { lasts: lasts ?? '' })
  const given = amountInWords(hours, 'hours')
  return lasts === undefined ? t('plan.fit.time.hours', { hours: given }) : t('plan.fit.time.both', { hours: given, lasts })
}

function leftSaid({ least, most }: { least: number, most: number }): string {
  return least === most ? t('plan.fit.left', { count: most }) : t('plan.fit.left-range', { least, most })
}

import { followed, kaplanMeier, median, quantile } from '../../../statistics/index.ts'
import type { SurvivalCurve, TooFew } from '../../../statistics/index.ts'
import { daysBetween } from '../../platform/day.ts'
import type { PlanRow, ReferralRow, StudyData } from '../study.ts'
import { givenIn, type Given } from './given.ts'

export const answers = ['yes', 'no', 'not-now', 'not-asked'] as const
export const endings = ['completed', 'commitments consolidated', 'transferred', 'own wish', 'another route'] as const
export const completed: readonly string[] = ['completed', 'commitments consolidated']

/** How many people stand where, each counted once, by their latest referral and their latest plan. `declined` by what the person had said; `endings` by the fixed words with which plans end. */
export type Flow = {
  referred: number, declined: Record<(typeof answers)[number], number>, anotherRoute: number, waiting: number
  accepted: number, notBegun: number
  /** Of whom it was asked, rule by rule, whether the programme fits; and of how many somebody went on against an answer. */
  asked: number, despite: number
  begun: number, withoutReferral: number, running: number, paused: number, endings: Record<(typeof endings)[number], number>
}
export type WayThrough = {
  flow: Flow
  /** Weeks from the referral to the beginning of the plan, of everybody who was not declined; who has not begun is followed until the last thing recorded. */
  toStart: SurvivalCurve | TooFew
  /** Weeks from the beginning of a plan to its completion; who ended otherwise, or has not ended, is followed until then. */
  toCompletion: SurvivalCurve | TooFew
  /** Days from referral to the decision, and from referral to the beginning of the plan: the middle one, and between what the middle half lies. */
  waiting: { decision: Waiting, beginning: Waiting }
  dose: Given
}
export type Waiting = { median: number, from: number, to: number, n: number } | { median: null, n: 0 }

/** From referral to an end: counted, never as cause of anything. */
export function wayThrough(data: Pick<StudyData, 'referrals' | 'plans' | 'sessions' | 'asked'>): WayThrough {
  const { referrals, plans, sessions } = data
  return {
    flow: flowOf(data),
    toStart: curve(latestOf(referrals, ({ referred_on: on }) => on).filter(({ state }) => state !== 'declined' && state !== 'another-route').map((one) => untilStart(one, plans))),
    toCompletion: curve(plans.map((plan) => ({ days: daysBetween(plan.begins_on, plan.followed_until), reached: plan.ending !== null && completed.includes(plan.ending) }))),
    waiting: {
      decision: waitingOf(referrals.flatMap((one) => one.decided_on ? [daysBetween(one.referred_on, one.decided_on)] : [])),
      beginning: waitingOf(plans.flatMap((plan) => {
        const asked = referrals.filter((one) => one.person === plan.person && one.referred_on <= plan.begins_on).map((one) => one.referred_on).toSorted().at(-1)
        return asked ? [daysBetween(asked, plan.begins_on)] : []
      })),
    },
    dose: givenIn(sessions),
  }
}

function flowOf({ referrals, plans, asked }: Pick<StudyData, 'referrals' | 'plans' | 'asked'>): Flow {
  const [people, latestPlans] = [latestOf(referrals, ({ referred_on: on }) => on), latestOf(plans, ({ begins_on: on }) => on)]
  const standing = (state: string) => people.filter((one) => one.state === state)
  const begun = new Set(plans.map(({ person }) => person))
  const counted = <Key extends string>(keys: readonly Key[], count: (key: Key) => number) => Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
  return {
    referred: people.length, declined: counted(answers, (answer) => standing('declined').filter((one) => one.answer === answer).length),
    anotherRoute: standing('another-route').length, waiting: standing('waiting').length + standing('received').length,
    accepted: standing('accepted').length, notBegun: standing('accepted').filter(({ person }) => !begun.has(person)).length,
    asked: asked.length, despite: asked.filter(({ despite }) => despite).length,
    begun: begun.size, withoutReferral: latestPlans.filter(({ person }) => !referrals.some((one) => one.person === person)).length,
    running: latestPlans.filter(({ state }) => state === 'running').length, paused: latestPlans.filter(({ state }) => state === 'paused').length,
    endings: counted(endings, (ending) => latestPlans.filter((plan) => plan.ending === ending).length),
  }
}

function untilStart({ person, referred_on: on, followed_until: until }: ReferralRow, plans: readonly PlanRow[]): { days: number, reached: boolean } {
  const begins = plans.filter((plan) => plan.person === person && plan.begins_on >= on).map((plan) => plan.begins_on).toSorted()[0]
  return { days: daysBetween(on, begins ?? until), reached: begins !== undefined }
}

function curve(people: { days: number, reached: boolean }[]): SurvivalCurve | TooFew {
  return kaplanMeier(followed(people.map(({ days }) => Math.max(0, days) / 7), people.map(({ reached }) => reached ? 1 : 0)))
}

/** The latest row of each person: who came twice is one person. */
function latestOf<Row extends { person: string }>(rows: readonly Row[], day: (row: Row) => string): Row[] {
  return [...Map.groupBy(rows, ({ person }) => person).values()].map((own) => own.toSorted((one, other) => day(one) < day(other) ? -1 : 1).at(-1)!)
}

function waitingOf(days: number[]): Waiting {
  return days.length === 0 ? { median: null, n: 0 } : { median: median(days), from: quantile(days, 0.25), to: quantile(days, 0.75), n: days.length }
}

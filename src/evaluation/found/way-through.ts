import { daysBetween } from '../../platform/day.ts'
import { followed, kaplanMeier, median } from '../../../statistics/index.ts'
import type { SurvivalCurve, TooFew } from '../../../statistics/index.ts'
import type { StudyData } from '../study.ts'

/** How many stand where. `endings` are the fixed words with which plans ended. */
export type Flow = {
  referred: number, declined: number, anotherRoute: number, waiting: number, accepted: number
  begun: number, running: number, endings: { ending: string, count: number }[]
}
export type WayThrough = {
  flow: Flow
  /** Weeks from the beginning of a plan to its completion; who ended otherwise, or has not ended, is followed until then. */
  toCompletion: SurvivalCurve | TooFew
  /** Days from referral to the decision, and from referral to the beginning of the plan: the middle one, and of how many. */
  waiting: { decision: Waiting, beginning: Waiting }
  dose: { held: number, missed: { service: number, person: number, neither: number }, people: number }
}
export type Waiting = { median: number | null, n: number }

const completed = ['completed', 'commitments consolidated']

/** From referral to an end: counted, never as cause of anything. */
export function wayThrough(data: StudyData): WayThrough {
  const { referrals, plans, sessions } = data
  const missed = (whose: string) => sessions.filter((session) => session.state === 'missed' && session.whose === whose).length
  const lasting = plans.map((plan) => ({ time: Math.max(0, daysBetween(plan.begins_on, plan.followed_until)) / 7, event: plan.ending !== null && completed.includes(plan.ending) ? 1 : 0 }))
  return {
    flow: flowOf(data),
    toCompletion: kaplanMeier(followed(lasting.map(({ time }) => time), lasting.map(({ event }) => event))),
    waiting: {
      decision: middle(referrals.flatMap((one) => one.decided_on ? [daysBetween(one.referred_on, one.decided_on)] : [])),
      beginning: middle(plans.flatMap((plan) => {
        const asked = referrals.filter((one) => one.person === plan.person && one.referred_on <= plan.begins_on).map((one) => one.referred_on).toSorted().at(-1)
        return asked ? [daysBetween(asked, plan.begins_on)] : []
      })),
    },
    dose: { held: sessions.filter(({ state }) => state === 'held').length, missed: { service: missed('service'), person: missed('person'), neither: missed('neither') }, people: new Set(sessions.map(({ person }) => person)).size },
  }
}

function flowOf({ referrals, plans }: StudyData): Flow {
  const standing = (state: string) => referrals.filter((one) => one.state === state).length
  const ended = Map.groupBy(plans.filter(({ ending }) => ending !== null), ({ ending }) => ending!)
  return {
    referred: referrals.length, declined: standing('declined'), anotherRoute: standing('another-route'), waiting: standing('waiting') + standing('received'), accepted: standing('accepted'),
    begun: plans.length, running: plans.filter(({ ending }) => ending === null).length,
    endings: [...ended].map(([ending, of]) => ({ ending, count: of.length })).toSorted((one, other) => one.ending < other.ending ? -1 : 1),
  }
}

function middle(days: number[]): Waiting {
  return { median: days.length === 0 ? null : median(days), n: days.length }
}

import { say } from '../platform/words/index.ts'
import type { PlanRow } from './plans.queries.ts'
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

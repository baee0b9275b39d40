import { say } from '../platform/words/index.ts'
import type { Day } from '../platform/day.ts'
import { daysLeft, standingOf, type Complaint, type Kind, type Outcome, type Subject } from './complaint.ts'
import { t } from './words.ts'

export function kindSaid(kind: Kind): string {
  return t(`complaint.kind.${kind}`)
}

/** "Objection, about a decision"; of a file the kind says it all. */
export function whatSaid({ kind, subject }: { kind: Kind, subject: Subject }): string {
  return kind === 'file' ? kindSaid(kind) : t('complaint.about', { kind: kindSaid(kind), subject: t(`complaint.subject.${subject}`) })
}

export function outcomeSaid(outcome: Outcome): string {
  return t(`complaint.outcome.${outcome}`)
}

/** How it stands, in words: the day of the answer and how far it is, or how late it is. */
export function standingSaid(complaint: Complaint, today: Day): string {
  const standing = standingOf(complaint, today)
  if (standing === 'taken-back') return t('complaint.standing.taken-back', { day: say.day(complaint.takenBack!.on) })
  if (standing === 'answered') return t('complaint.standing.answered', { day: say.day(complaint.answer!.on), outcome: outcomeSaid(complaint.answer!.outcome) })
  const left = daysLeft(complaint, today)
  if (left === 0) return t('complaint.standing.today')
  const promised = { day: say.day(complaint.answerBy) }
  return left > 0 ? t('complaint.standing.left', { ...promised, count: left }) : t('complaint.standing.late', { ...promised, count: -left })
}

/** To whom it went and why; the name only where the reader may know it. */
export function forwardedSaid({ forwarded }: Complaint): string {
  if (!forwarded) return ''
  const { to, at, why } = forwarded
  return to === '' ? t('complaint.forwarded.to-coordinator', { moment: say.moment(at), why }) : t('complaint.forwarded.to', { name: to, moment: say.moment(at), why })
}

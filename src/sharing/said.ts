import { dayAt } from '../platform/day.ts'
import { currentReader, say } from '../platform/words/index.ts'
import type { Comment, Meetings, Open, Told } from './disclosure.ts'
import { t } from './words.ts'

export function commentSaid({ answer, byPerson, by, at }: Comment): string {
  const when = say.moment(at)
  return byPerson ? t(`sharing.comment.own.${answer === 'no-comment' ? 'no-comment' : 'comments'}`, { when }) : t(`sharing.comment.by.${answer}`, { when, name: by ?? t('sharing.colleague') })
}

export function causeSaid({ cause, sinceAt, meetings, what }: Open): string {
  if (cause === 'over' && sinceAt) return t('sharing.cause.over', { day: say.day(dayAt(sinceAt, currentReader().timeZone)) })
  return cause === 'meetings' ? t('sharing.cause.meetings', counts(meetings)) : t(`sharing.cause.${cause}`, { when: sinceAt ? say.moment(sinceAt) : '', what })
}

export function toldSaid({ cause, decision, on, by }: Told): string {
  return t(`sharing.told.${decision}`, { cause: t(`sharing.cause.short.${cause}`), day: say.day(on), name: by || t('sharing.colleague') })
}

function counts(meetings: Meetings | null) {
  return { offered: say.number(meetings?.offered ?? 0), held: say.number(meetings?.held ?? 0), service: say.number(meetings?.service ?? 0) }
}

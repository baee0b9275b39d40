import { notThen } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { addMinutes, momentOf, type Day } from '../../platform/day.ts'
import { Block, Link, Select, Tick } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { causeName, sessionPage } from '../sessions.glance.tsx'
import type { SessionRow } from '../sessions.queries.ts'
import { t } from '../words.ts'
import { plannedMeanwhile, type caughtUp, type missedToCatchUp, type MoveRow } from './moving.queries.ts'

/** Where it lay before, and whose cause it was that it moved: the latest first. */
export function Moves({ moves }: { moves: MoveRow[] }) {
  if (moves.length === 0) return null
  return <Block title={t('session.moved.title')} size="xs"><ul class="plain">{moves.map((move) => <li>
    {move.from_place ? t('session.moved.line', { from: say.moment(move.from_at), place: move.from_place, cause: causeSaid(move) }) : t('session.moved.line-no-place', { from: say.moment(move.from_at), cause: causeSaid(move) })}
    <br /><span class="muted">{t('session.moved.by', { when: say.moment(move.moved_at), name: move.by ?? t('session.moved.colleague') })}</span>
  </li>)}</ul></Block>
}

function causeSaid({ cause, cause_note: note }: MoveRow): string {
  return [causeName(cause), note].filter(Boolean).join(', ')
}

/** The missed session that this makes up for, or the one that makes up for this. */
export function CaughtUp({ session, others, participantId }: { session: SessionRow, others: Awaited<ReturnType<typeof caughtUp>>, participantId: string }) {
  return <>{others.map((other) => <p class="ds-paragraph">
    <Link href={sessionPage(participantId, other.public_id)}>{t(other.id === session.catches_up_id ? 'session.catches-up' : 'session.caught-up', { when: say.moment(other.starts_at) })}</Link></p>)}</>
}

export function CatchUpField({ missed, attempt }: { missed: Awaited<ReturnType<typeof missedToCatchUp>>, attempt: Attempt | undefined }) {
  if (missed.length === 0) return null
  return <Select name="catchesUp" label={t('session.field.catches-up')} hint={t('session.field.catches-up.hint')} attempt={attempt}
    options={missed.map((one) => ({ value: one.public_id, label: t('session.field.catches-up.option', { when: say.moment(one.starts_at), cause: causeName(one.cause) }) }))} />
}

/** The question comes only where the day chosen is a holiday. */
export function HolidayTick({ attempt }: { attempt: Attempt | undefined }) {
  const isAsked = attempt !== undefined && (Boolean(attempt.values['onHoliday']) || attempt.problems.some(({ field }) => field === 'onHoliday'))
  return isAsked ? <Tick name="onHoliday" label={t('session.field.on-holiday')} hint={t('session.field.on-holiday.hint')} attempt={attempt} /> : null
}

type Lying = { on: Day, time: string, minutes: number }

/** The person has said that they do not want to be met then. It is told and stops nothing; why, nobody here learns. */
export async function isNotThen(work: Work, { on, time, minutes }: Lying): Promise<boolean> {
  const begins = momentOf(on, time, work.timeZone)
  return begins !== undefined && await notThen(work, work.about, begins, addMinutes(begins, minutes))
}

/** What else is planned at that time, in words: told and stopping nothing, since two short meetings in an hour may be just what is meant. */
export async function meanwhileSaid(work: Work, { on, time, minutes }: Lying): Promise<string> {
  const begins = momentOf(on, time, work.timeZone)
  const whose = begins === undefined ? [] : await plannedMeanwhile(work, { begins, minutes })
  return [...(whose.includes('mine') ? [t('session.meanwhile.mine')] : []), ...(whose.includes('person') ? [t('session.meanwhile.person')] : [])].join(' ')
}

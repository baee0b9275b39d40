import { dayAt, type Instant } from '../platform/day.ts'
import { Empty, Link, Table } from '../platform/page/index.ts'
import { currentReader, say } from '../platform/words/index.ts'
import { allCauses, daysLate, ways } from './session.ts'
import type { SessionRow, strikesOf } from './sessions.queries.ts'
import { t } from './words.ts'

type StrikeRow = Awaited<ReturnType<typeof strikesOf>>[number]

type Shown = { sessions: SessionRow[], strikes?: StrikeRow[], participantId: string, empty: string }

/** Sessions, the latest first: when and how long, what was done or why it was not held, with whom. Three columns, so that a phone shows all of them. */
export function SessionTable({ sessions, strikes = [], participantId, empty }: Shown) {
  if (sessions.length === 0 && strikes.length === 0) return <Empty>{empty}</Empty>
  const rows = [...sessions.map((session) => ({ at: session.starts_at, cells: cellsOf(session, participantId) })), ...strikes.map((strike) => ({ at: strike.saved_at, cells: struckCells(strike) }))]
  return <Table caption={t('session.list.title')} captionHidden columns={[{ label: t('session.title') }, { label: t('session.what') }, { label: t('session.with') }]}
    rows={rows.toSorted((one, other) => other.at.localeCompare(one.at)).map(({ cells }) => cells)} />
}

function cellsOf(session: SessionRow, participantId: string) {
  return [
    <><Link href={`/people/${participantId}/sessions/${session.public_id}`}>{t('session.when', { day: say.weekday(dayOf(session.starts_at)), time: say.time(session.starts_at) })}</Link>
      {session.minutes > 0 && <><br /><span class="muted">{t('session.length.minutes', { count: session.minutes })}</span></>}</>,
    whatOf(session),
    session.with,
  ]
}

function struckCells(strike: StrikeRow) {
  return [<span class="muted">{say.weekday(dayOf(strike.saved_at))}</span>, <span class="muted">{t('session.struck.said')}</span>, strike.name]
}

export function causeName(cause: string | null): string {
  const known = allCauses.find((one) => one === cause)
  return t(`session.cause.${known ?? 'other'}`)
}

export function wayName(way: string | null): string {
  const known = ways.find((one) => one === way)
  return known ? t(`session.way.${known}`) : ''
}

/** Held, missed for whose cause, planned, or called off: four different words. */
export function stateSaid({ state, cause }: Pick<SessionRow, 'state' | 'cause'>): string {
  if (state === 'missed') return t('session.missed-for', { cause: causeName(cause) })
  if (state === 'called-off') return cause ? t('session.called-off-for', { cause: causeName(cause) }) : t('session.state.called-off')
  if (state === 'struck') return t('session.state.struck')
  return state === 'held' ? t('session.said.held') : t('session.state.planned')
}

/** "Written 3 days later": nothing where it was written on the day itself, or is only planned. What rests on nothing here came in by file, from an older system. */
export function lateSaid({ starts_at: startsAt, recorded_at: writtenAt, state, plan_id: plan, agreement_id: agreement }: Pick<SessionRow, 'starts_at' | 'recorded_at' | 'state' | 'plan_id' | 'agreement_id'>): string {
  if (!['held', 'missed'].includes(state)) return ''
  if (plan === null && agreement === null) return t('session.by-file', { day: say.day(dayOf(writtenAt)) })
  return writtenLater(startsAt, writtenAt)
}

export function writtenLater(startsAt: Instant, writtenAt: Instant): string {
  const late = daysLate(dayOf(startsAt), dayOf(writtenAt))
  return late === 0 ? '' : t('session.written-late', { count: late, day: say.day(dayOf(writtenAt)) })
}

function dayOf(moment: Instant) {
  return dayAt(moment, currentReader().timeZone)
}

function whatOf(session: SessionRow): string {
  if (session.state !== 'held') return stateSaid(session)
  const done = session.done ?? ''
  return done.length > 80 ? `${done.slice(0, 80)}…` : done || t('session.said.held')
}

import { dayAt } from '../platform/day.ts'
import { Empty, Link, Table } from '../platform/page/index.ts'
import { currentReader, say } from '../platform/words/index.ts'
import { allCauses } from './session.ts'
import type { SessionRow } from './sessions.queries.ts'
import { t } from './words.ts'

type Shown = { sessions: SessionRow[], participantId: string, empty: string }

/** Sessions, the latest first: when, with whom, how long, and what was done or why it was not held. */
export function SessionTable({ sessions, participantId, empty }: Shown) {
  if (sessions.length === 0) return <Empty>{empty}</Empty>
  return <Table caption={t('session.list.title')} captionHidden columns={[{ label: t('session.title') }, { label: t('session.with') }, { label: t('session.length') }, { label: t('session.what') }]}
    rows={sessions.map((session) => [
      <Link href={`/people/${participantId}/sessions/${session.public_id}`}>{t('session.when', { day: say.weekday(dayAt(session.starts_at, currentReader().timeZone)), time: say.time(session.starts_at) })}</Link>,
      session.with,
      t('session.length.minutes', { count: session.minutes }),
      whatOf(session),
    ])} />
}

export function causeName(cause: string | null): string {
  const known = allCauses.find((one) => one === cause)
  return t(`session.cause.${known ?? 'other'}`)
}

/** Held, missed for whose cause, planned, or called off: four different words. */
export function stateSaid({ state, cause }: Pick<SessionRow, 'state' | 'cause'>): string {
  if (state === 'missed') return t('session.missed-for', { cause: causeName(cause) })
  if (state === 'called-off') return cause ? t('session.called-off-for', { cause: causeName(cause) }) : t('session.state.called-off')
  return state === 'held' ? t('session.said.held') : t('session.state.planned')
}

function whatOf(session: SessionRow): string {
  if (session.state !== 'held') return stateSaid(session)
  const done = session.done ?? ''
  return done.length > 80 ? `${done.slice(0, 80)}…` : done || t('session.said.held')
}

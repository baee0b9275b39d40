import type { Attempt } from '../../platform/attempt.ts'
import { thePerson } from '../../participants/index.ts'
import { dayAt, timeAt } from '../../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Crumbs, ErrorSummary, Form, Narrow, PageHead, Submit, TextField, Tick } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { CauseFields, WhenFields } from '../session-form.tsx'
import { sessionPage, sessionsPage } from '../sessions.glance.tsx'
import { MoveSession } from '../sessions.input.ts'
import { t } from '../words.ts'
import { moveSession, toMove } from './move-session.ts'
import { PlaceTick } from '../places/place-tick.tsx'
import { HolidayTick, isNotThen, meanwhileSaid } from './moved.tsx'
import { followingOf } from './moving.queries.ts'

const page = pageDoors()
export const movingPages = page

page.get('/people/{participantId}/sessions/{sessionId}/move', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, moveForm)
page.post('/people/{participantId}/sessions/{sessionId}/move', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: MoveSession, again: moveForm },
  async (work, { participantId, sessionId, ...sent }, { revision }) => {
    const count = await moveSession(work, sessionId, sent, revision)
    const moved = count === 1 && await isNotThen(work, sent) ? t('session.move.done-not-then') : t('session.move.done', { count })
    return goTo(sessionPage(participantId, sessionId), [moved, await meanwhileSaid(work, sent)].filter(Boolean).join(' '))
  })

async function moveForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const [person, session] = [await thePerson(work), await toMove(work, sessionId)]
  const following = session.series_id === null ? [] : await followingOf(work, { seriesId: session.series_id, after: session.starts_at })
  const [here, lies] = [sessionPage(participantId, sessionId), { on: dayAt(session.starts_at, work.timeZone), time: timeAt(session.starts_at, work.timeZone), minutes: String(session.minutes) }]
  const above = [{ href: `/people/${participantId}`, label: person.name }, { href: sessionsPage(participantId), label: t('session.list.title') }, { href: here, label: say.moment(session.starts_at) }]
  return show({ title: t('session.move.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={above} here={t('session.move.title')} />
    <PageHead title={t('session.move.title')} sub={t('session.move.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <p class="ds-paragraph">{t('session.move.what')}</p>
    <Form action={`${here}/move`} keys={keysOf(work, session.revision)}>
      <WhenFields attempt={attempt} values={lies} />
      <HolidayTick attempt={attempt} />
      <TextField name="place" label={t('session.field.place')} hint={t('session.field.place.hint')} value={session.place} attempt={attempt} />
      <PlaceTick attempt={attempt} />
      <CauseFields attempt={attempt} label={t('session.move.cause')} />
      {following.length > 0 && <Tick name="following" label={t('session.field.following')} hint={t('session.field.following.hint', { count: following.length })} attempt={attempt} />}
      <Submit label={t('session.move.do')} cancel={{ href: here, label: t('session.back') }} />
    </Form>
  </Narrow> })
}

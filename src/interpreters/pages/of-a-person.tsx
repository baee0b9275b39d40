import type { Child } from 'hono/jsx'
import { mayFor } from '../../access/index.ts'
import { needsOf, thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, PageHead, Select, Submit, Table, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { addMinutes } from '../../platform/day.ts'
import { bookForWingPage, bookPage, cancellationsPage, debriefPage, directoryPage, interpretersOfPage, refusalsPage } from '../addresses.ts'
import { covers } from '../interpreter.ts'
import { bookingsOf, openInterpreters, refusalsOf, sessionsAhead, type Ahead, type BookingRow } from '../interpreters.queries.ts'
import { t } from '../words.ts'

type Here = { participantId: string, bookingId?: string }

/** What the person needs, who is booked for what lies ahead, who was in the room, and whom they do not want. */
export async function interpretersOf(work: Work, { participantId, bookingId }: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'access_needs')) throw refuse('not-found')
  const [mayBook, readsSessions] = [await mayFor(work, 'write', 'access_needs'), await mayFor(work, 'read', 'session_attendance')]
  const [needs, ahead, bookings, refusals] = [await needsOf(work, work.about), await sessionsAhead(work, work.about), await bookingsOf(work, work.about), await refusalsOf(work, work.about)]
  return show({ title: t('interpreters.of.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }]} here={t('interpreters.of.title')} />
    <PageHead title={t('interpreters.of.title')} sub={say.beside([person.name, needsSaid(needs)])}
      actions={mayBook && <><ButtonLink href={bookPage(participantId)}>{t('interpreters.book.title')}</ButtonLink><ButtonLink secondary href={bookForWingPage(participantId)}>{t('interpreters.wing.title')}</ButtonLink></>} />
    <Block title={t('interpreters.ahead')}>
      {ahead.length === 0 ? <Empty>{t(readsSessions ? 'interpreters.ahead.none' : 'interpreters.ahead.not-yours')}</Empty> : <ul class="plain">{ahead.map((one) => <li>{say.moment(one.starts_at)}: {bookedSaid(one)}</li>)}</ul>}
    </Block>
    <Block title={t('interpreters.bookings')}>
      {bookings.length === 0 ? <Empty>{t('interpreters.bookings.none')}</Empty> : <><p class="ds-paragraph" data-size="sm">{t('interpreters.bookings.what')}</p><Table caption={t('interpreters.bookings')} captionHidden columns={[{ label: t('interpreters.when') }, { label: t('interpreters.who') }, { label: t('interpreters.stands') }]}
        rows={bookings.map((one) => [say.moment(one.from_at), whoSaid(one), <Stands work={work} booking={one} participantId={participantId} mayBook={mayBook} />])} /></>}
    </Block>
    {mayBook && <Cancelling work={work} bookings={bookings} participantId={participantId} sent={bookingId} attempt={attempt} />}
    <Block title={t('interpreters.refusals')}>
      <p class="ds-paragraph" data-size="sm">{t('interpreters.refusals.what')}</p>
      <ul class="plain">{refusals.map((one) => <li class="beside"><span dir="auto">{one.name}</span> {mayBook && <Form action={`${refusalsPage(participantId)}/${one.public_id}/endings`} keys={keysOf(work)}>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('interpreters.refusals.back')}<span class="ds-sr-only"> {one.name}</span></button></Form>}</li>)}</ul>
      {mayBook && <RefusalForm work={work} action={refusalsPage(participantId)} label={t('interpreters.refusals.do')} wanted={(await openInterpreters(work)).filter(({ id }) => !refusals.some(({ interpreter_id: refused }) => refused === id))} attempt={attempt} />}
    </Block>
    <p class="ds-paragraph beside"><Link href={directoryPage}>{t('interpreters.directory')}</Link></p>
  </Narrow> })
}

function needsSaid(needs: Awaited<ReturnType<typeof needsOf>>): string {
  const languages = needs && needs.languages.length > 0 ? t('interpreters.speaks', { languages: say.list(needs.languages.map(say.language)) }) : t('interpreters.no-languages')
  return needs?.needs_interpreter ? t('interpreters.asks', { languages }) : languages
}

function bookedSaid({ interpreter, from_at: from, until_at: until, how, starts_at: starts, minutes }: Ahead): Child {
  if (interpreter === null || from === null || until === null) return t('interpreters.nobody')
  if (!covers({ from, until }, { from: starts, until: addMinutes(starts, minutes) })) return t('interpreters.other-time', { name: interpreter, when: say.moment(from) })
  return t(how === 'telephone' ? 'interpreters.by-telephone' : 'interpreters.in-the-room', { name: interpreter })
}

function whoSaid({ name, how, language, serves }: BookingRow): Child {
  return <>{t(how === 'telephone' ? 'interpreters.by-telephone' : 'interpreters.in-the-room', { name })}<br /><span class="muted">{say.beside([say.language(language), t(serves === 'wing' ? 'interpreters.serves.wing' : 'interpreters.serves.session')])}</span></>
}

function Stands({ work, booking, participantId, mayBook }: { work: Work, booking: BookingRow, participantId: string, mayBook: boolean }) {
  if (booking.cancelled_at !== null) return <>{t(booking.cancelled_by_kind === 'participant' ? 'interpreters.cancelled.by-person' : 'interpreters.cancelled')}{booking.cancelled_why !== '' && <><br /><span class="muted" dir="auto">{booking.cancelled_why}</span></>}</>
  if (booking.from_at > work.now) return <>{t('interpreters.booked')}</>
  if (booking.answer !== null) return <>{t(booking.answer === 'held' ? 'interpreters.debrief.was-held' : 'interpreters.debrief.was-not-wanted', { name: booking.offered_by ?? '', day: booking.held_on ? say.day(booking.held_on) : '' })}</>
  return mayBook && booking.until_at <= work.now ? <Link href={debriefPage(participantId, booking.public_id)}>{t('interpreters.debrief.title')}</Link> : <>{t('interpreters.was-there')}</>
}

type ToCancel = { work: Work, bookings: BookingRow[], participantId: string, /** The booking that was tried to be called off. */ sent: string | undefined, attempt: Attempt | undefined }

/** One form for each booking ahead, folded away: why it is called off is for whoever books anew. What was sent and refused comes back in its own. */
function Cancelling({ work, bookings, participantId, sent, attempt }: ToCancel) {
  return <>{bookings.filter((one) => one.cancelled_at === null && one.from_at > work.now).toReversed().map((one) => <DetailsFold summary={say.beside([t('interpreters.cancel.title', { when: say.moment(one.from_at) }), one.name])} open={one.public_id === sent}>
    <Form action={cancellationsPage(participantId, one.public_id)} keys={keysOf(work)}>
      <TextField name="why" place={one.public_id === sent ? undefined : one.public_id} label={t('interpreters.field.why')} attempt={one.public_id === sent ? attempt : undefined} required />
      <Submit label={t('interpreters.cancel.do')} />
    </Form>
  </DetailsFold>)}</>
}

export function RefusalForm({ work, action, label: does, wanted, attempt }: { work: Work, action: string, label: string, wanted: { public_id: string, name: string }[], attempt: Attempt | undefined }) {
  if (wanted.length === 0) return null
  return <Form action={action} keys={keysOf(work)}>
    <Select name="interpreter" label={t('interpreters.field.interpreter')} attempt={attempt} required options={wanted.map(({ public_id: value, name: label }) => ({ value, label }))} />
    <Submit label={does} />
  </Form>
}

export function backTo(participantId: string) {
  return { href: interpretersOfPage(participantId), label: t('interpreters.of.title') }
}

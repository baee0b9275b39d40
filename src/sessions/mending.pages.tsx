import { teamOf } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Form, KeepsItself, Narrow, Notice, PageHead, SavedDraft, Select, Submit, SummaryList, TextArea, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { addToNote, keepNote, myNote, noteRevision, peopleToMoveTo, setAside, strikeable, strikeSession } from './mending.verbs.ts'
import { readersOf } from './session-form.tsx'
import { additionsPage, notePage, sessionPage, sessionsPage, setAsidePage, strikePage, takeOverPage, writtenLater } from './sessions.glance.tsx'
import { AddToNote, StrikeSession, TakeOver, WriteNote } from './sessions.input.ts'
import { myNotice, myWordsIn, notesOf, withoutAnybody, type NoteRow, type SessionRow } from './sessions.queries.ts'
import { takeOver, theSession, whomIMeet } from './sessions.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
/** What comes after a session was written: its note, what is added, what is struck and set aside, what is taken over. */
export const mendingPages = page

type Here = { participantId: string, sessionId: string }

type Noted = { work: Work, session: SessionRow, notes: NoteRow[], participantId: string, role: string | undefined }

/** The notes under a session: signed ones with what was added to them, one's own draft, and the way to write one. */
export function Notes({ work, session, notes, participantId, role }: Noted) {
  const mine = myNote(notes, work.actor.id)
  const mayWrite = ['held', 'missed'].includes(session.state) && (role === 'facilitator' || (role === 'mentor' && session.author_id === work.actor.id))
  return <>
    {notes.filter((note) => note.adds_to === null).map((note) => <OneNote note={note} isMine={note.author_id === work.actor.id} additions={notes.filter((one) => one.adds_to === note.id && one.kept_in === note.kept_in)} startsAt={session.starts_at} />)}
    {mayWrite && <p><ButtonLink secondary href={mine?.signed_at ? additionsPage(participantId, session.public_id) : notePage(participantId, session.public_id)}>{mine ? mine.signed_at ? t('session.note.add') : t('session.note.go-on') : t('session.note.write')}</ButtonLink></p>}
  </>
}

function OneNote({ note, isMine, additions, startsAt }: { note: NoteRow, isMine: boolean, additions: NoteRow[], startsAt: SessionRow['starts_at'] }) {
  const name = note.name ?? t('session.own.colleague')
  const title = note.signed_at ? t('session.note.of', { name }) : isMine ? t('session.note.draft') : t('session.note.left', { name })
  return <Block title={title} size="xs">
    <p class="ds-paragraph prose" dir="auto">{note.note}</p>
    <p class="ds-paragraph muted" data-size="sm">{note.signed_at ? [t('session.note.signed', { when: say.moment(note.signed_at) }), writtenLater(startsAt, note.signed_at)].filter(Boolean).join(', ') : t(isMine ? 'session.note.only-you' : 'session.note.left.said')}</p>
    {additions.map((addition) => <><p class="ds-paragraph prose" dir="auto">{addition.note}</p><p class="ds-paragraph muted" data-size="sm">{t('session.note.added', { when: say.moment(addition.written_at) })}</p></>)}
  </Block>
}

page.get('/people/{participantId}/sessions/{sessionId}/note', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, noteForm)
page.post('/people/{participantId}/sessions/{sessionId}/note', { does: 'collect', shows: 'session_content', about: 'participantId', draft: true, takes: WriteNote, again: noteForm },
  async (work, { participantId, sessionId, ...sent }, { revision }) => {
    await keepNote(work, sessionId, sent, revision)
    return goTo(sessionPage(participantId, sessionId), sent.isDraft ? t('session.note.kept') : t('session.note.is-signed'))
  })

async function noteForm(work: Work, { participantId, sessionId }: Here, attempt?: Attempt) {
  const { person, session, mine, readers, above } = await noting(work, { participantId, sessionId })
  // Signed meanwhile, in another window: what somebody has begun to write here stands in the addition to it.
  if (mine?.signed_at) return attempt === undefined ? goTo(additionsPage(participantId, sessionId))
    : additionForm(work, { participantId, sessionId }, { ...attempt, values: { addition: attempt.values['note'] ?? '' }, problems: attempt.problems.map(({ sentence }) => ({ field: 'addition', sentence })) })
  return show({ title: t('session.field.note'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={above} here={t('session.field.note')} />
    <PageHead title={t('session.field.note')} sub={t('session.note.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <Form action={notePage(participantId, sessionId)} keys={keysOf(work, noteRevision(mine))}>
      <SavedDraft attempt={attempt} />
      <TextArea name="note" label={t('session.field.note')} attempt={attempt} value={mine?.note ?? ''} rows={8} most={20_000} readers={readers.note} hint={t('session.demand')} required />
      <p class="ds-paragraph muted" data-size="sm">{t('session.field.is-draft.hint')}</p>
      <div class="submit">
        <button class="ds-button" type="submit">{t('session.note.sign')}</button>
        <button class="ds-button" data-variant="secondary" type="submit" name="isDraft" value="true">{t('session.note.keep')}</button>
        <a class="ds-link" href={sessionPage(participantId, sessionId)}>{t('session.back')}</a>
      </div>
      <KeepsItself />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/note/additions', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, additionForm)
page.post('/people/{participantId}/sessions/{sessionId}/note/additions', { does: 'collect', shows: 'session_content', about: 'participantId', draft: true, takes: AddToNote, again: additionForm },
  async (work, { participantId, sessionId, addition }) => {
    await addToNote(work, sessionId, addition)
    return goTo(sessionPage(participantId, sessionId), t('session.note.is-added'))
  })

async function additionForm(work: Work, { participantId, sessionId }: Here, attempt?: Attempt) {
  const { person, session, mine, readers, above } = await noting(work, { participantId, sessionId })
  if (!mine?.signed_at) throw refuse(mine ? 'note-not-signed' : 'note-not-yours')
  return show({ title: t('session.note.add'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={above} here={t('session.note.add')} />
    <PageHead title={t('session.note.add')} sub={t('session.note.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <Block title={t('session.note.stands')} size="xs"><p class="ds-paragraph prose" dir="auto">{mine.note}</p></Block>
    <Form action={additionsPage(participantId, sessionId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="addition" label={t('session.field.addition')} hint={t('session.demand')} attempt={attempt} rows={4} most={10_000} readers={readers.note} required />
      <Submit label={t('session.note.add.do')} draft cancel={{ href: sessionPage(participantId, sessionId), label: t('session.back') }} />
    </Form>
  </Narrow> })
}

async function noting(work: Work, { participantId, sessionId }: Here) {
  const person = await whomIMeet(work, work.about)
  if (person.role === 'circle_coordinator') throw refuse('note-not-yours')
  const session = await theSession(work, sessionId)
  const above = [{ href: `/people/${participantId}`, label: person.name }, { href: sessionPage(participantId, sessionId), label: say.moment(session.starts_at) }]
  return { person, session, above, mine: myNote(await notesOf(work, session.id), work.actor.id), readers: await readersOf(work, person.role) }
}

/** What stands there of anybody is a name: of whom it was saved, and of whom it may be. */
page.get('/sessions/{sessionId}/striking', { does: 'consult', shows: 'identity_name' }, strikeForm)
page.post('/sessions/{sessionId}/striking', { does: 'alter', shows: 'session_content', takes: StrikeSession, again: strikeForm }, async (work, { sessionId, ...strike }) => {
  const { told, movedTo } = await strikeSession(work, sessionId, strike)
  const says = [movedTo ? t('session.strike.moved') : t('session.strike.done'), told === 0 ? t('session.strike.nobody') : t('session.strike.told', { count: told })].join(' ')
  return goTo(movedTo ? sessionPage(movedTo.person, movedTo.session) : '/', says)
})

/** Saved in the wrong person's record. The people to choose from are those whom the writer meets: nobody else can be named. */
async function strikeForm(work: Work, { sessionId }: { sessionId: string }, sent?: Attempt) {
  const session = await strikeable(work, sessionId)
  const person = await whomIMeet(work, session.participant_id)
  const others = await peopleToMoveTo(work, session)
  // Whatever stands in the way of writing it down there is to be mended where the person is chosen: of when and what it was nothing is asked here. Where nobody is left to choose, nothing is to be mended.
  const attempt = sent && { ...sent, problems: sent.problems.map((one) => one.field === 'reason' ? one : { ...one, field: others.length > 0 ? 'moveTo' : '' }) }
  const here = sessionPage(person.public_id, sessionId)
  return show({ title: t('session.strike.head'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }, { href: here, label: say.moment(session.starts_at) }]} here={t('session.strike.head')} />
    <PageHead title={t('session.strike.head')} sub={t('session.note.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <Notice kind="info">{t('session.strike.what')}</Notice>
    <Form action={strikePage(sessionId)} keys={keysOf(work)}>
      <TextArea name="reason" label={t('session.field.strike-why')} hint={t('session.strike.why.hint')} attempt={attempt} rows={2} most={500} required readers={t('session.strike.why.readers')} />
      {others.length === 0 ? <p class="ds-paragraph">{t('session.strike.no-others')}</p>
        : <Select name="moveTo" label={t('session.field.move-to')} hint={t('session.field.move-to.hint')} attempt={attempt} options={others.map(({ public_id, name }) => ({ value: public_id, label: name }))} />}
      <Submit label={t('session.strike.do')} cancel={{ href: here, label: t('session.back') }} />
    </Form>
  </Narrow> })
}

page.get('/set-aside/{noticeId}', { does: 'consult', shows: 'session_attendance' }, setAsideForm)
page.post('/set-aside/{noticeId}', { does: 'alter', shows: 'session_attendance', again: setAsideForm }, async (work, { noticeId }) => {
  await setAside(work, noticeId)
  return goTo('/', t('session.set-aside.done'))
})

/** Somebody read what was about somebody else: which record, when, by whom it was saved there, and nothing of whose it was. */
async function setAsideForm(work: Work, { noticeId }: { noticeId: string }) {
  const notice = await myNotice(work, noticeId)
  if (!notice) throw refuse('not-found')
  const mine = notice.session_id === null ? [] : await myWordsIn(work, notice.session_id)
  if (mine.length > 0) work.shows('facilitator_note')
  return show({ title: t('session.set-aside.title'), body: <Narrow>
    <PageHead title={t('session.set-aside.title')} sub={notice.name ? t('session.set-aside.sub', { name: notice.name }) : t('session.set-aside.sub-former')} />
    <SummaryList answers={[
      ...(notice.saved_at ? [{ label: t('session.set-aside.saved'), value: [say.day(dayAt(notice.saved_at, work.timeZone)), notice.writer].filter(Boolean).join(', ') }] : []),
      { label: t('session.set-aside.struck'), value: say.day(dayAt(notice.told_at, work.timeZone)) },
    ]} />
    <p class="ds-paragraph">{t(notice.is_sheet ? 'session.set-aside.what-sheet' : 'session.set-aside.what')}</p>
    {mine.length > 0 && <Block title={t('session.set-aside.mine')} size="xs">
      <p class="ds-paragraph muted" data-size="sm">{t(mine.some(({ signed_at: signed }) => signed === null) ? 'session.set-aside.mine.draft' : 'session.set-aside.mine.signed')}</p>
      {mine.map(({ note }) => <p class="ds-paragraph prose" dir="auto">{note}</p>)}
    </Block>}
    {notice.set_aside_at ? <Notice>{t('session.set-aside.done-on', { when: say.moment(notice.set_aside_at) })}</Notice>
      : <Form action={setAsidePage(noticeId)} keys={keysOf(work)}><Submit label={t('session.set-aside.do')} /></Form>}
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/taking-over', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, takeOverForm)
page.post('/people/{participantId}/sessions/{sessionId}/taking-over', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: TakeOver, again: takeOverForm }, async (work, { participantId, sessionId, following }) => {
  const count = await takeOver(work, sessionId, { following })
  return goTo(sessionsPage(participantId), t('session.take-over.done', { count }))
})

/** A planned session whose colleague no longer works with the person. */
async function takeOverForm(work: Work, { participantId, sessionId }: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const nobodys = await withoutAnybody(work)
  const session = nobodys.find((one) => one.session === sessionId)
  if (!session?.is_mine_to_take) throw refuse('session-taken-already')
  const following = nobodys.filter((one) => one !== session && one.series_id !== null && one.series_id === session.series_id).length
  const team = await teamOf(work, work.about)
  return show({ title: t('session.take-over.title'), body: <Narrow>
    <ErrorSummary attempt={attempt && { ...attempt, problems: attempt.problems.map(({ sentence }) => ({ field: '', sentence })) }} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, { href: sessionsPage(participantId), label: t('session.list.title') }]} here={t('session.take-over.title')} />
    <PageHead title={t('session.take-over.title')} sub={t('session.note.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <p class="ds-paragraph">{t('session.take-over.what')}</p>
    <SummaryList answers={[{ label: t('session.field.place'), value: session.place }, { label: t('session.take-over.team'), value: say.list(team.map(({ name }) => name)) }]} />
    <Form action={takeOverPage(participantId, sessionId)} keys={keysOf(work)}>
      {following > 0 && <Tick name="following" label={t('session.field.take-following')} hint={t('session.field.take-following.hint', { count: following })} attempt={attempt} />}
      <Submit label={t('session.take-over.do')} cancel={{ href: sessionsPage(participantId), label: t('session.back') }} />
    </Form>
  </Narrow> })
}

import { thePerson } from '../participants/index.ts'
import { theColleague } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, PageHead, Table, Tag } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { givenOfPage, givenPage, integrityOfPage, observersPage, ratingPage } from './addresses.ts'
import { Agreement } from './agreement.tsx'
import { bothRatings, ownRating } from './both-ratings.tsx'
import { LockRating } from './fidelity.input.ts'
import { mayName, ratingsAbout, ratingsOfSession, sessionsToRate, supervisedByMe, whenHeld, type Rating, type ToRate } from './fidelity.queries.ts'
import { itemsOf, lockRating, whatIsAsked } from './fidelity.verbs.ts'
import { agreementOver } from './how-far-they-agree.ts'
import { observationsOfMine, withdrawnAbout } from './observing/observing.queries.ts'
import { MyObservations } from './observing/withdrawal.pages.tsx'
import { ratingForm } from './rating-form.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const ratingPages = page

page.get('/integrity', { does: 'consult', shows: 'integrity_rating' }, async (work) => {
  const [toRate, supervised, observations] = await together([sessionsToRate(work), supervisedByMe(work), observationsOfMine(work)])
  const [about, takenBack] = await together([ratingsAbout(work, work.actor.id), withdrawnAbout(work, work.actor.id)])
  const rated = (about.length > 0 || takenBack.length > 0) && await ratedByBoth(work, { ratings: about, takenBack })
  return show({ title: t('integrity.title'), body: <>
    <PageHead title={t('integrity.title')} sub={t('integrity.sub')} />
    {work.actor.roles.includes('facilitator') && <p class="ds-paragraph"><Link href={givenPage}>{t('given.title')}</Link></p>}
    {await mayName(work) && <p class="ds-paragraph"><Link href={observersPage}>{t('integrity.observers.link')}</Link></p>}
    {supervised.length > 0 && <Block title={t('integrity.supervised')} size="xs"><ul class="plain">{supervised.map(({ public_id: id, name }) => <li><Link href={integrityOfPage(id)}>{name}</Link></li>)}</ul></Block>}
    {(toRate.length > 0 || supervised.length === 0) && <Block title={t('integrity.person')}><Sessions rows={toRate} named /></Block>}
    <MyObservations observations={observations} mine />
    {rated}
  </> })
})

page.get('/integrity/of/{colleagueId}', { does: 'consult', shows: 'integrity_rating' }, async (work, { colleagueId }) => {
  const colleague = await supervised(work, colleagueId)
  const [ratings, takenBack] = await together([ratingsAbout(work, colleague.id), withdrawnAbout(work, colleague.id)])
  const rated = await ratedByBoth(work, { ratings, takenBack, of: colleagueId })
  return show({ title: t('integrity.title'), body: <>
    <PageHead title={t('integrity.of', { name: colleague.name })} sub={t('integrity.of.sub', { name: colleague.name })} />
    <p class="ds-paragraph"><Link href={givenOfPage(colleagueId)}>{t('given.link')}</Link></p>
    {rated}
  </> })
})

page.get('/integrity/of/{colleagueId}/{sessionId}', { does: 'consult', shows: 'integrity_rating' }, async (work, { colleagueId, sessionId }) => {
  const colleague = await supervised(work, colleagueId)
  const ratings = (await ratingsOfSession(work, sessionId)).filter(({ facilitator_id: id }) => id === colleague.id)
  return bothOf(work, ratings, { ...colleague, isMe: false })
})

page.get('/people/{participantId}/integrity', { does: 'consult', shows: 'integrity_rating', about: 'participantId' }, async (work) => {
  const person = await thePerson(work)
  return show({ title: t('integrity.title'), body: <>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('integrity.title')} />
    <PageHead title={t('integrity.title')} sub={t('integrity.sub')} />
    <Sessions rows={await sessionsToRate(work)} />
  </> })
})

const about = { shows: 'integrity_rating', about: 'participantId', draft: true } as const

page.get('/people/{participantId}/sessions/{sessionId}/integrity', { does: 'consult', ...about }, showRating)
page.post('/people/{participantId}/sessions/{sessionId}/integrity', { does: 'collect', ...about, takes: LockRating, again: showRating }, async (work, { participantId, sessionId, ...sent }) => {
  await lockRating(work, sessionId, sent)
  return goTo(ratingPage(participantId, sessionId), t('integrity.locked'))
})

/** One address, three pages: one's own answers while they are blind, the wait for the other, and both beside each other. */
async function showRating(work: Work, { sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const ratings = await ratingsOfSession(work, sessionId)
  const mine = ratings.find(({ author_id: author }) => author === work.actor.id)
  if (ratings.length > 1) return bothOf(work, ratings, { public_id: '', name: work.actor.name, isMe: true })
  if (!mine) return ratingForm(work, await whatIsAsked(work, sessionId), attempt)
  const person = await thePerson(work)
  return ownRating({ rating: mine, items: await itemsOf(work, mine), heading: person.name, waits: mine.author_id === mine.facilitator_id })
}

async function bothOf(work: Work, ratings: Rating[], facilitator: { public_id: string, name: string, isMe: boolean }) {
  const [own, other] = [ratings.find((one) => one.author_id === one.facilitator_id), ratings.find((one) => one.author_id !== one.facilitator_id)]
  const [session] = own ? await whenHeld(work, [own.session_id]) : []
  if (!own || !other || !session) throw refuse('not-found')
  return bothRatings({ own, other, items: await itemsOf(work, own), startsAt: session.starts_at, facilitator })
}

/** Whoever is not supervised by the actor does not exist here. */
async function supervised(work: Work, colleagueId: string) {
  const colleague = await theColleague(work, colleagueId)
  if (!(await supervisedByMe(work)).some(({ id }) => id === colleague.id)) throw refuse('not-found')
  return colleague
}

type Said = { ratings: Rating[], takenBack: Awaited<ReturnType<typeof withdrawnAbout>>, /** Whose supervisor reads it; nothing where it is one's own. */ of?: string }

async function ratedByBoth(work: Work, { ratings, takenBack, of }: Said) {
  const observed = ratings.filter((one) => one.author_id !== one.facilitator_id)
  const isCounted = (session: number) => observed.some(({ session_id: id, is_withdrawn: isOut }) => id === session && !isOut)
  const sessions = await whenHeld(work, observed.map(({ session_id: id }) => id))
  return <>
    <Agreement agreed={agreementOver(ratings)} />
    <Block title={t('integrity.sessions')}>
      {sessions.length === 0 ? <Empty>{t('integrity.sessions.none')}</Empty> : <ul class="plain">{sessions.map(({ id, session, person, name, starts_at: at }) =>
        <li><Link href={of ? `${integrityOfPage(of)}/${session}` : ratingPage(person ?? '', session)}>{say.moment(at)}</Link>{name && <span dir="auto">, {name}</span>} {!isCounted(id) && <Tag>{t('integrity.not-counted')}</Tag>}</li>)}</ul>}
    </Block>
    {takenBack.length > 0 && <Block title={t('integrity.withdrawn.title')} size="xs"><ul class="ds-list">{takenBack.map(({ observer, withdrawn_at: at, withdrawn_why: why }) =>
      <li>{t('integrity.withdrawn.by', { observer: observer ?? '', day: at ? say.moment(at) : '' })} <span dir="auto">{why}</span></li>)}</ul></Block>}
  </>
}

function Sessions({ rows, named }: { rows: ToRate[], named?: boolean }) {
  if (rows.length === 0) return <Empty>{t('integrity.empty')}</Empty>
  return <Table caption={t('integrity.title')} captionHidden columns={[{ label: t('integrity.column.session') }, ...(named ? [{ label: t('integrity.column.person') }] : []), { label: t('integrity.column.stands') }]}
    rows={rows.map((row) => [<Link href={ratingPage(row.person, row.session)}>{say.moment(row.starts_at)}</Link>, ...(named ? [<span dir="auto">{row.name}</span>] : []), <Stands row={row} />])} />
}

function Stands({ row: { is_rated: isRated, is_observed: isObserved } }: { row: ToRate }) {
  if (isRated) return <span class="muted">{t('integrity.stands.rated')}</span>
  return isObserved ? <Tag>{t('integrity.stands.observed')}</Tag> : <span>{t('integrity.stands.open')}</span>
}

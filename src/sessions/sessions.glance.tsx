import { myRoleFor } from '../access/index.ts'
import { addDays, addMinutes, dayAt, type Instant } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Empty, Link, Table } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { currentReader, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { allCauses, daysLate, endOfThePlan, mayMeetAs, ways, whoseCause, type Cause, type Whose } from './session.ts'
import { countsOf, isPaused, lastSessions, myLooseEnds, mySessionsToDo, myStruckWords, strikesOf, withoutAnybody, type SessionRow } from './sessions.queries.ts'
import { changedForTheSecond } from './moving/moving.queries.ts'
import { daysBeforeTheLast, notesLeftUnsigned } from './left-unsigned/left-unsigned.ts'
import { endedWithThePlan } from './with-the-plan/called-off-with-the-plan.ts'
import { t as onPaperSays } from './paper/words.ts'
import { t } from './words.ts'

export function sessionsPage(participantId: string): string { return `/people/${participantId}/sessions` }
export function newSessionPage(participantId: string): string { return `${sessionsPage(participantId)}/new` }
export function planSessionPage(participantId: string): string { return `${sessionsPage(participantId)}/plan` }
export function sessionPage(participantId: string, sessionId: string): string { return `${sessionsPage(participantId)}/${sessionId}` }
export function notePage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/note` }
export function additionsPage(participantId: string, sessionId: string): string { return `${notePage(participantId, sessionId)}/additions` }
export function reasonsPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/reasons` }
/** About two people at once, so no one person stands in the address. */
export function strikePage(sessionId: string): string { return `/sessions/${sessionId}/striking` }
export function setAsidePage(noticeId: string): string { return `/set-aside/${noticeId}` }
export function takeOverPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/taking-over` }

export function paperPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/paper` }
export function typeInPage(participantId: string, sessionId: string): string { return `${paperPage(participantId, sessionId)}/record` }
/** Where a code is typed in, and one paper of one's own: without the person, whom one may work with no more. */
export const papersPage = '/papers'
export function destroyPage(paperId: string): string { return `${papersPage}/${paperId}` }

/** My sessions ahead, those that wait to be recorded, notes that wait for my signature, what I am to set aside, and sessions that nobody has any more. */
export async function sessionsDue(work: Work): Promise<Due[]> {
  return (await together([toDo(work), looseEnds(work), nobodys(work), toldToTheSecond(work), planEnded(work), leftUnsigned(work)])).flat()
}

async function toDo(work: Work): Promise<Due[]> {
  return (await mySessionsToDo(work)).map((row) => {
    const isPast = row.starts_at <= work.now
    const moved = row.moved_from === null ? '' : t('session.moved-from', { when: say.moment(row.moved_from) })
    if (!isPast && row.person_state === 'paused') return waiting(work, row)
    if (isPast && row.on_paper) return onPaper(work, row)
    return {
      on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, says: isPast ? t('session.due.record') : t('session.due.prepare'),
      href: isPast ? `${sessionPage(row.person, row.public_id)}/record` : sessionPage(row.person, row.public_id),
      because: isPast ? t('session.due.because-past') : [t('session.due.because-planned'), row.place, moved].filter(Boolean).join(', '),
    }
  })
}

function waiting(work: Work, row: Awaited<ReturnType<typeof mySessionsToDo>>[number]): Due {
  return { on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, says: t('session.due.waits'), href: sessionPage(row.person, row.public_id), because: t('session.due.because-paused') }
}

/** Whoever took a paper along types it in, by its code. */
function onPaper(work: Work, row: Awaited<ReturnType<typeof mySessionsToDo>>[number]): Due {
  return { on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, says: onPaperSays('paper.due.type-in'), href: papersPage, because: onPaperSays('paper.due.because-open') }
}

async function looseEnds(work: Work): Promise<Due[]> {
  return (await myLooseEnds(work)).map((row) => ({
    on: dayAt(row.since, work.timeZone), ...(row.name && { about: row.name }),
    ...(row.kind === 'draft' ? { says: t('session.due.sign'), href: notePage(row.person!, row.public_id), because: whySigned(work, row.ends_at) }
      : row.kind === 'paper' ? { says: onPaperSays('paper.due.destroy'), href: destroyPage(row.public_id), because: onPaperSays('paper.due.because-there') } : { says: t('session.due.set-aside'), href: setAsidePage(row.public_id), because: t('session.due.because-struck') }),
  }))
}

/** A draft is read by its writer alone, and can be signed by nobody else: near their last day with the person it says so. */
function whySigned(work: Work, endsAt: Instant | null): string {
  // Whoever leaves on a day is here until its first minute: their last day is the one before.
  const last = endsAt === null ? undefined : dayAt(addMinutes(endsAt, -1), work.timeZone)
  return last === undefined || last > addDays(work.today, daysBeforeTheLast) ? t('session.due.because-draft') : t('session.due.because-last-day', { day: say.day(last) })
}

/** That somebody left a draft which nobody else can sign: the coordinator can name them once more, for a day. */
async function leftUnsigned(work: Work): Promise<Due[]> {
  return (await notesLeftUnsigned(work)).map((row) => ({
    on: row.left_on, about: row.name, says: t('session.due.left-unsigned'), href: `/people/${row.person}/team`, because: t('session.due.because-left', { name: row.writer, day: say.day(row.starts_on) }) }))
}

/** For a colleague in the same role: theirs to take over. For the coordinator: somebody is missing, whom the team page names. */
async function nobodys(work: Work): Promise<Due[]> {
  const rows = await withoutAnybody(work)
  // Of a series one line, and where somebody is to be named one for each person: forty of them would push everything else out of a day.
  const isTogether = (row: Nobodys, one: Nobodys) => row === one || (row.is_mine_to_take ? one.series_id !== null && one.series_id === row.series_id : !one.is_mine_to_take && one.person === row.person)
  const besides = (row: Nobodys) => rows.filter((one) => isTogether(row, one)).length - 1
  return rows.filter((row) => rows.find((one) => isTogether(row, one)) === row).map((row) => ({
    on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name,
    because: besides(row) === 0 ? t('session.due.because-nobody') : t(row.is_mine_to_take ? 'session.due.because-nobody-series' : 'session.due.because-nobody-either', { count: besides(row) }),
    ...(row.is_mine_to_take ? { says: t('session.due.take-over'), href: takeOverPage(row.person, row.session) } : { says: t('session.due.name-somebody'), href: `/people/${row.person}/team` }),
  }))
}

type Nobodys = Awaited<ReturnType<typeof withoutAnybody>>[number]

/** Whoever comes along is told when a session of both is moved or called off by the other: for a week, or until its time has come. */
async function toldToTheSecond(work: Work): Promise<Due[]> {
  return (await changedForTheSecond(work)).map((row) => ({
    on: work.today, about: row.name, href: sessionPage(row.person, row.public_id),
    ...(row.from_at === null ? { says: t('session.due.called-off'), because: t('session.due.because-called-off', { when: say.moment(row.starts_at) }) }
      : { says: t('session.due.moved'), because: t('session.due.because-moved', { from: say.moment(row.from_at), to: say.moment(row.starts_at) }) }) }))
}

/** Whoever was to hold or to come along to what ended with a plan: in one line for each person, since nobody else may tell them. */
async function planEnded(work: Work): Promise<Due[]> {
  return (await endedWithThePlan(work)).map((row) => ({
    on: dayAt(row.on_at, work.timeZone), about: row.name, href: sessionsPage(row.person), says: t('session.due.plan-ended', { count: row.meetings }), because: t('session.due.because-plan-ended', { when: say.moment(row.first_at) }) }))
}

/** The last sessions on one person's page, with how many were held and whose causes the missed ones have. */
export async function sessionGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const [last, counts, strikes, role, paused] = await together([
    lastSessions(work, participantId, 20), countsOf(work, participantId), strikesOf(work, participantId), myRoleFor(work, participantId), isPaused(work, participantId)])
  const times = (fits: (row: (typeof counts)[number]) => boolean) => counts.filter(fits).reduce((sum, row) => sum + row.times, 0)
  const missed = (whose: Whose) => times((row) => row.state === 'missed' && whoseCause(row.cause as Cause) === whose)
  const mayRecord = mayMeetAs(role)
  return { place: 'main', order: 20, ...(mayRecord && { action: { href: newSessionPage(publicId), says: t('session.new.title') } }), body: <Block title={t('session.list.title')}>
    {last.length > 0 && <p class="ds-paragraph" data-size="sm">{t('session.counts', { held: times((row) => row.state === 'held'), service: missed('service'), person: missed('person'), neither: missed('neither') })}</p>}
    <SessionTable sessions={last} strikes={strikes} mine={await myStruckWords(work, strikes)} participantId={publicId} empty={t('session.empty')} waits={last.some(({ state }) => state === 'planned') && paused} />
    <p class="ds-paragraph" data-size="sm"><Link href={sessionsPage(publicId)}>{t('session.all')}</Link>{mayRecord && <> · <Link href={planSessionPage(publicId)}>{t('session.plan.title')}</Link> · <Link href={`/people/${publicId}/series`}>{t('session.series.title')}</Link> · <Link href={papersPage}>{t('session.paper.type-in')}</Link></>}</p>
  </Block> }
}

type StrikeRow = Awaited<ReturnType<typeof strikesOf>>[number]

type MyWords = Awaited<ReturnType<typeof myStruckWords>>

type Shown = { sessions: SessionRow[], strikes?: StrikeRow[], /** Where the reader's own words stand under what was struck. */ mine?: MyWords, participantId: string, empty: string, /** The person is paused: what is planned waits. */ waits?: boolean }

/** Sessions, the latest first: when, how long and with whom; beside it what was done, why it was not held, or where it is planned. Two columns, so that a phone leaves room for the words. */
export function SessionTable({ sessions, strikes = [], mine = [], participantId, empty, waits = false }: Shown) {
  if (sessions.length === 0 && strikes.length === 0) return <Empty>{empty}</Empty>
  const rows = [...sessions.map((session) => ({ at: session.starts_at, cells: cellsOf(session, participantId, waits) })), ...strikes.map((strike) => ({ at: strike.saved_at, cells: struckCells(strike, wordsUnder(strike, mine, participantId)) }))]
  return <Table caption={t('session.list.title')} captionHidden columns={[{ label: t('session.title') }, { label: t('session.what') }]}
    rows={rows.toSorted((one, other) => other.at.localeCompare(one.at)).map(({ cells }) => cells)} />
}

function cellsOf(session: SessionRow, participantId: string, waits: boolean) {
  return [
    <><Link href={sessionPage(participantId, session.public_id)}>{t('session.when', { day: say.weekday(dayOf(session.starts_at)), time: say.time(session.starts_at) })}</Link>
      <br /><span class="muted">{say.beside([...(session.minutes > 0 ? [t('session.length.minutes', { count: session.minutes })] : []), ...(session.with ? [session.with] : [])])}</span>
      {session.after_the_end && <><br /><span class="muted">{t('session.after-the-end')}</span></>}</>,
    whatOf(session, waits),
  ]
}

function struckCells(strike: StrikeRow, myWords: string | undefined) {
  return [<span class="muted">{say.weekday(dayOf(strike.saved_at))}{strike.name && <><br />{strike.name}</>}</span>, <><span class="muted">{t('session.struck.said')}</span>{myWords && <><br /><Link does href={myWords}>{t('session.set-aside.mine')}</Link></>}</>]
}

/** Where somebody finds again what they wrote themself under what was struck: nothing that was written is lost with it. */
function wordsUnder({ public_id }: StrikeRow, mine: MyWords, participantId: string): string | undefined {
  const here = mine.find((one) => one.public_id === public_id)
  return here?.session ? sessionPage(participantId, here.session) : here?.notice ? setAsidePage(here.notice) : undefined
}

export function causeName(cause: string | null): string {
  const known = [...allCauses, endOfThePlan].find((one) => one === cause)
  return t(`session.cause.${known ?? 'other'}`)
}

export function wayName(way: string | null): string {
  const known = ways.find((one) => one === way)
  return known ? t(`session.way.${known}`) : ''
}

/** What the meeting took its colleague beside its length; nothing where they said nothing of it. */
export function aroundSaid({ preparation_minutes: preparation, travel_minutes: travel }: Pick<SessionRow, 'preparation_minutes' | 'travel_minutes'>): string {
  return say.list([...(preparation === null ? [] : [t('session.around.preparation', { count: preparation })]), ...(travel === null ? [] : [t('session.around.travel', { count: travel })])])
}

/** Held, missed for whose cause, planned, or called off: four different words. What is planned while the person is paused waits. */
export function stateSaid({ state, cause }: Pick<SessionRow, 'state' | 'cause'>, waits = false): string {
  if (state === 'missed') return t('session.missed-for', { cause: causeName(cause) })
  if (state === 'called-off') return cause ? t('session.called-off-for', { cause: causeName(cause) }) : t('session.state.called-off')
  if (state === 'struck') return t('session.state.struck')
  if (state === 'held') return t('session.said.held')
  return waits ? t('session.state.waits') : t('session.state.planned')
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

/** What somebody wrote runs in its own direction, whatever the reader's is. */
function whatOf(session: SessionRow, waits: boolean) {
  if (session.state === 'planned') return say.beside([stateSaid(session, waits), session.place, session.moved_from ? t('session.moved-from', { when: say.moment(session.moved_from) }) : ''].filter(Boolean))
  if (session.state !== 'held') return stateSaid(session, waits)
  const done = session.done ?? ''
  if (done === '') return t('session.said.held')
  return <span dir="auto">{done.length > 80 ? `${done.slice(0, 80)}…` : done}</span>
}

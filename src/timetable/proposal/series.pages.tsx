import type { Child } from 'hono/jsx'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, DayField, DetailsFold, ErrorSummary, Form, Hidden, InARow, Link, Narrow, Notice, NumberField, PageHead, Select, Several, Submit, TextField } from '../../platform/page/index.ts'
import { addDays, readDay, type Day } from '../../platform/day.ts'
import { PlaceTick } from '../../sessions/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { seriesPage, timetablePage } from '../addresses.ts'
import { SeriesAsked, SeriesConfirmed, SeriesWritten } from '../timetable.input.ts'
import { t } from '../words.ts'
import { confirmSeries } from './confirm-series.ts'
import { facilitatorsBeside, proposeSeries, whyNoSeries, whyNoSuchDay, type Proposal, type Proposed } from './propose-series.ts'
import type { Short } from './what-mends.ts'

const page = pageDoors()
export const seriesPages = page
const about = { shows: 'plan_dates', about: 'participantId' } as const

page.get('/people/{participantId}/series', { ...about, does: 'consult', takes: SeriesWritten }, (work, { participantId, ...written }) => {
  const { wish, problems } = readWish(work, written)
  return problems.length === 0 ? seriesOf(work, { participantId, ...wish }) : wishAgain(work, participantId, { values: typedIn(written), problems })
})
page.post('/people/{participantId}/series', { ...about, does: 'collect', takes: SeriesConfirmed, again: (work, { participantId }, attempt) => seriesOf(work, { participantId, ...wishIn(work, attempt) }, attempt) },
  async (work, { participantId, ...sent }) => goTo(`/people/${participantId}/sessions`, t('timetable.series.planned', { count: await confirmSeries(work, sent) })))

/** What was asked for goes with the form that confirms it: a refusal shows the same question again, and not another. */
function wishIn(work: Work, attempt: Attempt | undefined): SeriesAsked {
  return readWish(work, SeriesWritten.parse(attempt?.values ?? {})).wish
}

function typedIn(written: SeriesWritten): Record<string, string> {
  return Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text ?? '']))
}

/** What is asked for, as far as it can be read, and what is wrong with the rest. */
function readWish(work: Work, written: SeriesWritten): { wish: SeriesAsked, problems: Attempt['problems'] } {
  const typed = Object.entries(written).filter(([, text]) => text !== undefined && text.trim() !== '')
  const values = Object.fromEntries(typed.map(([name, text]) => [name, ['from', 'second'].includes(name) ? text : Number(text!.replace(',', '.'))]))
  const read = SeriesAsked.safeParse(values)
  if (read.success) return { wish: read.data, problems: read.data.from === undefined ? [] : dayProblems(work, read.data.from) }
  const fields = new Set(read.error.issues.map(({ path: [name] }) => wishFields.find((one) => one === name) ?? 'from'))
  return { wish: SeriesAsked.parse({}), problems: [...fields].map((field) => ({ field, sentence: t(`timetable.refused.wish.${field}`) })) }
}

const wishFields = ['from', 'weeks', 'aWeek', 'minutes', 'taperFrom', 'second'] as const

function dayProblems(work: Work, from: Day): Attempt['problems'] {
  const why = whyNoSuchDay(work, from)
  return why ? [{ field: 'from', sentence: t(`timetable.refused.${why}`) }] : []
}

/** The form by itself, with what was typed in it. */
async function wishAgain(work: Work, participantId: string, attempt: Attempt) {
  const [person, why] = [await thePerson(work), await whyNoSeries(work)]
  if (why) return seriesOf(work, { participantId, ...SeriesAsked.parse({}) })
  const beside = await facilitatorsBeside(work)
  return { ...framed({ participantId, name: person.name, attempt }, <Wish participantId={participantId} asked={undefined} sent={SeriesAsked.parse({})} beside={besideSaid(beside)} attempt={attempt} />), status: 422 }
}

type Framing = { participantId: string, name: string, attempt: Attempt | undefined }

function framed({ participantId, name, attempt }: Framing, body: Child) {
  return show({ title: t('timetable.series.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: name }, { href: `/people/${participantId}/sessions`, label: t('timetable.series.sessions') }]} here={t('timetable.series.title')} />
    <PageHead title={t('timetable.series.title')} sub={name} />
    {body}
  </Narrow> })
}

function besideSaid(beside: Awaited<ReturnType<typeof facilitatorsBeside>>) {
  return beside.map(({ colleague_public_id: value, name: label }) => ({ value, label }))
}

async function seriesOf(work: Work, { participantId, ...asked }: SeriesAsked & { participantId: string }, attempt?: Attempt) {
  const [person, why] = [await thePerson(work), await whyNoSeries(work)]
  const framing = { participantId, name: person.name, attempt }
  if (why) return framed(framing, <Notice kind="info">{t(`timetable.refused.${why}`)}</Notice>)
  const [proposal, beside] = [await proposeSeries(work, asked), await facilitatorsBeside(work)]
  return framed(framing, <>
    <p class="ds-paragraph">{basisSaid(proposal)} <Link href={timetablePage}>{t('timetable.title')}</Link></p>
    <Wish participantId={participantId} asked={proposal.asked} sent={asked} beside={besideSaid(beside)} attempt={undefined} />
    {proposal.asked.aWeek === undefined ? <Notice kind="info">{t('timetable.series.no-rhythm')}</Notice> : <Confirm work={work} participantId={participantId} proposal={proposal} sent={asked} attempt={attempt} />}
    {proposal.short.length > 0 && <Block title={t('timetable.short.title')}><ul class="ds-list">{inRuns(proposal.short).map((run) => <li>{shortSaid(run)}</li>)}</ul></Block>}
  </>)
}

function basisSaid({ rhythm, changes, left, releaseOn, goesOn }: Proposal): string {
  return [
    rhythm.aWeek === undefined ? t('timetable.basis.no-rhythm') : t('timetable.basis.rhythm', { times: say.number(rhythm.aWeek) }),
    ...changes.map(({ monday, aWeek }) => aWeek === undefined ? t('timetable.basis.then-none', { day: say.day(monday) }) : t('timetable.basis.then', { day: say.day(monday), times: say.number(aWeek) })),
    left === undefined ? t('timetable.basis.open') : t('timetable.basis.left', { count: left }), releaseOn === null ? '' : t(goesOn ? `timetable.basis.goes-on.${goesOn}` : 'timetable.basis.release', { day: say.day(releaseOn) }),
  ].filter(Boolean).join(' ')
}

type Wished = { participantId: string, asked: Proposal['asked'] | undefined, sent: SeriesAsked, beside: { value: string, label: string }[], attempt: Attempt | undefined }

/** Asked with an address and not with a form that writes: nothing is kept until somebody confirms. */
function Wish({ participantId, asked, sent, beside, attempt }: Wished) {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value))
  return <DetailsFold summary={t('timetable.wish')} open={asked?.aWeek === undefined}>
    <form method="get" action={seriesPage(participantId)} class="fields">
      <InARow>
        <DayField name="from" label={t('timetable.field.from')} value={asked?.from ?? ''} attempt={attempt} />
        <NumberField name="weeks" label={t('timetable.field.weeks')} value={text(asked?.weeks)} attempt={attempt} />
        <NumberField name="aWeek" label={t('timetable.field.a-week')} whole={false} value={text(asked?.aWeek)} attempt={attempt} />
        <NumberField name="minutes" label={t('timetable.field.minutes')} value={text(asked?.minutes)} attempt={attempt} />
      </InARow>
      <NumberField name="taperFrom" label={t('timetable.field.taper')} hint={t('timetable.taper.hint')} value={text(sent.taperFrom)} attempt={attempt} />
      {beside.length > 0 && <Select name="second" label={t('timetable.field.second')} value={sent.second ?? ''} options={beside} attempt={attempt} />}
      <button class="ds-button" data-variant="secondary" type="submit">{t('timetable.wish.do')}</button>
    </form>
  </DetailsFold>
}

type Confirming = { work: Work, participantId: string, proposal: Proposal, sent: SeriesAsked, attempt: Attempt | undefined }

function Confirm({ work, participantId, proposal: { meetings, asked }, sent, attempt }: Confirming) {
  const offered = meetings.map((meeting) => ({ value: valueOf(meeting), label: meetingSaid(meeting) }))
  const options = [...offered, ...chosenBefore(attempt, meetings)].toSorted((one, other) => one.value.localeCompare(other.value))
  if (options.length === 0) return <Notice kind="info">{t('timetable.series.none')}</Notice>
  return <Block title={t('timetable.series.proposed', { count: meetings.length })}>
    <p class="ds-paragraph">{t('timetable.series.what')}</p>
    <Form action={seriesPage(participantId)} keys={keysOf(work)}>
      <Hidden name="minutes" value={String(asked.minutes)} />
      {Object.entries({ ...sent, from: asked.from, minutes: undefined }).map(([name, value]) => value !== undefined && <Hidden name={name} value={String(value)} />)}
      <Several name="meetings" label={t('timetable.field.meetings')} options={options} chosen={options.map(({ value }) => value)} attempt={attempt} required />
      {meetings.some(({ room }) => room === undefined) && <TextField name="place" label={t('timetable.field.place')} hint={t('timetable.place.hint')} attempt={attempt} />}
      <PlaceTick attempt={attempt} />
      <Submit label={t('timetable.series.do')} cancel={{ href: `/people/${participantId}/sessions`, label: t('timetable.back') }} />
    </Form>
  </Block>
}

/** What was ticked before a refusal stands among what is offered now: a series that is proposed anew may have found other times, and what somebody chose is theirs. */
function chosenBefore(attempt: Attempt | undefined, meetings: Proposed[]): { value: string, label: string }[] {
  const rooms = new Map(meetings.flatMap(({ room }) => (room ? [[room.publicId, room.name] as const] : [])))
  return (attempt?.values['meetings'] ?? '').split('\n').flatMap((value) => {
    const [text = '', time = '', room = ''] = value.split(' ')
    const on = readDay(text)
    if (!on || meetings.some((meeting) => valueOf(meeting) === value)) return []
    return [{ value, label: [`${say.weekday(on)} ${time}`, rooms.get(room)].filter(Boolean).join(', ') }]
  })
}

function valueOf({ on, time, room }: Proposed): string {
  return [on, time, room?.publicId].filter(Boolean).join(' ')
}

function meetingSaid({ on, time, room, isRegular, isOutside }: Proposed): string {
  return [`${say.weekday(on)} ${time}`, room?.name, isOutside ? t('timetable.series.outside') : '', isRegular ? '' : t('timetable.series.beside')].filter(Boolean).join(', ')
}

type Run = Short & { last: Short['monday'] }

/** Weeks in a row of which the same is to be said are said once. */
function inRuns(short: readonly Short[]): Run[] {
  return short.reduce<Run[]>((runs, { monday, ...rest }) => {
    const before = runs.at(-1)
    const isSame = before !== undefined && JSON.stringify(rest) === JSON.stringify(withoutDays(before)) && addDays(before.last, 7) === monday
    return isSame ? [...runs.slice(0, -1), { ...before, last: monday }] : [...runs, { monday, ...rest, last: monday }]
  }, [])
}

function withoutDays({ monday: _, last: __, ...rest }: Run) {
  return rest
}

function shortSaid({ monday, last, wanted, placed, inTheWay, wouldMend }: Run): string {
  return [
    last === monday ? t('timetable.short.week', { day: say.day(monday), placed, wanted }) : t('timetable.short.weeks', { from: say.day(monday), until: say.day(last), placed, wanted }), inTheWay.length === 0 ? '' : t('timetable.short.because', { reasons: say.list(inTheWay.map((one) => t(`timetable.way.${one}`))) }),
    wouldMend.length === 0 ? t('timetable.short.no-mend') : t('timetable.short.mend', { choices: say.list(wouldMend.map((one) => t(`timetable.mend.${one}`))) }),
  ].filter(Boolean).join(' ')
}

import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, Crumbs, DayField, Empty, ErrorSummary, Fieldset, Form, InARow, Link, Narrow, Notice, NumberField, PageHead, Select, Submit, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { bookForWingPage, bookPage, debriefPage, directoryPage } from '../addresses.ts'
import { baseOf, hows, questions, type Question } from '../interpreter.ts'
import { openInterpreters, refusalsOf, sessionsAhead, type InterpreterRow } from '../interpreters.queries.ts'
import { languagesToBook, mustBook, theBooking } from '../interpreters.verbs.ts'
import { t } from '../words.ts'
import { backTo } from './of-a-person.tsx'

type Here = { participantId: string }

export async function bookForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  await mustBook(work)
  const [person, known, ahead, readsSessions] = [await thePerson(work), await whoCan(work), await sessionsAhead(work, work.about), await mayFor(work, 'read', 'session_attendance')]
  return show({ title: t('interpreters.book.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, backTo(participantId)]} here={t('interpreters.book.title')} />
    <PageHead title={t('interpreters.book.title')} sub={person.name} />
    <NextBest known={known} attempt={attempt} />
    {ahead.length === 0 || known.can.length === 0 ? <Nothing reason={ahead.length > 0 ? 'interpreters.nobody-can' : readsSessions ? 'interpreters.ahead.none' : 'interpreters.ahead.not-yours'} /> : <Form action={bookPage(participantId)} keys={keysOf(work)}>
      <Select name="session" label={t('interpreters.field.session')} attempt={attempt} required value={ahead.find(({ interpreter }) => interpreter === null)?.public_id ?? ''} options={ahead.map((one) => ({ value: one.public_id, label: say.moment(one.starts_at) }))} />
      <WhoFields known={known} attempt={attempt} asked={questions} />
      <Submit label={t('interpreters.book.do')} cancel={backTo(participantId)} />
    </Form>}
  </Narrow> })
}

/** For the wing it is asked in the same way, but for the question about the wing itself. */
export async function wingForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  await mustBook(work)
  const [person, known] = [await thePerson(work), await whoCan(work)]
  return show({ title: t('interpreters.wing.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, backTo(participantId)]} here={t('interpreters.wing.title')} />
    <PageHead title={t('interpreters.wing.title')} sub={t('interpreters.wing.sub', { name: person.name })} />
    <NextBest known={known} attempt={attempt} />
    {known.can.length === 0 ? <Nothing reason="interpreters.nobody-can" /> : <Form action={bookForWingPage(participantId)} keys={keysOf(work)}>
      <InARow>
        <DayField name="on" label={t('interpreters.field.on')} attempt={attempt} required />
        <TextField name="time" label={t('interpreters.field.time')} attempt={attempt} width="short" required />
        <NumberField name="minutes" label={t('interpreters.field.minutes')} unit={t('interpreters.field.minutes.unit')} value="60" attempt={attempt} required />
      </InARow>
      <WhoFields known={known} attempt={attempt} asked={questions.filter((question) => question !== 'isOfTheWing')} />
      <Submit label={t('interpreters.book.do')} cancel={backTo(participantId)} />
    </Form>}
  </Narrow> })
}

type Known = { can: InterpreterRow[], languages: string[] }

/** Those whom the person has not refused and who share a language with them; all, where nobody has written what they speak. */
async function whoCan(work: Work): Promise<Known> {
  const [all, spoken, refused] = [await openInterpreters(work), await languagesToBook(work), await refusalsOf(work, work.about)]
  const wanted = all.filter(({ id }) => !refused.some(({ interpreter_id: one }) => one === id))
  const can = spoken.length === 0 ? wanted : wanted.filter(({ languages }) => languages.some((one) => spoken.map(baseOf).includes(baseOf(one))))
  return { can, languages: spoken.length > 0 ? spoken : [...new Set(can.flatMap(({ languages }) => languages))].sort() }
}

function WhoFields({ known, attempt, asked }: { known: Known, attempt: Attempt | undefined, asked: readonly Question[] }) {
  return <>
    <Select name="interpreter" label={t('interpreters.field.interpreter')} attempt={attempt} required options={known.can.map((one) => ({ value: one.public_id, label: say.beside([one.name, say.list(one.languages.map(say.language)), one.gender === null ? '' : t(`interpreters.gender.${one.gender as 'woman' | 'man' | 'other'}`)].filter(Boolean)) }))} />
    <Select name="language" label={t('interpreters.field.language')} attempt={attempt} value={known.languages[0] ?? ''} required options={known.languages.map((value) => ({ value, label: say.language(value) }))} />
    <Choice name="how" label={t('interpreters.field.how')} attempt={attempt} value="in-person" required inline options={hows.map((value) => ({ value, label: t(`interpreters.how.${value}`) }))} />
    <Fieldset legend={t('interpreters.independence')} hint={t('interpreters.independence.hint')}>
      {asked.map((question) => <Choice name={question} label={t(`interpreters.ask.${asks[question]}`)} attempt={attempt} value="" required inline options={[{ value: 'no', label: t('interpreters.no') }, { value: 'yes', label: t('interpreters.yes') }]} />)}
    </Fieldset>
  </>
}

const asks = { isRelative: 'relative', isPrisoner: 'prisoner', isSecurity: 'security', isOfTheWing: 'wing' } as const

/** Where this one cannot be: somebody else by telephone, from wherever they are, is the next best. */
function NextBest({ known, attempt }: { known: Known, attempt: Attempt | undefined }) {
  const chosen = attempt?.values['interpreter']
  if (!attempt?.problems.some(({ field }) => field === 'interpreter' || questions.some((question) => question === field)) || !chosen) return null
  const others = known.can.filter(({ public_id: id }) => id !== chosen)
  return <Notice kind="care" title={t('interpreters.next-best')}>
    {others.length === 0 ? t('interpreters.next-best.agency') : <ul class="plain">{others.map((one) => <li><span dir="auto">{say.beside([one.name, one.reach])}</span></li>)}</ul>}
  </Notice>
}

function Nothing({ reason }: { reason: 'interpreters.ahead.none' | 'interpreters.ahead.not-yours' | 'interpreters.nobody-can' }) {
  return <Empty>{t(reason)} <Link href={directoryPage}>{t('interpreters.title')}</Link></Empty>
}

export async function debriefForm(work: Work, { participantId, bookingId }: Here & { bookingId: string }, attempt?: Attempt) {
  await mustBook(work)
  const [person, booking] = [await thePerson(work), await theBooking(work, bookingId)]
  return show({ title: t('interpreters.debrief.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, backTo(participantId)]} here={t('interpreters.debrief.title')} />
    <PageHead title={t('interpreters.debrief.title')} sub={say.beside([booking.name, say.moment(booking.from_at)])} />
    <p class="ds-paragraph">{t('interpreters.debrief.what')}</p>
    <Form action={debriefPage(participantId, bookingId)} keys={keysOf(work)}>
      <Choice name="answer" label={t('interpreters.field.debrief')} attempt={attempt} value="" required options={[{ value: 'held', label: t('interpreters.debrief.held') }, { value: 'not-wanted', label: t('interpreters.debrief.not-wanted') }]} />
      <DayField name="on" label={t('interpreters.field.debrief-on')} value={work.today} attempt={attempt} required />
      <Submit label={t('interpreters.debrief.do')} cancel={backTo(participantId)} />
    </Form>
  </Narrow> })
}

import { allColleagues } from '../../people/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { timeAt } from '../../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DayField, Empty, ErrorSummary, Form, InARow, Link, Narrow, Notice, PageHead, Select, StaysUnsent, Submit, SummaryList, TextArea, TextField, Timeline } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { answerPage, lonePage, outingPage } from '../addresses.ts'
import { t } from '../words.ts'
import { Announce, AnswerOverdue, Before, type Beginning } from './lone.input.ts'
import { asksOfOuting, iLookOutFor, myOpenOuting, theOuting, type NamedAsk, type OutingRow } from './lone.queries.ts'
import { announceOuting, answerOverdue, callOffOuting, comeBack, goIn, stayLonger, whoCouldLookOut } from './lone.verbs.ts'
import { isOpen, isOverdue } from './outing.ts'

const page = pageDoors()
export const lonePages = page

const mine = { shows: 'nothing' } as const

/** What was refused is said on the same page, with what was typed. */
const onceMore = (work: Work, _: object, attempt?: Attempt) => lonePageOf(work, {}, attempt)

page.get('/lone', { ...mine, does: 'consult', takes: Before }, lonePageOf)
page.post('/lone', { ...mine, does: 'collect', takes: Announce, again: onceMore }, async (work, sent) => {
  const backBy = await announceOuting(work, sent)
  return goTo(lonePage, t('safety.lone.announced', { when: say.moment(backBy) }))
})
page.post('/lone/{outingId}/going', { ...mine, does: 'alter', again: onceMore }, async (work, { outingId }) => {
  await goIn(work, outingId)
  return goTo(lonePage, t('safety.lone.gone-in'))
})
page.post('/lone/{outingId}/later', { ...mine, does: 'alter', again: onceMore }, async (work, { outingId }) => goTo(lonePage, t('safety.lone.longer', { time: say.time(await stayLonger(work, outingId)) })))
page.post('/lone/{outingId}/returns', { ...mine, does: 'alter', again: onceMore }, async (work, { outingId }) => {
  await comeBack(work, outingId)
  return goTo(lonePage, t('safety.lone.back'))
})
page.post('/lone/{outingId}/endings', { ...mine, does: 'alter', again: onceMore }, async (work, { outingId }) => {
  await callOffOuting(work, outingId)
  return goTo(lonePage, t('safety.lone.called-off'))
})

/** One page for a phone in a doorway: either the one thing to tap, or the form before it. */
async function lonePageOf(work: Work, before: Partial<Beginning>, attempt?: Attempt) {
  const [open, lookingOut] = [await myOpenOuting(work), await iLookOutFor(work)]
  return show({ title: t('safety.lone.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('safety.lone.title')} sub={open ? undefined : t('safety.lone.sub')} />
    {open ? <Open work={work} outing={open} /> : <AnnounceForm work={work} before={before} lookouts={await whoCouldLookOut(work, await allColleagues(work))} attempt={attempt} />}
    {lookingOut.length > 0 && <Block title={t('safety.lone.looking-out')} size="xs"><ul class="plain">{lookingOut.map((one) =>
      <li><Link href={outingPage(one.public_id)}>{t('safety.lone.until', { name: one.name, when: say.moment(one.back_by) })}</Link></li>)}</ul></Block>}
  </Narrow> })
}

function Open({ work, outing }: { work: Work, outing: OutingRow }) {
  return <>
    {isLate(work, outing) && <Notice kind="care">{outing.answerer ? t('safety.lone.overdue-answered', { name: outing.answerer }) : t('safety.lone.overdue-yourself', { name: outing.lookout })}</Notice>}
    <SummaryList answers={[
      { label: t('safety.lone.field.place'), value: <span dir="auto">{outing.place}</span> }, { label: t('safety.lone.field.back'), value: say.moment(outing.back_by) },
      { label: t('safety.lone.field.lookout'), value: outing.lookout }, ...(outing.out_at ? [{ label: t('safety.lone.went-in'), value: say.time(outing.out_at) }] : [])]} />
    <Taps work={work} outing={outing} />
  </>
}

/** Whoever forgot to tap at the door can still say that they are back: that is the tap which counts. */
function Taps({ work, outing }: { work: Work, outing: OutingRow }) {
  const at = (what: string) => `${outingPage(outing.public_id)}/${what}`
  const [isIn, hasBegun, late] = [outing.out_at !== null, outing.begins_at <= work.now, isLate(work, outing)]
  return <div class="submit">
    {!isIn && !late && <Tap work={work} action={at('going')} label={t('safety.lone.go')} />}
    {(isIn || hasBegun) && <Tap work={work} action={at('returns')} label={t('safety.lone.come-back')} secondary={!isIn && !late} />}
    <Tap work={work} action={at('later')} label={t('safety.lone.more')} secondary />
    {!isIn && late && <Tap work={work} action={at('going')} label={t('safety.lone.go')} secondary />}
    {!isIn && <Tap work={work} action={at('endings')} label={t('safety.lone.call-off')} secondary />}
  </div>
}

function isLate(work: Work, { back_by: backBy, returned_at: returnedAt, called_off_at: calledOffAt }: OutingRow): boolean {
  return isOverdue({ backBy, returnedAt, calledOffAt }, work.now)
}

/** One button, one form, no script; in a cellar without network it says that nothing was sent. */
function Tap({ work, action, label, secondary = false }: { work: Work, action: string, label: string, secondary?: boolean }) {
  return <Form action={action} keys={keysOf(work)}><button class="ds-button" data-variant={secondary ? 'secondary' : 'primary'} type="submit">{label}</button><StaysUnsent /></Form>
}

function AnnounceForm({ work, before, lookouts, attempt }: { work: Work, before: Partial<Beginning>, lookouts: { public_id: string, name: string }[], attempt: Attempt | undefined }) {
  if (lookouts.length === 0) return <Empty>{t('safety.lone.nobody')}</Empty>
  return <Form action={lonePage} keys={keysOf(work)}>
    <TextField name="place" label={t('safety.lone.field.place')} hint={t('safety.lone.place.hint')} attempt={attempt} required />
    <InARow>
      <DayField name="on" label={t('safety.lone.field.on')} value={before.on ?? work.today} attempt={attempt} required />
      <TextField name="time" label={t('safety.lone.field.time')} value={before.time ?? timeAt(work.now, work.timeZone)} attempt={attempt} width="short" required />
      <TextField name="backTime" label={t('safety.lone.field.back')} hint={t('safety.lone.back.hint')} value={before.backTime ?? ''} attempt={attempt} width="short" required />
    </InARow>
    <TextField name="reach" label={t('safety.lone.field.reach')} type="tel" attempt={attempt} width="medium" required />
    <Select name="lookout" label={t('safety.lone.field.lookout')} hint={t('safety.lone.lookout.hint')} attempt={attempt} required options={lookouts.map(({ public_id: value, name: label }) => ({ value, label }))} />
    <Submit label={t('safety.lone.announce')} />
  </Form>
}

page.get('/lone/{outingId}', { ...mine, does: 'consult' }, outingOf)
page.get('/lone/{outingId}/answer', { ...mine, does: 'consult' }, answerForm)
page.post('/lone/{outingId}/answer', { ...mine, does: 'alter', takes: AnswerOverdue, again: answerForm }, async (work, { outingId, done }) => {
  await answerOverdue(work, outingId, done)
  return goTo(outingPage(outingId), t('safety.lone.answered'))
})

/** For whoever looks out or is asked: where, how to reach them, who was asked; and what was done. */
async function outingOf(work: Work, { outingId }: { outingId: string }) {
  const outing = await theOuting(work, outingId)
  const asks = await asksOfOuting(work, outing.id)
  return show({ title: t('safety.lone.one'), body: <Narrow>
    <Crumbs above={[{ href: lonePage, label: t('safety.lone.title') }]} here={t('safety.lone.one')} />
    <PageHead title={outing.name} sub={standsSaid(work, outing)} actions={isAsked(work, asks) && awaitsAnAnswer(outing) && <ButtonLink href={answerPage(outingId)}>{t('safety.lone.answer')}</ButtonLink>} />
    <Facts outing={outing} />
    <Line asks={asks} />
  </Narrow> })
}

function isAsked(work: Work, asks: NamedAsk[]): boolean {
  return asks.some(({ colleagueId, askedAt }) => colleagueId === work.actor.id && askedAt !== null)
}

function awaitsAnAnswer({ answerer, returned_at: returnedAt, called_off_at: calledOffAt }: OutingRow): boolean {
  return answerer === null && isOpen({ returnedAt, calledOffAt })
}

/** The one thing to do for whoever is asked: find them, and say what was done. Once that is over there is nothing to ask; what was typed meanwhile is kept in sight. */
async function answerForm(work: Work, { outingId }: { outingId: string }, attempt?: Attempt) {
  const outing = await theOuting(work, outingId)
  const asks = await asksOfOuting(work, outing.id)
  if (!isAsked(work, asks)) throw refuse('not-found')
  if (!attempt && !awaitsAnAnswer(outing)) return outingOf(work, { outingId })
  return show({ title: t('safety.lone.answer'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: lonePage, label: t('safety.lone.title') }, { href: outingPage(outingId), label: t('safety.lone.one') }]} here={t('safety.lone.answer')} />
    <PageHead title={outing.name} sub={standsSaid(work, outing)} />
    <Facts outing={outing} />
    <p class="ds-paragraph">{t('safety.lone.answer.what')}</p>
    <Form action={answerPage(outingId)} keys={keysOf(work)}>
      <TextArea name="done" label={t('safety.lone.field.done')} attempt={attempt} rows={3} most={500} required />
      <Submit label={t('safety.lone.answer.do')} />
    </Form>
    <Line asks={asks} />
  </Narrow> })
}

function Facts({ outing }: { outing: OutingRow }) {
  return <SummaryList answers={[
      { label: t('safety.lone.field.place'), value: <span dir="auto">{outing.place}</span> }, { label: t('safety.lone.reach'), value: <a class="ds-link" href={`tel:${outing.reach.replaceAll(/[^+\d]/g, '')}`}>{outing.reach}</a> },
      { label: t('safety.lone.field.back'), value: say.moment(outing.back_by) }, { label: t('safety.lone.lookout'), value: outing.lookout },
      ...(outing.answerer ? [{ label: t('safety.lone.answered-by', { name: outing.answerer }), value: <span dir="auto">{outing.done}</span> }] : [])]} />
}

function Line({ asks }: { asks: NamedAsk[] }) {
  const asked = asks.filter(({ askedAt }) => askedAt !== null)
  if (asked.length === 0) return null
  return <Block title={t('safety.lone.asked')} size="xs"><Timeline items={asked.map(({ name, askedAt }) => ({ when: say.moment(askedAt!), title: name }))} /></Block>
}

function standsSaid(work: Work, outing: OutingRow): string {
  if (outing.called_off_at !== null) return t('safety.lone.called-off')
  if (outing.returned_at !== null) return t('safety.lone.is-back', { when: say.moment(outing.returned_at) })
  if (outing.back_by <= work.now) return t('safety.lone.is-overdue', { time: say.time(outing.back_by) })
  return outing.out_at === null ? t('safety.lone.is-announced', { when: say.moment(outing.begins_at) }) : t('safety.lone.is-out', { when: say.moment(outing.out_at) })
}

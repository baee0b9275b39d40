import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { day, type Day } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, DayField, DetailsFold, Empty, ErrorSummary, Form, InARow, Narrow, PageHead, Select, Submit, SummaryList, Table, TextField, Ticks } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownTimesPage } from './addresses.ts'
import { SayTimes, ShareTimes } from './participants.input.ts'
import { thePerson } from './participants.queries.ts'
import { Head } from './particulars.pages.tsx'
import { sayTimes, sharedWith, shareTimes, takeTimesAway, timesOf } from './personal-times.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const personalTimesPages = page

type Times = Awaited<ReturnType<typeof timesOf>>[number]

page.get('/own/times', { does: 'consult', shows: 'personal_times', for: ['person'] }, ownTimes)
page.post('/own/times', { does: 'collect', shows: 'personal_times', for: ['person'], takes: SayTimes, again: ownTimes }, async (work, input) => {
  await sayTimes(work, input)
  return goTo(ownTimesPage, t('times.said'))
})
page.post('/own/times/sharing', { does: 'alter', shows: 'personal_times', for: ['person'], takes: ShareTimes, again: ownTimes }, async (work, wanted) => {
  await shareTimes(work, wanted)
  return goTo(ownTimesPage, t('person.changed'))
})
page.post('/own/times/{timesId}/endings', { does: 'erase', shows: 'personal_times', for: ['person'], again: ownTimes }, async (work, { timesId }) => {
  await takeTimesAway(work, timesId)
  return goTo(ownTimesPage, t('times.taken-away'))
})

async function ownTimes(work: Work, _: object, attempt?: Attempt) {
  const [times, shared] = [await timesOf(work, work.actor.id), await sharedWith(work, work.actor.id)]
  return show({ title: t('times.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('times.title')} sub={t('times.sub')} />
    {times.length === 0 ? <Empty>{t('times.empty')}</Empty> : <Table caption={t('times.title')} captionHidden columns={[t('times.when'), t('times.field.what'), t('times.change')].map((label) => ({ label }))} rows={times.map((one) => [whenSaid(one), one.what,
      <Form action={`${ownTimesPage}/${one.public_id}/endings`} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('times.take-away')}<span class="ds-sr-only"> {whenSaid(one)}</span></button></Form>])} />}
    <Block title={t('times.new')} size="xs"><Form action={ownTimesPage} keys={keysOf(work)}>
      <Select name="weekday" label={t('times.field.weekday')} attempt={attempt} value="every" required options={(['every', '1', '2', '3', '4', '5', '6', '7'] as const).map((value) => ({ value, label: weekdaySaid(value) }))} />
      <InARow>
        <TextField name="fromTime" label={t('times.field.from')} hint={t('times.time.hint')} attempt={attempt} width="short" required />
        <TextField name="untilTime" label={t('times.field.until')} hint={t('times.time.hint-until')} attempt={attempt} width="short" required />
      </InARow>
      <TextField name="what" label={t('times.field.what')} hint={t('times.what.hint')} attempt={attempt} />
      <DetailsFold summary={t('times.some-weeks')} open={attempt !== undefined}>
        <DayField name="fromOn" label={t('times.field.from-on')} attempt={attempt} />
        <DayField name="untilOn" label={t('times.field.until-on')} attempt={attempt} />
      </DetailsFold>
      <Submit label={t('times.do')} />
    </Form></Block>
    <Block title={t('times.share')} size="xs"><p class="ds-paragraph">{t('times.share.what')}</p><Form action={`${ownTimesPage}/sharing`} keys={keysOf(work)}>
      <Ticks name="share" label={t('times.share.who')} required options={[{ name: 'facilitator', label: t('times.share.facilitator'), checked: shared.facilitator }, { name: 'mentor', label: t('times.share.mentor'), checked: shared.mentor }]} />
      <Submit label={t('person.save')} />
    </Form></Block>
  </Narrow> })
}

/** For the facilitator or mentor to whom the person has opened them; for everybody else there is nothing here. */
page.get('/people/{participantId}/times', { does: 'consult', shows: 'personal_times', about: 'participantId' }, async (work) => {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'personal_times')) throw refuse('not-found')
  const times = await timesOf(work, work.about)
  return show({ title: t('times.theirs'), body: <Narrow>
    <Head person={person} title={t('times.theirs')} />
    {times.length === 0 ? <Empty>{t('times.theirs.empty')}</Empty> : <SummaryList answers={times.map((one) => ({ label: whenSaid(one), value: one.what }))} />}
  </Narrow> })
})

function whenSaid(one: Times): string {
  const when = t('times.from-until', { weekday: weekdaySaid(one.weekday === null ? 'every' : String(one.weekday)), from: one.from_time, until: one.until_time })
  const days = [one.from_on && t('times.since', { on: say.day(one.from_on) }), one.until_on && t('times.till', { on: say.day(one.until_on) })].filter(Boolean)
  return say.beside([when, ...days].filter((one) => one !== null))
}

/** 2 February 2026 was a Monday: the reader's own calendar names the days. */
function weekdaySaid(weekday: string): string {
  return weekday === 'every' ? t('times.every-day') : say.dayOfTheWeek(day(`2026-02-0${Number(weekday) + 1}`) as Day)
}

import { z } from 'zod'
import { pageDoors, giveFile, show, field } from '../../platform/doors/index.ts'
import { readDay, type Day } from '../../platform/day.ts'
import { Block, ButtonLink, Crumbs, DayField, Empty, Link, Notice, PageHead, Table } from '../../platform/page/index.ts'
import { whyNotPrinted } from '../../platform/document/index.ts'
import { theService } from '../../people/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { onPaper, sheetOf, slipsOf, tomorrowPage } from './addresses.ts'
import { appointmentsOn, waitingOn, type Appointment } from './appointments.ts'
import { codeOf, sheetNames } from './neutral.ts'
import { linesOf, sheetFile } from './paper.ts'
import { PaperSheet } from './paper-pages.tsx'
import { SafeFirst } from './safe-first.tsx'
import { nextWorkingDay } from './working-day.ts'
import { t } from './words.ts'

const page = pageDoors()
export const tomorrowPages = page

const Asked = z.object({ on: field.day('myday.tomorrow.field.on').optional() })
const Printing = z.object({ on: field.day('myday.tomorrow.field.on'), as: field.choice('myday.tomorrow.field.as', sheetNames) })
const reading = { does: 'consult', shows: 'session_attendance' } as const

/** A helper's next working day, or another one: on the screen first, with the question that comes before paper. */
page.get('/tomorrow', { ...reading, takes: Asked }, async (work, { on }) => {
  const wanted = on ?? await workingDayAfter(work)
  const [appointments, waiting] = [await appointmentsOn(work, wanted), await waitingOn(work, wanted)]
  return show({ title: t('myday.tomorrow.title'), body: <>
    <Crumbs above={[{ href: '/', label: t('myday.day') }]} here={t('myday.tomorrow.title')} />
    <PageHead title={t('myday.tomorrow.heading', { day: say.weekday(wanted) })} sub={t(plansForOthers(work) ? 'myday.tomorrow.sub-team' : 'myday.tomorrow.sub')}
      actions={appointments.length > 0 && <ButtonLink secondary href={slipsOf(wanted)}>{t('myday.slips.link')}</ButtonLink>} />
    {appointments.length === 0 ? <Empty>{t('myday.tomorrow.empty')}</Empty> : <>
      <LeftOut appointments={appointments} />
      <OnScreen appointments={appointments} />
      <SafeFirst hint={t('myday.print.safe.sheet')} why={whyNotPrinted(() => sheetFile(work, wanted, linesOf(appointments, 'names')))} ways={sheetNames.map((as) => ({ label: t(`myday.as.${as}`), hint: t(`myday.as.${as}.hint`), page: onPaper(tomorrowPage, 'print', { on: wanted, as }), file: onPaper(tomorrowPage, 'file', { on: wanted, as }) }))} />
    </>}
    {waiting > 0 && <p class="ds-paragraph muted" data-size="sm">{t('myday.tomorrow.waiting', { count: waiting })}</p>}
    <AnotherDay on={wanted} />
  </> })
})

page.get('/tomorrow/print', { ...reading, takes: Printing }, async (work, { on, as }) =>
  show({ title: t('myday.paper.title'), plain: true, body: <PaperSheet on={on} lines={linesOf(await appointmentsOn(work, on), as)} back={sheetOf(on)} /> }))

page.get('/tomorrow/file', { ...reading, takes: Printing }, async (work, { on, as }) =>
  giveFile({ bytes: sheetFile(work, on, linesOf(await appointmentsOn(work, on), as)), type: 'application/pdf', name: `appointments-${on}.pdf`, inline: true }))

export async function workingDayAfter(work: Work): Promise<Day> {
  const service = await theService(work)
  return nextWorkingDay(work.today, (service?.holidays ?? []).flatMap((one) => readDay(one) ?? []))
}

/** Whether somebody plans for others, so that the sheet is a team's. */
export function plansForOthers(work: Work): boolean {
  return work.actor.roles.some((role) => ['coordinator', 'case_manager'].includes(role))
}

/** A place that says more than a place is named here, where nobody else reads it. */
export function LeftOut({ appointments }: { appointments: Appointment[] }) {
  return <>{appointments.filter(({ place }) => place === undefined).map((one) => <Notice kind="care">{t('myday.tomorrow.place-left-out', { who: one.name, time: say.time(one.at) })}</Notice>)}</>
}

/** On the screen the place stands under the time: on a phone both are seen without moving the table. */
function OnScreen({ appointments }: { appointments: Appointment[] }) {
  const lines = linesOf(appointments, 'names')
  const withOthers = lines.some((line) => line.with !== '')
  const bringsAnything = lines.some((line) => line.bring !== '')
  const columns = (['time', 'who', ...(withOthers ? ['with' as const] : []), 'code', ...(bringsAnything ? ['bring' as const] : [])] as const).map((name) => ({ label: t(`myday.column.${name}`) }))
  return <Table caption={t('myday.tomorrow.title')} captionHidden columns={columns} rows={appointments.map((one, at) => [lines[at]!, one] as const).map(([line, one]) => [
    <>{line.time}{line.place && <><br /><span class="muted">{line.place}</span></>}</>, <Link href={`/people/${one.person}`}>{one.name}</Link>, ...(withOthers ? [line.with] : []), <code>{codeOf(one.person)}</code>, ...(bringsAnything ? [line.bring] : [])])} />
}

function AnotherDay({ on }: { on: Day }) {
  return <Block title={t('myday.tomorrow.other')} size="xs"><form action={tomorrowPage} method="get" class="fields">
    <DayField name="on" label={t('myday.tomorrow.field.on')} value={on} required />
    <p class="actions"><button class="ds-button" data-variant="secondary" type="submit">{t('myday.tomorrow.show')}</button></p>
  </form></Block>
}

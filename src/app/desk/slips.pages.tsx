import { z } from 'zod'
import { thePerson } from '../../participants/index.ts'
import { dayAt } from '../../platform/day.ts'
import { whyNotPrinted } from '../../platform/document/index.ts'
import { field, giveFile, pageDoors, show } from '../../platform/doors/index.ts'
import { Crumbs, Empty, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { onPaper, sheetOf, slipOf, slipsOf, slipsPage } from './addresses.ts'
import { appointmentsOn, oneAppointment, type Appointment } from './appointments.ts'
import { slipNames, type SlipNames } from './neutral.ts'
import { slipsFile, slipsFor } from './paper.ts'
import { PaperSlips } from './paper-pages.tsx'
import { SafeFirst } from './safe-first.tsx'
import { LeftOut, workingDayAfter } from './tomorrow.pages.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const slipPages = page

const as = field.choice('myday.tomorrow.field.as', slipNames)
const Asked = z.object({ on: field.day('myday.tomorrow.field.on').optional() })
const Many = z.object({ on: field.day('myday.tomorrow.field.on'), as })
const One = z.object({ as })
const reading = { does: 'consult', shows: 'session_attendance' } as const
const about = { ...reading, about: 'participantId' } as const

page.get('/tomorrow/slips', { ...reading, takes: Asked }, async (work, { on }) => {
  const wanted = on ?? await workingDayAfter(work)
  const appointments = await appointmentsOn(work, wanted)
  return show({ title: t('myday.slips.title'), body: <Narrow>
    <Crumbs above={[{ href: '/', label: t('myday.day') }, { href: sheetOf(wanted), label: t('myday.tomorrow.title') }]} here={t('myday.slips.title')} />
    <PageHead title={t('myday.slips.heading', { day: say.weekday(wanted) })} sub={t('myday.slips.sub')} />
    {appointments.length === 0 ? <Empty>{t('myday.tomorrow.empty')}</Empty> : <><LeftOut appointments={appointments} /><NoRoom appointments={appointments} /><Ways work={work} appointments={appointments} at={(way, name) => onPaper(slipsPage, way, { on: wanted, as: name })} /></>}
  </Narrow> })
})

page.get('/tomorrow/slips/print', { ...reading, takes: Many }, async (work, { on, as: name }) => onPage(work, await appointmentsOn(work, on), name, slipsOf(on)))
page.get('/tomorrow/slips/file', { ...reading, takes: Many }, async (work, { on, as: name }) => inFile(work, await appointmentsOn(work, on), name, `appointments-${on}.pdf`))

page.get('/people/{participantId}/sessions/{sessionId}/slip', about, async (work, { participantId, sessionId }) => {
  const person = await thePerson(work)
  const one = await planned(work, sessionId)
  return show({ title: t('myday.slip.title'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }]} here={t('myday.slip.title')} />
    <PageHead title={t('myday.slip.heading')} sub={t('myday.slip.sub', { moment: say.moment(one.at) })} />
    <LeftOut appointments={[one]} /><NoRoom appointments={[one]} />
    <Ways work={work} appointments={[one]} at={(way, name) => onPaper(slipOf(participantId, sessionId), way, { as: name })} />
  </Narrow> })
})

page.get('/people/{participantId}/sessions/{sessionId}/slip/print', { ...about, takes: One }, async (work, { participantId, sessionId, as: name }) =>
  onPage(work, [await planned(work, sessionId)], name, slipOf(participantId, sessionId)))
page.get('/people/{participantId}/sessions/{sessionId}/slip/file', { ...about, takes: One }, async (work, { sessionId, as: name }) =>
  inFile(work, [await planned(work, sessionId)], name, 'appointment.pdf'))

/** Only what lies ahead is called: a slip for a meeting that was held would send somebody through the house for nothing. */
async function planned(work: Work, sessionId: string): Promise<Appointment> {
  const found = await oneAppointment(work, sessionId)
  if (!found) throw refuse('not-found')
  return found
}

/** Whose slip says no place, since what was typed is no room of the list: said here, so that whoever fetches can be told. */
function NoRoom({ appointments }: { appointments: Appointment[] }) {
  return <>{appointments.filter(({ place, room }) => place !== undefined && room === undefined).map((one) => <Notice kind="info">{t('myday.slips.no-room', { who: one.name, time: say.time(one.at) })}</Notice>)}</>
}

type WaysProps = { work: Work, appointments: Appointment[], at: (way: 'print' | 'file', name: SlipNames) => string }

/** Where nobody's number is the reader's to know, the name alone is offered. */
function Ways({ work, appointments, at }: WaysProps) {
  const names = appointments.some(({ number }) => number !== null) ? slipNames : ['name' as const]
  return <SafeFirst hint={t('myday.print.safe.slip')} why={whyNotPrinted(() => slipsFile(work, slipsFor(appointments, 'name', dayIn(work))))} ways={names.map((name) => ({ label: t(`myday.as.${name}`), page: at('print', name), file: at('file', name) }))} />
}

function onPage(work: Work, appointments: Appointment[], name: SlipNames, back: string) {
  return show({ title: t('myday.paper.title'), plain: true, body: <PaperSlips slips={slipsFor(appointments, name, dayIn(work))} back={back} /> })
}

function inFile(work: Work, appointments: Appointment[], name: SlipNames, file: string) {
  return giveFile({ bytes: slipsFile(work, slipsFor(appointments, name, dayIn(work))), type: 'application/pdf', name: file, inline: true })
}

function dayIn(work: Work) {
  return ({ at }: Appointment) => dayAt(at, work.timeZone)
}

import { z } from 'zod'
import { allColleagues, colleaguesAppointedAs, openUnits, theColleague } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt } from '../platform/day.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DayField, Empty, ErrorSummary, Form, Link, Narrow, PageHead, Select, Submit, Table } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { appointmentsToday, supervisorsOf } from './access.queries.ts'
import { appoint, endAppointment, endOfDay, endSupervision, supervise } from './access.verbs.ts'
import { roleName, roles } from './roles.ts'
import { t } from './words.ts'

export const page = pageDoors()

export const colleaguesPage = '/colleagues'
export const colleaguePage = (publicId: string) => `/colleagues/${publicId}`
const pagesOf = (publicId: string) => ({ appointments: `/colleagues/${publicId}/appointments`, supervisions: `/colleagues/${publicId}/supervisions`, account: `/colleagues/${publicId}/account` })

const appointable = roles.filter((role) => role !== 'participant' && role !== 'machine')
const supervisingRoles = ['coach', 'clinical_supervisor'] as const

const Appointing = z.object({ role: z.enum(appointable).meta({ label: 'access.field.appointed' }), unit: field.id('access.field.unit'), until: field.day('access.field.until').optional() })
const Supervising = z.object({ supervisor: z.string().regex(/^(coach|clinical_supervisor) [0-9a-z]+$/).meta({ label: 'access.field.supervisor' }) })

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

page.get('/colleagues', { ...kept, does: 'consult' }, async (work) => {
  const [colleagues, appointments] = [await allColleagues(work), await appointmentsToday(work)]
  const rolesOf = (id: number) => [...new Set(appointments.filter(({ colleague_id }) => colleague_id === id).map(({ role }) => roleName(role)))]
  return show({ title: t('access.colleagues.title'), body: <>
    <PageHead title={t('access.colleagues.title')} sub={t('access.colleagues.how')} actions={<ButtonLink href="/colleagues/new">{t('access.colleagues.new')}</ButtonLink>} />
    <Table caption={t('access.colleagues.title')} captionHidden columns={[{ label: t('access.field.colleague') }, { label: t('access.field.title') }, { label: t('access.field.unit') }, { label: t('access.field.appointed') }]}
      rows={colleagues.map((one) => [<Link href={colleaguePage(one.public_id)}>{one.name}</Link>, one.title, one.unit ?? '', rolesOf(one.id).length > 0 ? say.list(rolesOf(one.id)) : <span class="muted">{t('access.colleagues.no-appointment')}</span>])} />
  </> })
})

page.get('/colleagues/{colleagueId}', { ...kept, does: 'consult' }, (work, { colleagueId }, attempt) => colleaguePageOf(work, colleagueId, attempt))

page.post('/colleagues/{colleagueId}/appointments', { ...kept, does: 'alter', takes: Appointing, again: (work, { colleagueId }, attempt) => colleaguePageOf(work, colleagueId, attempt) },
  async (work, { colleagueId, role, unit: unitId, until }) => {
    const colleague = await theColleague(work, colleagueId)
    const unit = (await openUnits(work)).find(({ public_id }) => public_id === unitId)
    if (!unit) throw refuse('not-found')
    await appoint(work, { colleagueId: colleague.id, role, unitId: unit.id, ...(until ? { until: endOfDay(until, work.timeZone) } : {}) })
    return goTo(colleaguePage(colleagueId), t('access.appointment.made'))
  })
page.post('/colleagues/{colleagueId}/appointments/{appointmentId}/endings', { ...kept, does: 'alter' }, async (work, { colleagueId, appointmentId }) => {
  const colleague = await theColleague(work, colleagueId)
  if (!(await appointmentsToday(work, colleague.id)).some(({ public_id }) => public_id === appointmentId)) throw refuse('not-found')
  await endAppointment(work, appointmentId)
  return goTo(colleaguePage(colleagueId), t('access.appointment.ended'))
})

page.post('/colleagues/{colleagueId}/supervisions', { ...kept, does: 'alter', takes: Supervising, again: (work, { colleagueId }, attempt) => colleaguePageOf(work, colleagueId, attempt) },
  async (work, { colleagueId, supervisor }) => {
    const [role, publicId] = supervisor.split(' ') as ['coach' | 'clinical_supervisor', string]
    const [colleague, other] = [await theColleague(work, colleagueId), await theColleague(work, publicId)]
    await supervise(work, { supervisorId: other.id, colleagueId: colleague.id, role })
    return goTo(colleaguePage(colleagueId), t('access.supervision.made'))
  })
page.post('/colleagues/{colleagueId}/supervisions/{supervisionId}/endings', { ...kept, does: 'alter' }, async (work, { colleagueId, supervisionId }) => {
  const colleague = await theColleague(work, colleagueId)
  if (!(await supervisorsOf(work, colleague.id)).some(({ public_id }) => public_id === supervisionId)) throw refuse('not-found')
  await endSupervision(work, supervisionId)
  return goTo(colleaguePage(colleagueId), t('access.supervision.ended'))
})

/** One colleague: appointments, who supervises them, and the way to their account. */
async function colleaguePageOf(work: Work, publicId: string, attempt?: Attempt) {
  const colleague = await theColleague(work, publicId)
  const pages = pagesOf(publicId)
  return show({ title: t('access.colleague.title'), body: <Narrow>
    <Crumbs above={[{ href: colleaguesPage, label: t('access.colleagues.title') }]} here={colleague.name} />
    <PageHead title={colleague.name} sub={[colleague.title, colleague.unit].filter(Boolean).join(' · ')} actions={<ButtonLink href={pages.account} secondary>{t('access.colleague.account')}</ButtonLink>} />
    <ErrorSummary attempt={attempt} />
    <Appointments work={work} rows={await appointmentsToday(work, colleague.id)} units={await openUnits(work)} action={pages.appointments} attempt={attempt} />
    <Supervisors work={work} rows={await supervisorsOf(work, colleague.id)} choices={await supervisorsToChoose(work, colleague.id)} action={pages.supervisions} attempt={attempt} />
  </Narrow> })
}

type AppointmentsProps = { work: Work, rows: Awaited<ReturnType<typeof appointmentsToday>>, units: Awaited<ReturnType<typeof openUnits>>, action: string, attempt: Attempt | undefined }

function Appointments({ work, rows, units, action, attempt }: AppointmentsProps) {
  return <Block title={t('access.appointments')}>
    {rows.length === 0 ? <Empty>{t('access.appointments.none')}</Empty> : <Table caption={t('access.appointments')} captionHidden
      columns={[{ label: t('access.field.appointed') }, { label: t('access.field.unit') }, { label: t('access.field.since') }, { label: t('access.team.change') }]}
      rows={rows.map((one) => [roleName(one.role), one.unit ?? '', <>{say.day(dayAt(one.from_at, work.timeZone))}{one.until_at && <><br />{t('access.team.until', { until: say.moment(one.until_at) })}</>}</>,
        <EndForm action={`${action}/${one.public_id}/endings`} work={work} what={roleName(one.role)} />])} />}
    <Form action={action} keys={keysOf(work)}>
      <Select name="role" label={t('access.field.appoint')} attempt={attempt} required options={appointable.map((role) => ({ value: role, label: roleName(role) }))} />
      <Select name="unit" label={t('access.field.unit')} attempt={attempt} required options={units.map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      <DayField name="until" label={t('access.field.until')} hint={t('access.team.until.hint')} attempt={attempt} min={work.today} />
      <Submit label={t('access.appointment.do')} />
    </Form>
  </Block>
}

type SupervisorsProps = { work: Work, rows: Awaited<ReturnType<typeof supervisorsOf>>, choices: { value: string, label: string }[], action: string, attempt: Attempt | undefined }

function Supervisors({ work, rows, choices, action, attempt }: SupervisorsProps) {
  return <Block title={t('access.supervisions')}>
    {rows.length === 0 ? <Empty>{t('access.supervisions.none')}</Empty> : <Table caption={t('access.supervisions')} captionHidden
      columns={[{ label: t('access.field.supervisor') }, { label: t('access.field.role') }, { label: t('access.field.since') }, { label: t('access.team.change') }]}
      rows={rows.map((one) => [one.name, roleName(one.role), say.day(dayAt(one.from_at, work.timeZone)), <EndForm action={`${action}/${one.public_id}/endings`} work={work} what={one.name} />])} />}
    {choices.length > 0 && <Form action={action} keys={keysOf(work)}>
      <Select name="supervisor" label={t('access.field.supervisor')} attempt={attempt} required options={choices} />
      <Submit label={t('access.supervision.do')} />
    </Form>}
  </Block>
}

function EndForm({ action, work, what }: { action: string, work: Work, what: string }) {
  return <Form action={action} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('access.team.end')}<span class="ds-sr-only"> {what}</span></button></Form>
}

async function supervisorsToChoose(work: Work, colleagueId: number): Promise<{ value: string, label: string }[]> {
  const choices: { value: string, label: string }[] = []
  for (const role of supervisingRoles) for (const one of await colleaguesAppointedAs(work, role)) if (one.id !== colleagueId) choices.push({ value: `${role} ${one.public_id}`, label: `${one.name}, ${roleName(role)}` })
  return choices
}

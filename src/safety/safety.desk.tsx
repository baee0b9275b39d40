import { myPeople } from '../participants/index.ts'
import { addMinutes, dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { aftercarePage, callPage, debriefPage, dutyPage, incidentsPage, newIncidentOfPage, signaturePage } from './addresses.ts'
import { loneDue } from './lone/lone.desk.ts'
import { aboutWhom } from './said.tsx'
import { aftercaresOf, callsAwaiting, debriefsOf, dutyList, incidentsOf, incidentsSince, mayWriteOf, warningsToSign, type Incident } from './safety.queries.ts'
import { t } from './words.ts'

/** How long somebody is reminded of what is owed after a crisis. Older ones stay on the person's page. */
const minutesRemembered = 28 * 24 * 60

/** What a crisis asks of this colleague: to answer now, to sign, to tell, to plan anew, to have somebody to talk to. */
export async function safetyDue(work: Work): Promise<Due[]> {
  if (work.actor.kind !== 'colleague') return []
  const [found, calls, signatures, mine, alone] = await together([incidentsSince(work, addMinutes(work.now, -minutesRemembered)), work.about === 0 ? callsDue(work) : [], signaturesDue(work), myPeople(work), work.about === 0 ? loneDue(work) : []])
  // On one person's page stands what is theirs; a call that awaits an answer stands above every page anyway.
  const incidents = work.about === 0 ? found : found.filter(({ participant_id: id }) => id === work.about)
  const gone = work.about === 0 ? await noLongerAsked(work) : []
  return [...calls, ...alone, ...signatures, ...gone, ...(await together([aftercareDue(work, incidents, mine), debriefsDue(work, incidents, mine)])).flat()]
}

type Mine = Awaited<ReturnType<typeof myPeople>>

async function callsDue(work: Work): Promise<Due[]> {
  return (await callsAwaiting(work)).map(({ public_id: id, asked_at: at, answer_by: by, opened_at: opened }) => ({
    on: dayAt(at ?? opened, work.timeZone), at: at ?? opened, says: t('safety.due.asked'), href: callPage(id), isNow: true,
    because: by && by > work.now ? t('safety.due.asked.because', { time: say.time(by) }) : t('safety.due.asked.late') }))
}

/** Whoever keeps the duty list learns that somebody on it is asked no longer, since they lost the role for it. */
async function noLongerAsked(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework' || !work.actor.roles.includes('coordinator')) return []
  const gone = (await dutyList(work)).filter(({ can_be_asked: canBeAsked }) => !canBeAsked)
  return gone.map(({ name }) => ({ on: work.today, says: t('safety.due.duty'), href: dutyPage, because: t('safety.due.duty.because', { name }) }))
}

async function signaturesDue(work: Work): Promise<Due[]> {
  const [mine, warnings] = await together([myPeople(work), warningsToSign(work)])
  return warnings.flatMap((warning) => {
    const person = mine.find(({ participant_id: id }) => id === warning.participant_id)
    if (!person || !signingRoles.includes(person.role)) return []
    return [{ on: dayAt(warning.told_at, work.timeZone), at: warning.told_at, says: t('safety.due.sign'), href: signaturePage(warning.call_id, warning.public_id), about: person.name,
      because: t('safety.due.sign.because', { name: warning.author }) }]
  })
}

/** Who both reads what others wrote of a crisis and writes of it. */
const signingRoles = ['coordinator', 'facilitator', 'case_manager', 'health', 'circle_coordinator']

/** Whoever wrote tells the person what was passed on; the facilitator plans the next session anew with them. */
async function aftercareDue(work: Work, incidents: Incident[], mine: Mine): Promise<Due[]> {
  const done = await aftercaresOf(work, incidents.map(({ id }) => id))
  const isDone = (id: number, what: string) => done.some((one) => one.incident_id === id && one.what === what)
  return incidents.filter(({ participant_id: id }) => id !== null).flatMap((incident) => {
    const role = mine.find(({ participant_id: id }) => id === incident.participant_id)?.role
    const due = { on: dayAt(incident.recorded_at, work.timeZone), href: aftercarePage(incident.public_id), about: aboutWhom(incident) }
    const toTell = incident.author_id === work.actor.id && role !== undefined && !isDone(incident.id, 'told')
    const toPlan = role === 'facilitator' && !isDone(incident.id, 'planned-anew')
    return [
      ...(toTell ? [{ ...due, says: t('safety.due.tell'), because: t('safety.due.tell.because') }] : []),
      ...(toPlan ? [{ ...due, says: t('safety.due.anew'), because: t('safety.due.anew.because') }] : []),
    ]
  })
}

/** The colleague who was there is offered a talk; whoever supervises them is reminded to offer it. */
async function debriefsDue(work: Work, incidents: Incident[], mine: Mine): Promise<Due[]> {
  const answered = await debriefsOf(work, incidents.map(({ id }) => id))
  return incidents.filter(({ id }) => !answered.some((one) => one.incident_id === id)).flatMap((incident) => {
    const on = dayAt(incident.recorded_at, work.timeZone)
    if (incident.author_id === work.actor.id) return [{ on, says: t('safety.due.debrief'), href: debriefPage(incident.public_id), because: t('safety.due.debrief.because') }]
    const supervises = ['coach', 'clinical_supervisor'].some((role) => work.actor.roles.includes(role)) && !mine.some(({ participant_id: id }) => id === incident.participant_id)
    return supervises ? [{ on, says: t('safety.due.offer', { name: incident.author }), href: callPage(incident.public_id), because: t('safety.due.offer.because') }] : []
  })
}

/** On the person's page: when something was last written down, and the way to write. */
export async function safetyGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [[last], mayWrite] = await together([incidentsOf(work, participantId, 1), mayWriteOf(work, participantId)])
  if (!last && !mayWrite) return undefined
  return { place: 'aside', order: 80, body: <Block title={t('safety.list.title')} size="xs">
    <p class="ds-paragraph" data-size="sm">{last ? <Link href={incidentsPage(publicId)}>{t('safety.glance.last', { when: say.moment(last.happened_at) })}</Link> : t('safety.glance.none')}
      {mayWrite && <>{last ? ' · ' : ' '}<Link href={newIncidentOfPage(publicId)}>{t('safety.list.new')}</Link></>}</p>
  </Block> }
}

import { mayFor } from '../access/index.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { acknowledgementPage, lookAgainPage, monitoringPage, ownerPage, transitionPage } from './addresses.ts'
import { closingPage } from './closing/addresses.ts'
import { closingsDue } from './closing/closing.desk.ts'
import { t as ofClosing } from './closing/words.ts'
import { ownerSaid } from './owner-said.ts'
import { openingSaid } from './said.ts'
import { movesAtAGlance, movesDue } from './moves/moves.desk.tsx'
import { ordersToLookAt } from './looking-again/looking-again.verbs.ts'
import { ordersAlone } from './monitoring.queries.ts'
import { openingOf } from './transition.ts'
import { handOversAwaited, knownReleases, leadTime, meetingsToPlan, namedAndSilent, ownersOf, peopleToBringOut } from './transitions.queries.ts'
import { t } from './words.ts'

/** A transition that has opened and has nobody outside; who was named and has not said that they know; what was handed over and not taken; meetings after the end that nobody has planned; a plan that ended without a signed report. */
export async function transitionsDue(work: Work): Promise<Due[]> {
  const { shape, roles } = work.actor
  if (shape !== 'casework') return []
  const [openings, silent, handed, toPlan, alone, again, moves, closings] = await together([openingsDue(work), namedAndSilent(work), handOversAwaited(work), meetingsToPlan(work), roles.includes('case_manager') ? ordersAlone(work) : [], roles.includes('case_manager') ? ordersToLookAt(work) : [], movesDue(work), closingsDue(work)])
  return [
    ...alone.map((one) => ({ on: one.on, says: t('monitoring.due'), href: monitoringPage(one.public_id), about: one.name, because: t('monitoring.due.because') })),
    ...again.map((one) => ({ on: one.on, says: t('monitoring.look.due'), href: lookAgainPage(one.public_id, one.order_id), about: one.name, because: t('monitoring.look.due.because', { day: say.day(one.on) }) })),
    ...moves,
    ...openings,
    ...closings,
    ...silent.map((one) => ({ on: one.acknowledge_by, says: t('transition.due.acknowledge'), href: transitionPage(one.public_id), about: one.name, because: t('transition.due.acknowledge.because') })),
    ...handed.map((one) => ({ on: one.acknowledge_by, says: t(one.to_id === work.actor.id ? 'transition.due.take' : one.handed_by === work.actor.id ? 'transition.due.not-taken' : 'transition.due.not-taken-by'), href: transitionPage(one.person), about: one.name,
      because: t('transition.due.take.because', { from: one.from_name ?? '', to: one.to_name ?? '' }) })),
    ...toPlan.map((one) => ({ on: work.today, says: t('transition.due.meeting'), href: `/people/${one.public_id}/sessions/plan`, about: one.name, because: t('transition.due.meeting.because', { day: say.day(one.until_on) }) })),
  ]
}

async function openingsDue(work: Work): Promise<Due[]> {
  const people = await peopleToBringOut(work)
  const ids = people.map(({ participant_id: id }) => id)
  const [lead, releases, owners] = await together([leadTime(work), knownReleases(work, ids), ownersOf(work, ids)])
  return people.flatMap(({ participant_id: id, public_id: person, name }): Due[] => {
    const opening = openingOf(releases.get(id), lead, work.today)
    const owner = owners.find(({ participantId }) => participantId === id)
    if (opening.state !== 'open') return []
    if (owner?.stands !== 'there') return [{ on: opening.opensOn, says: t('transition.due.name'), href: ownerPage(person), about: name, because: owner ? t(`transition.due.owner.${owner.stands}`, { name: owner.name }) : openingSaid(opening) }]
    if (owner.acknowledgedAt !== null || (owner.colleagueId !== null && owner.acknowledgeBy >= work.today) || owner.colleagueId === work.actor.id) return []
    const where = owner.colleagueId === null ? acknowledgementPage(person) : ownerPage(person)
    return [{ on: owner.acknowledgeBy, says: t('transition.due.silent', { name: owner.name }), href: where, about: name, because: t('transition.due.silent.because') }]
  })
}

/** What comes after, in a line beside the person. */
export async function transitionGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, mayReadOrders, lead, releases, [owner], moves] = await together([mayFor(work, 'read', 'plan_dates'), mayFor(work, 'read', 'restriction_and_monitoring'), leadTime(work), knownReleases(work, [participantId]), ownersOf(work, [participantId]), movesAtAGlance(work, participantId, publicId)])
  // Where somebody goes is read by whoever knows their name; what is arranged outside by fewer.
  if (!mayRead) return { place: 'aside', order: 20, body: <Block title={t('transition.title')} size="xs">{moves}</Block> }
  const opening = openingOf(releases.get(participantId), lead, work.today)
  return { place: 'aside', order: 20, body: <Block title={t('transition.title')} size="xs">
    <p class="ds-paragraph" data-size="sm">{openingSaid(opening)}</p>
    {owner && <p class="ds-paragraph" data-size="sm">{ownerSaid(owner)}</p>}
    <p class="ds-paragraph" data-size="sm"><Link href={transitionPage(publicId)}>{t('transition.open')}</Link> · <Link href={closingPage(publicId)}>{ofClosing('closing.title')}</Link>{mayReadOrders && <> · <Link href={monitoringPage(publicId)}>{t('monitoring.title')}</Link></>}</p>
    {moves}
  </Block> }
}

import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { ButtonLink, Empty, ErrorSummary, Form, Hidden, Link, Narrow, Notice, PageHead, Submit } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { acknowledgementPage, handOverPage, linksPage, maintenancePage, ownerPage, takenPage } from '../addresses.ts'
import { ownerSaid } from '../owner-said.ts'
import { openingSaid } from '../said.ts'
import { openingOf } from '../transition.ts'
import { handOversOf, knownReleases, leadTime, linksOf, maintenanceOf, ownersOf, type Owner } from '../transitions.queries.ts'
import { t } from '../words.ts'
import { HandOverTable, LinkRows, Meetings, Section, Way } from './parts.tsx'

/** Everything that is arranged for the time outside: since when, whose it is, where to, with whom, and what was handed on. */
export async function showTransition(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const id = person.participant_id
  const [lead, releases, owners, links, [arranged], handOvers, mayArrange] = await together([
    leadTime(work), knownReleases(work, [id]), ownersOf(work, [id]), linksOf(work, id), maintenanceOf(work, id), handOversOf(work, id), mayFor(work, 'write', 'plan_dates')])
  const opening = openingOf(releases.get(id), lead, work.today)
  const mine = handOvers.filter(({ toId, takenAt }) => toId === work.actor.id && takenAt === null)
  return show({ title: t('transition.title'), body: <Narrow>
    <Way person={person} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.title')} sub={person.name} actions={mayArrange && opening.state === 'open' && owners[0]?.stands !== 'there' && <ButtonLink href={ownerPage(participantId)}>{t('transition.owner.name')}</ButtonLink>} />
    <Notice kind={'late' in opening ? 'care' : 'info'}>{openingSaid(opening)}</Notice>
    {mine.map((one) => <Form action={takenPage(participantId, one.publicId)} keys={keysOf(work)}><Notice kind="info">{t('transition.handed-to-you', { from: one.from })}</Notice><Submit label={t('transition.take')} /></Form>)}
    <Section title={t('transition.owner')}><OwnerNow work={work} owner={owners[0]} participantId={participantId} mayArrange={mayArrange} /><Earlier owners={owners.slice(1)} /></Section>
    <Section title={t('transition.links')}><LinkRows links={links} />{mayArrange && <p class="ds-paragraph"><Link href={linksPage(participantId)}>{t('transition.links.do')}</Link></p>}</Section>
    <Section title={t('transition.maintenance')}><Meetings arranged={arranged} />{arranged?.colleagueId === work.actor.id && <p class="ds-paragraph"><Link href={`/people/${participantId}/sessions/plan`}>{t('transition.maintenance.plan')}</Link></p>}{mayArrange && <p class="ds-paragraph"><Link href={maintenancePage(participantId)}>{t(arranged ? 'transition.maintenance.again' : 'transition.maintenance.do')}</Link></p>}</Section>
    <Section title={t('transition.hand-over')}>{handOvers.length === 0 ? <Empty>{t('transition.hand-over.none')}</Empty> : <HandOverTable handOvers={handOvers} />}{mayArrange && <p class="ds-paragraph"><Link href={handOverPage(participantId)}>{t('transition.hand-over.do')}</Link></p>}</Section>
  </Narrow> })
}

type OwnerShown = { work: Work, owner: Owner | undefined, participantId: string, mayArrange: boolean }

function OwnerNow({ work, owner, participantId, mayArrange }: OwnerShown) {
  const another = mayArrange && <p class="ds-paragraph"><Link href={ownerPage(participantId)}>{t(owner ? 'transition.owner.another' : 'transition.owner.name')}</Link></p>
  if (!owner) return <><Empty>{t('transition.owner.none')}</Empty>{another}</>
  const isMine = owner.colleagueId === work.actor.id
  return <>
    <p class="ds-paragraph">{ownerSaid(owner)}{owner.words && <> <q dir="auto">{owner.words}</q></>}</p>
    {owner.acknowledgedAt === null && isMine && <Form action={acknowledgementPage(participantId)} keys={keysOf(work)}><Hidden name="owner" value={owner.publicId} /><Submit label={t('transition.acknowledge')} /></Form>}
    {owner.acknowledgedAt === null && owner.colleagueId === null && mayArrange && <p class="ds-paragraph"><Link href={acknowledgementPage(participantId)}>{t('transition.acknowledge.place')}</Link></p>}
    {another}
  </>
}

function Earlier({ owners }: { owners: Owner[] }) {
  if (owners.length === 0) return null
  return <p class="ds-paragraph muted" data-size="sm">{t('transition.owner.earlier', { names: say.list(owners.map(({ name, namedAt }) => t('transition.owner.since', { name, when: say.moment(namedAt) }))) })}</p>
}

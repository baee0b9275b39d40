import { myPeople } from '../participants/index.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { dayAt } from '../platform/day.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { awaitedParty, happenedSince, inForce, mayBeParty, partyOf, reviewDueOn, standing, waiting, type Agreement, type Happening } from './agreement.ts'
import { openAgreements } from './agreements.queries.ts'
import { openStandings } from './open-standings.ts'
import { agreementPage, agreementsPage, newAgreementPage, ownAgreementPage, ownAnswerPage, reviewPage, signPage } from './pages/addresses.ts'
import { outcomesSaid, standingSaid } from './sentences.ts'
import { happenedTo } from './what-happened.ts'
import { t } from './words.ts'

/** What awaits me in agreements: my own signature, and the reviews of those that I am party to, or whose person I coordinate. */
export async function agreementsDue(work: Work): Promise<Due[]> {
  const [agreements, people] = await together([work.about === 0 ? openStandings(work) : openAgreements(work), work.actor.kind === 'participant' ? [] : myPeople(work)])
  const happened = await happenedTo(work, agreements.map(({ participantId }) => participantId))
  if (work.actor.kind === 'participant') return agreements.flatMap((agreement) => ownDue(work, { agreement, happened }))
  return agreements.flatMap((agreement) => {
    const person = people.find((one) => one.participant_id === agreement.participantId)
    return person && mayBeParty(person.role) ? colleaguesDue(work, { agreement, happened }, person) : []
  })
}

type Mine = { public_id: string, name: string, role: string }

/** An agreement, and what happened to whoever they were made with. */
type Open = { agreement: Agreement, happened: readonly Happening[] }

function colleaguesDue(work: Work, open: Open, person: Mine): Due[] {
  const { agreement } = open
  const here = { participantId: person.public_id, agreementId: agreement.publicId }
  const version = inForce(agreement)
  const isMine = version !== undefined && (partyOf(version, work.actor.id) !== undefined || person.role.endsWith('coordinator'))
  return [
    ...signatureDue(agreement, work.actor.id, signPage(here)),
    ...(isMine ? reviewDue(work, open, reviewPage(here)) : []),
  ].map((due) => ({ ...due, about: person.name }))
}

function ownDue(work: Work, open: Open): Due[] {
  const { publicId } = open.agreement
  return [...signatureDue(open.agreement, null, ownAnswerPage(publicId)), ...reviewDue(work, open, ownAgreementPage(publicId))]
}

function signatureDue(agreement: Agreement, colleagueId: number | null, href: string): Due[] {
  const open = waiting(agreement)
  return open && awaitedParty(agreement, colleagueId) ? [{ on: open.proposedOn, says: t('agreement.due.signature'), href, because: t('agreement.due.signature.because', { number: open.number }) }] : []
}

/** Two weeks ahead, and calmly afterwards: a lapse is a task, and nothing more. What happens to somebody asks at once whether what was agreed still holds: another day of release, the day itself, another unit, a recall, a party who has left. */
function reviewDue(work: Work, { agreement, happened }: Open, href: string): Due[] {
  const says = t('agreement.due.review')
  const [on, stands] = [reviewDueOn(agreement), standing(agreement, work.today)]
  if (on && stands === 'lapsed') return [{ on, says, href, because: t('agreement.due.lapsed', { day: say.day(on) }) }]
  const last = happenedSince(agreement, happened)
  if (last) return [{ on: dayAt(last.at, work.timeZone), says, href, because: t(`agreement.due.${last.what}`) }]
  return on && stands === 'review-due' ? [{ on, says, href, because: t('agreement.due.review.because', { count: agreement.reviewMonths }) }] : []
}

/** The person's page: how each open agreement stands; nothing where this reader may see none. */
export async function agreementGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [open, mine] = await together([openAgreements(work), myPeople(work)])
  const agreements = open.filter((agreement) => agreement.participantId === participantId)
  const mayPropose = mine.some((person) => person.participant_id === participantId && mayBeParty(person.role))
  if (agreements.length === 0 && !mayPropose) return undefined
  return { place: 'aside', order: 30, body: <Block title={t('agreement.list.title')} size="xs">
    {agreements.map((agreement) => <p class="ds-paragraph" data-size="sm">
      <Link href={agreementPage({ participantId: publicId, agreementId: agreement.publicId })}>{t(`agreement.purpose.${agreement.purpose}`)}</Link>. {standingSaid(agreement, work.today)} {lastReview(agreement)}
    </p>)}
    {agreements.length === 0
      ? <p class="ds-paragraph" data-size="sm">{t('agreement.glance.none')} <Link href={newAgreementPage(publicId)}>{t('agreement.propose.title')}</Link></p>
      : <p class="ds-paragraph" data-size="sm"><Link href={agreementsPage(publicId)}>{t('agreement.glance.all')}</Link></p>}
  </Block> }
}

function lastReview({ reviews }: Agreement): string {
  const last = reviews.at(-1)
  return last ? outcomesSaid(last.outcomes) : ''
}

/** Whose agreement waits for somebody's answer that can be given when they meet: the person's own, or mine. By the person, and never more than that there is a paper. */
export async function papersToSign(work: Work): Promise<number[]> {
  const isAwaited = (agreement: Agreement) => waiting(agreement) !== undefined && (awaitedParty(agreement, null) ?? awaitedParty(agreement, work.actor.id)) !== undefined
  return (await openAgreements(work)).filter(isAwaited).map(({ participantId }) => participantId)
}

import { addDays } from '../platform/day.ts'
import type { Due, Glance, Step } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { say } from '../platform/words/index.ts'
import { daysWaited } from './referral.ts'
import { myUnits, officerReferrals, programmesWithoutDefinition, referralsOfPerson, toReadSecond, waitingSince } from './referrals.queries.ts'
import { decisionPage, referralPage, referralsPage } from './referrals.pages.tsx'
import { sourceSaid, stateSaid } from './said.ts'
import { t } from './words.ts'

/** Referrals without a decision, in one line with the longest, due two weeks after it came; and what an officer wrote waits to be filtered. */
export async function referralsDue(work: Work): Promise<Due[]> {
  if (work.about !== 0 || !work.actor.roles.includes('coordinator') || (await myUnits(work)).length === 0) return []
  const { waiting, longest } = await waitingSince(work, addDays(work.today, 1))
  const toFilter = (await officerReferrals(work)).filter(({ filtered }) => filtered === null)
  return [
    ...(longest ? [{ on: addDays(longest, daysToDecide), says: t('referral.due', { count: waiting }), href: referralsPage, because: t('referral.due.because', { count: daysWaited(longest, work.today) }) }] : []),
    ...(await programmesWithoutDefinition(work)).map((one) => ({ on: one.since, says: t('referral.due.programme', { name: one.name }), href: decisionPage(one.earliest), because: t('referral.due.programme.because', { count: one.referrals }) })),
    ...(await toReadSecond(work)).map((one) => ({ on: one.since, about: one.name, href: referralPage(one.public_id), ...(one.isMine ? { says: t('referral.due.second'), because: t('referral.due.second.because') } : { says: t('referral.due.nobody-else'), because: t('referral.due.nobody-else.because') }) })),
    ...toFilter.map((one) => ({ on: one.written_on, says: t('security.due'), href: `/security-referrals/${one.public_id}`, because: t('security.to-filter') })),
  ]
}

const daysToDecide = 14

/** Where the path began; nothing for those who may not read it. */
export async function referralSteps(work: Work, participantId: number): Promise<Step[]> {
  const [latest] = await referralsOfPerson(work, participantId)
  return latest ? [{ at: 'referral', state: latest.state === 'accepted' ? 'done' : 'now', note: say.dayShort(latest.referred_on) }] : []
}

/** A person's referrals, for those of the team who may read them. */
export async function referralGlance(work: Work, participantId: number): Promise<Glance | undefined> {
  const all = await referralsOfPerson(work, participantId)
  if (all.length === 0) return undefined
  return { place: 'aside', order: 60, body: <Block title={t('referral.title')} size="xs"><ul class="plain">{all.map((one) =>
    <li><Link href={referralPage(one.public_id)}>{say.day(one.referred_on)}</Link>, {sourceSaid(one)}, {stateSaid(one.state)}</li>)}</ul></Block> }
}

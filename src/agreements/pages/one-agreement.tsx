import { mayFor, teamOf, roleName } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Columns, DetailsFold, Link, Notice, PageHead, PrintHint, WhoReads } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { inForce, isSigned, partyOf, standing, waiting, type Agreement, type Version } from '../agreement.ts'
import { findAgreement } from '../agreements.queries.ts'
import { outcomesSaid, standingSaid } from '../sentences.ts'
import { t } from '../words.ts'
import { correctionPage, endingPage, paperPage, printPage, reviewPage, signPage, type Here } from './addresses.ts'
import { Clauses, Difference, History, Parties, Way } from './parts.tsx'

/** One agreement: how it stands, what it says, who signed, what happened to it, who reads it. */
export async function showAgreement(work: Work, here: Here) {
  const person = await thePerson(work)
  const agreement = await findAgreement(work, here.agreementId)
  const [held, open] = [inForce(agreement), agreement.ended ? undefined : waiting(agreement)]
  const version = held ?? agreement.versions.at(-1)!
  const mayChange = !agreement.ended && await mayFor(work, 'write', 'agreement')
  const title = t(`agreement.purpose.${agreement.purpose}`)
  return show({ title: t('agreement.title'), wide: true, body: <>
    <Way person={person} here={title} />
    <PageHead title={title} sub={person.name} actions={mayChange && <MainThing work={work} agreement={agreement} here={here} />} />
    <Columns aside={<>
      <Block title={t('agreement.parties.title')} size="xs"><Parties version={version} /></Block>
      {mayChange && <Block title={t('agreement.can.title')} size="xs"><WhatCanBeDone work={work} agreement={agreement} here={here} /></Block>}
      <Block title={t('agreement.print.title')} size="xs"><PrintHint href={printPage(here)} /></Block>
      <Readers names={await readersOf(work)} name={person.name} publicId={here.participantId} />
    </>}>
      <Stands work={work} agreement={agreement} />
      <Words agreement={agreement} version={version} />
      {held && open && <Block title={t('agreement.next-version', { number: open.number })}>
        {open.reason && <p class="ds-paragraph" dir="auto">{open.reason}</p>}
        <Difference before={held} after={open} />
        <Parties version={open} />
      </Block>}
      <Block title={t('agreement.history.title')}><History agreement={agreement} /></Block>
    </Columns>
  </> })
}

function Stands({ work, agreement }: { work: Work, agreement: Agreement }) {
  const interval = t(agreement.programme ? 'agreement.interval.programme' : 'agreement.interval.own', { count: agreement.reviewMonths })
  const isLate = standing(agreement, work.today) === 'lapsed'
  return <Notice kind={isLate ? 'care' : 'info'}>
    <p class="ds-paragraph">{standingSaid(agreement, work.today)}</p>
    {agreement.ended ? <p class="ds-paragraph" data-size="sm" dir="auto">{agreement.ended.reason}</p> : <p class="ds-paragraph" data-size="sm">{interval}{isLate && ` ${t('agreement.lapse.harmless')}`}</p>}
  </Notice>
}

/** The words that hold, or wait, with what the last review said of them; older reviews are folded. */
function Words({ agreement, version }: { agreement: Agreement, version: Version }) {
  const [last, ...earlier] = agreement.reviews.filter(({ versionId }) => versionId === version.id).toReversed()
  return <Block title={t(isSigned(version) ? 'agreement.version.in-force' : 'agreement.version.proposed', { number: version.number })}>
    <Clauses version={version} outcomes={last?.outcomes ?? []} />
    {last && <p class="ds-paragraph" data-size="sm">{t('agreement.reviewed-on', { day: say.day(last.heldOn) })} {outcomesSaid(last.outcomes)} <span dir="auto">{last.note}</span></p>}
    {earlier.map((review) => <DetailsFold summary={t('agreement.reviewed-on', { day: say.day(review.heldOn) })}><Clauses version={version} outcomes={review.outcomes} /></DetailsFold>)}
  </Block>
}

/** The one thing that this reader would come for. */
function MainThing({ work, agreement, here }: { work: Work, agreement: Agreement, here: Here }) {
  if (mySignatureIsMissing(work, agreement)) return <ButtonLink href={signPage(here)}>{t('agreement.sign.title')}</ButtonLink>
  return inForce(agreement) ? <ButtonLink href={reviewPage(here)}>{t('agreement.review.title')}</ButtonLink> : null
}

function WhatCanBeDone({ work, agreement, here }: { work: Work, agreement: Agreement, here: Here }) {
  const open = waiting(agreement)
  const isParty = open && partyOf(open, work.actor.id)
  return <ul class="ds-list">
    {mySignatureIsMissing(work, agreement) && <li><Link href={signPage(here)}>{t('agreement.sign.title')}</Link></li>}
    {isParty && !partyOf(open, null)?.answer && <li><Link href={paperPage(here)}>{t('agreement.paper.title')}</Link></li>}
    {inForce(agreement) && <li><Link href={reviewPage(here)}>{t('agreement.review.title')}</Link></li>}
    <li><Link href={correctionPage(here)}>{t('agreement.correct.title')}</Link></li>
    <li><Link href={endingPage(here)}>{t('agreement.end.title')}</Link></li>
  </ul>
}

function mySignatureIsMissing(work: Work, agreement: Agreement): boolean {
  const open = waiting(agreement)
  const mine = open && partyOf(open, work.actor.id)
  return mine !== undefined && !mine.answer
}

/** Those of the team who read agreements, as access.yaml says. */
async function readersOf(work: Work): Promise<string[]> {
  const reading = ['coordinator', 'facilitator', 'mentor', 'case_manager', 'circle_coordinator', 'guardian']
  return (await teamOf(work, work.about)).filter(({ role }) => reading.includes(role)).map(({ name, role }) => t('agreement.party', { name, role: roleName(role) }))
}

function Readers({ names, name, publicId }: { names: string[], name: string, publicId: string }) {
  return <WhoReads href={`/people/${publicId}/readers`}>{t('agreement.readers', { names: say.list(names), name })}</WhoReads>
}

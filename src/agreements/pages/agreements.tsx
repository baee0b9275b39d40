import { mayFor, readersPage, sayReaders, whoMayRead, type Reader } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Columns, DetailsFold, Empty, Link, Narrow, Notice, PageHead, Pager, PrintHint, WhoReads } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { awaitedParty, inForce, isRefused, isSigned, partyOf, standing, waiting, type Agreement, type Version } from '../agreement.ts'
import { agreementsAfter, findAgreement } from '../agreements.queries.ts'
import { outcomesSaid, standingSaid } from '../sentences.ts'
import { t } from '../words.ts'
import { agreementPage, agreementsPage, correctionPage, endingPage, newAgreementPage, paperPage, printPage, reviewPage, signPage, type Here } from './addresses.ts'
import { Clauses, Difference, History, Parties, Way } from './parts.tsx'

const many = 20

/** A person's agreements, the latest first, each with how it stands. */
export async function showAgreements(work: Work, { participantId, after }: { participantId: string, after?: string | undefined }) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'agreement')) throw refuse('not-found')
  const found = await agreementsAfter(work, after, many + 1)
  const mayPropose = await mayFor(work, 'write', 'agreement')
  const next = found.length > many ? `${agreementsPage(participantId)}?after=${found[many - 1]!.publicId}` : undefined
  return show({ title: t('agreement.list.title'), body: <Narrow>
    <Way person={person} here={t('agreement.list.title')} />
    <PageHead title={t('agreement.list.title')} sub={person.name} actions={mayPropose && <ButtonLink href={newAgreementPage(participantId)}>{t('agreement.propose.title')}</ButtonLink>} />
    {found.length === 0 && <Empty>{t(mayPropose ? 'agreement.list.empty' : 'agreement.list.none')}</Empty>}
    {found.slice(0, many).map((agreement) => <Block title={t(`agreement.purpose.${agreement.purpose}`)}>
      <p class="ds-paragraph">{standingSaid(agreement, work.today)}</p>
      <p class="ds-paragraph"><Link href={agreementPage({ participantId, agreementId: agreement.publicId })}>{t('agreement.open')}<span class="ds-sr-only"> {t(`agreement.purpose.${agreement.purpose}`)}</span></Link></p>
    </Block>)}
    <Pager next={next} />
  </Narrow> })
}

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
      {mayChange && <div class="on-screen"><Block title={t('agreement.can.title')} size="xs"><WhatCanBeDone work={work} agreement={agreement} here={here} /></Block></div>}
      <Block title={t('agreement.print.title')} size="xs"><PrintHint href={printPage(here)} /></Block>
      <Readers readers={await whoMayRead(work, 'agreement')} name={person.name} publicId={here.participantId} />
    </>}>
      <Stands work={work} agreement={agreement} />
      <Words agreement={agreement} version={version} />
      {held && open && <Block title={t('agreement.next-version', { number: open.number })}>
        {open.reason && <p class="ds-paragraph" dir="auto">{open.reason}</p>}
        <Difference before={held} after={open} />
        <h3 class="ds-heading" data-size="2xs">{t('agreement.parties.title')}</h3>
        <Parties version={open} />
      </Block>}
      <Block title={t('agreement.history.title')}><History agreement={agreement} /></Block>
    </Columns>
  </> })
}

function Stands({ work, agreement }: { work: Work, agreement: Agreement }) {
  const interval = t(agreement.programme ? 'agreement.interval.programme' : 'agreement.interval.own', { count: agreement.reviewMonths })
  const isLate = standing(agreement, work.today) === 'lapsed'
  const open = waiting(agreement)
  return <Notice kind={isLate ? 'care' : 'info'}>
    <p class="ds-paragraph">{standingSaid(agreement, work.today)}</p>
    {agreement.ended ? <p class="ds-paragraph" data-size="sm" dir="auto">{agreement.ended.reason}</p> : <p class="ds-paragraph" data-size="sm">{interval}{isLate && ` ${t('agreement.lapse.harmless')}`}</p>}
    {!agreement.ended && open && isRefused(open) && <p class="ds-paragraph" data-size="sm">{t('agreement.refused-so')}</p>}
  </Notice>
}

/** The words that hold, or wait, with what the last review said of them; older reviews are folded. */
function Words({ agreement, version }: { agreement: Agreement, version: Version }) {
  const [last, ...earlier] = agreement.reviews.filter(({ versionId }) => versionId === version.id).toReversed()
  return <Block title={t(isSigned(version) ? 'agreement.version.in-force' : 'agreement.version.proposed', { number: version.number })}>
    {last && <p class="ds-paragraph" data-size="sm">{t('agreement.reviewed-on', { day: say.day(last.heldOn) })} {outcomesSaid(last.outcomes)} <span dir="auto">{last.note}</span></p>}
    <Clauses version={version} outcomes={last?.outcomes ?? []} />
    {earlier.map((review) => <DetailsFold summary={t('agreement.reviewed-on', { day: say.day(review.heldOn) })}><Clauses version={version} outcomes={review.outcomes} /></DetailsFold>)}
  </Block>
}

/** The one thing that this reader would come for. */
function MainThing({ work, agreement, here }: { work: Work, agreement: Agreement, here: Here }) {
  const open = waiting(agreement)
  if (awaitedParty(agreement, work.actor.id)) return <ButtonLink href={signPage(here)}>{t('agreement.sign.title')}</ButtonLink>
  if (open && isRefused(open)) return <ButtonLink href={correctionPage(here)}>{t('agreement.correct.title')}</ButtonLink>
  return inForce(agreement) ? <ButtonLink secondary={standing(agreement, work.today) === 'signed'} href={reviewPage(here)}>{t('agreement.review.title')}</ButtonLink> : null
}

function WhatCanBeDone({ work, agreement, here }: { work: Work, agreement: Agreement, here: Here }) {
  const open = waiting(agreement)
  const mine = open && partyOf(open, work.actor.id)
  return <ul class="ds-list">
    {mine && !mine.answer && <li><Link href={signPage(here)}>{t('agreement.sign.title')}</Link></li>}
    {mine && !partyOf(open, null)?.answer && <li><Link href={paperPage(here)}>{t('agreement.paper.title')}</Link></li>}
    {inForce(agreement) && <li><Link href={reviewPage(here)}>{t('agreement.review.title')}</Link></li>}
    <li><Link href={correctionPage(here)}>{t('agreement.correct.title')}</Link></li>
    <li><Link href={endingPage(here)}>{t('agreement.end.title')}</Link></li>
  </ul>
}

function Readers({ readers, name, publicId }: { readers: Reader[], name: string, publicId: string }) {
  return <WhoReads href={readersPage(publicId)}>{t('agreement.readers', { readers: sayReaders(readers), name })}</WhoReads>
}

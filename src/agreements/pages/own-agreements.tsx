import type { Attempt } from '../../platform/attempt.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Empty, ErrorSummary, Link, Narrow, PageHead, Pager } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { awaitedParty, inForce, partyToAnswer, waiting } from '../agreement.ts'
import { agreementsAfter, findAgreement } from '../agreements.queries.ts'
import { standingSaid } from '../sentences.ts'
import { t } from '../words.ts'
import { ownAgreementPage, ownAgreementsPage, ownAnswerPage } from './addresses.ts'
import { AnswerForm } from './answer.tsx'
import { Clauses, Difference, Parties } from './parts.tsx'

const many = 20

/** The person's own agreements, on a machine that others may see: the title says nothing of them. */
export async function showOwnAgreements(work: Work, { after }: { after?: string | undefined }) {
  const found = await agreementsAfter(work, after, many + 1)
  return show({ title: t('agreement.own.kind'), body: <Narrow>
    <PageHead title={t('agreement.own.title')} sub={t('agreement.own.sub')} />
    {found.length === 0 && <Empty>{t('agreement.own.empty')}</Empty>}
    {found.slice(0, many).map((agreement) => <Block title={t(`agreement.purpose.${agreement.purpose}`)}>
      <p class="ds-paragraph">{standingSaid(agreement, work.today)}</p>
      <p class="ds-paragraph"><Link href={ownAgreementPage(agreement.publicId)}>{t('agreement.open')}<span class="ds-sr-only"> {t(`agreement.purpose.${agreement.purpose}`)}</span></Link></p>
    </Block>)}
    <Pager next={found.length > many ? `${ownAgreementsPage}?after=${found[many - 1]!.publicId}` : undefined} />
  </Narrow> })
}

/** One of them: the words, who signed, and the person's own turn. */
export async function showOwnAgreement(work: Work, { agreementId }: { agreementId: string }) {
  const agreement = await findAgreement(work, agreementId)
  const [held, open] = [inForce(agreement), agreement.ended ? undefined : waiting(agreement)]
  const version = held ?? agreement.versions.at(-1)!
  return show({ title: t('agreement.own.kind'), body: <Narrow>
    <OwnWay here={t(`agreement.purpose.${agreement.purpose}`)} />
    <PageHead title={t(`agreement.purpose.${agreement.purpose}`)} sub={standingSaid(agreement, work.today)}
      actions={awaitedParty(agreement, null) && <ButtonLink href={ownAnswerPage(agreementId)}>{t('agreement.own.answer')}</ButtonLink>} />
    <Block title={t('agreement.own.words')}><Clauses version={version} outcomes={agreement.reviews.findLast(({ versionId }) => versionId === version.id)?.outcomes ?? []} /></Block>
    <Block title={t('agreement.parties.title')} size="xs"><Parties version={version} /></Block>
    {held && open && <Block title={t('agreement.next-version', { number: open.number })}>
      <Difference before={held} after={open} />
      <h3 class="ds-heading" data-size="2xs">{t('agreement.parties.title')}</h3>
      <Parties version={open} />
    </Block>}
    <p class="ds-paragraph" data-size="sm">{t('agreement.own.stop')}</p>
  </Narrow> })
}

export async function ownAnswerForm(work: Work, { agreementId }: { agreementId: string }, attempt?: Attempt) {
  const agreement = await findAgreement(work, agreementId)
  partyToAnswer(agreement, null)
  return show({ title: t('agreement.own.kind'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <OwnWay here={t('agreement.own.answer')} />
    <PageHead title={t('agreement.own.answer')} sub={t('agreement.own.answer.sub')} />
    <AnswerForm work={work} agreement={agreement} action={ownAnswerPage(agreementId)} cancel={ownAgreementPage(agreementId)} attempt={attempt} />
  </Narrow> })
}

function OwnWay({ here }: { here: string }) {
  return <Crumbs above={[{ href: ownAgreementsPage, label: t('agreement.own.title') }]} here={here} />
}

import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { ButtonLink, Empty, Link, Narrow, PageHead, Pager, Block } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { agreementsAfter } from '../agreements.queries.ts'
import { standingSaid } from '../sentences.ts'
import { t } from '../words.ts'
import { agreementPage, agreementsPage, newAgreementPage } from './addresses.ts'
import { Way } from './parts.tsx'

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

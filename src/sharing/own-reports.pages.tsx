import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea } from '../platform/page/index.ts'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownCommentPage, ownReportsPage } from './addresses.ts'
import { isOver, ownCommentAnswers, recipientOf, whyNothingCan, type Statement } from './disclosure.ts'
import { Frozen } from './frozen.tsx'
import { OwnComment } from './sharing.input.ts'
import { rulesWritten, statementsOf } from './sharing.queries.ts'
import { checkGoesAlong, commentMyself, ownStatement } from './sharing.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownReportPages = page
const own = { shows: 'disclosure_statement', for: ['person'] } as const

/** What was told about the person to whom, why and when; and what somebody asks, before anything is told. */
page.get('/own/reports', { ...own, does: 'consult' }, async (work) => {
  if (!await mayFor(work, 'read', 'disclosure_statement')) throw refuse('not-found')
  const [all, rules] = [await statementsOf(work, work.actor.id), await rulesWritten(work)]
  return show({ title: t('sharing.own.title'), body: <Narrow>
    <PageHead title={t('sharing.own.head')} sub={t('sharing.own.sub')} />
    {all.length === 0 ? <Empty>{t('sharing.own.none')}</Empty> : all.map((statement) => <OwnStatement statement={statement} today={work.today} canLeave={!whyNothingCan(statement, rules)} />)}
    <p class="ds-paragraph" data-size="sm">{t('sharing.own.not-right')} <Link href="/own/complaints/new?kind=objection&subject=shared">{t('sharing.own.object')}</Link></p>
  </Narrow> })
})

page.get('/own/reports/{statementId}/comments', { ...own, does: 'consult', draft: true }, ownCommentForm)
page.post('/own/reports/{statementId}/comments', { ...own, does: 'collect', draft: true, takes: OwnComment, again: ownCommentForm }, async (work, { statementId, ...said }) => {
  await commentMyself(work, statementId, said)
  return goTo(ownReportsPage, t('sharing.own.done'))
})

/** Where nothing can leave, nothing is asked of the person: what they write would go along to nobody. */
function OwnStatement({ statement, today, canLeave }: { statement: Statement, today: Day, canLeave: boolean }) {
  const { purpose, basis, askedOn, comment, refused, receipt, package: prepared, recalled, told } = statement
  const isOpen = !refused && !receipt
  return <Block title={recipientOf(statement)} size="xs">
    <p class="ds-paragraph">{t('sharing.own.asked', { day: say.day(askedOn) })} <span dir="auto">{purpose}</span></p>
    {basis && <p class="ds-paragraph" data-size="sm">{t('sharing.own.basis')} <span dir="auto">{basis}</span></p>}
    {isOpen && <Notice kind="info">{t(canLeave ? 'sharing.own.nothing-told' : 'sharing.own.nothing-can')}</Notice>}
    {refused && <p class="ds-paragraph">{t('sharing.own.refused', { when: say.moment(refused.at) })} <span dir="auto">{refused.reason}</span></p>}
    {receipt && <p class="ds-paragraph">{t(isOver(statement, today) ? 'sharing.own.told-over' : 'sharing.own.told', { day: say.day(receipt.on), until: say.day(receipt.usableUntil) })}</p>}
    {recalled && <p class="ds-paragraph">{t('sharing.own.recalled', { day: say.day(recalled.on) })} <span dir="auto">{recalled.reason}</span></p>}
    {told.map((one) => <p class="ds-paragraph">{t(one.cause === 'over' ? `sharing.own.over.${one.decision}` : `sharing.own.later.${one.decision}`, { day: say.day(one.on) })} <span dir="auto">{one.words}</span></p>)}
    {comment && <OwnWords words={comment.words} />}
    {receipt && prepared && <DetailsFold summary={t('sharing.own.whole')}><Frozen prepared={prepared} /></DetailsFold>}
    {isOpen && canLeave && <p class="ds-paragraph"><ButtonLink href={ownCommentPage(statement.publicId)}>{t(comment ? 'sharing.own.say-again' : 'sharing.own.say')}</ButtonLink></p>}
  </Block>
}

function OwnWords({ words }: { words: string }) {
  return <p class="ds-paragraph">{words ? <>{t('sharing.own.you-said')} <span dir="auto">{words}</span></> : t('sharing.own.said-nothing')}</p>
}

async function ownCommentForm(work: Work, { statementId }: { statementId: string }, attempt?: Attempt) {
  const statement = await ownStatement(work, statementId)
  if (!attempt) await checkGoesAlong(work, statement)
  return show({ title: t('sharing.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownReportsPage, label: t('sharing.own.title') }]} here={t('sharing.own.say')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('sharing.own.say')} sub={recipientOf(statement)} />
    <p class="ds-paragraph">{t('sharing.own.free')}</p>
    <Form action={ownCommentPage(statementId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="answer" label={t('sharing.field.own-answer')} attempt={attempt} required options={ownCommentAnswers.map((value) => ({ value, label: t(`sharing.own.answer.${value}`) }))} />
      <TextArea name="words" label={t('sharing.field.own-words')} attempt={attempt} rows={5} most={4000} readers={t('sharing.own.readers')} />
      <Submit label={t('sharing.own.send')} draft cancel={{ href: ownReportsPage, label: t('sharing.own.back') }} />
    </Form>
  </Narrow> })
}

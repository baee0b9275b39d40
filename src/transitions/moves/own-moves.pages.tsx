import type { Attempt } from '../../platform/attempt.ts'
import { goTo, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Empty, ErrorSummary, Narrow, PageHead, Timeline } from '../../platform/page/index.ts'
import { together } from '../../platform/together.ts'
import { changesOfProgramme } from '../../plans/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { OwnRecalls, OwnReEntries } from '../recall/recall-said.tsx'
import { AnswerOwnRecall } from '../recall/recall.input.ts'
import { recallsOf, reEntriesOf } from '../recall/recall.queries.ts'
import { answerRecall } from '../recall/recall.verbs.ts'
import { t as recall } from '../recall/words.ts'
import { OwnTransfers } from '../transfer/transfer-said.tsx'
import { transfersOf } from '../transfer/transfer.queries.ts'
import { t as transfer } from '../transfer/words.ts'
import { ownMovesPage } from './addresses.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownMovesPages = page

/** Where the person was moved to and why, as it was written down, with what they say of a recall; it names no programme: somebody may look over a shoulder. */
page.get('/own/changes', { does: 'consult', shows: 'legal_status', for: ['person'], draft: true }, ownMoves)
page.post('/own/changes', { does: 'collect', shows: 'legal_status', for: ['person'], draft: true, takes: AnswerOwnRecall, again: ownMoves }, async (work, { recall: recallId, words }) => {
  await answerRecall(work, recallId, words)
  return goTo(ownMovesPage, recall('recall.own.kept'))
})

async function ownMoves(work: Work, _: object, attempt?: Attempt) {
  const [transfers, recalls, reEntries, plans] = await together([transfersOf(work, work.actor.id), recallsOf(work, work.actor.id), reEntriesOf(work, work.actor.id), changesOfProgramme(work, work.actor.id)])
  return show({ title: t('moves.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('moves.own.title')} sub={t('moves.own.sub')} />
    {transfers.length + recalls.length + reEntries.length + plans.length === 0 && <Empty>{t('moves.own.none')}</Empty>}
    {transfers.length > 0 && <Block title={transfer('transfer.title')} size="xs"><OwnTransfers transfers={transfers} /></Block>}
    {recalls.length > 0 && <Block title={recall('recall.title')} size="xs"><OwnRecalls work={work} recalls={recalls} attempt={attempt} /></Block>}
    {plans.length > 0 && <Timeline items={plans.map((one) => ({ when: say.day(one.on), dateTime: one.on, title: t('moves.own.plan'), body: <p class="ds-paragraph" data-size="sm" dir="auto">{t('moves.own.plan.why', { reason: one.reason })}</p> }))} />}
    {reEntries.length > 0 && <OwnReEntries work={work} reEntries={reEntries} />}
  </Narrow> })
}

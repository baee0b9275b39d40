import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, ErrorSummary, Link, Narrow, Notice, PageHead, Table } from '../../platform/page/index.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { changesOfProgramme, ChangesOfProgramme } from '../../plans/index.ts'
import { sessionPage } from '../../sessions/index.ts'
import { monitoringPage } from '../addresses.ts'
import { runsOn } from '../monitoring.ts'
import { ordersOf } from '../monitoring.queries.ts'
import { Recalls, ReEntries } from '../recall/recall-said.tsx'
import { recallsOf, reEntriesOf } from '../recall/recall.queries.ts'
import { t as recall } from '../recall/words.ts'
import { Transfers } from '../transfer/transfer-said.tsx'
import { arriving, transfersOf } from '../transfer/transfer.queries.ts'
import { t as transfer } from '../transfer/words.ts'
import { announcePage, recallPage, reEntryPage, takingPage } from './addresses.ts'
import { meetingsLeftBehind } from './moves.queries.ts'
import { Way } from './way.tsx'
import { t } from './words.ts'

/** Where somebody went and goes, what of it waits, and what was planned for where they no longer are. */
export async function showMoves(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const id = person.participant_id
  const [transfers, left, coming, recalls, reEntries, changes, may] = await together([transfersOf(work, id), meetingsLeftBehind(work, id), arriving(work), recallsOf(work, id), reEntriesOf(work, id), changesOfProgramme(work, id), mayAs(work)])
  const hasEnded = person.state === 'ended'
  return show({ title: t('moves.title'), body: <Narrow>
    <Way person={person} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('moves.title')} sub={[person.name, person.unit ?? ''].filter(Boolean).join(' · ')} actions={<>
      {coming.filter((one) => one.called_off_at === null).map((one) => <ButtonLink href={takingPage(participantId, one.transfer)}>{transfer('transfer.taking.open')}</ButtonLink>)}
      {may.move && !hasEnded && !transfers.some(({ state }) => state === 'announced') && <ButtonLink href={announcePage(participantId)}>{transfer('transfer.do')}</ButtonLink>}
      {may.arrange && hasEnded && <ButtonLink href={reEntryPage(participantId)}>{recall('recall.back')}</ButtonLink>}
      {may.record && <ButtonLink secondary href={recallPage(participantId)}>{recall('recall.do')}</ButtonLink>}
    </>} />
    {left.length > 0 && <LeftBehind left={left} participantId={participantId} />}
    <Block title={transfer('transfer.title')} size="xs">{await Transfers({ work, participantId, transfers, mayMove: may.move })}</Block>
    {recalls.length > 0 && <Block title={recall('recall.title')} size="xs">
      {may.record && await whatFollows(work, { participantId, id })}
      <Recalls work={work} participantId={participantId} recalls={recalls} mayRecord={may.record} />
    </Block>}
    {changes.length > 0 && <Block title={t('moves.programmes')} size="xs"><ChangesOfProgramme changes={changes} participantId={participantId} /></Block>}
    {may.readDates && (hasEnded || reEntries.length > 0) && <Block title={recall('recall.back.title')} size="xs"><ReEntries reEntries={reEntries} work={work} /></Block>}
  </Narrow> })
}

async function mayAs(work: Work) {
  const [move, record, arrange, readDates] = await together([mayFor(work, 'write', 'identity_name'), mayFor(work, 'write', 'legal_status'), mayFor(work, 'write', 'plan_dates'), mayFor(work, 'read', 'plan_dates')])
  return { move, record, arrange, readDates }
}

/** What a recall does not do by itself: the case manager looks after it. */
async function whatFollows(work: Work, { participantId, id }: { participantId: string, id: number }) {
  const monitored = (await ordersOf(work, id)).some((one) => runsOn(one, work.today))
  return <Notice kind="info" title={recall('recall.next')}><ul class="plain">
    <li><Link href={`/people/${participantId}/legal-statuses`}>{recall('recall.next.status')}</Link></li>
    {monitored && <li><Link href={monitoringPage(participantId)}>{recall('recall.next.monitoring')}</Link></li>}
  </ul></Notice>
}

type Left = Awaited<ReturnType<typeof meetingsLeftBehind>>

/** None disappears and none moves by itself: whoever planned it finds another place, or calls it off. */
function LeftBehind({ left, participantId }: { left: Left, participantId: string }) {
  return <Block title={t('moves.place')} size="xs">
    <Notice kind="care">{t('moves.place.sub', { count: left.length })}</Notice>
    <Table caption={t('moves.place')} captionHidden columns={[t('moves.place.when'), t('moves.place.where'), t('moves.place.with')].map((label) => ({ label }))}
      rows={left.map((one) => [<Link href={sessionPage(participantId, one.public_id)}>{say.moment(one.starts_at)}</Link>, <span dir="auto">{one.place}</span>, one.with ?? ''])} />
  </Block>
}

import { openInEmergencyUntil } from '../../access/index.ts'
import { helpInSight } from '../../health/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, Empty, Link, Narrow, Notice, PageHead, SummaryList } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { callPage } from '../addresses.ts'
import { aboutWhom, Way } from '../said.tsx'
import { incidentOf, theCall, type Call, type Incident } from '../safety.queries.ts'
import { t } from '../words.ts'
import { toCall } from './protect.tsx'

/**
 * What one case opens to whoever is called, for minutes: what was said, how to reach the person, their safety plan, what to do and leave. No session, no note,
 * no plan of a programme: nobody needs them tonight. How long it stays open stands on top.
 */
export async function showOpened(work: Work, { callId }: { callId: string }) {
  const call = await theCall(work, callId)
  const incident = await incidentOf(work, call.incident_id)
  const until = incident?.participant_id ? await openInEmergencyUntil(work, incident.participant_id) : undefined
  if (!incident?.participant_id || !until) return nothingOpen(work, callId)
  const help = await helpInSight(work, incident.participant_id)
  if (!help) work.shows('identity_particulars')
  return show({ title: t('safety.opened.title'), body: <Narrow>
    <Way incident={incident} above={[toCall(callId)]} here={t('safety.opened.title')} />
    <PageHead title={t('safety.opened.title')} sub={aboutWhom(incident)} />
    <Notice kind="care" title={t('safety.call.opened', { time: say.time(until) })}>{t('safety.opened.limit')}</Notice>
    <Reach incident={incident} call={call} />
    {help ?? <Block title={t('safety.opened.help')}><p class="ds-paragraph">{t('safety.opened.not-yours')}</p></Block>}
  </Narrow> })
}

/** First whom it is about and how to reach them, then what helps: in the order in which it is needed, on a phone too. */
function Reach({ incident, call }: { incident: Incident, call: Call }) {
  return <Block title={t('safety.opened.reach')}>
    <SummaryList answers={[
      ...(incident.name ? [{ label: t('safety.call.about'), value: <span dir="auto">{incident.name}</span> }] : []),
      { label: t('safety.call.number'), value: incident.number },
      ...(call.unit ? [{ label: t('safety.opened.unit'), value: <span dir="auto">{call.unit}</span> }] : []),
      { label: t('safety.call.contacts'), value: incident.contacts ? <span dir="auto">{incident.contacts}</span> : t('safety.opened.no-contact') },
      { label: t('safety.call.said'), value: <q dir="auto">{incident.words_said}</q> }]} />
    <p class="ds-paragraph">{t('safety.call.talk', { name: call.author })} <Link href={callPage(call.public_id)}>{t('safety.opened.back')}</Link></p>
  </Block>
}

/** Not opened yet, or the hour is over: the call itself is still theirs to see. Nothing of anybody was shown. */
function nothingOpen(work: Work, callId: string) {
  work.shows('safety_incident')
  return show({ title: t('safety.opened.title'), body: <Narrow>
    <Way above={[toCall(callId)]} here={t('safety.opened.title')} />
    <PageHead title={t('safety.opened.title')} />
    <Empty>{t('safety.opened.closed')} <Link href={callPage(callId)}>{t('safety.opened.back')}</Link></Empty>
  </Narrow> })
}

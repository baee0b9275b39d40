import { emergencyOpenings, mayFor, roleName } from '../../access/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Empty, ErrorSummary, Form, Narrow, PageHead, Submit, SummaryList, Table, TextArea, Timeline } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { myself } from '../../participants/index.ts'
import { callPage, emergencyPage, newIncidentOfPage } from '../addresses.ts'
import { reviewFindings, type Kind, type ReviewFinding } from '../incident.ts'
import { measuresSaid, toldSaid, Way } from '../said.tsx'
import { incidentsOf, mayWriteOf, warningsOf, wingNoticesOf } from '../safety.queries.ts'
import { t } from '../words.ts'

/** What was written down of one person. */
export async function showIncidents(work: Work, { participantId }: { participantId: string }) {
  if (!await mayFor(work, 'read', 'safety_incident') && !await mayWriteOf(work, work.about)) throw refuse('not-found')
  const incidents = await incidentsOf(work, work.about)
  const [first] = incidents
  const actions = await mayWriteOf(work, work.about) ? <ButtonLink href={newIncidentOfPage(participantId)}>{t('safety.list.new')}</ButtonLink> : undefined
  return show({ title: t('safety.list.title'), body: <>
    <Way incident={first} here={t('safety.list.title')} />
    <PageHead title={t('safety.list.title')} sub={t('safety.list.sub')} {...(actions ? { actions } : {})} />
    {incidents.length === 0 ? <Empty>{t('safety.list.empty')}</Empty> : <Block title={t('safety.list.title')} size="xs"><Timeline items={incidents.map((one) => ({
      when: say.moment(one.happened_at), dateTime: one.happened_at, title: t(`safety.kind.${one.kind as Kind}`), href: callPage(one.public_id), body: <q dir="auto">{one.words_said}</q> }))} /></Block>}
  </> })
}

/** The person's own page: what was passed on about them, to whom and when. */
export async function showOwnTold(work: Work) {
  const me = await myself(work)
  if (!me) throw refuse('not-found')
  const told = []
  for (const { id, handed_to: whom, handed_at: at } of await incidentsOf(work, me.participant_id)) {
    if (whom && at) told.push({ at, says: t('safety.own.handed', { whom, when: say.moment(at) }) })
    for (const notice of await wingNoticesOf(work, id)) told.push({ at: notice.told_at, says: t('safety.own.wing', { ...toldSaid(notice), measures: say.list(measuresSaid(notice)), until: say.moment(notice.until_at) }) })
    for (const warning of await warningsOf(work, id)) told.push({ at: warning.told_at, says: t('safety.own.warning', toldSaid(warning)) })
  }
  return show({ title: t('safety.own.title'), body: <Narrow>
    <PageHead title={t('safety.own.title')} sub={t('safety.own.sub')} />
    {told.length === 0 ? <Empty>{t('safety.own.empty')}</Empty> : <>
      <ul class="ds-list">{told.toSorted((one, other) => other.at.localeCompare(one.at)).map(({ says }) => <li dir="auto">{says}</li>)}</ul>
      <p class="ds-paragraph">{t('safety.own.ask')}</p>
    </>}
  </Narrow> })
}

/** Openings in an emergency, for whoever looks at them from outside the line: who, when and why, and nobody's case. */
export async function showOpenings(work: Work, _: object, attempt?: Attempt) {
  if (!work.actor.roles.includes('data_protection_officer')) throw refuse('not-found')
  const openings = await emergencyOpenings(work)
  return show({ title: t('safety.review.title'), body: <>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('safety.review.title')} sub={t('safety.review.sub')} />
    {openings.length === 0 ? <Empty>{t('safety.review.empty')}</Empty> : <Table caption={t('safety.review.title')} captionHidden
      columns={[{ label: t('safety.review.when') }, { label: t('safety.review.who') }, { label: t('safety.review.found') }]}
      rows={openings.map((one) => [[say.moment(one.from_at), t('safety.call.until', { when: say.time(one.until_at) })].join(', '), `${one.name}, ${roleName(one.role)}`, one.review_found
        ? <>{t(`safety.found.${one.review_found as ReviewFinding}`)}{one.reviewer && ` (${one.reviewer})`}{one.review_words && <><br /><span class="muted" dir="auto">{one.review_words}</span></>}</>
        : <a class="ds-link" href={`${emergencyPage}/${one.public_id}`}>{t('safety.review.look')}</a>])} />}
  </> })
}

export async function showOpening(work: Work, { openingId }: { openingId: string }, attempt?: Attempt) {
  const opening = (await emergencyOpenings(work)).find(({ public_id: id }) => id === openingId)
  if (!opening || !work.actor.roles.includes('data_protection_officer')) throw refuse('not-found')
  const [, call] = /^safety (\w+)$/.exec(opening.reason) ?? []
  return show({ title: t('safety.review.look'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('safety.review.look')} sub={t('safety.review.sub')} />
    <SummaryList answers={[
      { label: t('safety.review.who'), value: `${opening.name}, ${roleName(opening.role)}` }, { label: t('safety.review.when'), value: say.moment(opening.from_at) },
      { label: t('safety.review.until'), value: say.time(opening.until_at) }, { label: t('safety.review.why'), value: call ? <>{t('safety.review.why.call', { call: '' })}<code>{call}</code></> : <span dir="auto">{opening.reason}</span> }]} />
    {!opening.reviewed_at && <Form action={`${emergencyPage}/${openingId}`} keys={keysOf(work)}>
      <Choice name="found" label={t('safety.field.review-found')} required attempt={attempt} options={reviewFindings.map((value) => ({ value, label: t(`safety.found.${value}`) }))} />
      <TextArea name="words" label={t('safety.field.review-words')} rows={2} most={1000} attempt={attempt} />
      <Submit label={t('safety.review.do')} cancel={{ href: emergencyPage, label: t('safety.cancel') }} />
    </Form>}
  </Narrow> })
}

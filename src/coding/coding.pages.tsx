import { thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, pageDoors, show } from '../platform/doors/index.ts'
import { Crumbs, Empty, Link, PageHead, Table, Tag } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { notesOf, theSession } from '../sessions/index.ts'
import { sessionCodingPage } from './addresses.ts'
import { standingOf, standings } from './coding.desk.tsx'
import { LockCodes, ProposeConsensus } from './coding.input.ts'
import { codersOf, codingsOf, sessionsToCode, type ToCode } from './coding.queries.ts'
import { confirmConsensus, lockCodes, proposeConsensus, whatIsAsked } from './coding.verbs.ts'
import { comparison } from './comparison.tsx'
import { blindForm, waitingForOther } from './blind-form.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const codingPages = page

page.get('/coding', { does: 'consult', shows: 'session_content' }, async (work) => show({ title: t('coding.title'), body: <>
  <PageHead title={t('coding.title')} sub={t('coding.sub')} />
  <Waiting rows={await sessionsToCode(work)} named />
</> }))

page.get('/people/{participantId}/coding', { does: 'consult', shows: 'session_content', about: 'participantId' }, async (work) => {
  const person = await thePerson(work)
  return show({ title: t('coding.title'), body: <>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('coding.title')} />
    <PageHead title={t('coding.title')} sub={t('coding.sub')} />
    <Waiting rows={await sessionsToCode(work)} />
  </> })
})

const about = { shows: 'session_content', about: 'participantId' } as const

page.get('/people/{participantId}/sessions/{sessionId}/coding', { does: 'consult', ...about, draft: true }, showCoding)
page.post('/people/{participantId}/sessions/{sessionId}/coding', { does: 'collect', ...about, draft: true, takes: LockCodes, again: showCoding }, async (work, { participantId, sessionId, ...sent }) => {
  await lockCodes(work, sessionId, sent)
  return goTo(sessionCodingPage(participantId, sessionId), t('coding.locked'))
})
page.post('/people/{participantId}/sessions/{sessionId}/coding/consensus', { does: 'collect', ...about, takes: ProposeConsensus, again: showCoding }, async (work, { participantId, sessionId, ...sent }) => {
  await proposeConsensus(work, sessionId, sent)
  return goTo(sessionCodingPage(participantId, sessionId), t('coding.proposed'))
})
page.post('/people/{participantId}/sessions/{sessionId}/coding/consensus/{consensusId}', { does: 'alter', ...about, again: showCoding }, async (work, { participantId, sessionId, consensusId }) => {
  await confirmConsensus(work, sessionId, consensusId)
  return goTo(sessionCodingPage(participantId, sessionId), t('coding.confirmed'))
})

/** One address, three pages: one's own codes while they are blind, the wait for the other, and both beside each other. */
async function showCoding(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const [person, session] = [await thePerson(work), await theSession(work, sessionId)]
  const codings = await codingsOf(work, session.id)
  const shown = { work, person, session, participantId, attempt, notes: await notesOf(work, session.id) }
  if (codings.length === 2) return comparison({ ...shown, codings: [codings[0]!, codings[1]!] })
  const own = codings.find(({ author_id: author }) => author === work.actor.id)
  if (own) return waitingForOther({ ...shown, coding: own })
  return blindForm({ ...shown, ...await whatIsAsked(work, sessionId), isTaken: await codersOf(work, session.id) >= 2 })
}

/** What waits for this colleague first, then what nobody has begun, then the rest. */
function Waiting({ rows, named }: { rows: ToCode[], named?: boolean }) {
  if (rows.length === 0) return <Empty>{t('coding.empty')}</Empty>
  const inOrder = rows.map((row) => ({ row, standing: standingOf(row) })).toSorted((one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing))
  return <Table caption={t('coding.title')} captionHidden columns={[{ label: t('coding.column.session') }, ...(named ? [{ label: t('coding.column.person') }] : []), { label: t('coding.column.stands') }]}
    rows={inOrder.map(({ row, standing }) => [
      <Link href={sessionCodingPage(row.person, row.session)}>{say.moment(row.starts_at)}</Link>, ...(named ? [<span dir="auto">{row.name}</span>] : []),
      ['second', 'proposed'].includes(standing) ? <Tag>{t(`coding.standing.${standing}`)}</Tag> : <span class="muted">{t(`coding.standing.${standing}`)}</span>])} />
}


import { mayFor } from '../access/index.ts'
import { addDays, type Day } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { newStatementPage, sharingPage, statementPage } from './addresses.ts'
import { daysToRead, type State } from './disclosure.ts'
import { isOverNow, standingsCoordinated, standingsOf, standingsRead, stateOfStanding, type Standing } from './standing.queries.ts'
import { openTellings, isProtectionOfficer, readsAllHere } from './sharing.verbs.ts'
import { statementsOf } from './sharing.queries.ts'
import { t } from './words.ts'

/** What waits for the coordinator: a question of an authority, a package to read as second, to hand over or to prepare anew, earlier recipients who may have to hear of something, and those whose time to use it is over. For a data protection officer, what was opened to them to read as second. */
export async function sharingDue(work: Work): Promise<Due[]> {
  if (isProtectionOfficer(work)) return (await standingsRead(work)).filter((one) => stateOfStanding(one) === 'prepared' && one.asks === 'data_protection_officer').map((one) => dueOf(one, 'second', one.asked_on))
  if (work.actor.shape !== 'casework' || !work.actor.roles.includes('coordinator')) return []
  return (await together((await standingsCoordinated(work)).map((one) => dueOn(work, one)))).flat()
}

async function dueOn(work: Work, one: Standing): Promise<Due[]> {
  const state = stateOfStanding(one)
  const by = one.answer_by ?? one.asked_on
  if (['prepared', 'approved'].includes(state) && cannotLeaveAnyMore(one, state, work.today)) return [dueOf(one, 'again', by)]
  if (state === 'prepared') return one.prepared_by === work.actor.id ? [] : [dueOf(one, 'second', by)]
  if (state === 'approved') return [dueOf(one, 'hand-over', by)]
  if (state !== 'handed-over') return [dueOf(one, one.commented ? 'answer' : 'ask', by)]
  const since = one.stop_on ?? one.error_on ?? (await hasOtherMeetings(work, one) ? work.today : null)
  if (since) return [dueOf(one, 'tell', since)]
  return isOverNow(one, work.today) && !one.over_decided ? [dueOf(one, 'over', addDays(one.usable_until!, 1))] : []
}

/** Nobody has read it in time, or its time is over before it left: it is prepared anew, or refused. */
function cannotLeaveAnyMore({ prepared_on: on, usable_until: until }: Standing, state: State, today: Day): boolean {
  return (until !== null && until < today) || (state === 'prepared' && on !== null && addDays(on, daysToRead) < today)
}

/** Asked only of what may still be used and tells of meetings: those are few. */
async function hasOtherMeetings(work: Work, { participant_id: id, statement, counts_meetings: counts, usable_until: until }: Standing): Promise<boolean> {
  if (!counts || until === null || until < work.today) return false
  const found = (await statementsOf(work, id)).find(({ publicId }) => publicId === statement)
  return found !== undefined && (await openTellings(work, found)).some(({ cause }) => cause === 'meetings')
}

function dueOf(one: Standing, what: 'ask' | 'answer' | 'second' | 'again' | 'hand-over' | 'tell' | 'over', on: Due['on']): Due {
  return { on, says: t(`sharing.due.${what}`), href: statementPage(one.person, one.statement), ...(one.name !== null && { about: one.name }), because: t(`sharing.due.${what}.because`, { recipient: say.beside([one.authority, one.recipient_function]) }) }
}

/** How far it is, in a line of a list. */
export function standingSaid(one: Standing, today: Day): string {
  return isOverNow(one, today) ? t('sharing.state.over') : t(`sharing.state.${stateOfStanding(one)}`)
}

/** What others asked and were told about this person, for whoever may read it: of the team, the coordinator all, others what they wrote down. */
export async function sharingGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, mayWrite, standings, readsAll] = await together([mayFor(work, 'read', 'disclosure_statement'), mayFor(work, 'write', 'disclosure_statement'), standingsOf(work, participantId), readsAllHere(work)])
  if (!mayRead) return undefined
  return { place: 'aside', order: 40, body: <Block title={t('sharing.title')} size="xs">
    {standings.length === 0 && <p class="ds-paragraph" data-size="sm">{t(readsAll ? 'sharing.none' : 'sharing.none.own')}</p>}
    {standings.slice(0, 3).map((one) => <p class="ds-paragraph" data-size="sm"><Link href={statementPage(publicId, one.statement)}>{say.beside([one.authority, say.day(one.asked_on)])}</Link>: {standingSaid(one, work.today)}</p>)}
    <p class="ds-paragraph" data-size="sm"><Link href={sharingPage(publicId)}>{t('sharing.glance.all')}</Link>{mayWrite && <> · <Link href={newStatementPage(publicId)}>{t('sharing.new')}</Link></>}</p>
  </Block> }
}

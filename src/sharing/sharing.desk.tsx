import { mayFor } from '../access/index.ts'
import { addDays, type Day } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { newStatementPage, sharingPage, statementPage } from './addresses.ts'
import { canBePrepared, lacking, whyNothingCan, type Rule, type Statement } from './disclosure.ts'
import { isOverNow, standingsCoordinated, standingsOf, standingsToRead, stateOfStanding, type Standing } from './standing.queries.ts'
import { openTellings, isProtectionOfficer, readsAllHere } from './sharing.verbs.ts'
import { rulesWritten, statementsOf } from './sharing.queries.ts'
import { whyNoMore } from './still-so.ts'
import { t } from './words.ts'

/** What waits for the coordinator: a question of an authority, to be refused where nothing can leave by it, a package to read as second, to hand over or to prepare anew, earlier recipients who may have to hear of something, and those whose time to use it is over. For a data protection officer, what was opened to them to read as second. */
export async function sharingDue(work: Work): Promise<Due[]> {
  if (isProtectionOfficer(work)) return (await standingsToRead(work)).map((one) => dueOf(one, 'second', one.asked_on))
  if (work.actor.shape !== 'casework' || !work.actor.roles.includes('coordinator')) return []
  const [standings, rules] = await together([standingsCoordinated(work), rulesWritten(work)])
  return (await together(standings.map((one) => dueOn(work, one, rules)))).flat()
}

type What = 'ask' | 'answer' | 'refuse' | 'write-anew' | 'second' | 'again' | 'hand-over' | 'tell' | 'over'

async function dueOn(work: Work, one: Standing, rules: readonly Rule[]): Promise<Due[]> {
  const state = stateOfStanding(one)
  if (state === 'handed-over') return afterIt(work, one)
  const what = state === 'prepared' || state === 'approved' ? await ofPrepared(work, one, rules) : ofQuestion(one, rules)
  return what ? [dueOf(one, what, one.answer_by ?? one.asked_on)] : []
}

/** Nobody is sent to ask the person where nothing can leave. */
function ofQuestion(one: Standing, rules: readonly Rule[]): What {
  const why = lacking(one, rules.find(({ kind }) => kind === one.kind))
  if (why) return why === 'sharing-no-rule' ? 'refuse' : 'write-anew'
  return one.commented ? 'answer' : 'ask'
}

/** What waits is looked at as its page looks at it: it is prepared anew where it cannot leave as it stands, whoever prepared it. Those that wait are few. */
async function ofPrepared(work: Work, one: Standing, rules: readonly Rule[]): Promise<What | undefined> {
  const found = await wholeOf(work, one)
  if (!found) return undefined
  if (whyNothingCan(found, rules)) return ofQuestion(one, rules)
  if (canBePrepared(found, work.today) || await whyNoMore(work, found)) return 'again'
  if (one.decision) return 'hand-over'
  return one.prepared_by === work.actor.id ? undefined : 'second'
}

async function afterIt(work: Work, one: Standing): Promise<Due[]> {
  const since = one.stop_on ?? one.error_on ?? (await hasOtherMeetings(work, one) ? work.today : null)
  if (since) return [dueOf(one, 'tell', since)]
  return isOverNow(one, work.today) && !one.over_decided ? [dueOf(one, 'over', addDays(one.usable_until!, 1))] : []
}

/** Asked only of what may still be used and tells of meetings: those are few. */
async function hasOtherMeetings(work: Work, one: Standing): Promise<boolean> {
  if (!one.counts_meetings || one.usable_until === null || one.usable_until < work.today) return false
  const found = await wholeOf(work, one)
  return found !== undefined && (await openTellings(work, found)).some(({ cause }) => cause === 'meetings')
}

async function wholeOf(work: Work, { participant_id: id, statement }: Standing): Promise<Statement | undefined> {
  return (await statementsOf(work, id)).find(({ publicId }) => publicId === statement)
}

function dueOf(one: Standing, what: What, on: Due['on']): Due {
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
    <p class="ds-paragraph" data-size="sm"><Link href={sharingPage(publicId)}>{t('sharing.glance.all')}</Link>{mayWrite && <span class="on-screen"> · <Link href={newStatementPage(publicId)}>{t('sharing.new')}</Link></span>}</p>
  </Block> }
}

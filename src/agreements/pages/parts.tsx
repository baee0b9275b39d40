import { mayFor, teamOf } from '../../access/index.ts'
import { thePerson, type Person } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { Crumbs, DetailsFold, Hidden, Notice, Several, Tag, TextArea, Timeline } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { mayBeParty, type Agreement, type ClauseOutcome, type Version } from '../agreement.ts'
import { findAgreement } from '../agreements.queries.ts'
import { changesOf, changesSince, difference, textsOf, type Change } from '../difference.ts'
import { answerSaid, outcomesSaid, partySaid } from '../sentences.ts'
import { t } from '../words.ts'
import { agreementPage, agreementsPage } from './addresses.ts'

/** The way back: the person, their agreements, this one. */
export function Way({ person, agreement, here }: { person: Person, agreement?: Agreement, here: string }) {
  const above = [{ href: '/people', label: t('agreement.people') }, { href: `/people/${person.public_id}`, label: person.name }]
  if (here !== t('agreement.list.title')) above.push({ href: agreementsPage(person.public_id), label: t('agreement.list.title') })
  if (agreement) above.push({ href: agreementPage({ participantId: person.public_id, agreementId: agreement.publicId }), label: t(`agreement.purpose.${agreement.purpose}`) })
  return <Crumbs above={above} here={here} />
}

/** The clauses of a version in their order, with what a review said of each. */
export function Clauses({ version, outcomes = [] }: { version: Version, outcomes?: ClauseOutcome[] }) {
  return <ol class="ds-list">{version.clauses.map((clause) => {
    const said = outcomes.find(({ clauseId }) => clauseId === clause.id)
    return <li><span class="prose" dir="auto">{clause.text}</span>{said && <Said {...said} />}</li>
  })}</ol>
}

function Said({ outcome, reason }: ClauseOutcome) {
  return <> <Tag>{t(`agreement.outcome.${outcome}`)}</Tag>{reason && <> <span class="muted" dir="auto">{reason}</span></>}</>
}

/** Whom a version binds, and what each of them answered. */
export function Parties({ version }: { version: Version }) {
  return <ul class="ds-list">{version.parties.map((party) => <li>
    <b>{partySaid(party)}</b><br />{answerSaid(party.answer)}{party.answer?.ownWords && <> <q dir="auto">{party.answer.ownWords}</q></>}
  </li>)}</ul>
}

/** What differs between two versions, readable without colour. */
export function Difference({ before, after }: { before: Version | undefined, after: Version }) {
  return <ul class="ds-list">{difference(textsOf(before), textsOf(after)).map(({ text, change }) => {
    if (change === 'kept') return <li><span class="prose" dir="auto">{text}</span></li>
    return <li><Tag>{t(`agreement.change.${change}`)}</Tag> {change === 'new' ? <ins class="prose" dir="auto">{text}</ins> : <del class="prose" dir="auto">{text}</del>}</li>
  })}</ul>
}

/** What happened to an agreement, oldest first; what the words were before and after is folded unless somebody has to see it now. */
export function History({ agreement, changes = changesOf(agreement), open = false }: { agreement: Agreement, changes?: Change[], open?: boolean }) {
  return <Timeline items={changes.map((change) => ({
    when: say.moment(change.at), dateTime: change.at, title: titleOf(change, agreement), body: <Told change={change} agreement={agreement} open={open} /> }))} />
}

function titleOf(change: Change, agreement: Agreement): string {
  if (change.kind === 'version') return t('agreement.history.version', { number: change.version.number, name: change.by })
  if (change.kind === 'review') return t('agreement.history.review', { day: say.day(change.review.heldOn), name: change.by })
  return t('agreement.history.ending', { name: change.by, how: t(`agreement.ending.${agreement.ended!.word}`) })
}

function Told({ change, agreement, open }: { change: Change, agreement: Agreement, open: boolean }) {
  if (change.kind === 'ending') return <p class="ds-paragraph" data-size="sm" dir="auto">{agreement.ended!.reason}</p>
  if (change.kind === 'review') return <p class="ds-paragraph" data-size="sm"><span>{outcomesSaid(change.review.outcomes)}</span>{change.review.note && <> <span dir="auto">{change.review.note}</span></>}</p>
  const before = agreement.versions.find(({ number }) => number === change.version.number - 1)
  return <>
    {change.version.reason && <p class="ds-paragraph" data-size="sm" dir="auto">{change.version.reason}</p>}
    <DetailsFold summary={t(before ? 'agreement.history.differs' : 'agreement.history.words')} open={open}>
      {before ? <Difference before={before} after={change.version} /> : <Clauses version={change.version} />}
      <Parties version={change.version} />
    </DetailsFold>
  </>
}

/** The person and the agreement of a page on which something is done; whoever may only read finds no such page. */
export async function toChange(work: Work, agreementId: string) {
  const person = await thePerson(work)
  const agreement = await findAgreement(work, agreementId)
  if (!await mayFor(work, 'write', 'agreement')) throw refuse('not-found')
  return { person, agreement }
}

/** One field a clause, and empty ones after them: without script more appear when a draft is saved. */
export function ClauseFields({ name, texts = [], spare, attempt }: { name: 'clauses' | 'added', texts?: string[], spare: number, attempt?: Attempt | undefined }) {
  const written = Object.keys(attempt?.values ?? {}).filter((key) => key.startsWith(`${name}.`) && attempt?.values[key]?.trim()).map((key) => Number(key.split('.')[1]) + 1)
  const many = Math.min(30, Math.max(texts.length, ...written) + spare)
  return <>{Array.from({ length: many }, (_, at) =>
    <TextArea name={`${name}.${at}.text`} label={t(name === 'clauses' ? 'agreement.clause.number' : 'agreement.clause.new', { place: at + 1 })} rows={2} attempt={attempt}
      value={texts[at]} required={name === 'clauses' && at === 0} hint={at === 0 ? t('agreement.clause.hint') : undefined} />)}</>
}

/** Who of today's team signs. */
export async function partiesField(work: Work, attempt: Attempt | undefined, version?: Version) {
  const team = (await teamOf(work, work.about)).filter(({ role }) => mayBeParty(role))
  const chosen = team.filter(({ colleague_id: id }) => version ? version.parties.some((party) => party.colleagueId === id) : id === work.actor.id)
  return <Several name="parties" label={t('agreement.field.parties')} hint={t('agreement.parties.hint')} required attempt={attempt} chosen={chosen.map(({ colleague_public_id: id }) => id)}
    options={team.map((one) => ({ value: one.colleague_public_id, label: partySaid(one) }))} />
}

/** The revision that the writer was shown; and, where somebody saved in between, what they did. The writer's own text stays in the fields. */
export function Shown({ agreement, attempt }: { agreement: Agreement, attempt: Attempt | undefined }) {
  const changes = changesSince(agreement, Number(attempt?.values['revision'] ?? agreement.revision))
  return <>
    <Hidden name="revision" value={agreement.revision} />
    {changes.length > 0 && <Notice kind="care" title={t('agreement.meanwhile.title')}>
      <p class="ds-paragraph">{t('agreement.meanwhile.yours')}</p>
      <History agreement={agreement} changes={changes} open />
    </Notice>}
  </>
}

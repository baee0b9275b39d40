import { roleName } from '../../access/index.ts'
import type { Person } from '../../participants/index.ts'
import { Crumbs, SummaryList, Tag, Timeline } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Agreement, ClauseOutcome, Version } from '../agreement.ts'
import { changesOf, difference, textsOf, type Change } from '../difference.ts'
import { answerSaid, nameOf, outcomesSaid } from '../sentences.ts'
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
  return <SummaryList answers={version.parties.map((party) => ({
    label: nameOf(party) === roleName(party.role) ? roleName(party.role) : t('agreement.party', { name: nameOf(party), role: roleName(party.role) }),
    value: <>{answerSaid(party.answer)}{party.answer?.ownWords && <><br /><q dir="auto">{party.answer.ownWords}</q></>}</>,
  }))} />
}

/** What differs between two versions, readable without colour. */
export function Difference({ before, after }: { before: Version | undefined, after: Version }) {
  return <ul class="ds-list">{difference(textsOf(before), textsOf(after)).map(({ text, change }) => {
    if (change === 'kept') return <li dir="auto">{text}</li>
    return <li dir="auto"><Tag>{t(`agreement.change.${change}`)}</Tag> {change === 'new' ? <ins>{text}</ins> : <del>{text}</del>}</li>
  })}</ul>
}

/** Everything that happened to an agreement, oldest first, with the words that changed. */
export function History({ agreement, changes = changesOf(agreement) }: { agreement: Agreement, changes?: Change[] }) {
  return <Timeline items={changes.map((change) => ({ when: say.moment(change.at), dateTime: change.at, title: titleOf(change, agreement), body: <Told change={change} agreement={agreement} /> }))} />
}

function titleOf(change: Change, agreement: Agreement): string {
  if (change.kind === 'version') return t('agreement.history.version', { number: change.version.number, name: change.by })
  if (change.kind === 'review') return t('agreement.history.review', { day: say.day(change.review.heldOn), name: change.by })
  return t('agreement.history.ending', { name: change.by, how: t(`agreement.ending.${agreement.ended!.word}`) })
}

function Told({ change, agreement }: { change: Change, agreement: Agreement }) {
  if (change.kind === 'ending') return <p class="ds-paragraph" data-size="sm" dir="auto">{agreement.ended!.reason}</p>
  if (change.kind === 'review') return <p class="ds-paragraph" data-size="sm"><span>{outcomesSaid(change.review.outcomes)}</span>{change.review.note && <> <span dir="auto">{change.review.note}</span></>}</p>
  const before = agreement.versions.find(({ number }) => number === change.version.number - 1)
  return <>
    {change.version.reason && <p class="ds-paragraph" data-size="sm" dir="auto">{change.version.reason}</p>}
    {before && <Difference before={before} after={change.version} />}
    <Parties version={change.version} />
  </>
}

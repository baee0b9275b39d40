import { mayFor, roleName, teamOf } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { Hidden, Notice, Several, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { mayBeParty, type Agreement, type Version } from '../agreement.ts'
import { findAgreement } from '../agreements.queries.ts'
import { changesSince } from '../difference.ts'
import { t } from '../words.ts'
import { History } from './parts.tsx'

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
    options={team.map((one) => ({ value: one.colleague_public_id, label: t('agreement.party', { name: one.name, role: roleName(one.role) }) }))} />
}

/** The revision that the writer was shown; and, where somebody saved in between, what they did. The writer's own text stays in the fields. */
export function Shown({ agreement, attempt }: { agreement: Agreement, attempt: Attempt | undefined }) {
  const changes = changesSince(agreement, Number(attempt?.values['revision'] ?? agreement.revision))
  return <>
    <Hidden name="revision" value={agreement.revision} />
    {changes.length > 0 && <Notice kind="care" title={t('agreement.meanwhile.title')}>
      <p class="ds-paragraph">{t('agreement.meanwhile.yours')}</p>
      <History agreement={agreement} changes={changes} />
    </Notice>}
  </>
}

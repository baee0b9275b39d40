import { surenessOf, type FactPart } from '../platform/definitions/index.ts'
import { say } from '../platform/words/index.ts'
import { amountInWords, frequencyInWords, roleInWords, rolesInWords, shapeInWords, wordInWords, wordsInWords, yesOrNo } from './in-words.ts'
import type { Certificate, Role, Team } from './parts.ts'
import type { Agreement, Forum, SharingRule, Standing } from './programme.ts'
import { factOf, factsOf, partOf, plainFact, row, section, unknownFact, type Fact, type FactSection, type Known, type Telling } from './sheet.ts'
import { t } from './words.ts'

/** Who delivers a programme, what is agreed, and who is told what. */
export function whoAndWhat(telling: Telling): FactSection[] {
  return [people(telling), agreed(telling), told(telling)]
}

function people(telling: Telling): FactSection {
  const { definition } = telling
  const { team, network } = definition
  return section('people',
    row('roles', definition.roles.map(role => roleFact(telling, role))),
    row('team', [factOf(telling, team, 'shape', { title: shapeInWords(team.shape), parts: [
      ...partOf(telling, team, ['ring', 'rings'], rings => rings.map(ring => ringInWords(telling, ring)).join('; ')),
      ...partOf(telling, team, ['not-meet', 'participants_must_not_meet'], never => yesOrNo(!never)),
    ] })]),
    row('minimum', team.minimum.length > 0 ? [factOf(telling, team, 'minimum', {
      says: say.list(team.minimum.map(({ role, count }) => t('programmes.said.counted', { role: roleInWords(definition, role), count }))),
      parts: partOf(telling, team, ['below', 'below_minimum'], below => t(`programmes.below.${below}`)) })] : []),
    row('matching', [matchingFact(telling)]),
    row('network', [factOf(telling, network, 'default', { title: t(`programmes.involved.${network.default}`), parts: [
      ...partOf(telling, network, ['involved-if', 'involve_if'], conditions => say.list(conditions.map(one => t(`programmes.involved-if.${one}`)))),
      ...partOf(telling, network, ['judged-by', 'judged_by'], name => roleInWords(definition, name)),
      ...partOf(telling, network, ['never', 'never'], wordsInWords),
    ] })]),
  )
}

function matchingFact(telling: Telling): Fact {
  const { team, team: { matching } } = telling.definition
  if (matching === undefined || matching === 'not_established') return unknownFact()
  const { criteria, decided_by: role, says } = matching
  const parts = role ? partOf(telling, team, ['decided-by', 'matching'], () => roleInWords(telling.definition, role)) : []
  if (criteria === 'not_established') return { ...unknownFact(), says, parts }
  return factOf(telling, team, 'matching', { says: says ? t('programmes.said.because', { says: wordsInWords(criteria), why: says }) : wordsInWords(criteria), parts })
}

function ringInWords({ definition }: Telling, { ring, roles, decides }: Team['rings'][number]): string {
  const says = rolesInWords(definition, roles)
  return t('programmes.said.of', { title: t(`programmes.ring.${ring}`), says: decides ? t('programmes.said.because', { says, why: t(`programmes.decides.${decides}`) }) : says })
}

function roleFact(telling: Telling, role: Role & Standing): Fact {
  const { definition } = telling
  return factOf(telling, role, 'title', { title: role.title, parts: [
    ...partOf(telling, role, ['kind', 'kind'], kind => t(`programmes.role-kind.${kind}`)),
    ...partOf(telling, role, ['acts-as', 'may_act_as'], name => t(`programmes.acts-as.${name}`)),
    ...partOf(telling, role, ['agency', 'agency'], agency => t(`programmes.agency.${agency}`)),
    ...partOf(telling, role, ['per-case', 'per_case'], range => amountInWords(range, 'people')),
    ...partOf(telling, role, ['caseload', 'caseload_max'], most => amountInWords({ max: most }, 'people')),
    ...partOf(telling, role, ['qualifications', 'qualifications'], texts => say.list(texts)),
    ...partOf(telling, role, ['need-not-be', 'need_not_be'], wordsInWords),
    ...partOf(telling, role, ['selection', 'selection'], steps => steps.map(({ step, method }) => t('programmes.said.step', { step, method: wordInWords(method) })).join(' ')),
    ...partOf(telling, role, ['training', 'training'], trainingInWords),
    ...partOf(telling, role, ['supervision', 'supervision'], supervision => supervisionInWords(telling, supervision)),
    ...partOf(telling, role, ['commitment', 'commitment_months'], count => t('programmes.said.months-for', { count })),
    ...partOf(telling, role, ['does', 'does'], tasks => say.list(tasks.map(task => t(`programmes.does.${task}`)))),
    ...partOf(telling, role, ['not-also', 'incompatible_with'], names => rolesInWords(definition, names)),
    ...(role.waiver ? partOf(telling, role.waiver, ['waiver', 'says'], says => says) : []),
  ] })
}

function trainingInWords({ lasts_months: months, lasts_days: days, before_match: before, subjects, materials, says, certificate }: Known<Role['training']>): string {
  return [
    ...(months === undefined ? [] : [amountInWords(months, 'months')]), ...(days === undefined ? [] : [amountInWords(days, 'days')]), ...(before === undefined ? [] : [t(before ? 'programmes.said.before-match' : 'programmes.said.after-match')]),
    ...(subjects && subjects !== 'not_established' ? subjects : []), ...(materials && materials !== 'not_established' ? materials : []), ...(says ? [says] : []), ...(certificate ? [certificateInWords(certificate)] : []),
  ].join('; ')
}

function certificateInWords({ title, valid_months: count }: Certificate): string {
  return t('programmes.said.certificate', { title: typeof count === 'number' ? t('programmes.said.because', { says: title, why: t('programmes.said.months-for', { count }) }) : title })
}

function supervisionInWords({ definition }: Telling, { by, every, also, says }: Known<Role['supervision']>): string {
  return [
    ...(by ? [t('programmes.said.by', { role: roleInWords(definition, by) })] : []),
    ...(every === undefined ? [] : [every === 'not_established' ? t('programmes.said.how-often-unknown') : frequencyInWords(every)]),
    ...(also && also !== 'not_established' ? also : []), ...(says ? [says] : []),
  ].join('; ')
}

function agreed(telling: Telling): FactSection {
  return section('agreed', row('agreements', factsOf(telling.definition.agreements, agreement => agreementFact(telling, agreement))))
}

function agreementFact(telling: Telling, agreement: Agreement): Fact {
  return factOf(telling, agreement, 'title', { title: agreement.title, parts: [
    ...partOf(telling, agreement, ['review', 'review_every_months'], count => t('programmes.said.months-every', { count })),
    ...partOf(telling, agreement, ['also-on', 'review_also_on'], times => say.list(times.map(time => t(`programmes.review-on.${time}`)))),
    ...partOf(telling, agreement, ['parties', 'parties'], names => rolesInWords(telling.definition, names)),
    ...partOf(telling, agreement, ['lapse', 'on_lapse'], what => t(`programmes.lapse.${what}`)),
    ...partOf(telling, agreement, ['withdrawable', 'withdrawable'], yesOrNo),
  ] })
}

function told(telling: Telling): FactSection {
  const { definition } = telling
  return section('told',
    row('sharing', definition.sharing.length > 0 ? definition.sharing.map(rule => sharingFact(telling, rule)) : [plainFact(t('programmes.said.nobody-told'))]),
    row('forums', factsOf(definition.forums, forum => forumFact(telling, forum))),
    row('records', definition.records.map(record => factOf(telling, record, 'title', { title: record.title, parts: [
      ...partOf(telling, record, ['by', 'by'], name => roleInWords(definition, name)), ...partOf(telling, record, ['to', 'to'], name => roleInWords(definition, name)),
      ...partOf(telling, record, ['due', 'due_hours'], count => t('programmes.said.hours-within', { count })),
    ] }))),
  )
}

function sharingFact(telling: Telling, rule: SharingRule): Fact {
  const { definition } = telling
  const what: FactPart[] = rule.what.length > 0 ? partOf(telling, rule, ['what', 'what'], wordsInWords) : [{ name: 'what', label: t('programmes.part.what'), says: t('programmes.said.nothing'), mark: surenessOf(rule, 'what', telling.sources) }]
  return factOf(telling, rule, 'to', { title: roleInWords(definition, rule.to), parts: [
    ...what,
    ...partOf(telling, rule, ['when', 'trigger'], trigger => t(`programmes.trigger.${trigger}`)),
    ...partOf(telling, rule, ['decided-by', 'decided_by'], name => roleInWords(definition, name)),
    ...partOf(telling, rule, ['why', 'why'], why => why),
    ...partOf(telling, rule, ['basis', 'basis'], basis => t(`programmes.ground.${basis}`)),
    ...partOf(telling, rule, ['then-to', 'then_to'], names => rolesInWords(definition, names)),
    ...partOf(telling, rule, ['person-told', 'participant_told'], yesOrNo),
    ...partOf(telling, rule, ['person-signs', 'participant_signs'], yesOrNo),
    ...partOf(telling, rule, ['acknowledged', 'acknowledged_within_hours'], count => t('programmes.said.hours-within', { count })),
  ] })
}

function forumFact(telling: Telling, forum: Forum): Fact {
  return factOf(telling, forum, 'title', { title: forum.title, parts: [
    ...partOf(telling, forum, ['forum-does', 'does'], does => t(`programmes.forum-does.${does}`)),
    ...partOf(telling, forum, ['members', 'members'], names => rolesInWords(telling.definition, names)),
    ...partOf(telling, forum, ['frequency', 'every'], frequencyInWords),
    ...partOf(telling, forum, ['attends', 'participant_attends'], yesOrNo),
  ] })
}

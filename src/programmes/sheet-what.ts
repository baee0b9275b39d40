import { say } from '../platform/words/index.ts'
import { countryInWords, roleInWords, rolesInWords, wordInWords, wordsInWords, yesOrNo } from './in-words.ts'
import { programmeTitle } from './on-offer.ts'
import { partsOf, type Evidence, type Measure, type Programme, type Rule, type States } from './programme.ts'
import { factOf, factsOf, partOf, plainFact, row, section, unknownFact, type Fact, type FactSection, type Known, type Telling } from './sheet.ts'
import { whoAndWhat } from './sheet-people.ts'
import { howItRuns } from './sheet-way.ts'
import { t, type NameIn } from './words.ts'

/** Everything that is told of a programme, in the order in which a page tells it. */
export function sheetOf(telling: Telling): FactSection[] {
  return [what(telling), whom(telling), partIn(telling), aims(telling), stance(telling), howItRuns(telling), ...whoAndWhat(telling), ...whatIsKnown(telling)]
}

function what(telling: Telling): FactSection {
  const { summary, also_known_as: also, country, owner, dates, methods, accreditation, companions } = telling.definition
  return section('what',
    row('summary', summary ? [factOf(telling, summary, 'says')] : []),
    row('also', also.length > 0 ? [plainFact(say.list(also))] : []),
    row('country', country ? [plainFact(countryInWords(country))] : []),
    row('owner', [factOf(telling, owner, 'says')]),
    row('dates', dates.map(date => dated(telling, date))),
    row('methods', methods.map(method => factOf(telling, method, 'says'))),
    row('accreditation', accreditation.map(one => factOf(telling, one, 'status', {
      title: t(`programmes.accreditation.${one.status}`), parts: partOf(telling, one, ['as-of', 'as_of'], say.when) }))),
    row('companions', companions.map(one => factOf(telling, one, 'says', { title: programmeTitle(one.programme) }))),
  )
}

function dated(telling: Telling, date: Programme['dates'][number]): Fact {
  const title = t(`programmes.event.${date.event}`)
  if (date.on === 'not_established') return factOf(telling, date, 'on', { title })
  return factOf(telling, date, 'on', { title, says: date.says ? t('programmes.said.full-stop', { one: say.when(date.on), other: date.says }) : say.when(date.on) })
}

function whom(telling: Telling): FactSection {
  const { target_group: target, adaptation, settings, referral, rules } = telling.definition
  return section('whom',
    row('target', [factOf(telling, target, 'says', { parts: partOf(telling, target, ['motives', 'motives'], motives => t(`programmes.motives.${motives}`)) })]),
    row('adaptation', adaptation ? [factOf(telling, adaptation, 'made_for', { title: t('programmes.said.made-for', { used: adaptation.used_for, made: adaptation.made_for }) })] : []),
    row('settings', [whereOf(telling)]),
    row('referral', referral ? [factOf(telling, referral, 'by', { title: refers(telling.definition) })] : [unknownFact()]),
    row('rules', factsOf(rules, rule => asked(telling, rule))),
  )

  function whereOf({ definition: { settings: { in: places } } }: Telling): Fact {
    const title = places === 'not_established' ? undefined : say.list(places.map(place => t(`programmes.setting.${place}`)))
    return factOf(telling, settings, 'in', { title, parts: partOf(telling, settings, ['sites', 'sites_published'], yesOrNo) })
  }
}

function refers(definition: Programme): string | undefined {
  const by = definition.referral?.by
  return by === undefined || by === 'not_established' ? undefined : rolesInWords(definition, by)
}

/** A rule is a question: nothing here decides it. */
function asked(telling: Telling, rule: Rule): Fact {
  const { definition } = telling
  return factOf(telling, rule, 'asks', { title: t(`programmes.rule-kind.${rule.kind}`), says: rule.says ? t('programmes.said.because', { says: rule.asks, why: rule.says }) : rule.asks, parts: [
    ...partOf(telling, rule, ['answered-by', 'answered_by'], names => rolesInWords(definition, names)),
    ...partOf(telling, rule, ['override', 'override_by'], name => roleInWords(definition, name)),
    ...partOf(telling, rule, ['about', 'about'], about => t(`programmes.about.${about as NameIn<'about'>}`)),
    ...partOf(telling, rule, ['limit', 'at_least'], number => t('programmes.said.limit-least', { number: say.number(number) })),
    ...partOf(telling, rule, ['limit', 'at_most'], number => t('programmes.said.limit-most', { number: say.number(number) })),
    ...partOf(telling, rule, ['instrument', 'instrument'], id => instrumentTitle(definition, id)),
    ...partOf(telling, rule, ['one-of', 'any_of'], group => partsOf(definition.rules).filter(other => other.any_of === group).map(other => other.asks).join(' · ')),
  ] })
}

function partIn(telling: Telling): FactSection {
  const { participation } = telling.definition
  const { withdrawal, order } = participation
  return section('part-in',
    row('basis', [factOf(telling, participation, 'basis', { title: t(`programmes.basis.${participation.basis}`) })]),
    row('asks-for', participation.asks_for.length > 0 ? [factOf(telling, participation, 'asks_for', { says: wordsInWords(participation.asks_for) })] : []),
    row('order', order ? [factOf(telling, order, 'reference', { says: t('programmes.said.required'), parts: partOf(telling, order, ['complaints', 'complaint_route'], route => route), within: participation })] : []),
    row('withdrawal', [factOf(telling, withdrawal, 'says', { within: participation, parts: partOf(telling, withdrawal, ['consequence', 'consequence', participation], value => t(`programmes.consequence.${value}`)) })]),
  )
}

function aims(telling: Telling): FactSection {
  const { aims: all, states } = telling.definition
  return section('aims',
    row('aims', all.map(aim => factOf(telling, aim, 'says'))),
    row('states', states === 'not_established' ? [unknownFact()] : standsAt(telling, states)),
  )
}

function standsAt(telling: Telling, states: States): Fact[] {
  const each = states.values.map(({ title, aim }) => factOf(telling, states, 'values', { title, says: aim }))
  const seen = partOf(telling, states, ['seen-by', 'seen_by'], name => roleInWords(telling.definition, name))
  return [...each, factOf(telling, states, 'says', { parts: seen })]
}

function stance(telling: Telling): FactSection {
  const { stance: { contests_beliefs: contests }, stance: whole } = telling.definition
  const title = t(contests === true ? 'programmes.contests-beliefs.yes' : 'programmes.contests-beliefs.no')
  return section('stance', row('stance', [factOf(telling, whole, 'contests_beliefs', { title, parts: partOf(telling, whole, ['contests', 'contests'], words => say.list(words.map(wordInWords))) })]))
}

/** What is known of a programme's results, what nobody knows, and what to be careful about. */
function whatIsKnown(telling: Telling): FactSection[] {
  const { cautions, not_established: unknown } = telling.definition
  return [
    evidence(telling),
    section('unknown', row('unknown', unknown.map(says => ({ ...unknownFact(), says })))),
    section('cautions', row('cautions', cautions.map(caution => factOf(telling, caution, 'says')))),
  ]
}

function evidence(telling: Telling): FactSection {
  const { evaluation: { evidence: all, claims, participant_from: from, completion, non_completion: ways }, measures } = telling.definition
  return section('evidence',
    row('evidence', factsOf(all, one => found(telling, one))),
    row('claims', claims.length === 0 ? [plainFact(t('programmes.page.claims.none'))]
      : claims.map(({ claim, rests_on: id }) => plainFact(t('programmes.said.because', { says: t(`programmes.claim.${claim}`), why: all.find(one => one.id === id)?.finding ?? id })))),
    row('counted', from ? [factOf(telling, from, 'says')] : []),
    row('completion', completion ? [factOf(telling, completion, 'says')] : []),
    row('non-completion', ways === undefined ? [] : ways === 'not_established' ? [unknownFact()] : [plainFact(say.list(partsOf(ways)))]),
    row('measures', factsOf(measures, measure => measured(telling, measure))),
  )
}

/** A finding never stands without its number of people, its design and its day. */
function found(telling: Telling, one: Evidence): Fact {
  return factOf(telling, one, 'finding', { title: t(`programmes.design.${one.design}`), says: one.finding, parts: [
    ...partOf(telling, one, ['n', 'n'], numberOfPeople),
    ...partOf(telling, one, ['as-of', 'as_of'], say.when),
    ...partOf(telling, one, ['population', 'population'], population => t(`programmes.population.${population}`)),
    ...partOf(telling, one, ['follow-up', 'follow_up_months'], count => t('programmes.said.months-for', { count })),
  ] })
}

function numberOfPeople(n: Known<Evidence['n']>): string {
  if (typeof n === 'number') return say.number(n)
  return say.list(Object.entries(n).map(([group, number]) => t('programmes.said.n', { number, what: wordInWords(group) })))
}

function measured(telling: Telling, measure: Measure): Fact {
  const { definition } = telling
  return factOf(telling, measure, 'title', { title: measure.title, parts: [
    ...partOf(telling, measure, ['by', 'by'], name => roleInWords(definition, name)),
    ...partOf(telling, measure, ['at', 'at'], times => say.list(times.map(time => t(`programmes.at.${time}`)))),
    ...partOf(telling, measure, ['frequency', 'every_months'], count => t('programmes.said.months-every', { count })),
    ...partOf(telling, measure, ['wanted', 'wanted'], wanted => t(`programmes.wanted.${wanted}`)),
    ...partOf(telling, measure, ['instrument', 'instrument'], id => instrumentTitle(definition, id)),
  ] })
}

function instrumentTitle(definition: Programme, id: string): string {
  return partsOf(definition.instruments).find(one => one.id === id)?.title ?? id
}

import { say } from '../platform/words/index.ts'
import { boundsOf } from './dose.ts'
import { amountInWords, formInWords, frequencyInWords, roleInWords, wordInWords, yesOrNo } from './in-words.ts'
import type { Band, Dose, Gate, Stage, Unit } from './parts.ts'
import { partsOf, type Instrument, type Programme, type Standing } from './programme.ts'
import type { FactPart } from '../platform/definitions/index.ts'
import { factOf, factsOf, partOf, row, section, type Fact, type FactSection, type Telling } from './sheet.ts'
import { t } from './words.ts'

/** How a programme runs: its steps and parts, how much of it, and with which instruments. */
export function howItRuns(telling: Telling): FactSection {
  const { stages, units, unit_order: order, pathways, dose, instruments } = telling.definition
  return section('way',
    row('stages', stages.map(stage => step(telling, stage))),
    row('units', factsOf(units, one => unit(telling, one))),
    row('unit-order', order ? [factOf(telling, order, 'order', { title: order.order === 'not_established' ? '' : t(`programmes.order.${order.order}`) })] : []),
    row('pathways', pathways.map(pathway => factOf(telling, pathway, 'title', { title: pathway.title, parts: partOf(telling, pathway, ['what', 'units'], ids => say.list(ids.map(id => unitTitle(telling.definition, id)))) }))),
    row('dose', factsOf(dose, one => pattern(telling, one))),
    row('instruments', factsOf(instruments, one => instrument(telling, one))),
  )
}

function step(telling: Telling, stage: Stage & Standing): Fact {
  return factOf(telling, stage, 'title', { title: stage.title, parts: [
    ...partOf(telling, stage, ['kind', 'kind'], kind => t(`programmes.stage-kind.${kind}`)),
    ...partOf(telling, stage, ['where', 'settings'], places => say.list(places.map(place => t(`programmes.setting.${place}`)))),
    ...partOf(telling, stage, ['lasts', 'sessions'], range => amountInWords(range, 'sessions')),
    ...stage.sessions_seen.flatMap(seen => partOf(telling, seen, ['seen', 'range', stage], range => because(t('programmes.said.with', { who: seen.with, range: amountInWords(range, 'sessions') }), seen.says))),
    ...partOf(telling, stage, ['lasts', 'weeks'], range => amountInWords(range, 'weeks')),
    ...partOf(telling, stage, ['lasts', 'months'], range => amountInWords(range, 'months')),
    ...partOf(telling, stage, ['before-release', 'months_before_release'], range => amountInWords(range, 'months')),
    ...partOf(telling, stage, ['follows', 'after'], ids => stagesInWords(telling.definition, ids)),
    ...(['entry', 'exit'] as const).flatMap(gate => [
      ...partOf(telling, stage, [gate, gate], one => gateInWords(telling.definition, one)),
      ...(stage[gate] && neededFor(telling.definition, stage[gate]).length > 0 ? partOf(telling, stage, ['needs', gate], one => neededFor(telling.definition, one).join(' · ')) : []),
    ]),
  ] })
}

/** What must be there at a gate, in words: the questions that are answered, what was rated, what was agreed. */
function neededFor({ rules, instruments, agreements }: Programme, gate: Gate): string[] {
  return [
    ...gate.rules.map(id => partsOf(rules).find(one => one.id === id)?.asks ?? id),
    ...gate.instruments.map(id => partsOf(instruments).find(one => one.id === id)?.title ?? id),
    ...gate.agreements.map(id => partsOf(agreements).find(one => one.id === id)?.title ?? id),
  ]
}

function stagesInWords({ stages }: Programme, ids: readonly string[]): string {
  return say.list(ids.map(id => stages.find(stage => stage.id === id)?.title ?? id))
}

function gateInWords(definition: Programme, gate: Gate): string {
  const says = gate.decided_by ? t('programmes.said.decided-by', { says: gate.says, role: roleInWords(definition, gate.decided_by) }) : gate.says
  return gate.record ? t('programmes.said.and', { one: says, other: t('programmes.said.record', { record: wordInWords(gate.record) }) }) : says
}

function unit(telling: Telling, one: Unit & Standing): Fact {
  const { definition } = telling
  return factOf(telling, one, 'title', { title: one.title, parts: [
    ...partOf(telling, one, ['chosen', 'selection'], selection => t(`programmes.selection.${selection}`)),
    ...partOf(telling, one, ['offence', 'offence_focused'], yesOrNo),
    ...partOf(telling, one, ['within', 'stages'], ids => stagesInWords(definition, ids)),
    ...partOf(telling, one, ['sessions', 'sessions'], range => amountInWords(range, 'sessions')),
    ...partOf(telling, one, ['tools', 'tools'], tools => say.list(tools.map(tool => t(`programmes.tool.${tool}`)))),
    ...partOf(telling, one, ['caution', 'caution'], caution => caution),
  ] })
}

function pattern(telling: Telling, dose: Dose & Standing): Fact {
  const counted = dose.counted_in === 'not_established' ? 'sessions' : dose.counted_in
  return factOf(telling, dose, 'title', { title: dose.title, parts: [
    ...partOf(telling, dose, ['count', 'count'], count => amountInWords(count, counted)),
    ...(boundsOf(dose.count)?.max === undefined ? partOf(telling, dose, ['counted-in', 'counted_in'], unit => t(`programmes.counted.${unit}`)) : []),
    ...partOf(telling, dose, ['frequency', 'frequency'], frequencyInWords),
    ...partOf(telling, dose, ['minutes', 'minutes'], range => amountInWords(range, 'minutes')),
    ...partOf(telling, dose, ['hours', 'hours_per_week'], range => amountInWords(range, 'hours')),
    ...dose.bands.flatMap((band, place) => bandPart(telling, dose, [band, place])),
    ...partOf(telling, dose, ['lasts', 'lasts_weeks'], range => amountInWords(range, 'weeks')),
    ...partOf(telling, dose, ['lasts', 'lasts_months'], range => amountInWords(range, 'months')),
    ...partOf(telling, dose, ['within', 'stages'], ids => stagesInWords(telling.definition, ids)),
    ...partOf(telling, dose, ['form', 'form'], formInWords),
    ...partOf(telling, dose, ['group-size', 'group_size'], range => amountInWords(range, 'people')),
    ...partOf(telling, dose, ['same-place', 'same_place_and_day'], yesOrNo),
    ...partOf(telling, dose, ['change', 'change'], ({ decided_by: role, needs, says }) => because(t('programmes.said.change', { role: roleInWords(telling.definition, role), needs: wordInWords(needs) }), says)),
  ] })
}

/** Hours by months. Where nobody knows how long the first months last, they are called just that. */
function bandPart(telling: Telling, dose: Dose & Standing, [band, place]: [Band, number]): FactPart[] {
  const { from_month: from, until_month: until } = band
  return partOf(telling, band, ['bands', 'hours_per_week', dose], range => {
    const hours = amountInWords(range, 'hours')
    if (from === 'not_established') return t('programmes.said.band-later', { hours })
    if (until === 'not_established' && from === 0 && place === 0) return t('programmes.said.band-first', { hours })
    return until === 'open' || until === 'not_established' ? t('programmes.said.band', { from, hours }) : t('programmes.said.band-until', { from, until, hours })
  })
}

function instrument(telling: Telling, one: Instrument): Fact {
  return factOf(telling, one, 'title', { title: one.title, parts: [
    ...partOf(telling, one, ['for', 'for'], uses => say.list(uses.map(use => t(`programmes.instrument-for.${use}`)))),
    ...partOf(telling, one, ['at', 'at'], times => say.list(times.map(time => t(`programmes.at.${time}`)))),
    ...partOf(telling, one, ['by', 'by'], name => roleInWords(telling.definition, name)),
    ...partOf(telling, one, ['required', 'required'], yesOrNo),
    ...partOf(telling, one, ['rights', 'rights'], rights => rights),
  ] })
}

export function unitTitle(definition: Programme, id: string): string {
  return definition.units === 'not_established' ? id : definition.units.find(one => one.id === id)?.title ?? id
}

function because(says: string, why: string | undefined): string {
  return why ? t('programmes.said.because', { says, why }) : says
}

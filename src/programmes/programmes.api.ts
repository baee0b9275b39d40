import { z } from '@hono/zod-openapi'
import { notEstablishedIn, sourceIdsOf, surenessOf, type Source, type Standing } from '../platform/definitions/index.ts'
import { apiDoors } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import { currentReader } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { sourcesFor, type LoadedDefinition } from './catalogue.ts'
import { boundsOf } from './dose.ts'
import { FindProgrammes, fits, weeksNeeded, type Wish } from './find-programmes.ts'
import { offeredCatalogue, programmesOnOffer } from './on-offer.ts'
import type { Count, Dose, Frequency } from './parts.ts'
import { partsOf, type Listed, type Programme } from './programme.ts'
import { statementsIn } from './programme-form.ts'
import { everybody } from './programmes.pages.tsx'
import { tellingOf } from './sheet.ts'

const api = apiDoors()
export const programmeApi = api

/** What every statement says of itself; `proposed` are the fields that are a choice of this service, `all` when all of it is. Null anywhere: not established. */
const standing = { sureness: z.enum(['established', 'unverified', 'inferred', 'proposed', 'not_established']), sources: z.array(z.string()), proposed: z.union([z.literal('all'), z.array(z.string())]) }
const text = z.string().nullable()
const words = z.array(z.string())
const statement = z.object({ says: text, ...standing })
const named = { id: z.string(), title: z.string(), says: text, ...standing }
const amount = z.union([z.literal('open'), z.object({ min: z.number().optional(), typical: z.number().optional(), max: z.number().optional() })]).nullable()
const frequency = z.object({ times: amount, per: z.enum(['day', 'week', 'two_weeks', 'month', 'three_months', 'six_months', 'year']) }).nullable()
const when = z.union([z.number(), z.string()]).nullable()

const shortSchema = z.object({ id: z.string(), version: z.int(), title: z.string(), country: text, settings: words.nullable(), team: text, weeksNeeded: z.number().nullable(), summary: statement.nullable() })

const programmeSchema = shortSchema.extend({
  hash: z.string(), alsoKnownAs: words, owner: statement, targetGroup: statement, aims: z.array(statement.extend({ id: z.string() })),
  stance: statement.extend({ contestsBeliefs: z.boolean().nullable(), contests: words }),
  participation: statement.extend({ basis: text, withdrawal: text, consequence: text }),
  roles: z.array(z.object({ ...named, kind: text, actsAs: z.string(), perCase: amount })),
  rules: z.array(z.object({ id: z.string(), kind: z.string(), about: z.string(), asks: z.string(), answeredBy: words, ...standing })).nullable(),
  stages: z.array(z.object({ ...named, kind: z.string(), settings: words, sessions: amount, weeks: amount, months: amount })),
  units: z.array(z.object({ ...named, selection: text, offenceFocused: z.boolean(), stages: words, sessions: amount })).nullable(),
  dose: z.array(z.object({ ...named, countedIn: text, stages: words, count: amount, minutes: amount, frequency, hoursPerWeek: amount, lastsWeeks: amount, lastsMonths: amount,
    bands: z.array(z.object({ fromMonth: z.number().nullable(), untilMonth: z.union([z.literal('open'), z.number()]).nullable(), hoursPerWeek: amount })) })).nullable(),
  agreements: z.array(z.object({ ...named, parties: words, reviewEveryMonths: z.int().nullable() })).nullable(),
  forums: z.array(z.object({ ...named, members: words, does: text })).nullable(),
  sharing: z.array(z.object({ id: z.string(), to: z.string(), what: words, trigger: z.string(), decidedBy: text, personTold: z.boolean(), says: text, ...standing })),
  states: z.array(z.object({ id: z.string(), title: z.string(), aim: z.string() })).nullable(),
  evidence: z.array(z.object({ id: z.string(), design: text, population: z.string(), n: z.union([z.int(), z.record(z.string(), z.int())]).nullable(), finding: z.string(), asOf: when, ...standing })),
  claims: words, cautions: z.array(statement), notEstablished: words, placesNotEstablished: words,
  cited: z.array(z.object({ id: z.string(), title: z.string(), publisher: text, year: when, url: text, standing: z.string(), read: text })),
}).openapi('Programme')

const reading = { does: 'consult', shows: 'nothing', for: everybody } as const

api.get('/programmes', { ...reading, takes: FindProgrammes, gives: z.object({ programmes: z.array(shortSchema) }), summary: 'The programmes on offer that fit; all of them when nothing is asked.' }, listed)
api.get('/programmes/{programmeId}', { ...reading, gives: programmeSchema, summary: 'One programme as it is offered today, each part with how sure it is and its sources.' }, whole)

function listed(_work: Work, wish: Wish) {
  return { programmes: programmesOnOffer().filter(({ definition }) => fits(definition, wish, currentReader().language)).map(short) }
}

function whole(_work: Work, { programmeId }: { programmeId: string }): z.input<typeof programmeSchema> {
  const loaded = offeredCatalogue().definitions.get(programmeId)
  if (!loaded) throw refuse('not-found')
  const { definition, sources } = told(loaded)
  return { ...short(loaded), hash: loaded.hash, alsoKnownAs: definition.also_known_as, ...purpose(definition, sources), ...course(definition, sources), ...agreed(definition, sources), ...known(definition, sources) }
}

function told({ definition }: LoadedDefinition) {
  return tellingOf(definition, sourcesFor(offeredCatalogue(), definition))
}

function short(loaded: LoadedDefinition): z.input<typeof shortSchema> {
  const { definition, sources } = told(loaded)
  const { id, version, title, country, settings, team, summary } = definition
  return {
    id, version, title, country: country ?? null, settings: orNull(settings.in), team: orNull(team.shape), weeksNeeded: weeksNeeded(definition) ?? null,
    summary: summary ? { says: summary.says, ...standingOf(summary, 'says', sources) } : null,
  }
}

type Sources = ReadonlyMap<string, Source>

function purpose({ owner, target_group: target, aims, stance, participation }: Programme, sources: Sources) {
  return {
    owner: { says: orNull(owner.says), ...standingOf(owner, 'says', sources) }, targetGroup: { says: orNull(target.says), ...standingOf(target, 'says', sources) },
    aims: aims.map(aim => ({ id: aim.id, says: aim.says, ...standingOf(aim, 'says', sources) })),
    stance: { contestsBeliefs: orNull(stance.contests_beliefs), contests: stance.contests, says: orNull(stance.says), ...standingOf(stance, 'contests_beliefs', sources) },
    participation: { basis: orNull(participation.basis), withdrawal: orNull(participation.withdrawal.says), consequence: orNull(participation.withdrawal.consequence), says: orNull(participation.says), ...standingOf(participation, 'basis', sources) },
  }
}

function course({ roles, rules, stages, units, dose }: Programme, sources: Sources) {
  return {
    roles: roles.map(role => ({ ...namedOf(role, sources), kind: orNull(role.kind), actsAs: role.may_act_as, perCase: amountOf(role.per_case) })),
    rules: listOf(rules, rule => ({ id: rule.id, kind: rule.kind, about: rule.about, asks: rule.asks, answeredBy: rule.answered_by, ...standingOf(rule, 'asks', sources) })),
    stages: stages.map(stage => ({ ...namedOf(stage, sources), kind: stage.kind, settings: stage.settings, sessions: amountOf(stage.sessions), weeks: amountOf(stage.weeks), months: amountOf(stage.months) })),
    units: listOf(units, unit => ({ ...namedOf(unit, sources), selection: orNull(unit.selection), offenceFocused: unit.offence_focused, stages: unit.stages, sessions: amountOf(unit.sessions) })),
    dose: listOf(dose, one => ({ ...namedOf(one, sources), ...patternOf(one) })),
  }
}

function patternOf(dose: Dose) {
  return {
    countedIn: orNull(dose.counted_in), stages: dose.stages, count: amountOf(dose.count), minutes: amountOf(dose.minutes), frequency: frequencyOf(dose.frequency),
    hoursPerWeek: amountOf(dose.hours_per_week), lastsWeeks: amountOf(dose.lasts_weeks), lastsMonths: amountOf(dose.lasts_months),
    bands: dose.bands.map(band => ({ fromMonth: orNull(band.from_month), untilMonth: orNull(band.until_month), hoursPerWeek: amountOf(band.hours_per_week) })),
  }
}

function agreed({ agreements, forums, sharing, states }: Programme, sources: Sources) {
  return {
    agreements: listOf(agreements, one => ({ ...namedOf(one, sources), parties: one.parties, reviewEveryMonths: orNull(one.review_every_months) })),
    forums: listOf(forums, forum => ({ ...namedOf(forum, sources), members: forum.members, does: orNull(forum.does) })),
    sharing: sharing.map(rule => ({ id: rule.id, to: rule.to, what: rule.what, trigger: rule.trigger, decidedBy: rule.decided_by ?? null, personTold: rule.participant_told, says: rule.says ?? null, ...standingOf(rule, 'what', sources) })),
    states: states === 'not_established' ? null : states.values,
  }
}

function known(definition: Programme, sources: Sources) {
  const { evaluation: { evidence, claims }, cautions, not_established: notEstablished } = definition
  return {
    evidence: evidence.map(one => ({ id: one.id, design: orNull(one.design), population: one.population, n: orNull(one.n), finding: one.finding, asOf: orNull(one.as_of), ...standingOf(one, 'finding', sources) })),
    claims: claims.map(({ claim }) => claim), cautions: cautions.map(one => ({ says: one.says, ...standingOf(one, 'says', sources) })), notEstablished, placesNotEstablished: [...notEstablishedIn(definition)],
    cited: namedIn(definition).flatMap(id => sources.get(id) ?? []).map(({ id, title, publisher, year, url, standing: how, read }) => ({ id, title, publisher: publisher ?? null, year: orNull(year), url: url ?? null, standing: how ?? 'published', read: read ?? null })),
  }
}

/** The sources that this definition names anywhere. */
function namedIn(definition: Programme): string[] {
  return [...new Set(statementsIn(definition).flatMap(({ statement: one }) => sourceIdsOf(one)))]
}

function namedOf(part: Standing & { id: string, title: string, says?: string }, sources: Sources) {
  return { id: part.id, title: part.title, says: part.says ?? null, ...standingOf(part, 'title', sources) }
}

function standingOf(part: Standing, field: string, sources: Sources) {
  return { sureness: surenessOf(part, field, sources), sources: sourceIdsOf(part), proposed: part.design_proposals ?? [] }
}

function listOf<Item, Out>(list: Listed<Item>, out: (item: Item) => Out): Out[] | null {
  return list === 'not_established' ? null : partsOf(list).map(out)
}

function orNull<Value>(value: Value): Exclude<Value, 'not_established' | undefined> | null {
  return value === undefined || value === 'not_established' ? null : value as Exclude<Value, 'not_established' | undefined>
}

function amountOf(count: Count | undefined) {
  return count === 'open' ? count : boundsOf(count) ?? null
}

function frequencyOf(given: Frequency | 'not_established' | undefined) {
  return given === undefined || given === 'not_established' ? null : { times: amountOf(given.times), per: given.per }
}

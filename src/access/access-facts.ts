import type { Right } from './rights.ts'

/** What the catalogue of a running database says about access. */
export type AccessFacts = {
  policies: { table: string, verb: string, shapes: string[], using: string, check: string, /** It allows nothing, and narrows what others allow. */ limits: boolean }[]
  /** Functions that answer questions as the owner, with who may call them: where figures come from. */
  functions: { shapes: string[], body: string }[]
  tables: { name: string, says: string, room: string }[]
  rights: (Right & { shape: string })[]
  roles: string[]
  rooms: readonly string[]
}

export type Asked = { record: string, verb: 'read' | 'write', scope: string }

/** A right that the database truly honours, with the table in which it does. */
export type Held = Right & { table: string | undefined }

/** The rights that a policy or a function asks about: people_for('agreement', 'read', 'team'). */
export function askedIn(text: string): Asked[] {
  const full = [...text.matchAll(/\b(?:people_for|has_right)\('(\w+)'(?:::text)?, ?'(read|write)'(?:::text)?, ?'(\w+)'/g)].map(([, record, verb, scope]) => ({ record, verb, scope }))
  const reaching = [...text.matchAll(/\b(units|staff)_for\('(\w+)'(?:::text)?, ?'(read|write)'/g)].map(([, what, record, verb]) => ({ record, verb, scope: what === 'units' ? 'unit' : 'staff' }))
  const all = [...full, ...reaching] as Asked[]
  return all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place)
}

/** Each right of the file for which there is a policy (or a function) in the shape of its role; a right that nothing honours is not told. */
export function rightsHeld(facts: AccessFacts): Held[] {
  const asking = [
    ...grantsOf(facts).map(({ table, shapes, using, check }) => ({ table: table as string | undefined, shapes, asked: askedIn(`${using} ${check}`) })),
    ...facts.functions.map(({ shapes, body }) => ({ table: undefined, shapes, asked: askedIn(body).filter(({ scope }) => scope === 'count' || scope === 'meta') })),
  ]
  return facts.rights.flatMap((right) => asking.filter(({ shapes, asked }) => shapes.includes(right.shape) && asked.some((one) => isSame(one, right)))
    .map(({ table }) => ({ ...right, table })))
}

/** The tables in which a record lives: those that are read by a right to read it. */
export function tablesOf(facts: AccessFacts, record: string): AccessFacts['tables'] {
  return facts.tables.filter(({ name }) => grantsOf(facts).some((policy) => policy.table === name && ['SELECT', 'ALL'].includes(policy.verb)
    && askedIn(policy.using).some((asked) => asked.record === record && asked.verb === 'read')))
}

/** The policies that allow something. */
export function grantsOf({ policies }: AccessFacts): AccessFacts['policies'] {
  return policies.filter(({ limits }) => !limits)
}

function isSame(one: Asked, other: Asked): boolean {
  return one.record === other.record && one.verb === other.verb && one.scope === other.scope
}

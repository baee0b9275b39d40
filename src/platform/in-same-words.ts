import type { CompiledQuery, Compilable } from 'kysely'
import type { Work } from './work.ts'

/** What words are made with: the way to ask, and nothing of the piece of work that asks first. */
export type Asking = Pick<Work, 'db'>

type Value = string | number | readonly number[]

/**
 * A question that is always asked in the same words: it is built and put into words the first time, and then only its values change. For what is asked many
 * times a minute; `build` may not decide by a value, for it sees none.
 */
export function inSameWords<Values extends Value[], Row>(build: (work: Asking, ...values: Values) => Compilable<Row>): (work: Work, ...values: Values) => Promise<Row[]> {
  let kept: Worded<Row> | undefined
  return async (work, ...values) => {
    kept ??= wordedOnce(values.length, (standIns) => build(work, ...standIns as Values))
    const { query, places } = kept
    const { rows } = await work.db.executeQuery<Row>({ ...query, parameters: query.parameters.map((one, at) => places[at] === undefined ? one : values[places[at]]) })
    return rows
  }
}

/** `places`: for each parameter of the statement which value stands there; nothing where it is always the same. */
type Worded<Row> = { query: CompiledQuery<Row>, places: readonly (number | undefined)[] }

function wordedOnce<Row>(count: number, build: (standIns: unknown[]) => Compilable<Row>): Worded<Row> {
  const standIns = Array.from({ length: count }, (_, place) => ({ standsFor: place }))
  const query = build(standIns).compile()
  const places = query.parameters.map((one) => { const place = standIns.indexOf(one as { standsFor: number }); return place === -1 ? undefined : place })
  if (standIns.some((_, place) => !places.includes(place))) throw new Error('A value has no place in the words of this question.')
  return { query, places }
}

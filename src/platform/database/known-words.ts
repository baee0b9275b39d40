import { RawNode, ValueNode, type CompiledQuery, type OperationNode, type QueryCompiler, type RootOperationNode } from 'kysely'

/**
 * Puts a question into words. One that was written out as a text is the same text each time it is asked, with other values: it is put together the first time, and
 * found again by the pieces of text that it is made of, which are one and the same in memory wherever the program comes by. What the builder made is put together anew.
 */
export function inWords(compiler: QueryCompiler, node: RootOperationNode, queryId: CompiledQuery['queryId']): CompiledQuery {
  const values: unknown[] = []
  const place = RawNode.is(node) ? placeOf(node, start, values) : undefined
  if (!place) return compiler.compileQuery(node, queryId)
  place.text ??= compiler.compileQuery(node, queryId).sql
  return { query: node, queryId, sql: place.text, parameters: values }
}

/** Where the pieces lead, one after the other; at the end stands the whole text. Nothing holds a piece but the program itself. */
type Place = { next: WeakMap<object, Place>, text?: string }

const start: Place = { next: new WeakMap() }
/** Stands for a value, whatever it is. */
const aValue = {}

/** Nothing where something else than texts and values takes part: then its words can be others the next time. */
function placeOf({ sqlFragments, parameters }: RawNode, from: Place, values: unknown[]): Place | undefined {
  if (!('raw' in sqlFragments)) return undefined
  let place: Place | undefined = after(from, sqlFragments)
  for (const one of parameters) {
    place = place && placeAfter(one, place, values)
  }
  return place
}

function placeAfter(one: OperationNode, place: Place, values: unknown[]): Place | undefined {
  if (RawNode.is(one)) return placeOf(one, place, values)
  if (!ValueNode.is(one) || one.immediate) return undefined
  values.push(one.value)
  return after(place, aValue)
}

function after({ next }: Place, piece: object): Place {
  const found = next.get(piece) ?? { next: new WeakMap() }
  next.set(piece, found)
  return found
}

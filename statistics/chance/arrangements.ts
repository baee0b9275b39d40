import type { Chance } from './seeded-generator.ts'

/**
 * A rule for drawing a sequence of labels step by step: from a state, which label may come next and which state does it lead to?
 * At most two ways lead on from a state. `complete` says whether a state may be the last one.
 */
export type Rule = {
  length: number
  start: number
  steps: (state: number, position: number) => { label: number, state: number }[]
  complete: (state: number) => boolean
}
export type Arrangements = {
  count: number
  every: (visit: (labels: Uint8Array) => void) => void
  one: (chance: Chance) => Uint8Array
  includes: (labels: ArrayLike<number>) => boolean
}
type Way = { label: number, to: Node }
type Node = { ways: Way[], count: number, firstShare: number }

/**
 * Which sequences does a rule allow, how many are they, and how do we draw one so that all are equally likely?
 *
 * Every state is looked at once and told how many sequences go on from it. Walking by these counts gives each sequence the same chance,
 * however uneven the rule is (drawing step by step with a coin would favour sequences with few choices).
 */
export function arrangements(rule: Rule): Arrangements {
  const root = nodeAt(rule, rule.start, 0, new Map())
  const labels = new Uint8Array(rule.length)
  return {
    count: root.count,
    every: (visit) => walk(root, 0, labels, visit),
    one: (chance) => drawn(root, labels, chance),
    includes: (given) => given.length === rule.length && follows(root, given),
  }
}

function nodeAt(rule: Rule, state: number, position: number, known: Map<string, Node>): Node {
  const key = `${position} ${state}`
  const earlier = known.get(key)
  if (earlier) return earlier

  const node = position === rule.length ? last(rule.complete(state)) : inner(rule.steps(state, position).map(({ label, state: next }) => ({ label, to: nodeAt(rule, next, position + 1, known) })))
  known.set(key, node)
  return node
}

function last(complete: boolean): Node {
  return { ways: [], count: complete ? 1 : 0, firstShare: 0 }
}

function inner(all: Way[]): Node {
  const ways = all.filter((way) => way.to.count > 0)
  const count = ways.reduce((sum, way) => sum + way.to.count, 0)
  return { ways, count, firstShare: ways.length === 0 ? 0 : ways[0]!.to.count / count }
}

function walk(node: Node, position: number, labels: Uint8Array, visit: (labels: Uint8Array) => void): void {
  if (position === labels.length) return node.count > 0 ? visit(labels) : undefined
  for (const way of node.ways) {
    labels[position] = way.label
    walk(way.to, position + 1, labels, visit)
  }
}

function drawn(root: Node, labels: Uint8Array, chance: Chance): Uint8Array {
  let node = root
  for (let position = 0; position < labels.length; position++) {
    const { ways, firstShare } = node
    const way = ways.length === 1 || chance.next() < firstShare ? ways[0]! : ways[1]!
    labels[position] = way.label
    node = way.to
  }
  return labels
}

function follows(root: Node, labels: ArrayLike<number>): boolean {
  let node: Node | undefined = root
  for (let position = 0; node && position < labels.length; position++) {
    node = node.ways.find((way) => way.label === labels[position])?.to
  }
  return node !== undefined && node.count > 0
}

// A statement with a name is parsed and planned once on each connection; most of what a question costs under the guard is its planning. A plan is made
// for one role, so each shape has names of its own. Lists of ids make ever new texts: only what comes again gets a name, and there is an end to it.
const names = new Map<string, Map<string, string | undefined>>()
let given = 0
let seen = 0
const mostNames = 400
const mostTexts = 4000

/** The name under which a connection keeps this statement; nothing for one that has not come before. */
export function statementName(shape: string, text: string): string | undefined {
  const texts = names.get(shape) ?? new Map<string, string | undefined>()
  names.set(shape, texts)
  const name = texts.get(text)
  if (name !== undefined) return name
  return texts.has(text) ? named(texts, text) : noted(texts, text)
}

function named(texts: Map<string, string | undefined>, text: string): string | undefined {
  if (given >= mostNames) return undefined
  const name = `s${++given}`
  texts.set(text, name)
  return name
}

function noted(texts: Map<string, string | undefined>, text: string): undefined {
  if (seen >= mostTexts) return
  seen += 1
  texts.set(text, undefined)
}

/** A migration changed what a kept statement gives: the connection that keeps it is of no more use. */
export function isStale(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '0A000' && fault.message.includes('cached plan')
}

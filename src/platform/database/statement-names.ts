// A statement with a name is parsed and planned once on each connection; most of what a question costs under the guard is its planning. A plan is made
// for one role, so each shape has names of its own. Lists of ids make ever new texts: only what comes again gets a name, and there is an end to it.
const names = new Map<string, string | undefined>()
let given = 0
const mostNames = 400
const mostTexts = 4000

/** The name under which a connection keeps this statement; nothing for one that has not come before. */
export function statementName(shape: string, text: string): string | undefined {
  const key = `${shape} ${text}`
  const name = names.get(key)
  if (name !== undefined) return name
  if (names.has(key) ? given >= mostNames : names.size >= mostTexts) return undefined
  const next = names.has(key) ? `s${++given}` : undefined
  names.set(key, next)
  return next
}

/** A migration changed what a kept statement gives: the connection that keeps it is of no more use. */
export function isStale(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '0A000' && fault.message.includes('cached plan')
}

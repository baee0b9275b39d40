/*
 * Does what we computed agree with a stored figure?
 *
 * Rule: |got - expected| <= tolerance * max(1, |expected|). A stored state ("NaN", "Infinity", "NA", "not computable …") is no number:
 * we agree when we show no number there either, but say why. What a package prints where it is held to be wrong (`package…`) and
 * what is one of several right answers is not compared.
 */
export type Miss = { path: string, expected: unknown, got: unknown }
export type Comparison = { compared: number, misses: Miss[] }
export type Rule = { tolerance: number, note?: string | undefined }

export function compare(expected: unknown, got: unknown, rule: Rule): Comparison {
  const misses: Miss[] = []
  let compared = 0

  const visit = (stored: unknown, ours: unknown, path: string): void => {
    if (typeof stored === 'object' && stored !== null) return visitParts(stored, ours, path, visit)
    compared += 1
    if (!agrees(stored, ours, toleranceAt(path, rule))) misses.push({ path, expected: stored, got: ours })
  }

  visit(expected, got, '')
  return { compared, misses }
}

type Visit = (stored: unknown, ours: unknown, path: string) => void

function visitParts(stored: object, ours: unknown, path: string, visit: Visit): void {
  if (Array.isArray(stored) && Array.isArray(ours) && ours.length !== stored.length) return visit(stored.length, ours.length, `${path}.length`)

  for (const [key, value] of Object.entries(stored)) {
    if (isNotCompared(key)) continue
    visit(key === 'est' ? nearerTwin(stored, value, ours) : value, at(ours, key), path ? `${path}.${key}` : key)
  }
}

// Where a point lies exactly on the baseline line, rounding decides whether it is a tie: either answer counts.
function nearerTwin(stored: object, est: unknown, ours: unknown): unknown {
  const tolerant = at(stored, 'estTieTolerant')
  const got = at(ours, 'est')
  if (typeof tolerant !== 'number' || typeof est !== 'number' || typeof got !== 'number') return est
  return Math.abs(got - tolerant) < Math.abs(got - est) ? tolerant : est
}

function isNotCompared(key: string): boolean {
  return key.startsWith('package') || key.startsWith('numberOfPatterns') || key === 'oneOptimalPattern' || key === 'attackIntervals'
}

function agrees(stored: unknown, ours: unknown, tolerance: number): boolean {
  if (typeof stored === 'number') return typeof ours === 'number' && Math.abs(ours - stored) <= tolerance * Math.max(1, Math.abs(stored))
  if (stored === null || (typeof stored === 'string' && isState(stored))) return typeof ours === 'string' && ours.startsWith('not computable')
  return ours === stored
}

function isState(text: string): boolean {
  return ['NaN', 'NA', 'Infinity', '-Infinity'].includes(text) || text.startsWith('not computable')
}

// Some notes give a looser figure for one part: "glsAR1_ML is iterative: compare with 1e-4".
function toleranceAt(path: string, rule: Rule): number {
  const looser = rule.note?.match(/(\w+) is iterative[^:]*: compare with (\S+?);?(?:\s|$)/) ?? rule.note?.match(/; (\w+) (1e-\d+)$/)
  const applies = looser && path.toLowerCase().includes(looser[1]!.toLowerCase())
  return applies ? Math.max(rule.tolerance, Number(looser[2])) : rule.tolerance
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

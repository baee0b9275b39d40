export type PolicyRow = { table: string, policy: string, verb: string, roles: string[], using: string | null, check: string | null }

/** The statement that reads every policy of a database as it stands. */
export const policiesNow = `select tablename as "table", policyname as policy, cmd as verb, roles::text[] as roles, qual as "using", with_check as "check"
  from pg_policies where schemaname = 'public' order by tablename, policyname`

// The questions of access.questions.sql, and their kin in rooms: asked once a statement or 35 times too often.
const question = /(?<![\w.])(\w+_(?:for|known|of_mine)|has_right|is_allowed|actor_\w+|moment|today_on|focus_id|acting_roles)\(/g

/** Questions of a policy that are asked for each row, because no sub-select stands round them. */
export function askedPerRow(text: string): string[] {
  return [...text.matchAll(question)].filter((found) => !isInside(text, found.index)).map((found) => found[1] ?? '')
}

/** Whether an `or` joins the list of people with a condition that is true or false for all rows: the index is lost then. */
export function joinsWideWithList(text: string): boolean {
  const arms = armsOfOr(text)
  if (arms.length < 2) return false
  const hasList = arms.some((arm) => /= any|&&/i.test(arm))
  return hasList && arms.some((arm) => !/\b\w+ (?:=|&&|<>|<|>|is) /i.test(withoutQuestions(arm)))
}

/** Whether an opening bracket before this place begins a `select` that has not ended yet, one with nothing to read from. */
function isInside(text: string, place: number): boolean {
  const open: boolean[] = []
  for (let at = 0; at < place; at += 1) {
    if (text[at] === '(') open.push(/^\(\s*select\b/i.test(text.slice(at)))
    if (text[at] === ')') open.pop()
  }
  return open.includes(true)
}

/** The two sides of every `or` outside sub-selects, at any depth of brackets. */
function armsOfOr(text: string): string[] {
  return withoutQuestions(text).split(/\bor\b/i)
}

/** Sub-selects stand as «asked», so that what is inside them is not taken for a condition of the row. */
function withoutQuestions(text: string): string {
  const start = text.search(/\(\s*select\b/i)
  if (start < 0) return text
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return `${text.slice(0, start)}«asked»${withoutQuestions(text.slice(at + 1))}`
  }
  return text
}

/** The records of access.yaml that a policy asks about: people_for('agreement', …) asks about agreements. */
export function recordsAsked({ using, check }: PolicyRow): string[] {
  return [...`${using ?? ''} ${check ?? ''}`.matchAll(/\b(?:people_for|units_for|staff_for|has_right)\('(\w+)'/g)].map((found) => found[1] ?? '')
}

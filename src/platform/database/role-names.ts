/** The shapes of access that a request may enter; see docs/decisions and database/roles.sql. The evaluator's is reached by a connection of its own. */
export const shapes = ['casework', 'person', 'referrer', 'counts', 'oversight', 'administrator', 'machine', 'evaluator'] as const
export type Shape = (typeof shapes)[number]

const placeholders = ['owner', 'web', ...shapes]

/** The SQL with `:owner`, `:web`, `:casework`, … replaced by the role names of this service, which begin with `prefix`. */
export function withRoleNames(sql: string, prefix: string): string {
  return sql.replace(new RegExp(`(?<![:\\w]):(${placeholders.join('|')})\\b`, 'g'), (_, name: string) => `"${prefix}_${name}"`)
}

/** The prefix of a web role's name: 'waymark_web' → 'waymark'. */
export function prefixOf(roleName: string): string {
  return roleName.replace(/_(web|owner)$/, '')
}

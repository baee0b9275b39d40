/** One cell of access.yaml: a role may read or write a record, in a scope. */
export type Right = { record: string, role: string, verb: 'read' | 'write', scope: string }

type Cell = string | string[]
export type AccessFile = {
  roles: string[]
  cast: Record<string, string>
  records: Record<string, { read: Record<string, Cell>, write: Record<string, Cell>, note?: string }>
  never: string[]
}

/** Every right that the file gives, one row a scope. */
export function rightsIn(access: AccessFile): Right[] {
  return Object.entries(access.records).flatMap(([record, { read, write }]) => [...cells(record, 'read', read), ...cells(record, 'write', write)])
}

function cells(record: string, verb: Right['verb'], given: Record<string, Cell>): Right[] {
  return Object.entries(given).flatMap(([role, scopes]) => [scopes].flat().map((scope) => ({ record, role, verb, scope })))
}

import type { Client } from './connect.ts'

export type Described = { name: string, dataTypeID: number }

/** How a row of a statement is read: each column's name and what its text means. */
export type Columns = { names: readonly string[], readers: readonly ((text: string) => unknown)[], empty: Readonly<Record<string, unknown>> }

export const noColumns: Columns = { names: [], readers: [], empty: {} }

/** Every connection is told the columns of every statement that it keeps: what is the same is kept once. All of them read a type alike (connect.ts). */
const known = new Map<string, Columns>()

export function columnsOf(client: Client, described: readonly Described[]): Columns {
  const key = described.map(({ name, dataTypeID }) => `${dataTypeID} ${name}`).join('\n')
  const columns = known.get(key) ?? newColumns(client, described)
  if (known.size < mostKnown) known.set(key, columns)
  return columns
}

const mostKnown = 2000

function newColumns(client: Client, described: readonly Described[]): Columns {
  const names = described.map(({ name }) => name)
  return { names, readers: described.map(({ dataTypeID }) => client.getTypeParser(dataTypeID, 'text') as (text: string) => unknown), empty: Object.fromEntries(names.map((name) => [name, null])) }
}

/** `fields`: as the server sends them, in the order of the columns. */
export function rowOf({ names, readers, empty }: Columns, fields: readonly (string | null)[]): object {
  const row: Record<string, unknown> = { ...empty }
  for (let place = 0; place < fields.length; place += 1) {
    const text = fields[place]
    if (text !== null && text !== undefined) row[names[place]!] = readers[place]!(text)
  }
  return row
}

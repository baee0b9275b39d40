import type pg from 'pg'

/*
 * A row or two in every table, whatever the table is: the first with every column filled, the second with as few as the table allows. Every reference goes to the row of the same number,
 * so that a database of any age can be filled without its code. What a table allows is asked of its own constraints.
 */

type Column = { name: string, type: string, nullable: boolean, refers: boolean, /** What a constraint of this column alone lists, and what those of several columns name. */ words: string[], others: string[] }
type Table = { name: string, columns: Column[], /** Which columns each constraint is about. */ constraints: Map<string, string[]> }
type Client = Pick<pg.ClientBase, 'query'>
type Value = string | number | boolean | null

export type Filled = { filled: string[], empty: { table: string, because: string }[] }

export async function fillEveryTable(client: Client, without: readonly string[]): Promise<Filled> {
  const tables = (await tablesIn(client)).filter(({ name }) => !without.includes(name))
  const found: Filled = { filled: [], empty: [] }
  // Rows refer to each other in circles here; that they all exist in the end is looked at by the migrations that follow.
  await client.query(`set session_replication_role = replica`)
  for (const table of tables) {
    const because = [await fill(client, table, { number: 1, full: true }), await fill(client, table, { number: 2, full: false })]
    // What a step of the past filled already has its row.
    if (because.includes(undefined) || (await client.query(`select from public."${table.name}" limit 1`)).rows.length > 0) found.filled.push(table.name)
    else found.empty.push({ table: table.name, because: because[0] ?? '' })
  }
  await client.query(`set session_replication_role = origin`)
  return found
}

const asked = `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]) or a.attname = 'id' as refers,
    coalesce((select array_agg(w[1] order by o) from pg_constraint k cross join lateral regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') with ordinality m(w, o)
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ 'ARRAY\\['), '{}') as words,
    coalesce((select array_agg(distinct w[1]) from pg_constraint k cross join lateral regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') w
      where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)), '{}') as others
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname, a.attnum`

async function tablesIn(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Column & { table: string }>(asked)
  const { rows: named } = await client.query<{ table: string, name: string, columns: string[] }>(`select c.relname as table, k.conname as name, array_agg(a.attname::text order by a.attnum) as columns from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) where c.relnamespace = 'public'::regnamespace group by 1, 2`)
  const constraintsOf = (name: string) => new Map(named.filter(({ table }) => table === name).map((one) => [one.name, one.columns]))
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({ name, columns, constraints: constraintsOf(name) }))
}

type Wish = { number: number, full: boolean }

/** Tries, and asks the constraint that says no which columns it is about: those get their next choice, until the row stands or nothing is left. Resolves with why not. */
async function fill(client: Client, table: Table, wish: Wish): Promise<string | undefined> {
  const choices = new Map(table.columns.map((column) => [column.name, choicesFor(column, wish)]))
  const at = new Map(table.columns.map(({ name }) => [name, 0]))
  let fault = ''
  for (let tries = 0; tries < 120; tries += 1) {
    const no = await insert(client, table, new Map([...at].map(([name, place]) => [name, choices.get(name)![place]!])))
    if (no === undefined) return undefined
    fault = no.message
    if (!next(no.columns.length > 0 ? no.columns : table.columns.map(({ name }) => name), at, choices)) return fault
  }
  return fault
}

/** Counts on over the choices of some columns, like the wheels of a counter. */
function next(columns: readonly string[], at: Map<string, number>, choices: Map<string, Value[]>): boolean {
  for (const name of columns) {
    const place = (at.get(name) ?? 0) + 1
    if (place < (choices.get(name)?.length ?? 1)) {
      at.set(name, place)
      return true
    }
    at.set(name, 0)
  }
  return false
}

type No = { message: string, columns: string[] }

async function insert(client: Client, { name, columns, constraints }: Table, values: Map<string, Value>): Promise<No | undefined> {
  const given = columns.filter((column) => values.get(column.name) !== undefined)
  const said = given.map((column) => `${literal(values.get(column.name)!)}::${column.type}`)
  try {
    await client.query(`savepoint one; insert into public."${name}" (${given.map((column) => `"${column.name}"`).join(', ')}) overriding system value values (${said.join(', ')}); release savepoint one`)
    return undefined
  } catch (fault) {
    await client.query('rollback to savepoint one')
    const { message, constraint = '' } = fault as { message: string, constraint?: string }
    return { message, columns: constraints.get(constraint) ?? [] }
  }
}

function literal(value: Value): string {
  return value === null ? 'null' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** What a column can hold, what is tried first first. */
function choicesFor(column: Column, { number, full }: Wish): Value[] {
  const listed = column.type === 'text[]' ? column.words.map((word) => `{${word}}`) : column.words
  const values = column.refers ? column.name === 'id' ? [number] : [number, 3 - number] : listed.length > 0 ? listed : [...ofType(column, number), ...column.type === 'text' ? column.others : []]
  return column.nullable ? full ? [...values, null] : [null, ...values] : values
}

function ofType(column: Column, number: number): Value[] {
  const { name, type } = column
  if (type.endsWith('[]')) return ['{}', type.startsWith('int') ? `{${number}}` : type === 'text[]' ? '{x}' : '{2026-11-02}']
  if (/^(date|time)/.test(type)) return whenOf(column, number)
  if (type === 'text') return [`${number}`.repeat(16), `${name} ${number}`, 'en', '', `2026-11-0${number}`]
  return plainOf.get(type) ?? [number, number + 4, 0, 60]
}

const plainOf = new Map<string, Value[]>([['boolean', [false, true]], ['jsonb', ['{}', '[]']], ['json', ['{}', '[]']], ['bytea', ['\\x01', '\\x02']]])

/** What begins lies before what ends. */
function whenOf({ name, type }: Column, number: number): string[] {
  const [begins, ends] = [`2026-11-0${number}`, `2027-11-0${number}`]
  const isAnEnd = /until|expires|ended|ends|due|erase/.test(name)
  if (type === 'date') return isAnEnd ? [ends, begins] : [begins, ends]
  if (!type.startsWith('timestamp')) return [isAnEnd ? '12:00' : '09:00']
  return isAnEnd ? [`${begins}T17:00:00Z`, `${ends}T09:00:00Z`, `${begins}T09:00:00Z`] : [`${begins}T09:00:00Z`, `${ends}T09:00:00Z`]
}

import pg from 'pg'

/** Days and moments come back as the texts of platform/day.ts, never as Date; counts as numbers. */
const texts = new pg.TypeOverrides()
texts.setTypeParser(pg.types.builtins.DATE, (text) => text)
texts.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => readMoment(text))
texts.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

export type Client = pg.PoolClient
export type Pool = pg.Pool

/** Where and as whom to connect: an address for an outside server, or the socket of the embedded one. */
export type Connection = { url: string } | { socketDir: string, port: number, user: string, password: string, database: string }

/** A pool of connections that signs in as one database role; `size` is the most it opens. Questions asked together on one connection go out together. */
export function openPool(connection: Connection, size: number): Pool {
  const settings = clientSettings(connection)
  return withstanding(new pg.Pool({ ...settings, options: `${settings.options} ${planOnce}`, max: size, idleTimeoutMillis: 60_000, pipeline: true }))
}

/** A statement that is kept is planned once, for all values: under the guard planning costs more than asking. What needs the value in its plan has it in its text. */
const planOnce = '-c plan_cache_mode=force_generic_plan'

/** A pool for a package that reads moments and counts in its own way. */
export function openPlainPool(connection: Connection, size: number): Pool {
  const { types: _, ...settings } = clientSettings(connection)
  return withstanding(new pg.Pool({ ...settings, max: size }))
}

/** One connection of its own, for migrating and for backup. The caller ends it. */
export async function connectOnce(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(clientSettings(connection))
  await client.connect()
  return client
}

/**
 * The server may end a connection at any time (a restart, a kill). The pool drops an idle one, and the work that holds one fails;
 * but a connection that is lost between two statements says so to nobody but these two, and without them ends the process.
 */
function withstanding(pool: Pool): Pool {
  pool.on('error', lostConnection)
  pool.on('connect', (client) => { client.on('error', lostConnection) })
  return pool
}

function lostConnection(): void {}

function clientSettings(connection: Connection): pg.ClientConfig {
  const where = 'url' in connection
    ? { connectionString: connection.url }
    : { host: connection.socketDir, port: connection.port, user: connection.user, password: connection.password, database: connection.database }
  return { ...where, types: texts, options: '-c TimeZone=UTC -c search_path=public', application_name: 'waymark' }
}

/** '2026-11-23 14:00:00.123456+00' becomes '2026-11-23T14:00:00.123Z'; a day alone (infinity included) stays as it is. */
function readMoment(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/.exec(text)
  return found ? `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z` : text
}

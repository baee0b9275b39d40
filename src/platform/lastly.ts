import type { CompiledQuery } from 'kysely'
import { askWithTheNext } from './database/ask.ts'
import type { Client } from './database/connect.ts'
import { statementName } from './database/statement-names.ts'
import { isAftermath, together } from './together.ts'
import type { Shape } from './work.ts'

/** `orElse`: what to say of a fault. */
type Lastly = { shape: Shape, writes: readonly CompiledQuery<unknown>[], orElse: (fault: unknown) => unknown }

/** Asks for what a piece of work writes lastly: it goes to the database with whatever is asked next, which is the line with the commit where nothing else is. */
export function askLastly(client: Client, { shape, writes, orElse }: Lastly): Promise<unknown> {
  const written = together(writes.map(({ sql, parameters }) => askWithTheNext(client, { text: sql, values: parameters, name: statementName(shape, sql) })))
    .catch((fault: unknown) => { throw orElse(fault) })
  written.catch(() => { /* told by the end of the work, which waits for it */ })
  return written
}

/** What went wrong first: what was asked after a write that failed says no more than that it could not go on. */
export async function whatFailed(fault: unknown, lastly: readonly Promise<unknown>[]): Promise<unknown> {
  if (!isAftermath(fault)) return fault
  const found = (await Promise.allSettled(lastly)).find((one) => one.status === 'rejected')
  return found ? found.reason : fault
}

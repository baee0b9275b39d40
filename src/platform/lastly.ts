import type { CompiledQuery } from 'kysely'
import { askWithTheNext } from './database/ask.ts'
import type { Client } from './database/connect.ts'
import { sentAs } from './database/sent-as.ts'
import { statementName } from './database/statement-names.ts'
import { isAftermath, together } from './together.ts'
import type { Shape } from './work.ts'

/** `orElse`: what to say of a fault of their own. */
type Lastly = { shape: Shape, writes: readonly CompiledQuery<unknown>[], orElse: (fault: unknown) => unknown }

/**
 * Asks for what a piece of work writes lastly: it goes to the database with whatever is asked next, which is the line with the commit where nothing else is. What cannot be sent at all throws here and now:
 * left out of the message it would not hold up the commit.
 */
export function askLastly(client: Client, { shape, writes, orElse }: Lastly): Promise<unknown> {
  const questions = writes.map(({ sql, parameters }) => ({ text: sql, values: parameters.map(sentAs), name: statementName(shape, sql) }))
  const written = together(questions.map((question) => askWithTheNext(client, question))).catch((fault: unknown) => { throw isAftermath(fault) ? fault : orElse(fault) })
  written.catch(() => { /* told by the end of the work, which waits for it */ })
  return written
}

/** What went wrong first: what was asked after a write that failed says no more than that it could not go on. */
export async function whatFailed(fault: unknown, lastly: readonly Promise<unknown>[]): Promise<unknown> {
  if (!isAftermath(fault)) return fault
  const found = (await Promise.allSettled(lastly)).find((one) => one.status === 'rejected')
  return found ? found.reason : fault
}

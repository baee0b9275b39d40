import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Driver } from 'kysely'
import type { Tables } from '../../../database/tables.ts'
import type { Client } from './connect.ts'
import { statementName } from './statement-names.ts'

/**
 * The query builder over one connection that is already inside its transaction. Every row that names a participant is
 * noted for the log as it passes, so that no list can forget to say whose records it showed.
 */
export function kyselyOver(client: Client, shape: string, saw: (participantId: number) => void): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(client, shape, saw),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

function driverOver(client: Client, shape: string, saw: (participantId: number) => void): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(compiled: { sql: string, parameters: readonly unknown[] }) {
      const name = statementName(shape, compiled.sql)
      const result = await client.query<Row & object>({ text: compiled.sql, values: [...compiled.parameters], ...(name !== undefined && { name }) })
      noteParticipants(result.rows, saw)
      return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() { throw new Error('Rows are read whole or by page, never streamed out of a transaction.') },
  }
  const inOneTransaction = async () => { throw new Error('The platform opened this transaction; there is no other inside it.') }
  return {
    init: async () => {}, acquireConnection: async () => connection, releaseConnection: async () => {}, destroy: async () => {},
    beginTransaction: inOneTransaction, commitTransaction: inOneTransaction, rollbackTransaction: inOneTransaction,
  }
}

function noteParticipants(rows: object[], saw: (participantId: number) => void): void {
  const first = rows[0]
  if (!first || !('participant_id' in first)) return
  for (const row of rows) {
    if ('participant_id' in row && typeof row.participant_id === 'number') saw(row.participant_id)
  }
}

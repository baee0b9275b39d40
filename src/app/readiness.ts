import { sql } from 'kysely'
import { inWork, type House } from '../platform/open-work.ts'
import type { Actor } from '../platform/work.ts'
import type { Check } from './start.ts'
import { t } from './words.ts'

/** The machine actor that clears away what has expired and makes the coming months of the log. */
export function caretaker(): Actor {
  return { kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' }
}

/** Below two months ahead somebody must look: the log would go on in its spare part, but nobody should rely on that. */
const fewestMonths = 2

export async function readinessOf(house: House): Promise<Record<string, Check>> {
  try {
    return await inWork(house, { actor: caretaker(), does: 'consult', shows: 'nothing', purpose: 'readiness', door: 'GET /readyz' }, async (work) => {
      const { rows } = await sql<{ months: number }>`select log_months_ahead(${work.today}) as months`.execute(work.db)
      const months = rows[0]?.months ?? 0
      return { database: { ok: true, says: t('app.ready.database') }, log: { ok: months >= fewestMonths, says: t('app.ready.log', { count: months }) } }
    })
  } catch (fault) {
    return { database: { ok: false, says: fault instanceof Error ? fault.message : String(fault) } }
  }
}

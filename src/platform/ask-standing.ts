import type { Day } from './day.ts'
import type { House } from './open-work.ts'

/** To which state the database was last brought, and for how many months after this day the log has room. The web role may ask this. */
export async function askStanding(house: House, on: Day): Promise<{ hash: string, monthsAhead: number }> {
  const { rows } = await house.pool.query<{ hash: string, months: number }>({
    name: 'standing', text: 'select deployment_hash() as hash, log_months_ahead($1::date) as months', values: [on] })
  return { hash: rows[0]?.hash ?? '', monthsAhead: rows[0]?.months ?? 0 }
}

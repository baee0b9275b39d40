import { cast, demonstrationPassword, founder, neighbours } from '../../database/seeds/cast.ts'
import { stillHaving } from '../accounts/index.ts'
import { theService } from '../people/index.ts'
import { doorkeeper } from '../platform/doors/index.ts'
import { inWork, type House } from '../platform/open-work.ts'
import type { Log } from '../platform/postgres/launch.ts'
import { t } from './serve-words.ts'

/** A service in production is nobody's demonstration: no password that everybody can read, no pretended day. */
export async function refuseDemonstrationInProduction(house: House, log: Log): Promise<void> {
  const service = await inWork(house, { actor: founder(), does: 'consult', shows: 'accounts_and_settings', purpose: 'start', door: 'waymark serve' }, theService)
  if (!service) return log.warn(t('serve.nobody-yet'))
  if (service.clock_on !== null) throw new Error(t('serve.pretended-day', { day: service.clock_on }))
  const names = await demonstrationAccounts(house)
  if (names.length > 0) throw new Error(t('serve.demonstration-passwords', { names: names.join(', ') }))
}

/** The user names of the demonstration's people whose password is still the demonstration's. */
export function demonstrationAccounts(house: House): Promise<string[]> {
  const passwords = [...cast, ...neighbours].map(({ first }) => ({ username: first.toLowerCase(), password: demonstrationPassword(first) }))
  return inWork(house, { actor: doorkeeper('en'), does: 'consult', shows: 'accounts_and_settings', purpose: 'start', door: 'waymark serve' }, (work) => stillHaving(work, passwords))
}

import { cast, demonstrationPassword, foundNorland, founder } from '../../database/seeds/cast.ts'
import { fillNorland } from '../../database/seeds/norland.ts'
import { theService } from '../people/index.ts'
import { inWork, type House } from '../platform/open-work.ts'
import type { Log } from '../platform/postgres/launch.ts'
import { t } from './serve-words.ts'

/** Fills the demonstration service the first time, and says who can sign in with what. */
export async function prepareDemonstration(house: House, log: Log): Promise<void> {
  const service = await inWork(house, { actor: founder(), does: 'consult', shows: 'accounts_and_settings', purpose: 'start', door: 'waymark serve' }, theService)
  if (!service) {
    await foundNorland(house)
    await fillNorland(house)
  }
  if (service && service.name !== 'Norland') return
  const rows = [...cast, { first: 'Jonas', role: 'participant' }].map(({ first, role }) => `  ${first.toLowerCase().padEnd(8)} ${demonstrationPassword(first).padEnd(20)} ${role.replaceAll('_', ' ')}`)
  log.info(`${t('serve.cast')}\n${rows.join('\n')}`)
}

import { cast, demonstrationPassword, foundNorland, founder, neighbours } from '../../database/seeds/cast.ts'
import { fillNorland } from '../../database/seeds/norland.ts'
import { theService } from '../people/index.ts'
import { inWork, type House } from '../platform/open-work.ts'
import { fillOnce } from './filling.ts'
import { t } from './serve-words.ts'

/** Fills the demonstration service the first time. */
export async function prepareDemonstration(house: House, dataDir: string): Promise<void> {
  const service = await inWork(house, { actor: founder(), does: 'consult', shows: 'accounts_and_settings', purpose: 'start', door: 'waymark serve' }, theService)
  if (service) return
  await fillOnce(dataDir, async () => {
    await foundNorland(house)
    await fillNorland(house)
  })
}

// The trainer works in the workshop: nobody signs in here as one.
const elsewhere: readonly string[] = ['trainer']

/** Who can sign in to the demonstration, with what. */
export function castInWords(): string {
  const here = cast.filter(({ role }) => !elsewhere.includes(role))
  const rows = [...here, ...neighbours, { first: 'Jonas', role: 'participant' }].map(({ first, role }) => `  ${first.toLowerCase().padEnd(8)} ${demonstrationPassword(first).padEnd(20)} ${role.replaceAll('_', ' ')}`)
  return `${t('serve.cast')}\n${rows.join('\n')}`
}

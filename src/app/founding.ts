import { founder } from '../../database/seeds/cast.ts'
import { anyAppointedAs, appoint } from '../access/index.ts'
import { openAccount } from '../accounts/index.ts'
import { foundService, theService, welcomeColleague, type ServiceFacts } from '../people/index.ts'
import { inWork, type House } from '../platform/open-work.ts'

export type Founding = { facts: Pick<ServiceFacts, 'name' | 'timeZone'> | undefined, name: string, username: string, password: string }

/** Makes the service, where there is none, and its first administrator. Says what stood in the way. */
export function foundWithAdministrator(house: House, { facts, name, username, password }: Founding): Promise<'done' | 'exists' | 'facts-needed'> {
  return inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'founding', door: 'waymark init' }, async (work) => {
    if (await anyAppointedAs(work, 'administrator')) return 'exists'
    if (!await theService(work)) {
      if (!facts) return 'facts-needed'
      await foundService(work, { ...facts, languages: ['en'], holidays: [], codesRequired: true })
    }
    const { id: colleagueId } = await welcomeColleague(work, { name, title: '' })
    await appoint(work, { colleagueId, role: 'administrator' })
    await openAccount(work, { username, password, colleagueId })
    return 'done'
  })
}

import { anyAppointedAs, appoint, type Role } from '../access/index.ts'
import { openAccount, openWithCode, refusePoor, type PrintedCode } from '../accounts/index.ts'
import { foundService, openUnits, theService, welcomeColleague, type ServiceFacts } from '../people/index.ts'
import type { House } from '../platform/open-work.ts'
import type { Work } from '../platform/work.ts'
import { atTheShell } from './from-the-shell.ts'
import { t } from './serve-words.ts'

export type Joining = { name: string, username: string, title: string, role: Role, unit: string | undefined }
export type Founding = Pick<Joining, 'name' | 'username'> & { facts: Pick<ServiceFacts, 'name' | 'timeZone'> | undefined, password: string | undefined }

/** Makes the service, where there is none, and its first administrator; without a password, with a code to choose one. */
export function foundWithAdministrator(house: House, { facts, name, username, password }: Founding): Promise<PrintedCode | undefined> {
  return atTheShell(house, 'waymark init', 'collect', async (work) => {
    if (await anyAppointedAs(work, 'administrator')) throw new Error(t('serve.init.exists'))
    if (!await theService(work)) {
      if (!facts) throw new Error(t('serve.init.facts-needed'))
      await foundService(work, { ...facts, languages: ['en'], holidays: [], codesRequired: true })
    }
    return join(work, { name, username, title: '', role: 'administrator', unit: undefined }, password)
  })
}

/** A colleague with an appointment and an account. */
export async function join(work: Work, { name, username, title, role, unit }: Joining, password?: string): Promise<PrintedCode | undefined> {
  const found = unit === undefined ? undefined : (await openUnits(work)).find((one) => one.name === unit)
  if (unit !== undefined && !found) throw new Error(t('serve.join.no-unit', { unit }))
  const atUnit = found ? { unitId: found.id } : {}
  const { id: colleagueId } = await welcomeColleague(work, { name, title, ...atUnit })
  await appoint(work, { colleagueId, role, ...atUnit })
  if (password === undefined) return openWithCode(work, { username, colleagueId, language: 'en' })
  refusePoor(password, username)
  await openAccount(work, { username, password, colleagueId })
  return undefined
}

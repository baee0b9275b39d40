import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newPublicId } from '../../src/platform/open-work.ts'
import type { Actor } from '../../src/platform/work.ts'
import { cast, type First } from '../seeds/cast.ts'
import { act, colleague } from '../testing/index.ts'
import { openBy } from '../testing/scopes.ts'
import { freshId, put } from '../testing/superuser.ts'
import { someone, type Person } from './scene.ts'

// accounts_and_settings is about the service and not about one person: its rights are tried by hand.
const first = cast.filter(({ role }, place) => cast.findIndex((other) => other.role === role) === place).map((member) => member.first as First)

async function withAccount(): Promise<Person> {
  const person = await someone()
  await put('accounts', { id: await freshId(), public_id: newPublicId(), username: `u${person.id}`, kind: 'participant', participant_id: person.id, made_at: '2026-11-22T09:00:00Z' })
  return person
}

function accountsSeenBy(actor: Actor): Promise<{ username: string }[]> {
  return act(actor, async (work) => (await sql<{ username: string }>`select username from accounts`.execute(work.db)).rows, {})
    .catch((fault: unknown) => { if (fault instanceof Error && 'code' in fault && fault.code === '42501') return []; throw fault })
}

describe('accounts', () => {
  test('it shows colleagues\' accounts to the administrator and the data-protection officer, and to nobody else of the cast', async () => {
    await withAccount()
    const readers: string[] = []
    for (const name of first) {
      const seen = await accountsSeenBy(await colleague(name))
      if (seen.some(({ username }) => username === 'viktor')) readers.push(name)
      else expect([name, seen]).toEqual([name, []])
    }
    expect(readers.sort()).toEqual(['Dana', 'Ravi'])
  })

  test('it shows an inspector the account of the person whose inspection is open, and no other', async () => {
    const [opened, closed] = [await withAccount(), await withAccount()]
    const ines = await colleague('Ines')
    await openBy('request', { colleagueId: ines.id, role: 'inspector', record: '', person: opened, workerId: opened.workerId })
    await openBy('request', { colleagueId: ines.id, role: 'inspector', record: '', person: closed, workerId: closed.workerId }, true)
    expect(await accountsSeenBy(ines)).toEqual([{ username: `u${opened.id}` }])
  })

  test('it shows a participant\'s account at the desk of their team, and never to the administrator', async () => {
    const person = await withAccount()
    const [lena, ravi] = [await colleague('Lena'), await colleague('Ravi')]
    expect(await accountsSeenBy(lena)).toEqual([])
    await openBy('assignment', { colleagueId: lena.id, role: 'case_manager', record: '', person, workerId: person.workerId })
    expect(await accountsSeenBy(lena)).toEqual([{ username: `u${person.id}` }])
    expect((await accountsSeenBy(ravi)).map(({ username }) => username)).not.toContain(`u${person.id}`)
  })

  test('it shows nobody a secret', async () => {
    for (const name of first) {
      const actor = await colleague(name)
      for (const secret of ['password_hash from accounts', 'code_secret from accounts', 'token_hash from sign_ins', 'token_hash from tokens', 'code_hash from one_time_codes']) {
        await expect(act(actor, (work) => sql.raw(`select ${secret}`).execute(work.db), {}), `${name}: ${secret}`).rejects.toThrow('permission denied')
      }
    }
  })
})

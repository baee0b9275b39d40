import { expect, test } from 'vitest'
import { cast } from '../../database/seeds/cast.ts'
import { navigation } from './navigation.ts'

const shapes = { head: 'counts', administrator: 'administrator', evaluator: 'evaluator', security: 'referrer', data_protection_officer: 'oversight', rights_officer: 'oversight', inspector: 'oversight' } as const
const of = (role: string) => navigation(shapes[role as keyof typeof shapes] ?? 'casework', [role])

test('it gives everybody of the cast a bar of one line, and hides nothing behind a word where all of it fits', () => {
  for (const { role } of cast) {
    const [bar, more] = [of(role).filter(({ seldom }) => !seldom), of(role).filter(({ seldom }) => seldom)]
    expect([role, bar.length <= 6, more.length === 0 || of(role).length > 6], bar.map(({ label }) => label).join(', ')).toEqual([role, true, true])
  }
})

test('it keeps in sight what has to be found in a minute', () => {
  const inSight = (role: string) => of(role).filter(({ seldom }) => !seldom).map(({ href }) => href)
  expect(inSight('coordinator')).toContain('/cover')
  expect(inSight('facilitator')).toContain('/lone')
})

test('it names no programme to a participant', () => {
  expect(navigation('person', []).map(({ label }) => label).join(' ')).not.toMatch(/programme/i)
})

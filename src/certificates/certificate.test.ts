import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import type { Role as RoleOfProgramme } from '../programmes/index.ts'
import { certificatesOf, checkDates, heldFor, requiredOf, standingOn } from './certificate.ts'

type Role = Partial<RoleOfProgramme> & { id: string }

function programme(...roles: Role[]) {
  return { id: 'p', title: 'A programme', roles: roles.map((role): RoleOfProgramme => ({ title: 'Mentor', kind: 'staff', may_act_as: 'mentor', does: [], need_not_be: [], incompatible_with: [], ...role })) }
}

test('it asks for nothing where the training is not established, not named, or comes later', () => {
  for (const training of ['not_established', undefined, { lasts_days: 2, before_match: false }] as const) expect(requiredOf(programme({ id: 'a', ...(training && { training }) }), 'mentor')).toEqual([])
})

test('it asks whoever works in the role for the training that a definition knows, under its own name where it has one', () => {
  expect(requiredOf(programme({ id: 'a', training: { lasts_months: 12 } }), 'mentor')).toEqual([{ programme: 'p', role: 'a', title: 'Training as Mentor, A programme', validMonths: undefined }])
  const named = programme({ id: 'a', training: { certificate: { title: 'Licence B', valid_months: 24 } } })
  expect(requiredOf(named, 'mentor')).toMatchObject([{ title: 'Licence B', validMonths: 24 }])
  expect(requiredOf(named, 'facilitator')).toEqual([])
  expect(certificatesOf(named)).toHaveLength(1)
})

test('it is enough to work in a role that asks for nothing', () => {
  expect(requiredOf(programme({ id: 'a', training: { lasts_months: 12 } }, { id: 'b', training: 'not_established' }), 'mentor')).toEqual([])
  expect(requiredOf(programme({ id: 'a', training: { lasts_months: 12 } }, { id: 'b', training: { lasts_days: 2 } }), 'mentor').map(({ role }) => role)).toEqual(['a', 'b'])
})

test('it knows how certificates stand on a day, the first and the last day included', () => {
  const year = { from: day('2026-01-01'), until: day('2026-12-31') }
  expect(standingOn([], day('2026-05-01'))).toEqual({ is: 'none' })
  for (const on of ['2026-01-01', '2026-12-31']) expect(standingOn([year], day(on))).toEqual({ is: 'valid' })
  expect(standingOn([year], day('2027-01-01'))).toEqual({ is: 'ran-out', until: '2026-12-31' })
  expect(standingOn([year], day('2025-12-31'))).toEqual({ is: 'not-yet', from: '2026-01-01' })
  expect(standingOn([{ from: day('2026-01-01'), until: day('2025-12-31') }], day('2026-05-01'))).toEqual({ is: 'none' })
  expect(standingOn([year, { from: day('2027-01-01'), until: undefined }], day('2030-01-01'))).toEqual({ is: 'valid' })
})

test('it ends by its day or the day before it was withdrawn, whichever comes first', () => {
  const issuedOn = day('2026-01-01')
  expect(heldFor({ issuedOn, expiresOn: null, withdrawnOn: null })).toEqual({ from: issuedOn, until: undefined })
  expect(heldFor({ issuedOn, expiresOn: day('2026-12-31'), withdrawnOn: day('2026-06-01') }).until).toBe('2026-05-31')
  expect(heldFor({ issuedOn, expiresOn: day('2026-03-31'), withdrawnOn: day('2026-06-01') }).until).toBe('2026-03-31')
})

test('it refuses dates ahead, the wrong way round, or longer than the programme lets it hold', () => {
  const [today, any, two] = [day('2026-11-23'), { title: 'A', validMonths: undefined }, { title: 'A', validMonths: 24 }]
  expect(() => checkDates({ issuedOn: day('2026-11-24') }, any, today)).toThrow('certificate-ahead')
  expect(() => checkDates({ issuedOn: today, expiresOn: day('2026-11-22') }, any, today)).toThrow('certificate-ends-before')
  expect(() => checkDates({ issuedOn: today }, two, today)).toThrow('certificate-needs-an-end')
  expect(() => checkDates({ issuedOn: today, expiresOn: day('2028-11-24') }, two, today)).toThrow('certificate-too-long')
  for (const expiresOn of [day('2028-11-23'), day('2026-12-01')]) expect(() => checkDates({ issuedOn: today, expiresOn }, two, today)).not.toThrow()
})

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { aGoal } from '../../database/testing/a-goal.ts'
import { anErasure } from '../../database/testing/an-erasure.ts'
import { taken, tried } from '../../database/testing/an-import.ts'
import { aParticipant, become } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { sayFault } from '../platform/import/fault.ts'
import { measureFiles } from './import-measures.ts'
import { measuresOf } from './measures.queries.ts'

const sample = 'database/samples/measures-wide.csv'
const head = 'no,date,phase,who5_1,who5_2,who5_3,who5_4,who5_5,ruler,gas_1,gas_2\n'
const csv = (...rows: string[]) => Buffer.from(head + rows.map((row) => `${row}\n`).join(''))
const row = (number: string, on: string, answers = '1,1,1,1,1,5,0,-1') => `${number},${on},A,${answers}`

async function someone(number: string, unit = 'Fjordvik prison') {
  return aParticipant({ number, unit, team: ['Kai', 'Amira', 'Noor'] })
}

async function stored(participantId: number) {
  const { rows } = await (await asSuperuser()).query<Record<string, unknown>>('select * from measures where participant_id = $1 order by measured_on, id', [participantId])
  return rows
}

test('it takes the service\'s own file for the people it has, names whoever it has not, and writes nothing twice', async () => {
  const numbers = [...new Set((await readFile(sample, 'utf8')).split('\n').slice(1).flatMap((line) => line.split(',')[0] || []))]
  const people = new Map<string, { id: number }>()
  for (const number of numbers.slice(1)) people.set(number, await someone(number))
  const first = await tried(measureFiles, sample)
  expect(first.result.totals).toMatchObject({ rows: 108, bad: 10, willWrite: 98 })
  expect(await stored(people.get(numbers[1]!)!.id)).toEqual([])
  expect(await taken(measureFiles, first)).toEqual({ written: 98, leftOut: 10, thereBefore: 0 })

  const again = await tried(measureFiles, sample)
  expect(again.result.totals).toMatchObject({ willWrite: 0, there: 98 })
  expect(await taken(measureFiles, again)).toMatchObject({ written: 0, thereBefore: 98 })
  await someone(numbers[0]!)
  expect((await tried(measureFiles, sample)).result.totals).toMatchObject({ willWrite: 7, there: 98 })
})

test('it keeps the day, the phase, the gaps and the answers as they were sent', async () => {
  const person = await someone('M-1')
  await taken(measureFiles, await tried(measureFiles, csv(row('M-1', '2026-03-01', '1,NA,1,1,1,,0,-99'))))
  expect(await stored(person.id)).toMatchObject([
    { kind: 'scale', series: 'WHO-5', value: null, missing: 'item-missing', items: { who5_1: 1, who5_2: null }, measured_on: '2026-03-01', phase: 'A', way: 'imported', said_by: 'not-said' },
    { kind: 'ruler', value: null, missing: 'empty-in-file' }, { kind: 'goal', series: 'gas_1', value: 0 }, { kind: 'goal', series: 'gas_2', value: null, missing: 'marked-in-file' }])
})

test('it gives a rating to the goal in force on its day, in the order of the columns, and keeps it by its name where there is none', async () => {
  const person = await someone('M-2')
  const [one, two] = [await aGoal(person), await aGoal(person, { title: 'Work' })]
  await taken(measureFiles, await tried(measureFiles, csv(row('M-2', '2026-11-10'), row('M-2', '2026-10-10'))))
  expect((await stored(person.id)).filter(({ kind }) => kind === 'goal').map((said) => [said['measured_on'], said['series'], said['goal_id']])).toEqual([
    ['2026-10-10', 'gas_1', null], ['2026-10-10', 'gas_2', null], ['2026-11-10', 'gas_1', one.id], ['2026-11-10', 'gas_2', two.id]])
})

test('it is found by a number however it is spelled, and says the same of a stranger and of somebody in another\'s unit', async () => {
  await someone('MV-77')
  const { result } = await tried(measureFiles, csv(row('mv 77', '2026-03-01'), row('nobody-at-all', '2026-03-01')))
  expect(result.totals).toMatchObject({ willWrite: 1, bad: 1 })
  expect(sayFault(result.attention[0]!.faults[0]!).wrong).toBe('“no”: nobody of your units has the number nobody-at-all.')
})

test('it is for coordinators alone, who read nothing of it', async () => {
  const person = await someone('M-3')
  for (const by of ['Amira', 'Noor', 'Mia', 'Lena'] as const) await expect(tried(measureFiles, csv(row('M-3', '2026-03-01')), { by })).rejects.toThrow('not-found')
  await taken(measureFiles, await tried(measureFiles, csv(row('M-3', '2026-03-01'))))
  expect(await become('Kai', (work) => measuresOf(work, person.id), { about: person.publicId })).toEqual([])
  expect(await become('Amira', (work) => measuresOf(work, person.id), { about: person.publicId })).toHaveLength(4)
})

test('it lets a coordinator write nothing but by a file that they confirm', async () => {
  const person = await someone('M-4')
  const { publicId } = await tried(measureFiles, csv(row('M-4', '2026-03-01')))
  const written = become('Kai', (work) => measureFiles.write(work, publicId, [{ number: 'M-4', on: '2026-03-01' as never, phase: null, participantId: person.id, key: 'k', said: [
    { kind: 'ruler', series: 'ruler', question: '', goalPlace: null, value: 3, missing: null, lowest: 0, highest: 10, items: null }] }]), { does: 'collect', shows: 'measure' })
  await expect(written).rejects.toThrow(/row-level security/)
})

test('it writes once when two confirm the same file, and once what two files say of one series and day', async () => {
  const person = await someone('M-5')
  const [one, other] = [await tried(measureFiles, csv(row('M-5', '2026-03-01'))), await tried(measureFiles, csv(row('M-5', '2026-03-01')))]
  await Promise.all([taken(measureFiles, one), taken(measureFiles, other)])
  expect(await stored(person.id)).toHaveLength(4)
})

test('it remembers the columns for the next file with these headings', async () => {
  await someone('M-6')
  const file = Buffer.from('no,date,x1a\nM-6,2026-03-01,7\n')
  const first = await tried(measureFiles, file)
  expect(first.result.totals).toMatchObject({ bad: 1 })
  const said = { ...first.mapping, values: { ...first.mapping.values, means: { x1a: 'ruler How sure are you?' } } }
  await taken(measureFiles, await tried(measureFiles, file, { mapping: said }))
  const next = await tried(measureFiles, Buffer.from('no,date,x1a\nM-6,2026-04-01,8\n'))
  expect(next.result.totals).toMatchObject({ willWrite: 1 })
})

test('it brings back by an old file no measure that was erased, says no more than that, and takes what came after', async () => {
  const ada = await someone('MI-31')
  await anErasure(ada.id, { answeredAt: '2026-03-10T12:00:00Z', items: ['measures'], carriedOutAt: '2026-03-24T01:00:00Z' })
  const trial = await tried(measureFiles, csv(row('MI-31', '2026-03-10'), row('MI-31', '2026-03-11')))
  expect(trial.result.totals).toMatchObject({ bad: 1, willWrite: 1 })
  expect(trial.result.attention.flatMap(({ faults }) => faults.map((one) => sayFault(one).wrong))).toEqual(['This row is not taken.'])
  expect(await taken(measureFiles, trial)).toEqual({ written: 1, leftOut: 1, thereBefore: 0 })
  expect(new Set((await stored(ada.id)).map((one) => String(one['measured_on'])))).toEqual(new Set(['2026-03-11']))
})

import { expect, test } from 'vitest'
import { act, aParticipant, become, becomeParticipant, colleague, connectedAs } from '../../database/testing/index.ts'
import { findPlace, openPlaces, placesWithIds, toldOf } from './community.queries.ts'
import { addToDirectory, changeInDirectory, closeInDirectory } from './community.verbs.ts'

const told = { name: 'Harbour rooms', area: 'Østby', offers: 'Rooms with a shared kitchen.', reach: '+45 70 00 00 01' }
const added = (own: Partial<typeof told> = {}) => become('Kai', (work) => addToDirectory(work, { kind: 'housing', ...told, ...own }))

test('it is added by a coordinator and read by everybody who works with people', async () => {
  const placeId = await added({ area: ' Østby  ' })
  for (const first of ['Kai', 'Lena', 'Amira', 'Mia'] as const) expect(await become(first, (work) => findPlace(work, placeId)), first).toMatchObject({ ...told, kind: 'housing', toldBy: 'Kai Nyberg' })
})

test('it is written by nobody else, not even a case manager', async () => {
  const placeId = await added()
  for (const first of ['Lena', 'Amira', 'Mia'] as const) {
    await expect(become(first, (work) => addToDirectory(work, { kind: 'work', ...told })), first).rejects.toMatchObject({ code: 'not-found' })
    await expect(become(first, (work) => changeInDirectory(work, placeId, { ...told, name: 'Other' }, 1)), first).rejects.toMatchObject({ code: 'not-found' })
    await expect(become(first, (work) => closeInDirectory(work, placeId, 'Full.')), first).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('it is taken by the database from a coordinator alone, and from no token', async () => {
  await expect(become('Lena', async (work) => work.db.insertInto('community_places').values({ id: await work.newId(), public_id: work.newPublicId(), kind: 'work' }).execute())).rejects.toThrow(/row-level security/)
  await expect(act({ ...await colleague('Kai'), allows: ['register:write'] }, (work) => addToDirectory(work, { kind: 'work', ...told }), {})).rejects.toThrow(/row-level security/)
  const jonas = await aParticipant()
  await expect(becomeParticipant(jonas.id, async (work) => work.db.insertInto('community_places').values({ id: await work.newId(), public_id: work.newPublicId(), kind: 'work' }).execute())).rejects.toThrow(/permission denied/)
})

test('it keeps what was told before, and names who told it', async () => {
  const placeId = await added()
  await become('Kai', (work) => changeInDirectory(work, placeId, { ...told, reach: '+45 70 00 00 02' }, 1))
  const { id, reach } = await become('Kai', (work) => findPlace(work, placeId))
  expect(reach).toBe('+45 70 00 00 02')
  expect((await become('Mia', (work) => toldOf(work, id))).map((one) => [one.revision, one.reach])).toEqual([[2, '+45 70 00 00 02'], [1, '+45 70 00 00 01']])
})

test('it tells the second of two coordinators that the first has saved, and refuses a change that changes nothing', async () => {
  const placeId = await added()
  await become('Kai', (work) => changeInDirectory(work, placeId, { ...told, name: 'Harbour house' }, 1))
  await expect(become('Kai', (work) => changeInDirectory(work, placeId, { ...told, name: 'Quay rooms' }, 1))).rejects.toMatchObject({ code: 'place-changed-meanwhile' })
  await expect(become('Kai', (work) => changeInDirectory(work, placeId, { ...told, name: ' Harbour  house' }, 2))).rejects.toMatchObject({ code: 'place-nothing-changed' })
})

test('it is found by kind and area, and not once it is closed; who agreed on it still reads it', async () => {
  const area = `Area ${Math.random()}`
  const [room, job] = [await added({ area }), await become('Kai', (work) => addToDirectory(work, { kind: 'work', ...told, area }))]
  const ids = async (wish: Parameters<typeof openPlaces>[1]) => (await become('Mia', (work) => openPlaces(work, wish))).map(({ publicId }) => publicId)
  expect((await ids({ area })).sort()).toEqual([room, job].sort())
  expect(await ids({ area, kind: 'work' })).toEqual([job])
  await become('Kai', (work) => closeInDirectory(work, job, 'The firm has moved away.'))
  expect(await ids({ area })).toEqual([room])
  const closed = await become('Lena', (work) => findPlace(work, job))
  expect(closed.closed).toEqual({ on: '2026-11-23', why: 'The firm has moved away.' })
  expect(await become('Lena', (work) => placesWithIds(work, [closed.id]))).toHaveLength(1)
  await expect(become('Kai', (work) => closeInDirectory(work, job, 'Again.'))).rejects.toMatchObject({ code: 'place-closed' })
  await expect(become('Kai', (work) => changeInDirectory(work, job, { ...told, area, name: 'New' }, 1))).rejects.toMatchObject({ code: 'place-closed' })
})

test('it has no column that names a person or a belief', async () => {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name like 'community_%'`)
  await superuser.end()
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ name }) => /participant|person|faith|relig|belie|worship|ideolog/.test(name))).toEqual([])
})

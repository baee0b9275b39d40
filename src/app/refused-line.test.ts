import { expect, test } from 'vitest'
import { aParticipant, aVisitor, signInAs, testHouse } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { webOf } from './web.ts'

test('it answers a browser and a program with a fault, and with no name, when the line is refused', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const mia = await aVisitor(webOf(house, { baseUrl: undefined, secure: false, timeZone: 'UTC', logFault: () => {} }))
  await signInAs(mia, 'mia', 'mia-in-norland')
  expect((await mia.get('/people')).text).toContain('Jonas Lind')
  const superuser = await asSuperuser()
  await superuser.query(`alter table access_log add constraint nobody_looks check (operation <> 'consult') not valid`)
  for (const answer of [await mia.get('/people'), await mia.get(`/people/${jonas.publicId}`), await mia.api('/people')]) {
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('Lind')
  }
  await superuser.query('alter table access_log drop constraint nobody_looks')
  expect((await mia.get('/people')).text).toContain('Jonas Lind')
})

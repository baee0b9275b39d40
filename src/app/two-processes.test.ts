import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Hono } from 'hono'
import { houseOver } from '../../database/testing/house-over.ts'
import { aParticipant, aVisitor, signInAs, testHouse, type Visitor } from '../../database/testing/index.ts'
import { webOf } from './web.ts'
import { openPool, type Pool } from '../platform/database/index.ts'

// Two processes of the application are two webs with a pool each over one database: nothing else do they share but the secret.
const pools: Pool[] = []
let webs: [Hono, Hono]

beforeAll(async () => { webs = [await aProcess(), await aProcess()] })
afterAll(async () => { for (const pool of pools) await pool.end() })

async function aProcess(): Promise<Hono> {
  const { name, clock } = await testHouse()
  const server = inject('testServer')
  const pool = openPool({ ...server, user: 'waymark_test_web', password: server.webPassword, database: name }, 4)
  pools.push(pool)
  return webOf(houseOver(pool, 'waymark_test', clock), { baseUrl: undefined, secure: false, timeZone: 'UTC', logFault: (fault) => { throw fault } })
}

/** The same browser at the other process, as a balancer would send it. */
async function sameBrowser(visitor: Visitor, web: Hono): Promise<Visitor> {
  const other = await aVisitor(web)
  for (const [name, value] of visitor.cookies) other.cookies.set(name, value)
  return other
}

test('it knows at the second who signed in at the first, and forgets at both', async () => {
  const mia = await aVisitor(webs[0])
  await signInAs(mia, 'mia', 'mia-in-norland')
  const there = await sameBrowser(mia, webs[1])
  expect((await there.get('/account')).text).toContain('Mia Juhl')
  await there.send('/sign-out', {}, '/account')
  expect((await mia.get('/account')).status).toBe(303)
})

test('it counts failures at both together', async () => {
  const [one, other] = [await aVisitor(webs[0]), await aVisitor(webs[1])]
  for (const visitor of [one, other, one, other, one]) await visitor.send('/sign-in', { username: 'noor', password: 'wrong wrong wrong' })
  for (const visitor of [one, other]) expect((await visitor.send('/sign-in', { username: 'noor', password: 'noor-in-norland' })).status).toBe(429)
})

test('it takes a form at the second that the first has shown, once, whichever is asked again', async () => {
  const kai = await aVisitor(webs[0])
  await signInAs(kai, 'kai', 'kai-in-norland')
  const jonas = await aParticipant({ team: ['Kai'] })
  const path = `/people/${jonas.publicId}/team/new`
  const page = await kai.get(`${path}?role=mentor`)
  const colleague = /name="colleague" value="([^"]+)"/.exec(page.text)![1]!
  const hidden = Object.fromEntries(['_token', '_once'].map((name) => [name, new RegExp(`action="${path}"[\\s\\S]*?name="${name}" value="([^"]+)"`).exec(page.text)![1]!]))
  const there = await sameBrowser(kai, webs[1])
  const fields = { ...hidden, role: 'mentor', colleague }
  const answers = await Promise.all([kai.post(path, fields), there.post(path, fields)])
  expect(answers.map(({ location }) => location)).toEqual([`/people/${jonas.publicId}/team`, `/people/${jonas.publicId}/team`])
  expect((await there.get(`/people/${jonas.publicId}/team`)).text.match(/Mia Juhl<\/th>/g)).toHaveLength(1)
})

test('it finds at the second the draft that was saved at the first', async () => {
  const mia = await aVisitor(webs[0])
  await signInAs(mia, 'mia', 'mia-in-norland')
  const jonas = await aParticipant()
  const path = `/people/${jonas.publicId}/agreements/new`
  await mia.send(path, { 'clauses.0.text': 'We meet on Tuesdays.', _draft: 'true' })
  expect((await (await sameBrowser(mia, webs[1])).get(path)).text).toContain('We meet on Tuesdays.')
})

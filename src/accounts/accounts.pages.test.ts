import { expect, test } from 'vitest'
import { aVisitor, visit } from '../../database/testing/index.ts'

test('it lets Mia in with her password, and out again', async () => {
  const mia = await visit('Mia')
  expect((await mia.get('/account')).status).not.toBe(303)
  await mia.send('/sign-out', {}, '/sign-in')
  expect((await mia.get('/account')).location ?? '').toMatch(/^\/sign-in|$/)
})

test('it says the same of a wrong password and of an unknown name', async () => {
  const visitor = await aVisitor()
  const wrong = await visitor.send('/sign-in', { username: 'mia', password: 'not her password' })
  const unknown = await visitor.send('/sign-in', { username: 'nobody', password: 'not her password' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(wrong.text).toContain('do not fit together')
  expect(unknown.text).toContain('do not fit together')
})

test('it shuts the door for a while after five failures, also for the right password', async () => {
  const visitor = await aVisitor()
  for (let time = 0; time < 5; time += 1) await visitor.send('/sign-in', { username: 'noor', password: 'wrong wrong wrong' })
  const right = await visitor.send('/sign-in', { username: 'noor', password: 'noor-in-norland' })
  expect(right.status).toBe(429)
  expect(right.text).toContain('Too many attempts')
})

test('it refuses a form that another site sends', async () => {
  const visitor = await aVisitor()
  const page = await visitor.post('/sign-in', { username: 'mia', password: 'mia-in-norland' }, { origin: 'https://elsewhere.example' })
  expect(page.status).toBe(403)
})

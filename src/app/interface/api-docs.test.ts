import { expect, test } from 'vitest'
import { aVisitor } from '../../../database/testing/index.ts'

test('it describes the interface to programs and to people, without a sign-in', async () => {
  const visitor = await aVisitor()
  const description = await visitor.api('/openapi.json')
  expect(description.json).toMatchObject({ openapi: '3.1.0', info: { title: 'Waymark' } })
  const page = await visitor.get('/api/docs')
  expect(page.status).toBe(200)
  expect(page.text).toContain('The JSON interface')
})

test('it answers an unknown address of the interface as a problem that says so', async () => {
  const visitor = await aVisitor()
  for (const answer of [await visitor.api('/nothing-here'), await visitor.api('/people/nobody0000000000', {})]) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(answer.json).toMatchObject({ status: 404, code: 'not-found' })
  }
})

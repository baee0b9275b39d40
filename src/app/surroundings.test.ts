import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addAssets, cameFrom, isLoopback } from './surroundings.ts'

test('it takes the address that the trusted proxy names', () => {
  expect(cameFrom('10.0.0.5', '203.0.113.9', ['10.0.0.5'])).toBe('203.0.113.9')
  expect(cameFrom('10.0.0.5', '198.51.100.1, 203.0.113.9', ['10.0.0.5'])).toBe('203.0.113.9')
})

test('it goes back through several trusted proxies, and not one step further', () => {
  expect(cameFrom('10.0.0.5', '198.51.100.1, 203.0.113.9, 10.0.0.6', ['10.0.0.5', '10.0.0.6'])).toBe('203.0.113.9')
})

test('it does not believe the header from anybody else', () => {
  expect(cameFrom('203.0.113.9', '198.51.100.1', ['10.0.0.5'])).toBe('203.0.113.9')
})

test('it knows a proxy also when the server listens on IPv6', () => {
  expect(cameFrom('::ffff:10.0.0.5', '::ffff:203.0.113.9', ['10.0.0.5'])).toBe('203.0.113.9')
  expect(cameFrom('10.0.0.5', undefined, ['10.0.0.5'])).toBe('10.0.0.5')
})

test('it knows this machine when it sees it, and no other', () => {
  expect(['127.0.0.1', '127.0.5.9', '::1'].map(isLoopback)).toEqual([true, true, true])
  expect(['10.0.0.5', '203.0.113.9', '127.0.0.1.example', '', '::2'].map(isLoopback)).toEqual([false, false, false, false, false])
})

test('it gives the files of its folder and nothing else, whatever is asked for', async () => {
  const app = new Hono()
  addAssets(app, import.meta.dirname)
  app.onError((fault) => { throw fault })
  expect((await app.request('/assets/surroundings.ts')).status).toBe(200)
  for (const name of ['..', '.', '%2e%2e', '..%2fserve.ts', 'own', 'nothing.js', ':name{[A-Za-z0-9._-]+}']) expect([name, (await app.request(`/assets/${name}`)).status]).toEqual([name, 404])
})

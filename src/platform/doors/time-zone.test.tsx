import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { testHouse } from '../../../database/testing/index.ts'
import { instant } from '../day.ts'
import { say } from '../words/index.ts'
import type { Ports } from './answer-with.tsx'
import { show } from './door.ts'
import { mountPages } from './mount-pages.ts'
import { pageDoors } from './page-doors.ts'

test('it draws a page in the time zone of the service, wherever the server stands', async () => {
  const page = pageDoors()
  page.get('/clock', { does: 'consult', shows: 'nothing', as: 'doorkeeper' }, () => show({ title: 'Clock', body: <Clock /> }))
  const app = new Hono()
  mountPages(app, (await testHouse()).house, ports, page.doors)
  // Norland lives in Copenhagen: in July two hours ahead of UTC.
  expect(await (await app.request('/clock')).text()).toContain('12:30')
})

/** Drawn when the transaction is closed, as every component of a page is. */
function Clock() {
  return <p>{say.moment(instant('2026-07-01T10:30:00Z'))}</p>
}

const ports: Ports = {
  whoIs: async () => undefined, signInOf: () => undefined, whoWas: async () => undefined, frame: (_, { body }) => <main>{body}</main>, languageOf: () => 'en',
  logFault: (fault) => { throw fault }, signInPage: '/sign-in', baseUrl: undefined, timeZone: 'UTC',
}

import { expect, test } from 'vitest'
import { aParticipant, aVisitor, visit } from '../../../database/testing/index.ts'

test('it shows Mia her day, and sends a stranger to the sign-in', async () => {
  const mia = await visit('Mia')
  const day = await mia.get('/')
  expect(day.status).toBe(200)
  expect(day.text).toContain('My day')
  const stranger = await aVisitor()
  expect((await stranger.get('/')).location).toBe('/sign-in?next=%2F')
})

test('it shows one person to their mentor, with the team that can read this', async () => {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const page = await (await visit('Mia')).get(`/people/${jonas.publicId}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Jonas Lind')
  expect(page.text).toContain('Kai Nyberg (programme coordinator)')
  expect(page.text).toContain('<title>Person · Waymark</title>')
})

test('it answers for somebody else\'s person exactly as for nobody', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const amira = await visit('Amira')
  const others = await amira.get(`/people/${jonas.publicId}`)
  const nobodys = await amira.get('/people/0000000000000000')
  expect(others.status).toBe(404)
  expect(withoutTokens(others.text)).toBe(withoutTokens(nobodys.text))
  expect((await (await visit('Viktor')).get(`/people/${jonas.publicId}`)).status).toBe(404)
})

/** Every form carries a key of its own; everything else must be the same. */
function withoutTokens(html: string): string {
  return html.replaceAll(/value="[0-9a-z]{16}"/g, '')
}

import { beforeAll, expect, test } from 'vitest'
import { aPlan } from '../../database/testing/a-plan.ts'
import { offerProgrammes, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'

beforeAll(offerProgrammes)

const optionIn = (html: string, words: string) => new RegExp(`<option value="([^"]+)"[^>]*>${words}`).exec(html)?.[1] ?? ''

test('it is entered on a page, shown in the holder\'s own account, and asked for at the field of a session', async () => {
  await (await asSuperuser()).query('delete from certificates')
  const [mia, olga, jonas] = [await visit('Mia'), await visit('Olga'), await aPlan({ programme: 'back-on-track' })]
  const plan = `/people/${jonas.publicId}/sessions/plan`
  const refused = await mia.send(plan, { on: '2026-11-25', time: '10:00', minutes: '60', place: 'room B2' })
  expect(refused.status).toBe(422)
  for (const words of ['you need the certificate “Training as Mentor, Back on Track”', 'none of yours is entered', 'room B2', 'aria-invalid="true"']) expect(refused.text).toContain(words)

  const form = (await olga.get('/certificates/new')).text
  const sent = { colleague: optionIn(form, 'Mia Juhl'), what: optionIn(form, 'Training as Mentor, Back on Track'), issuer: 'The school', issuedOn: '2026-01-10', expiresOn: '2026-01-09' }
  const wrong = await olga.send('/certificates/new', sent)
  expect([wrong.status, wrong.text.includes('this day lies before the day on which it was issued'), wrong.text.includes('The school')]).toEqual([422, true, true])
  const entered = await olga.send('/certificates/new', { ...sent, expiresOn: '2026-12-31' })
  expect(entered.status).toBe(303)
  expect((await mia.get('/account')).text).toContain('/account/certificates')
  expect((await mia.get('/account/certificates')).text).toContain('until 31 December 2026')
  expect((await mia.send(plan, { on: '2026-11-25', time: '10:00', minutes: '60', place: 'room B2' })).status).toBe(303)

  expect((await olga.send(`${entered.location!}/withdrawals`, { from: '2026-11-20', why: 'The school withdrew it.' }, entered.location!)).status).toBe(303)
  expect((await (await visit('Kai')).get('/certificates')).text).toContain('Withdrawn from 20 November 2026 on')
})

test('it shows no door to whoever keeps none, and no way to write to a coordinator', async () => {
  const kai = await visit('Kai')
  expect((await kai.get('/certificates')).text).not.toContain('/certificates/new')
  expect((await kai.get('/certificates/new')).status).toBe(404)
  for (const first of ['Amira', 'Lena', 'Viktor', 'Ravi', 'Rune'] as const) expect([first, (await (await visit(first)).get('/certificates')).status]).toEqual([first, 404])
  expect((await (await visit('Lena')).get('/account')).text).not.toContain('/account/certificates')
})

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownWords } from '../../journeys/walk/own-texts.ts'
import type { First } from '../../database/seeds/cast.ts'
import { aParticipant, aVisitor, become, offerProgrammes, visit, visitAsParticipant, type Visitor } from '../../database/testing/index.ts'
import { exampleWith, guideExample } from '../../database/testing/guide-example.ts'
import { untranslated } from '../platform/words/index.ts'
import { loadDefinitions } from './catalogue.ts'
import { offer, programmeOf, programmesOnOffer, useProgramme } from './on-offer.ts'

const project = join(import.meta.dirname, '../../definitions')

let own: string
beforeEach(async () => {
  own = await mkdtemp(join(tmpdir(), 'waymark-catalogue-'))
  await mkdir(join(own, 'programmes'))
  await offerProgrammes()
})
afterEach(() => rm(own, { recursive: true }))

/** Another start, with this definition in the service's own folder. */
async function startWith(text: string, file = 'river-mentoring.yaml'): Promise<void> {
  await writeFile(join(own, 'programmes', file), text)
  offer(await loadDefinitions([project, own]))
}

const shapes: First[] = ['Mia', 'Viktor', 'Olga', 'Dana', 'Ravi', 'Sam']

test.each(shapes)('it opens to %s: the list, a programme, the comparison, and the same as JSON', async (first) => {
  const visitor = await visit(first)
  const home = await visitor.get('/')
  expect((home.location ? await visitor.get(home.location) : home).text).toContain('href="/programmes"')
  for (const path of ['/programmes', '/programmes/entre', '/programmes/compare?ids=entre&ids=rive', '/api/programmes', '/api/programmes/entre']) {
    expect((await visitor.get(path)).status, path).toBe(200)
  }
})

test('it opens to a participant, whom no navigation leads there', async () => {
  const jonas = await aParticipant()
  const visitor = await visitAsParticipant(jonas)
  expect((await visitor.get('/programmes/entre')).status).toBe(200)
  for (const path of ['/', '/programmes']) expect((await visitor.get(path)).text).not.toMatch(/<nav[^>]*>(?:(?!<\/nav>)[\s\S])*href="\/programmes"/)
})

test('it opens to nobody who has not signed in', async () => {
  const visitor = await aVisitor()
  expect((await visitor.get('/programmes')).location).toContain('/sign-in')
  expect((await visitor.get('/api/programmes')).status).toBe(401)
})

test('it names bad files to the administrator, with line and sentence, and to nobody else', async () => {
  await startWith(exampleWith('stages: [mentoring]', 'stages: [swimming]'))
  const page = await (await visit('Ravi')).get('/programmes/files')
  expect(page.text).toMatch(/river-mentoring\.yaml<\/code>[\s\S]*names &quot;swimming&quot;, which is not in this file/)
  expect(page.text).toContain('back-on-track.yaml')
  expect((await (await visit('Kai')).get('/programmes/files')).status).toBe(404)
  expect((await (await visit('Kai')).get('/programmes/river-mentoring')).status).toBe(404)
})

test('it finds, says what it found, and offers a way out when nothing fits', async () => {
  const mia = await visit('Mia')
  expect(titles((await mia.get('/programmes?setting=remand')).text)).toEqual(['Back on Track'])
  expect(titles((await mia.get('/programmes?aim=&weeks=&country=SE&setting=')).text)).toEqual(['Entré', 'EXIT Sweden (Fryshuset)'])
  const none = await mia.get('/programmes?setting=the+moon')
  expect([none.status, none.text.includes('No programme fits all of this.')]).toEqual([200, true])
  expect((await mia.get('/programmes?weeks=many')).status).toBe(422)
})

test('it sets two to four side by side on the same rows, and says what is wrong with any other number', async () => {
  const mia = await visit('Mia')
  const beside = await mia.get('/programmes/compare?ids=entre&ids=cosa,rive')
  expect([...beside.text.matchAll(/<th scope="col"><a[^>]*>([^<]*)/g)].map(found => found[1])).toEqual(['Entré', 'Circles of Support and Accountability', 'RIVE'])
  for (const row of beside.text.match(/<tr><th scope="row">[\s\S]*?<\/tr>/g) ?? []) expect(row.match(/<td>/g)).toHaveLength(3)
  expect((await mia.get('/programmes/compare')).text).toContain('Choose two to four programmes')
  expect((await mia.get('/programmes/compare?ids=entre')).text).toContain('Tick at least two programmes')
  expect((await mia.get('/programmes/compare?ids=entre,cosa,rive,pairs,channel')).text).toContain('Take away 1 of the 5')
  expect((await mia.get('/programmes/compare?ids=entre&ids=korban')).text).toContain('There is no programme korban on offer.')
})

test('it shows a kept version as it was, and what differs from the one offered today', async () => {
  await startWith(guideExample())
  await become('Kai', work => useProgramme(work, 'river-mentoring'))
  const mia = await visit('Mia')
  expect((await mia.get('/programmes/river-mentoring')).text).toContain('href="/programmes/river-mentoring/versions/1"')
  expect((await mia.get('/programmes/river-mentoring/versions/1')).text).toContain('This version is offered today, word for word.')

  await startWith(guideExample().replace('version: 1', 'version: 2').replace('review_every_months: 2', 'review_every_months: 3'))
  const older = await mia.get('/programmes/river-mentoring/versions/1')
  expect(older.text).toMatch(/Version 2 is offered today; what differs stands first\.[\s\S]*every 2 months[\s\S]*every 3 months/)
  expect(older.text.match(/<caption[^>]*>What differs<\/caption>[\s\S]*?<\/table>/)?.[0].match(/<tbody>[\s\S]*<\/tbody>/)?.[0].match(/<tr>/g)).toHaveLength(1)

  await startWith(guideExample().replace('weekly in the last months', 'daily in the last months'))
  expect((await mia.get('/programmes/river-mentoring/versions/1')).text).toContain('The file was changed under version 1, which is in use.')
  for (const path of ['2', '01', 'one', '99999999999']) expect((await mia.get(`/programmes/river-mentoring/versions/${path}`)).status, path).toBe(path === '01' ? 200 : 404)
})

test('it tells of a new version also the name, what is needed for a step, the limit of a question, and where only the sources are others', async () => {
  const owned = guideExample().replaceAll('river-mentoring', 'ford-mentoring')
  await startWith(owned, 'ford-mentoring.yaml')
  await become('Kai', work => useProgramme(work, 'ford-mentoring'))
  await startWith(owned.replace('version: 1', 'version: 2').replace('title: River mentoring', 'title: Ford mentoring').replace(', rules: [wants_to_leave]', '').replace('answered_by: [coordinator]', 'answered_by: [coordinator], at_least: 18')
    .replace('sources:\n', 'sources:\n  - {id: board, title: Minutes of the board}\n').replace('owner: {says: River association, source: handbook}', 'owner: {says: River association, source: board}'), 'ford-mentoring.yaml')
  const { text } = await (await visit('Mia')).get('/programmes/ford-mentoring/versions/1')
  const rows = (text.match(/<caption[^>]*>What differs<\/caption>[\s\S]*?<\/table>/)?.[0].match(/<tbody>[\s\S]*<\/tbody>/)?.[0].match(/<tr>[\s\S]*?<\/tr>/g) ?? []).map(row => row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim())
  expect(rows).toEqual([
    'Name River mentoring Ford mentoring', 'Its own sources Nothing Minutes of the board', expect.stringMatching(/^Owner River association .*It rests on: Handbook of River mentoring River association .*It rests on: Minutes of the board$/),
    expect.stringMatching(/^Questions before it begins .* at least 18/), expect.stringMatching(/^Steps .*Needed for it Does the person want to leave the group\?/)])
})

test('it says the dose of the first pattern of which something is known', async () => {
  await startWith(exampleWith('dose:\n', 'dose:\n  - {id: talks, title: Talks before, counted_in: meetings, stages: [matching], count: not_established, source: handbook}\n'))
  const { text } = await (await visit('Mia')).get('/programmes?aim=daily+life+without')
  expect(text).toMatch(/River mentoring[\s\S]*no fixed number(?: and|,) once a week/)
})

test('it draws a way of many branches as quickly as any other', async () => {
  const many = Array.from({ length: 60 }, (_, at) => `  - {id: step_${at}, title: Step ${at}, kind: delivery, after: [${at < 2 ? 'mentoring' : `step_${at - 1}, step_${at - 2}`}], design_proposals: all}\n`).join('')
  await startWith(exampleWith('  - {id: closing,', `${many}  - {id: closing,`))
  expect((await (await visit('Mia')).get('/programmes/river-mentoring')).text).toContain('Step 59')
})

test('it refuses to use a file that was changed under a version in use, says in words what mends it, and the kept one serves', async () => {
  const owned = guideExample().replaceAll('river-mentoring', 'brook-mentoring')
  await startWith(owned, 'brook-mentoring.yaml')
  const kept = await become('Kai', work => useProgramme(work, 'brook-mentoring'))
  await startWith(owned.replace('review_every_months: 2', 'review_every_months: 3'), 'brook-mentoring.yaml')
  await expect(become('Kai', work => useProgramme(work, 'brook-mentoring'))).rejects.toThrow('programme-changed')
  expect(await become('Kai', work => programmeOf(work, 'brook-mentoring', 1))).toEqual(kept)
  await startWith(owned.replace('version: 1', 'version: 2').replace('review_every_months: 2', 'review_every_months: 3'), 'brook-mentoring.yaml')
  expect(await become('Kai', work => useProgramme(work, 'brook-mentoring'))).toMatchObject({ version: 2 })
})

test('it keeps the page of a version whose programme is no longer offered', async () => {
  await startWith(guideExample().replaceAll('river-mentoring', 'lake-mentoring'), 'lake-mentoring.yaml')
  await become('Kai', work => useProgramme(work, 'lake-mentoring'))
  await offerProgrammes()
  const mia = await visit('Mia')
  expect((await mia.get('/programmes/lake-mentoring')).status).toBe(404)
  expect((await mia.get('/programmes/lake-mentoring/versions/1')).text).toContain('The programme is not on offer today.')
})

test('it gives the API each field with how sure it is, and null for what is not established', async () => {
  const { json } = await (await visit('Mia')).api('/programmes/entre')
  expect(json).toMatchObject({
    id: 'entre', version: 2, weeksNeeded: 25, country: 'SE', states: null, agreements: null, claims: [],
    stance: { contestsBeliefs: false, contests: ['violence', 'criminal_acts'], sureness: 'established', sources: ['training-deck', 'cep-entre'] },
    dose: [{ id: 'sessions', count: { min: 50, max: 50 }, minutes: { min: 60, max: 90 }, frequency: { times: { min: 2, max: 2 }, per: 'week' } }, { id: 'maintenance', count: null, minutes: null, frequency: null }],
  })
  const { json: some } = await (await visit('Mia')).api('/programmes?team=circle')
  expect(some).toMatchObject({ programmes: [{ id: 'cosa', team: 'circle' }] })
  expect((await (await visit('Mia')).api('/programmes/nothing')).status).toBe(404)
})

test('it reads a definition in the reader’s language where it has one', async () => {
  await startWith(`${guideExample()}translations: {qps: {title: Elvementor, aims.daily_life.says: Et hverdagsliv uten gruppen}}\n`)
  const visitor = await reading('qps')
  expect((await visitor.get('/programmes/river-mentoring')).text).toMatch(/<h1[^>]*>Elvementor<[\s\S]*Et hverdagsliv uten gruppen/)
})

test('it says everything around the definitions in the reader’s language, of every programme', async () => {
  const visitor = await reading('qps')
  const { written } = ownWords()
  const pages = ['/programmes', '/programmes?weeks=10', '/programmes/compare', '/programmes/compare?ids=cosa,rive,healthy-identity,violence-prevention-network', ...programmesOnOffer().map(({ definition }) => `/programmes/${definition.id}`)]
  for (const path of pages) {
    const { text } = await visitor.get(path)
    const left = untranslated(text.replaceAll(/<code\b[^>]*>[\s\S]*?<\/code>/g, ''), written).filter(one => !['olga', 'English', 'Pseudo'].includes(one))
    expect(left, path).toEqual([])
    expect(/>[^<]*(?:not_established|one_to_one|\{\{)/.exec(text)?.[0], path).toBeUndefined()
  }
})

async function reading(language: string): Promise<Visitor> {
  const visitor = await visit('Olga')
  await visitor.send('/language', { language }, '/account')
  return visitor
}

function titles(html: string): string[] {
  return [...html.matchAll(/<h3><a[^>]*>([^<]*)/g)].map(found => found[1] ?? '')
}

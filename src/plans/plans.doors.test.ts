import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { aParticipant, become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant, type Visitor } from '../../database/testing/index.ts'
import { linksOnPaper } from '../../database/testing/links-on-paper.ts'
import { openBy } from '../../database/testing/scopes.ts'
import { recordAdvice, recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { untranslated } from '../platform/words/index.ts'
import { programmesOnOffer, unitsOf } from '../programmes/index.ts'
import { decideUnits } from './choose-units.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const here = (plan: Planned) => `/people/${plan.publicId}/plans/${plan.planId}`
const sentences = { 'levels.muchLess': 'Stays in bed.', 'levels.less': 'Comes once.', 'levels.expected': 'Two mornings a week.', 'levels.more': 'Three mornings.', 'levels.muchMore': 'Every morning.' }
const aGoal = { title: 'Mornings in the workshop', from: '2026-11-23', until: '2027-02-22', ...sentences }
const inMain = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''

async function unitsSent(visitor: Visitor, plan: Planned, decisions: Record<string, Record<string, string>>) {
  const form = inMain((await visitor.get(`${here(plan)}/units`)).text)
  const ids = [...form.matchAll(/name="units\.(\d+)\.unitId" value="([^"]+)"/g)].map(([, place, id]) => [place!, id!] as const)
  const fields = Object.fromEntries(ids.flatMap(([place, id]) => Object.entries(decisions[id] ?? { decision: 'later' }).map(([name, value]) => [`units.${place}.${name}`, value])))
  return visitor.send(`${here(plan)}/units`, fields)
}

test('it chooses, orders and leaves out parts on the page, and shows them with their reasons', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const sent = await unitsSent(amira, tora, {
    relations: { decision: 'choose', position: '2', reason: 'Her sister came back.' }, identity: { decision: 'choose', position: '1', reason: 'Who she is without the group.' }, attitudes: { decision: 'leave-out', reason: 'Later, outside.' } })
  expect([sent.status, sent.location]).toEqual([303, here(tora)])
  const page = inMain((await amira.get(here(tora))).text)
  expect(page.indexOf('Identity and self-image')).toBeLessThan(page.indexOf('Interpersonal relations'))
  for (const words of ['Her sister came back.', '1 part is left out, with the reason', 'Later, outside.', 'Not decided yet: History of aggression and Problem solving.']) expect(page).toContain(words)
})

test('it says beside the part that its reason is missing, and keeps what was typed', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const sent = await unitsSent(amira, tora, { relations: { decision: 'choose', reason: 'Kept as typed.' }, identity: { decision: 'choose' } })
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('Identity and self-image: write the reason')
  expect(sent.text).toContain('Kept as typed.')
  expect(inMain((await amira.get(here(tora))).text)).toContain('Nothing is chosen yet.')
})

test('it offers no part about the offence while guilt is open, refuses a forged choice in words, and opens with the person\'s answer', async () => {
  const [kaur, amira] = [await aPlan({ status: 'remand' }), await visit('Amira')]
  const form = inMain((await amira.get(`${here(kaur)}/units`)).text)
  expect(form).toContain('Guilt is still open, so parts about the offence stay closed')
  const forged = await unitsSent(amira, kaur, { aggression_history: { decision: 'choose', reason: 'Now.' } })
  expect([forged.status, forged.text.includes('History of aggression: guilt is still open')]).toEqual([409, true])
  const answer = { agreed: 'yes', agreedOn: '2026-11-23' }
  const early = await amira.send(`/people/${kaur.publicId}/offence`, answer)
  expect([early.status, early.text.includes('is not recorded yet. Ask the case manager')]).toEqual([422, true])
  await become('Lena', (work) => recordAdvice(work, { advice: 'taken', leftOut: 'the offence', advisedOn: work.today }), { about: kaur.publicId, does: 'collect' })
  expect(inMain((await amira.get(`/people/${kaur.publicId}/offence`)).text)).toContain('Left out therefore: the offence.')
  expect((await amira.send(`/people/${kaur.publicId}/offence`, answer)).status).toBe(303)
  expect((await unitsSent(amira, kaur, { aggression_history: { decision: 'choose', reason: 'He asked for it.' } })).status).toBe(303)
  await amira.send(`/people/${kaur.publicId}/offence`, { ...answer, agreed: 'no' })
  expect(inMain((await amira.get(here(kaur))).text)).toContain('locked now')
})

test('it tells the mentor nothing about guilt', async () => {
  const [kaur, mia] = [await aPlan({ status: 'remand' }), await visit('Mia')]
  const page = inMain((await mia.get(here(kaur))).text)
  expect(page).toContain('Parts of the programme')
  expect(page).not.toMatch(/guilt|remand|judgment/i)
  expect((await mia.get(`/people/${kaur.publicId}/offence`)).status).toBe(404)
})

test('it sets a goal with five levels, shows it on the plan, the person\'s page and their own page, and fixes its words', async () => {
  const [jonas, amira] = [await aPlan({ programme: 'back-on-track' }), await visit('Amira')]
  const missing = await amira.send(`${here(jonas)}/goals/new`, { ...aGoal, 'levels.less': '' })
  expect([missing.status, missing.text.includes('Less than expected: nothing is written here yet'), missing.text.includes('Every morning.')]).toEqual([422, true, true])
  expect((await amira.send(`${here(jonas)}/goals/new`, aGoal)).status).toBe(303)
  const page = inMain((await amira.get(here(jonas))).text)
  for (const words of ['Mornings in the workshop', 'Much less than expected', 'Stays in bed.', 'The words are fixed.']) expect(page).toContain(words)
  expect(inMain((await amira.get(`/people/${jonas.publicId}`)).text)).toContain('Two mornings a week.')
  const own = await visitAsParticipant(jonas)
  const mine = await own.get('/own/plan')
  expect(mine.text).toContain('Much more than expected')
  expect(mine.text.replace(/<details[\s\S]*?<\/details>/g, '')).not.toContain('Back on Track')
})

test('it takes no goal that begins in the past, and none with a day that is none', async () => {
  const [jonas, amira] = [await aPlan(), await visit('Amira')]
  const past = await amira.send(`${here(jonas)}/goals/new`, { ...aGoal, from: '2026-11-01' })
  expect([past.status, past.text.includes('A goal counts from today on')]).toEqual([422, true])
  expect((await amira.send(`${here(jonas)}/goals/new`, { ...aGoal, until: '2027-02-30' })).text).toContain('there is no such day')
})

test('it names on the form what is open already, and of four windows with different words writes one until the others are sent again', async () => {
  const [jonas, amira] = [await aPlan(), await visit('Amira')]
  const form = `${here(jonas)}/goals/new`
  expect((await amira.get(form)).text).not.toContain('open already')
  const windows = []
  for (const title of ['Mornings', 'Be there twice', 'The workshop', 'Two mornings']) windows.push({ ...await hiddenOf(amira, form), ...aGoal, title })
  const answers = []
  for (const filled of windows) answers.push(await amira.post(form, filled))
  expect(answers.map(({ status }) => status)).toEqual([303, 409, 409, 409])
  const again = answers[1]!.text
  for (const said of ['1 goal is open already: “Mornings”', 'Since you opened this form another goal was set', 'Be there twice', 'name="known" value="1"']) expect(again).toContain(said)
  expect((await amira.send(form, { ...aGoal, title: 'Be there twice' })).status).toBe(303)
  const same = await amira.send(form, { ...aGoal, title: 'mornings' })
  expect([same.status, same.text.includes('2 goals are open already: “Mornings” and “Be there twice”')]).toEqual([422, true])
})

async function hiddenOf(visitor: Visitor, form: string): Promise<Record<string, string>> {
  return Object.fromEntries([...(await visitor.get(form)).text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
}

test('it closes the goals of a period in fixed words and keeps them in sight', async () => {
  const [jonas, amira] = [await aPlan(), await visit('Amira')]
  await amira.send(`${here(jonas)}/goals/new`, aGoal)
  const silent = await amira.send(`${here(jonas)}/goals/period`, { how: 'life changed' })
  expect([silent.status, silent.text.includes('Say in a sentence what changed in life')]).toEqual([422, true])
  expect((await amira.send(`${here(jonas)}/goals/period`, { how: 'life changed', words: 'The release moved.' })).status).toBe(303)
  const page = inMain((await amira.get(here(jonas))).text)
  for (const words of ['1 earlier goal', 'life changed', 'The release moved.']) expect(page).toContain(words)
  expect(page).not.toMatch(/failed|failure/i)
})

test('it says what fits before release to those who arrange, and lets the case manager read what was chosen', async () => {
  const tora = await aPlan({ releaseOn: '2026-12-28' })
  const [amira, lena, mia] = [await visit('Amira'), await visit('Lena'), await visit('Mia')]
  expect(inMain((await amira.get(here(tora))).text)).toContain('What is left does not fit before release.')
  expect((await amira.send(`${here(tora)}/fit`, { choice: 'both', reason: 'A therapist outside takes over.' })).status).toBe(303)
  expect(inMain((await lena.get(here(tora))).text)).toContain('A therapist outside takes over.')
  expect(inMain((await mia.get(here(tora))).text)).not.toContain('Before release')
  expect((await lena.get(`${here(tora)}/fit`)).status).toBe(409)
})

test('a plan on paper says nothing of what could be done with it', async () => {
  const tora = await aPlan({ releaseOn: '2026-12-28' })
  for (const first of ['Kai', 'Amira'] as const) {
    const page = (await (await visit(first)).get(here(tora))).text
    expect([first, page.includes(`${here(tora)}/needs/new`)]).toEqual([first, true])
    expect(linksOnPaper(page).filter((link) => /\/(new|ending|fit|rhythm|changes?|version|units|stages|states|start)$/.test(link))).toEqual([])
  }
})

test('it adds what fits the plan to the person, and asks for a strand without blocking anything', async () => {
  const [jonas, amira] = [await aPlan({ programme: 'back-on-track' }), await visit('Amira')]
  expect(inMain((await amira.get(here(jonas))).text)).toContain('There is no education, work or pro-social strand yet.')
  const faith = await amira.send(`${here(jonas)}/needs/new`, { kind: 'faith-need', what: 'A room on Fridays.' })
  expect([faith.status, faith.text.includes('A need of faith is written only where the person asked for it.')]).toEqual([422, true])
  expect((await amira.send(`${here(jonas)}/needs/new`, { kind: 'education', what: 'Joiner.' })).status).toBe(303)
  const page = inMain((await amira.get(here(jonas))).text)
  expect(page).not.toContain('There is no education')
  const ending = /href="([^"]+\/needs\/[^"]+\/ending)"/.exec(page)![1]!
  // On paper it would be read as said of the need.
  expect(linksOnPaper(page)).not.toContain(ending)
  expect((await amira.send(ending)).status).toBe(303)
  expect(inMain((await amira.get(here(jonas))).text)).toContain('There is no education')
})

test('it answers somebody else\'s person, an unknown plan and another person\'s plan alike', async () => {
  const [jonas, other, ulla, amira] = [await aPlan(), await aPlan(), await visit('Ulla'), await visit('Amira')]
  const pages = [await ulla.get(here(jonas)), await ulla.get(`${here(jonas)}/goals/new`), await amira.get(`/people/${jonas.publicId}/plans/0000000000000000`), await amira.get(`/people/${jonas.publicId}/plans/${other.planId}/units`)]
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('it says every word of its pages in the language of the reader', async () => {
  const [nils, amira] = [await aPlan({ programme: 'healthy-identity', releaseOn: '2026-12-28' }), await visit('Amira')]
  await amira.send(`${here(nils)}/goals/new`, aGoal)
  await amira.send('/language', { language: 'qps', back: '/' }, '/')
  const { definition } = programmesOnOffer().find(({ definition: { id } }) => id === 'healthy-identity')!
  const ofDefinition = [definition.title, ...unitsOf(definition).flatMap(({ title, says }) => [title, says ?? '']), ...(definition.states === 'not_established' ? [] : definition.states.values.flatMap(({ title, aim }) => [title, aim]))]
  const given = [...ofDefinition, aGoal.title, ...Object.values(sentences), ...Array.from({ length: 99 }, (_, number) => `Jonas Lind ${99 - number}`)].filter(Boolean).toSorted((one, other) => other.length - one.length)
  for (const part of ['', '/units', '/goals/new', '/goals/period', '/needs/new', '/states', '/fit', '/rhythm', '/aims/new', '/ending', '../../offence']) {
    const page = await amira.get(part.startsWith('..') ? `/people/${nils.publicId}/offence` : `${here(nils)}${part}`)
    expect([part, page.status, untranslated(inMain(page.text), given)]).toEqual([part, 200, []])
  }
  await amira.send('/language', { language: 'en', back: '/' }, '/')
})

test('it speaks JSON: units and goals by the same verbs, with the same refusals', async () => {
  const [tora, amira, kai] = [await aPlan({ releaseOn: '2026-12-28' }), await visit('Amira'), await visit('Kai')]
  const at = here(tora)
  const chosen = await amira.api(`${at}/units`, { units: [{ unitId: 'identity', decision: 'choose', reason: 'Own wish' }] })
  expect(chosen.json).toMatchObject({ units: [{ unitId: 'identity', title: 'Identity and self-image', decision: 'chosen', position: 1, reason: 'Own wish', doneOn: null }] })
  expect((await amira.api(`${at}/units`, { units: [{ unitId: 'mindfulness', decision: 'choose', reason: 'r' }] })).json).toMatchObject({ code: 'unit-not-of-programme' })
  const goal = { title: 'Mornings', from: '2026-12-01', levels: { muchLess: 'a', less: 'b', expected: 'c', more: 'd', muchMore: 'e' } }
  const set = await amira.api(`${at}/goals`, goal)
  const { id } = set.json as { id: string }
  expect(set.json).toMatchObject({ title: 'Mornings', until: null, levels: { expected: 'c' }, closed: null })
  expect((await amira.api(`${at}/goals/${id}/words`, { ...goal, title: 'Two mornings' })).json).toMatchObject({ title: 'Two mornings', revision: 2 })
  expect((await kai.api(`${at}/goals`)).status).toBe(404);
  (await testHouse()).clock.now = instant('2026-12-01T09:00:00Z')
  const later = await visit('Amira')
  expect((await later.api(`${at}/goals/${id}/words`, { ...goal, title: 'Too late' })).json).toMatchObject({ code: 'goal-fixed' })
  expect((await later.api(`${at}/goals/${id}/closings`, { how: 'replaced' })).json).toMatchObject({ closed: { how: 'replaced', on: '2026-12-01' } })
  const goals = await later.api(`${at}/goals`)
  expect(goals.json).toMatchObject({ goals: [{ title: 'Two mornings' }] });
  (await testHouse()).clock.now = testMoment
  expect((await kai.api(`${at}/fit`)).json).toMatchObject({ kind: 'does-not-fit', releaseOn: '2026-12-28' })
})

test('it leads to a new plan whoever may make one; whoever only reads plans is not led there, and a coach of the mentor sees no plan at all', async () => {
  const person = await aParticipant({ team: ['Kai', 'Mia', 'Lena'] })
  const [petra, mia] = [await colleagueId('Petra'), await colleagueId('Mia')]
  await openBy('supervision', { colleagueId: petra, role: 'coach', record: '', person: { ...person, unitId: 0 }, workerId: mia })
  const page = `/people/${person.publicId}`
  for (const [first, ...expected] of [['Kai', true, 200, true, 200], ['Lena', true, 200, false, 404], ['Petra', false, 404, false, 404]] as const) {
    const visitor = await visit(first)
    const [glance, plans, form] = [await visitor.get(page), await visitor.get(`${page}/plans`), await visitor.get(`${page}/plans/new`)]
    expect([first, glance.status, inMain(glance.text).includes(`${page}/state`), plans.status, inMain(glance.text).includes(`${page}/plans/new`), form.status]).toEqual([first, 200, ...expected])
  }
})

test('it says before a plan what a programme asks of the person, and takes the programme of the page somebody came from', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Amira'] })
  const kai = await visit('Kai')
  const page = `/people/${jonas.publicId}`
  const plain = await kai.get(`${page}/plans/new`)
  expect(inMain(plain.text)).toContain(`href="${page}/eligibility"`)
  const form = await kai.get(`${page}/plans/new?programme=entre`)
  expect(form.text).toMatch(/3 questions of Entré have no answer yet/)
  expect(form.text).toMatch(/<option value="entre" selected/)
  await kai.send(`${page}/eligibility/entre/rules/time_left`, { answer: 'no', words: 'Ten weeks are left.', saidBy: 'The file', seenOn: '2026-11-20' })
  const against = await kai.get(`${page}/plans/new?programme=entre`)
  expect(against.text).toMatch(/1 answer speaks against Entré/)
})

test('it offers no second plan while one runs: the list, the form and a form sent all the same lead to the one that runs', async () => {
  const [tora, kai] = [await aPlan(), await visit('Kai')]
  const plans = `/people/${tora.publicId}/plans`
  expect(inMain((await kai.get(plans)).text)).not.toContain(`${plans}/new`)
  const form = inMain((await kai.get(`${plans}/new`)).text)
  expect([form.includes('<form'), form.includes(`href="${here(tora)}"`)]).toEqual([false, true])
  const sent = await kai.send(`${plans}/new`, { programme: 'entre', beginsOn: '2026-11-23' }, here(tora))
  expect([sent.status, sent.text.includes('There is a plan already.'), inMain(sent.text).includes(`href="${here(tora)}"`)]).toEqual([409, true, true])
})

/** Everything that a form would send as it stands: hidden fields, what is written, what is ticked. */
function asItStands(form: string): Record<string, string> {
  const patterns = [/<input type="hidden" name="(units[^"]*|shown\w+|_\w+)" value="([^"]*)"/g, /name="([^"]+)" value="([^"]+)" checked/g, /<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g]
  return Object.fromEntries(patterns.flatMap((pattern) => [...form.matchAll(pattern)].map(([, name, value]) => [name!, value!] as const)))
}

test('it tells whoever goes on with a draft that somebody decided meanwhile, and keeps each reason at its own part', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  await unitsSent(amira, tora, { relations: { decision: 'choose', position: '1', reason: 'First.' }, identity: { decision: 'choose', position: '2', reason: 'Second.' } })
  const fields = asItStands(inMain((await amira.get(`${here(tora)}/units`)).text))
  const place = Object.entries(fields).find(([, value]) => value === 'identity')![0].replace('.unitId', '')
  expect((await amira.post(`${here(tora)}/units`, { ...fields, [`${place}.reason`]: 'Who she is alone.', _draft: 'true' })).status).toBe(303)
  await become('Amira', (work) => decideUnits(work, tora.planId, { units: [{ unitId: 'identity', decision: 'choose', position: 1, reason: 'Second.' }] }), { about: tora.publicId, does: 'collect' })
  const draft = asItStands(inMain((await amira.get(`${here(tora)}/units`)).text))
  expect([draft[`${place}.unitId`], draft[`${place}.reason`]]).toEqual(['identity', 'Who she is alone.'])
  const told = await amira.post(`${here(tora)}/units`, draft)
  expect([told.status, told.text.includes('Somebody else changed this plan while you were writing')]).toEqual([409, true])
  const again = asItStands(inMain(told.text))
  expect(again[`${place}.unitId`]).toBe('identity')
  expect((await amira.post(`${here(tora)}/units`, again)).status).toBe(303)
  expect((await amira.api(`${here(tora)}/units`)).json).toMatchObject({ units: expect.arrayContaining([expect.objectContaining({ unitId: 'identity', reason: 'Who she is alone.' }), expect.objectContaining({ unitId: 'relations', reason: 'First.' })]) as unknown })
})

test('it says at the field that the day is missing on which a part was worked through, and does not take it up again in silence', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  await unitsSent(amira, tora, { identity: { decision: 'choose', reason: 'Own wish.' } })
  const sent = await amira.send(`${here(tora)}/units/identity/done`, { doneOn: '' })
  expect([sent.status, sent.text.includes('Worked through on: the day is missing')]).toEqual([422, true])
})

test('it shows the forms of an end and of taking back to those alone who may send them', async () => {
  const [tora, kai] = [await aPlan(), await visit('Kai')]
  await kai.send(`${here(tora)}/stages`, { stage: 'treatment', beginsOn: '2026-11-02' })
  const back = /\/stages\/\w+\/back/.exec((await kai.get(`${here(tora)}/stages`)).text)![0]
  for (const first of ['Lena', 'Mia', 'Noor'] as const) {
    const visitor = await visit(first)
    expect([first, (await visitor.get(`${here(tora)}/ending`)).status, (await visitor.get(`${here(tora)}${back}`)).status]).toEqual([first, 409, 409])
  }
  expect((await kai.get(`${here(tora)}/stages/0000000000000000/back`)).status).toBe(404)
  const ahead = await kai.send(`${here(tora)}/ending`, { endedOn: '2027-05-01', ending: 'completed' })
  expect([ahead.status, ahead.text.includes('An end that lies ahead has not come')]).toEqual([422, true])
  await kai.send(`${here(tora)}/ending`, { endedOn: '2026-11-23', ending: 'completed' })
  expect((await kai.get(`${here(tora)}/ending`)).status).toBe(409)
})

test('it says nothing of what a plan works on to a volunteer who reads its dates by agreement: neither that it is there nor that it is not', async () => {
  const [tora, amira, bea] = [await aPlan(), await visit('Amira'), await colleagueId('Bea')]
  for (const kind of ['assignment', 'agreed'] as const) await openBy(kind, { colleagueId: bea, role: 'circle_volunteer', record: 'plan_dates', person: { ...tora, unitId: 0 }, workerId: bea })
  await openBy('agreed', { colleagueId: bea, role: 'circle_volunteer', record: 'identity_name', person: { ...tora, unitId: 0 }, workerId: bea })
  await amira.send(`${here(tora)}/goals/new`, aGoal)
  const page = inMain((await (await visit('Bea')).get(here(tora))).text)
  expect(page).toContain('What the plan works towards is read by those who work on it.')
  for (const untrue of ['No goal is set', 'Nothing is written yet', 'There is no education', 'Nothing is chosen yet', aGoal.title]) expect(page).not.toContain(untrue)
})

test('it shows the person what is agreed for a period ahead, what they step into, and, folded, how it is made to fit them', async () => {
  const [jonas, amira] = [await aPlan(), await visit('Amira')]
  await amira.send(`${here(jonas)}/goals/new`, { ...aGoal, title: 'In the new year', from: '2027-01-04' })
  await amira.send(`${here(jonas)}/needs/new`, { kind: 'education', what: 'Joiner.' })
  await amira.send(`${here(jonas)}/needs/new`, { kind: 'faith-need', what: 'A room on Fridays.', askedFor: 'true' })
  const own = (await (await visitAsParticipant(jonas)).get('/own/plan')).text
  const open = own.replace(/<details[\s\S]*?<\/details>/g, '')
  for (const words of ['In the new year', 'What I step into', 'Joiner.']) expect(open).toContain(words)
  expect([open.includes('A room on Fridays.'), own.includes('A room on Fridays.')]).toEqual([false, true])
})

test('it says before a plan what is recorded against it, and that this decides nothing', async () => {
  const [jonas, kai] = [await aParticipant({ team: ['Kai', 'Amira', 'Lena'] }), await visit('Kai')]
  await become('Lena', (work) => recordRelease(work, { releaseOn: day('2027-02-01'), reason: 'judgment', authority: 'District court' }), { about: jonas.publicId })
  const form = (await kai.get(`/people/${jonas.publicId}/plans/new?programme=entre`)).text
  expect(form).toContain('What is recorded speaks against Entré: Are there at least 25 weeks for the sessions?')
  expect(form).not.toContain('answer speaks against')
})

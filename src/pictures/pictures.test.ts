import { describe, expect, test } from 'vitest'
import { followed, kaplanMeier, type SurvivalCurve } from '../../statistics/index.ts'
import { agreementPicture, answersPicture, countsPicture, flowPicture, forestPicture, funnelPicture, givenAndChangePicture, goalsPicture, jacobsonPicture, singleCasePicture, timeToEventPicture } from './index.ts'

const points = [1, 2, null, 2, 5, 6, 5].map((value, i) => ({ day: i * 7, value, phase: i < 4 ? 'A' : 'B' }))
const curve = kaplanMeier(followed([10, 20, 20, 30], [1, 1, 0, 1])) as SurvivalCurve

const all = {
  'one person': () => singleCasePicture({ who: 'Person 1', outcome: 'Ruler', points, range: [0, 10] }),
  'first and latest': () => jacobsonPicture({ outcome: 'Scale', people: [{ who: 'Person 1', before: 20, after: 50, says: 'better' }], range: [0, 100], reach: 18, cutoff: 50 }),
  'each and together': () => forestPicture({ effect: 'Tau', none: 0, effects: [{ who: 'Person 1', value: 0.5, interval: { lower: 0.1, upper: 0.8 }, share: 100 }], pooled: null }),
  'funnel': () => funnelPicture({ effect: 'Tau', effects: [{ who: 'Person 1', value: 0.5, se: 0.1 }], pooled: 0.5 }),
  'time to completion': () => timeToEventPicture({ title: 'Until completion', curve, unit: 'Weeks', notYet: 'Not yet' }),
  'the way': () => flowPicture([{ name: 'Referred', count: '9', left: [{ reason: 'declined', count: '2' }] }, { name: 'Accepted', count: '7', left: [] }]),
  'goals': () => goalsPicture('Person 1', [{ goal: 'Goal 1', first: -1, latest: 1 }, { goal: 'Goal 2', first: null, latest: null }]),
  'what was given beside the change': () => givenAndChangePicture({ given: 'Sessions held', change: 'Tau', none: 0, columns: ['Planned'], people: [{ who: 'Person 1', given: 8, change: 0.4, also: [10] }, { who: 'Person 2', given: 3, change: null, also: [9] }] }),
  'answers': () => answersPicture({ what: 'How sessions were', unit: 'Sessions', answers: [{ answer: '0', count: 1 }, { answer: '10', count: 4 }], without: [{ why: 'no answer', count: 7 }] }),
  'protected counts': () => countsPicture({ title: 'What was given', unit: 'Sessions', line: 'How it went', columns: ['January to March', 'April to June'], lines: [{ name: 'Held', counts: [40, null], total: 60 }, { name: 'Missed', counts: [0, null], total: 15 }], totals: [40, 35], total: 75 }),
  'agreement': () => agreementPicture({ what: 'Coping', codes: ['yes', 'no'], counts: [[5, 1], [0, 4]] }),
}

describe.each(Object.entries(all))('the picture of %s', (_, draw) => {
  test('it says what it is to who cannot see it, with every figure in a table', async () => {
    const { svg, title, says, table } = await draw()
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+"/)
    expect(says.length).toBeGreaterThan(20)
    expect(title.length).toBeGreaterThan(2)
    expect(table.rows.length).toBeGreaterThan(0)
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
  })

  test('it carries no colour and no style, so that it reads in grey, in the dark and under the content policy', async () => {
    const { svg } = await draw()
    expect(svg).not.toMatch(/style|<script|#[0-9a-f]{3,6}|rgb\(/i)
  })

  test('it is the same picture from the same data', async () => {
    expect((await draw()).svg).toBe((await draw()).svg)
  })
})

test('it writes what is missing as missing, and breaks the line there', async () => {
  const { table, svg } = await singleCasePicture({ who: 'Person 1', outcome: 'Ruler', points })
  expect(table.rows[2]).toEqual(['14', 'A', 'missing'])
  expect(svg).not.toContain('NaN')
})

test('it says how many were still followed below the axis', async () => {
  const { svg, table } = await timeToEventPicture({ title: 'Until completion', curve, unit: 'Weeks', notYet: 'Not yet' })
  expect(svg).toContain('Still followed')
  expect(table.rows.map((row) => row[1])).toEqual(['4', '3', '1'])
})

test('it draws nothing for a figure that is withheld, and says so in the table; what is told is told as a lower step', async () => {
  const { table } = await all['protected counts']()
  expect(table.rows).toEqual([['Held', '40 or more', 'withheld', '60 or more'], ['Missed', 'none', 'withheld', '15 or more'], ['All together', '40 or more', '35 or more', '75 or more']])
})

test('it keeps a name that looks like code as a name', async () => {
  const { svg } = await goalsPicture('<b>"x"', [{ goal: '<i>', first: 0, latest: 0 }])
  expect(svg).not.toContain('<b>')
  expect(svg).not.toContain('<i>')
})

test.each(['one person', 'first and latest', 'goals'] as const)('it says on the picture of %s that it is for learning, not for decisions', async (name) => {
  expect((await all[name]()).says).toContain('For learning, not for decisions about')
})

test('it draws no line through what was given and how people changed, and forbids to read it as a cause', async () => {
  const { svg, says, table } = await all['what was given beside the change']()
  expect(says).toContain('not shown to be the cause')
  // Points are circles; one whose change is not known is in the table alone.
  expect(svg.match(/<circle/g)).toHaveLength(1)
  expect(table.rows).toEqual([['Person 1', '8', '10', '0.4'], ['Person 2', '3', '9', 'missing']])
})

test('it shows the silence beside the answers, and no mean', async () => {
  const { says, table } = await all['answers']()
  expect(says).toContain('5 of 12')
  expect(says).toContain('No mean is given')
  expect(table.rows).toEqual([['0', '1'], ['10', '4'], ['no answer', '7']])
})

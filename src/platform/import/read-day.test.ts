import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { day } from '../day.ts'
import { decideOrders, noteDate, type DayEvidence, type DayOrders } from './day-order.ts'
import { isFault, sayFault } from './fault.ts'
import { dayInCell } from './read-day.ts'
import { momentInCell } from './read-moment.ts'

const births = { from: day('1927-01-01'), to: day('2016-11-23') }
const releases = { from: day('2006-11-23'), to: day('2086-11-23') }
const timeZone = 'Europe/Copenhagen'

function read(text: string, { orders = {}, range = births }: { orders?: DayOrders, range?: typeof births } = {}) {
  const found = dayInCell({ field: 'born', column: 'Born', text }, { orders, timeZone, ...range })
  return isFault(found) ? found.wrong.replace(/^import\.day\.|\.wrong$/g, '') : found
}

test.each([
  ['1984-05-27', '1984-05-27'],
  ['1984-5-7', '1984-05-07'],
  ['13.03.1997', '1997-03-13'],
  ['3. 3. 1997', '1997-03-03'],
  ['22/02/96', '1996-02-22'],
  ['10/08/04', '2004-08-10'],
  ['04/10/69', '1969-10-04'],
  ['1984-05-27T00:00:00', '1984-05-27'],
  ['27.05.1984 00:00', '1984-05-27'],
  ['1984-05-26T22:00:00Z', '1984-05-27'],
  ['1984-05-26T22:00:00.000+0000', '1984-05-27'],
  ['19840527', '1984-05-27'],
  ['19840527-1234', '1984-05-27'],
  ['840527-1234', 'not-a-day'],
  ['le 27 mai 1984', '1984-05-27'],
  ['den 27 maj 1984', '1984-05-27'],
  ['٢٧ مايو ١٩٨٤', '1984-05-27'],
  ['i går', 'not-a-day'],
  ['27 May 1984', '1984-05-27'],
  ['27. maj 1984', '1984-05-27'],
  ['27 mai 1984', '1984-05-27'],
  ['dimanche 27 mai 1984', '1984-05-27'],
  ['Sun., 27 May 1984', '1984-05-27'],
  ['Sunday, May 27, 1984', '1984-05-27'],
  ['3. März 1984', '1984-03-03'],
  ['15 août 1984', '1984-08-15'],
  ['1 févr. 84', '1984-02-01'],
  ['May 27, 1984', '1984-05-27'],
  ['27-May-84', '1984-05-27'],
  ['٢٧/٠٥/١٩٨٤', '1984-05-27'],
  ['29.02.2000', '2000-02-29'],
  ['31.02.1990', 'impossible'],
  ['29/02/97', 'impossible'],
  ['1990-13-01', 'impossible'],
  ['35502', 'serial'],
  ['1984', 'incomplete'],
  ['05.1984', 'incomplete'],
  ['in May', 'not-a-day'],
  ['ca. 27 May 1984', 'not-a-day'],
  ['27 Quintilis 1984', 'not-a-day'],
  ['13/03/997', 'not-a-day'],
])('it reads %s as %s', (text, found) => {
  expect(read(text)).toBe(found)
})

test('it takes a year of two digits from what the column is about', () => {
  expect(read('14/12/29', { range: releases })).toBe('2029-12-14')
  expect(read('14/12/29')).toBe('1929-12-14')
  expect(read('14/12/20', { range: births })).toBe('year-unclear')
})

function ordersOf(texts: string[], habit: 'day-first' | 'month-first' = 'day-first') {
  const evidence: DayEvidence = {}
  for (const text of texts) noteDate(evidence, text)
  return decideOrders(evidence, habit)
}

test('it learns from the whole column which part is the day', () => {
  expect(ordersOf(['05/04/90', '12/25/90', '01/02/91']).orders).toEqual({ '/': 'month-first' })
  expect(read('05/04/90', ordersOf(['05/04/90', '12/25/90']))).toBe('1990-05-04')
  expect(read('05/04/90', ordersOf(['05/04/90', '25/12/90'], 'month-first'))).toBe('1990-04-05')
})

test('it decides apart for dots and strokes, as two offices write', () => {
  expect(ordersOf(['05.04.1990', '25.12.1990', '12/25/90']).orders).toEqual({ '.': 'day-first', '/': 'month-first' })
})

test('it follows the habit of the service when every date fits both ways, and says so', () => {
  expect(ordersOf(['05/04/90', '01/02/91'])).toEqual({ orders: { '/': 'day-first' }, byHabit: ['/'], byOthers: [] })
  expect(ordersOf(['05/04/90'], 'month-first')).toEqual({ orders: { '/': 'month-first' }, byHabit: ['/'], byOthers: [] })
})

test('it reads a column that fits both ways like the others of its file, where these agree', () => {
  const evidenceOf = (texts: string[]) => {
    const evidence: DayEvidence = {}
    for (const text of texts) noteDate(evidence, text)
    return evidence
  }
  const [release, births, others] = [evidenceOf(['8/4/2027', '7/1/2028']), evidenceOf(['5/27/84', '1/2/85']), evidenceOf(['27/5/84'])]
  expect(decideOrders(release, 'day-first', [release, births])).toEqual({ orders: { '/': 'month-first' }, byHabit: [], byOthers: ['/'] })
  expect(decideOrders(release, 'day-first', [release, others])).toEqual({ orders: { '/': 'day-first' }, byHabit: [], byOthers: [] })
  expect(decideOrders(release, 'day-first', [release, births, others])).toEqual({ orders: { '/': 'day-first' }, byHabit: ['/'], byOthers: [] })
  expect(decideOrders(release, 'day-first', [release, evidenceOf(['5.27.84'])])).toMatchObject({ byHabit: ['/'] })
})

test('it reads the year first where only that fits', () => {
  expect(read('84/05/27', ordersOf(['84/05/27', '97/03/13', '69/09/06']))).toBe('1984-05-27')
})

test('it takes one slip among many as a wrong date', () => {
  const many = Array.from({ length: 40 }, (_, index) => `${13 + index % 15}/03/90`)
  expect(read('03/13/90', ordersOf([...many, '03/13/90']))).toBe('impossible')
})

test('it will not guess in a column of two habits', () => {
  const { orders } = ordersOf(['25/12/90', '12/25/90', '13/01/90', '01/14/90'])
  expect(read('05/04/90', { orders })).toBe('two-readings')
  expect(read('05/05/90', { orders })).toBe('1990-05-05')
  expect([read('25/12/90', { orders }), read('12/25/90', { orders })]).toEqual(['1990-12-25', '1990-12-25'])
})

test('it names the column, what is wrong and what would mend it', () => {
  const found = dayInCell({ field: 'born', column: 'Born', text: '31.02.1990' }, { orders: {}, timeZone, ...births })
  expect(isFault(found) && sayFault(found)).toEqual({
    wrong: '“Born”: there is no day 31.02.1990.',
    mend: 'Write the day that was meant, year first: 1984-05-27.',
  })
})

function moment(text: string) {
  const found = momentInCell({ field: 'start', column: 'start', text }, { orders: {}, timeZone, ...births })
  return isFault(found) ? found.wrong : [found.at, found.caution?.wrong].filter(part => part !== undefined).join(' ')
}

test.each([
  ['2026-01-10 13:00:00', '2026-01-10T12:00:00.000Z'],
  ['10.07.2026 13:00', '2026-07-10T11:00:00.000Z'],
  ['10.07.2026 kl 13', 'import.moment.no-time'],
  ['2026-07-10T13:00Z', '2026-07-10T13:00:00.000Z'],
  ['2026-07-10T13:00+0530', '2026-07-10T07:30:00.000Z'],
  ['7/10/2026 1:05 pm', '2026-10-07T11:05:00.000Z'],
  ['2026-07-10 00:15 am', 'import.moment.impossible.wrong'],
  ['2026-07-10 25:00', 'import.moment.impossible.wrong'],
  ['31.02.2026 10:00', 'import.day.impossible.wrong'],
  ['2026-03-29 02:30:00', 'import.moment.skipped.wrong'],
  ['2026-10-25 02:30:00', '2026-10-25T00:30:00.000Z import.moment.twice.wrong'],
  ['2026-07-10', 'import.moment.no-time.wrong'],
])('it reads the time %s as %s', (text, found) => {
  expect(moment(text)).toContain(found)
})

test('it never throws over a cell, and never gives a day that does not exist', () => {
  const dateLike = check.stringMatching(/^[\d٠-٩]{0,4}[./ T-]?[\d]{0,4}[./ T:-]?[\dA-Za-z+]{0,6}$/)
  check.assert(check.property(check.oneof(dateLike, check.string({ unit: 'binary' })), text => {
    const found = dayInCell({ field: 'born', column: 'Born', text }, { orders: { '/': 'mixed' }, timeZone, ...births })
    if (!isFault(found)) expect(day(found)).toBe(found)
    momentInCell({ field: 'start', column: 'start', text }, { orders: {}, timeZone, ...births })
  }))
})

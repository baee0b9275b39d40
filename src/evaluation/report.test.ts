import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, become, connectedAs, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import type { Work } from '../platform/work.ts'
import type { Writing } from './evaluation.input.ts'
import { keepRelease, keptReport, reportsOf, shownBefore, theStudy } from './evaluation.queries.ts'
import { lockStudy, makeReport, publishReport, studyReport, writeStudy } from './evaluation.verbs.ts'
import { reportAsPage } from './found/report-as-page.tsx'
import { reportOnPaper } from './found/report-on-paper.ts'

const plan: Writing = {
  title: 'Coping under Entré', question: 'Does coping rise?', programme: 'entre', outcome: 'ruler How I cope', better: 'higher', design: 'multiple-baseline', phases: 'as-recorded', effect: 'tau', leastPoints: 5, leastPeople: 3,
  conclusion: 'If the interval lies above 0 we say that coping rose.',
}
const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })

beforeAll(async () => {
  await offerProgrammes()
  await aMeasuredGroup({ people: 6 })
})

async function lockedStudy(change: Partial<Writing> = {}): Promise<string> {
  const id = await asSam((work) => writeStudy(work, { ...plan, ...change }))
  await asSam((work) => lockStudy(work, id, undefined))
  return id
}

const made = (id: string) => asSam(async (work) => {
  const report = await studyReport(work, id)
  return { pdf: Buffer.from(reportOnPaper(report)), page: await reportAsPage(report) }
})

/** The same rows in another order, as a database has them that was filled again. */
async function fillAgain(): Promise<void> {
  const superuser = await connectedAs('superuser')
  for (const table of ['measures', 'sessions', 'referrals']) await superuser.query(`create temp table kept_${table} as select * from ${table} order by id desc; delete from ${table}; insert into ${table} select * from kept_${table} order by id desc`)
  await superuser.end()
}

describe('the same data', () => {
  test('they give the same bytes, twice and from a database that was filled again, as a PDF and as a page', async () => {
    const id = await lockedStudy()
    const [first, second] = [await made(id), await made(id)]
    expect(second.pdf.equals(first.pdf) && second.page === first.page).toBe(true)
    await fillAgain()
    const third = await made(id)
    expect(third.page).toBe(first.page)
    expect(third.pdf.equals(first.pdf)).toBe(true)
  })

  test('other data give other bytes', async () => {
    const id = await lockedStudy()
    const first = await made(id)
    const superuser = await connectedAs('superuser')
    await superuser.query(`update measures set value = value + 1 where id = (select min(id) from measures)`)
    const second = await made(id)
    await superuser.query(`update measures set value = value - 1 where id = (select min(id) from measures)`)
    await superuser.end()
    expect(second.page).not.toBe(first.page)
  })
})

describe('the report for inside', () => {
  test('it says that it is not for publication, how much people differ, and where the next one may lie', async () => {
    const { page } = await made(await lockedStudy())
    for (const words of ['Not for publication: it is about few people.', 'Variance between people (tau²)', 'per cent of the differences between effects', 'Where a next person']) expect(page).toContain(words)
  })

  test('it names the methods that were used and no other, and has a table for each picture', async () => {
    const id = await lockedStudy()
    const { page } = await made(id)
    expect(page).toContain('Tau, Parker, Vannest, Davis and Sauber 2011')
    for (const unused of ['NAP, Parker', 'Jacobson and Truax', 'Edgington']) expect(page).not.toContain(unused)
    expect((await made(await lockedStudy({ effect: 'nap', reliability: 0.8, spread: 2, yardstickSource: 'A manual.' }))).page).toContain('Jacobson and Truax')
    const pictures = page.match(/<figure>/g)?.length ?? 0
    expect(pictures).toBeGreaterThan(2)
    expect(page.match(/<\/figure><div class="wide"/g)).toHaveLength(pictures)
  })

  test('it is kept once as a PDF and as a page, each as it was made', async () => {
    const id = await lockedStudy()
    const { pdf, page } = await made(id)
    await asSam((work) => makeReport(work, id))
    await asSam((work) => makeReport(work, id))
    const kept = await asSam(async (work) => {
      const study = await theStudy(work, id)
      const reports = await reportsOf(work, study)
      return Promise.all(reports.map((one) => keptReport(work, study, one.public_id)))
    })
    expect(kept).toHaveLength(1)
    expect(kept[0]?.page).toBe(page)
    expect(Buffer.from(kept[0]!.document).equals(pdf)).toBe(true)
  })
})

describe('the part that may be published', () => {
  test('there is none before a table was given out', async () => {
    const id = await lockedStudy()
    await expect(asSam((work) => publishReport(work, id))).rejects.toMatchObject({ code: 'report-nothing-to-publish' })
  })

  test('it holds the tables that were given out and nothing else about people', async () => {
    const id = await lockedStudy()
    const page = await asSam(async (work) => {
      const study = await theStudy(work, id)
      await keepRelease(work, study, { rows: [['running'], ['completed']], columns: [['better'], ['unknown']], counts: [[41, 43], [47, 53]], hidden: [[true, true], [true, true]] })
      await publishReport(work, id)
      const reports = await reportsOf(work, study)
      return (await keptReport(work, study, reports.find(({ audience }) => audience === 'published')!.public_id)).page
    })
    expect(page).toContain('Only tables may be published')
    expect(page).toContain('4 cells are withheld.')
    for (const [shown, withheld] of [['84', '41'], ['100', '53']]) {
      expect(page).toContain(`>${shown}<`)
      expect(page).not.toContain(`>${withheld}<`)
    }
    for (const inside of ['Person 1', '<svg', 'Who got worse', 'interval', 'tau²', 'Kaplan']) expect(page.replace(plan.conclusion, '')).not.toContain(inside)
  })
})

describe('an outcome that was seen before', () => {
  test('the plan and the report say which study had shown it; one of another outcome does not', async () => {
    const superuser = await connectedAs('superuser')
    await superuser.query('delete from studies')
    await superuser.end()
    const first = await lockedStudy({ title: 'The first look' })
    const { clock } = await testHouse()
    clock.now = instant('2026-11-24T09:00:00Z')
    const second = await lockedStudy({ title: 'The second look' })
    clock.now = testMoment
    const seen = (id: string) => asSam(async (work) => (await shownBefore(work, await theStudy(work, id))).map(({ title, isOwn }) => [title, isOwn]))
    expect(await seen(first)).toEqual([])
    expect(await seen(second)).toEqual([['The first look', true]])
    expect((await made(second)).page).toContain('“The first look”, locked by the same evaluator')
    expect((await made(first)).page).not.toContain('was not unseen')
  })
})

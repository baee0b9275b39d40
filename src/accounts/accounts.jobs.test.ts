import { expect, test } from 'vitest'
import { act, become, connectedAs, signInAs, testHouse, aVisitor, visit } from '../../database/testing/index.ts'
import { addMinutes } from '../platform/day.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { accountJobs } from './index.ts'

const week = 7 * 24 * 60

test('it forgets sign-ins a week after they ended and failed attempts after a day, and none before', async () => {
  const { clock } = await testHouse()
  const start = clock.now
  await visit('Mia')
  await expect(signInAs(await aVisitor(), 'kai', 'not the password')).rejects.toThrow('could not sign in')
  expect(await left()).toEqual({ sign_ins: 1, attempts: 2 })
  await sweep()
  expect(await left()).toEqual({ sign_ins: 1, attempts: 2 })

  clock.now = addMinutes(start, 25 * 60)
  await sweep()
  expect(await left()).toEqual({ sign_ins: 1, attempts: 0 })
  clock.now = addMinutes(start, week + 11 * 60)
  await sweep()
  expect(await left()).toEqual({ sign_ins: 0, attempts: 0 })
  clock.now = start
})

test('it is the caretaker\'s alone', async () => {
  await expect(become('Ravi', (work) => work.db.deleteFrom('sign_ins').execute())).rejects.toThrow('permission denied')
})

async function sweep(): Promise<void> {
  for (const job of accountJobs) await act(caretaker(), (work) => job.run(work, []), { does: job.does })
}

async function left(): Promise<unknown> {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query('select (select count(*) from sign_ins) as sign_ins, (select count(*) from attempts) as attempts')
  await superuser.end()
  return rows[0]
}

import { inject } from 'vitest'
import { connectOnce, openPool } from '../../src/platform/database/index.ts'
import type { Instant } from '../../src/platform/day.ts'
import type { House } from '../../src/platform/open-work.ts'
import { houseOver, testMoment } from './house-over.ts'
import { onceAFile, whenOver } from './once-a-file.ts'

export type TestHouse = {
  house: House
  /** Move the clock: `clock.now = instant('…')`. */
  clock: { now: Instant }
  /** The name of this test file's own database. */
  name: string
}

/** This test file's own database: a copy of the finished one, with the cast in it, dropped afterwards. */
export const testHouse: () => Promise<TestHouse> = onceAFile(copyDatabase)

async function copyDatabase(): Promise<TestHouse> {
  const server = inject('testServer')
  const name = `test_${process.pid}_${Math.trunc(performance.now() * 1000)}`
  const asSuperuser = { ...server, user: server.superuser, database: 'postgres' }
  const superuser = await connectOnce(asSuperuser)
  await superuser.query(`create database ${name} template waymark_test owner waymark_test_owner strategy file_copy`)
  await superuser.end()
  const pool = openPool({ ...server, user: 'waymark_test_web', password: server.webPassword, database: name }, 8)
  const evaluation = openPool({ ...server, user: 'waymark_test_evaluator', password: server.evaluatorPassword, database: name }, 2)
  const clock = { now: testMoment }
  whenOver(async () => {
    await pool.end()
    await evaluation.end()
    const again = await connectOnce(asSuperuser)
    await again.query(`drop database if exists ${name} with (force)`)
    await again.end()
  })
  return { house: houseOver(pool, 'waymark_test', clock, evaluation), clock, name }
}

/** A connection as a role that tests of the guard use directly: the owner, or the superuser for looking at the catalogue. */
export async function connectedAs(role: 'owner' | 'superuser' | 'web' | 'evaluator') {
  return connectOnce(await ownConnection(role))
}

/** How to reach this test file's own database. */
export async function ownConnection(role: 'owner' | 'superuser' | 'web' | 'evaluator') {
  const server = inject('testServer')
  const { name } = await testHouse()
  const user = role === 'superuser' ? server.superuser : `waymark_test_${role}`
  const password = role === 'superuser' ? server.password : role === 'owner' ? server.ownerPassword : role === 'evaluator' ? server.evaluatorPassword : server.webPassword
  return { ...server, user, password, database: name }
}

/** The same as an address, as a service names an outside server in its settings. */
export async function ownAddress(role: 'owner' | 'superuser' | 'web', name?: string): Promise<string> {
  const { socketDir, port, user, password, database } = await ownConnection(role)
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${name ?? database}?host=${encodeURIComponent(socketDir)}`
}

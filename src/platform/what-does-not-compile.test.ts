import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'

const project = join(import.meta.dirname, '../..')
const folder = join(project, 'node_modules/.cache/does-not-compile')
// The compiler has the machine to share with the other tests.
vi.setConfig({ testTimeout: 120_000 })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says about a piece of code, as a room might write it; nothing when it compiles. */
async function complaint(name: string, code: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const from = '../../../src/platform'
  writeFileSync(join(folder, `${name}.ts`), code.replaceAll('@platform', from))
  const config = { extends: join(project, 'tsconfig.json'), include: [], files: [`${name}.ts`] }
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(config))
  const run = promisify(execFile)(join(project, 'node_modules/.bin/tsc'), ['--noEmit', '-p', join(folder, `${name}.json`)], { cwd: project })
  return run.then(() => '', (fault: { stdout: string }) => fault.stdout)
}

test('it compiles a question that is asked with work', async () => {
  expect(await complaint('with-work', `import type { Work } from '@platform/work.ts'
    export const units = (work: Work) => work.db.selectFrom('units').select('name').execute()`)).toBe('')
})

test('it compiles no question without work: nobody can make one', async () => {
  expect(await complaint('without-work', `import type { Work } from '@platform/work.ts'
    declare const db: Work['db']
    export const made: Work = { actor: { kind: 'machine', id: 0, shape: 'machine', name: 'me', roles: [], language: 'en' }, purpose: '', now: '' as Work['now'], today: '' as Work['today'],
      timeZone: 'UTC', db, about: 0, formToken: '', newId: async () => 1, newPublicId: () => '', saw: () => {}, discloses: () => {} }`)).toContain('[made]')
  expect(await complaint('without-client', `import { db } from '@platform/database/index.ts'
    export const units = () => db.selectFrom('units').execute()`)).toContain("has no exported member 'db'")
})

test('it compiles no door that does not say what it does and shows', async () => {
  const door = (declaration: string) => `import { goTo, pageDoors } from '@platform/doors/index.ts'
    const page = pageDoors()
    page.get('/people/{participantId}', ${declaration}, () => goTo('/'))`
  expect(await complaint('declared', door(`{ does: 'consult', shows: 'identity_name', about: 'participantId' }`))).toBe('')
  expect(await complaint('does-nothing', door(`{ shows: 'identity_name' }`))).toContain("Property 'does' is missing")
  expect(await complaint('shows-nothing', door(`{ does: 'consult' }`))).toContain("Property 'shows' is missing")
  expect(await complaint('about-nobody', door(`{ does: 'consult', shows: 'identity_name', about: 'personId' }`))).toContain('"personId"')
})

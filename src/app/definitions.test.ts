import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadDefinitions } from '../programmes/index.ts'
import { readDefinitions } from './definitions.ts'

const room = mkdtempSync(join(tmpdir(), 'waymark-definitions-'))
const projectDir = join(import.meta.dirname, '../..')
const kept = join(room, 'definitions.kept.json')
const own = join(room, 'own')
const reading = { projectDir, dataDir: room, definitionsDir: own }

afterAll(() => rmSync(room, { recursive: true }))

test('it gives the second time exactly what it read the first time, and reads anew what changed', async () => {
  mkdirSync(join(own, 'programmes'), { recursive: true })
  const fresh = await readDefinitions(reading)
  expect(fresh).toEqual(await loadDefinitions([join(projectDir, 'definitions'), own]))
  const written = statSync(kept).mtimeMs
  expect(await readDefinitions(reading)).toEqual(fresh)
  expect(statSync(kept).mtimeMs).toBe(written)

  writeFileSync(join(own, 'programmes', 'broken.yaml'), 'id: broken\n')
  expect((await readDefinitions(reading)).findings).not.toEqual(fresh.findings)
})

test('it takes a file that is not whole for none', async () => {
  writeFileSync(kept, readFileSync(kept, 'utf8').slice(0, 1000))
  expect((await readDefinitions(reading)).definitions.size).toBeGreaterThan(0)
})

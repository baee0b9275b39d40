import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIdentity } from './build-identity.ts'

let project: string
beforeAll(() => { project = mkdtempSync(join(tmpdir(), 'build-')) })
afterAll(() => rmSync(project, { recursive: true }))

test('it is the version alone where nothing was built, and the version with the build otherwise', () => {
  expect(buildIdentity('1.2.3', project)).toBe('1.2.3')
  mkdirSync(join(project, 'dist'))
  writeFileSync(join(project, 'dist/build.json'), '{"build":"0123456789ab"}')
  expect(buildIdentity('1.2.3', project)).toBe('1.2.3+0123456789ab')
})

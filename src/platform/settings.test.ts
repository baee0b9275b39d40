import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings, type Settings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-settings-'))
const secret = 'x'.repeat(32)

afterAll(() => rmSync(folder, { recursive: true }))

test('it needs nothing for a demonstration on this machine', () => {
  const settings = read({ DATA_DIR: folder })
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', mode: 'demo', database: undefined, tls: undefined, trustedProxies: [] })
})

test('it makes the secret of a demonstration once, for its owner alone', () => {
  const dataDir = join(folder, 'fresh')
  const first = read({ DATA_DIR: dataDir }).secret()
  expect(first).toHaveLength(32)
  expect(read({ DATA_DIR: dataDir }).secret()).toEqual(first)
  expect(statSync(join(dataDir, 'secrets', 'service.key')).mode & 0o777).toBe(0o600)
})

test('it names every fault at once', () => {
  const faults = faultsOf({ PORT: 'many', HOST: '', BASE_URL: 'waymark', TLS_CERT: '/nowhere', TRUSTED_PROXY: 'proxy.example', DATABASE_URL: 'mysql://x', WAYMARK_MODE: 'live',
    WAYMARK_SECRET: 'short', DEFINITIONS_DIR: '/nowhere' })
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(
    ['PORT', 'BASE_URL', 'TLS_CERT', 'TRUSTED_PROXY', 'DATABASE_URL', 'DEFINITIONS_DIR', 'WAYMARK_MODE', 'WAYMARK_SECRET', 'TLS_CERT, TLS_KEY'])
})

test('it refuses production without a secret of its own and an address with HTTPS', () => {
  expect(faultsOf({ WAYMARK_MODE: 'production' })).toEqual([expect.stringMatching(/^WAYMARK_SECRET: In production/), expect.stringMatching(/^BASE_URL: In production/)])
  expect(faultsOf({ WAYMARK_MODE: 'production', WAYMARK_SECRET: secret, BASE_URL: 'http://waymark.example.org' })).toEqual([expect.stringMatching(/^BASE_URL: .*https/)])
  expect(read({ WAYMARK_MODE: 'production', WAYMARK_SECRET: secret, BASE_URL: 'https://waymark.example.org' }).mode).toBe('production')
})

test('it takes the secret from a file that holds enough of it', () => {
  const file = join(folder, 'secret')
  writeFileSync(file, secret)
  expect(read({ WAYMARK_SECRET_FILE: file }).secret().toString()).toBe(secret)
  writeFileSync(file, 'short')
  expect(faultsOf({ WAYMARK_SECRET_FILE: file })).toEqual([expect.stringMatching(/^WAYMARK_SECRET_FILE: .*32 bytes/)])
})

test('it refuses an owner or an evaluator without the server they sign in to', () => {
  const url = 'postgresql://waymark_owner:x@server/waymark'
  expect(faultsOf({ DATABASE_OWNER_URL: url, DATABASE_EVALUATOR_URL: url }).map((fault) => fault.split(':')[0])).toEqual(['DATABASE_OWNER_URL', 'DATABASE_EVALUATOR_URL'])
})

test('it takes a misspelt name for a fault and not for a demonstration', () => {
  expect(faultsOf({ WAYMARK_MOED: 'production' })).toEqual([expect.stringMatching(/^WAYMARK_MOED: There is no such setting/)])
})

test('it explains each setting in one line of .env.example', () => {
  const lines = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8').trim().split('\n')
  const explained = lines.flatMap((line, at) => /^#[A-Z_]+=/.test(line) ? [[/^#([A-Z_]+)=/.exec(line)?.[1], /^# \w/.test(lines[at - 1] ?? '')]] : [])
  expect(explained.every(([, isExplained]) => isExplained)).toBe(true)
  expect(explained.map(([name]) => String(name)).toSorted()).toEqual(['BASE_URL', 'DATABASE_EVALUATOR_URL', 'DATABASE_OWNER_URL', 'DATABASE_URL', 'DATA_DIR', 'DEFINITIONS_DIR', 'HOST', 'PORT',
    'TLS_CERT', 'TLS_KEY', 'TRUSTED_PROXY', 'WAYMARK_MODE', 'WAYMARK_SECRET', 'WAYMARK_SECRET_FILE', 'WORDS_DIR'])
})

function read(environment: NodeJS.ProcessEnv): Settings {
  const found = readSettings({ DATA_DIR: folder, ...environment })
  if ('faults' in found) throw new Error(found.faults.join('\n'))
  return found.settings
}

function faultsOf(environment: NodeJS.ProcessEnv): string[] {
  const found = readSettings(environment)
  return 'faults' in found ? found.faults : []
}

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { t } from './settings-words.ts'

const whole = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most))
const address = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/')
const server = z.string().refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).username !== '')
const file = z.string().refine((path) => isReadable(path, (found) => found.isFile()))
const folder = z.string().refine((path) => isReadable(path, (found) => found.isDirectory()))

const Schema = z.object({
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: address.optional(),
  TLS_CERT: file.optional(),
  TLS_KEY: file.optional(),
  TRUSTED_PROXY: z.string().transform(listed).refine((proxies) => proxies.every((one) => isIP(one) !== 0)).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: server.optional(),
  DATABASE_OWNER_URL: server.optional(),
  DATABASE_EVALUATOR_URL: server.optional(),
  DEFINITIONS_DIR: folder.optional(),
  WORDS_DIR: folder.optional(),
  WAYMARK_MODE: z.enum(['demo', 'production']).default('demo'),
  WAYMARK_SECRET: z.string().min(32).optional(),
  WAYMARK_SECRET_FILE: file.refine((path) => !existsSync(path) || statSync(path).size >= 32).optional(),
})

export type Settings = {
  port: number
  host: string
  baseUrl: string | undefined
  tls: { cert: string, key: string } | undefined
  /** Addresses of the proxies whose word is taken for where a request came from. */
  trustedProxies: string[]
  dataDir: string
  database: { web: string, owner: string | undefined, evaluator: string | undefined } | undefined
  definitionsDir: string | undefined
  wordsDir: string | undefined
  mode: 'demo' | 'production'
  /** The service's own secret: forms, the seal of one-time codes. Made only when somebody asks, so that a restore finds an empty folder. */
  secret: () => Buffer
}

/** Reads the environment once. Every fault is found at once, each with its sentence. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): { settings: Settings } | { faults: string[] } {
  const given = Object.fromEntries(Object.keys(Schema.shape).flatMap((name) => environment[name] ? [[name, environment[name]]] : []))
  const result = Schema.safeParse(given)
  const faults = result.success ? [] : result.error.issues.map((issue) => faultOf(String(issue.path[0])))
  faults.push(...faultsBetween(given), ...unknownNames(environment))
  if (!result.success || faults.length > 0) return { faults: [...new Set(faults)] }
  return { settings: settled(result.data) }
}

function faultOf(name: string): string {
  const about = {
    PORT: t('settings.port'), HOST: t('settings.host'), WAYMARK_MODE: t('settings.mode'), WAYMARK_SECRET: t('settings.secret'), WAYMARK_SECRET_FILE: t('settings.secret-file'),
    BASE_URL: t('settings.address'), TRUSTED_PROXY: t('settings.proxy'), DEFINITIONS_DIR: t('settings.folder'), WORDS_DIR: t('settings.folder'),
  }
  if (name in about) return `${name}: ${about[name as keyof typeof about]}`
  return name.startsWith('DATABASE') ? `${name}: ${t('settings.server')}` : `${name}: ${t('settings.file')}`
}

/** Faults that lie between settings. */
function faultsBetween(given: Record<string, string | undefined>): string[] {
  const faults: string[] = []
  if (Boolean(given['TLS_CERT']) !== Boolean(given['TLS_KEY'])) faults.push(`TLS_CERT, TLS_KEY: ${t('settings.tls-both')}`)
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_EVALUATOR_URL'])
    if (given[name] && !given['DATABASE_URL']) faults.push(`${name}: ${t('settings.database-alone')}`)
  if (given['WAYMARK_MODE'] === 'production') faults.push(...faultsInProduction(given))
  return faults
}

function faultsInProduction(given: Record<string, string | undefined>): string[] {
  const faults: string[] = []
  if (!given['WAYMARK_SECRET'] && !given['WAYMARK_SECRET_FILE']) faults.push(`WAYMARK_SECRET: ${t('settings.secret-needed')}`)
  if (!given['BASE_URL']) faults.push(`BASE_URL: ${t('settings.address-needed')}`)
  // Browsers keep our cookies only from an address with HTTPS, or from the machine they run on.
  else if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1)\b/.test(given['BASE_URL'])) faults.push(`BASE_URL: ${t('settings.https-needed')}`)
  return faults
}

/** A misspelt WAYMARK_MODE would open a demonstration where production was meant. */
function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment).filter((name) => name.startsWith('WAYMARK_') && !(name in Schema.shape)).map((name) => `${name}: ${t('settings.unknown')}`)
}

function settled(env: z.output<typeof Schema>): Settings {
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT, host: env.HOST, baseUrl: env.BASE_URL, dataDir, mode: env.WAYMARK_MODE, trustedProxies: env.TRUSTED_PROXY ?? [],
    tls: env.TLS_CERT && env.TLS_KEY ? { cert: env.TLS_CERT, key: env.TLS_KEY } : undefined,
    database: env.DATABASE_URL ? { web: env.DATABASE_URL, owner: env.DATABASE_OWNER_URL, evaluator: env.DATABASE_EVALUATOR_URL } : undefined,
    definitionsDir: env.DEFINITIONS_DIR, wordsDir: env.WORDS_DIR,
    secret: () => secretOf(env, join(dataDir, 'secrets')),
  }
}

/** Given by the environment or a file; in a demonstration made once, readable by its owner alone. */
function secretOf(env: z.output<typeof Schema>, secrets: string): Buffer {
  if (env.WAYMARK_SECRET) return Buffer.from(env.WAYMARK_SECRET)
  if (env.WAYMARK_SECRET_FILE) return readFileSync(env.WAYMARK_SECRET_FILE)
  const path = join(secrets, 'service.key')
  if (existsSync(path)) return readFileSync(path)
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  const made = randomBytes(32)
  writeFileSync(path, made, { mode: 0o600 })
  return made
}

function listed(text: string): string[] {
  return text.split(',').map((one) => one.trim()).filter((one) => one !== '')
}

function isReadable(path: string, isRight: (found: { isFile(): boolean, isDirectory(): boolean }) => boolean): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && isRight(found)
}

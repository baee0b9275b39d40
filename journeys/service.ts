import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { demonstrationPassword, type First } from '../database/seeds/cast.ts'

const project = join(import.meta.dirname, '..')
const bin = join(project, 'tools/waymark.cjs')

/** The whole service as a newcomer starts it, on a data folder of its own. */
export type Service = {
  address: string
  /** Runs `waymark …` beside it; resolves with what it said and its exit code. */
  waymark(...args: string[]): Promise<{ code: number, said: string }>
  stop(): Promise<void>
}

export async function startService(): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-journey-'))
  // Only what a newcomer's shell has: the test runner sets names of its own, BASE_URL among them.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: '0', WAYMARK_MODE: 'demo' }
  const server = spawn(process.execPath, [bin, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await addressSaidBy(server)
  return {
    address,
    waymark: (...args) => run(args, env),
    stop: async () => {
      await ended(server)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Signs a colleague of the cast in, as they do it: name, password, button. */
export async function signIn(page: Page, address: string, first: First): Promise<void> {
  await signInWith(page, address, first.toLowerCase(), demonstrationPassword(first))
}

export async function signInWith(page: Page, address: string, username: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

function addressSaidBy(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: string) => {
      said += text
      const found = /(http:\/\/localhost:\d+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    server.stdout?.setEncoding('utf8').on('data', hear)
    server.stderr?.setEncoding('utf8').on('data', (text: string) => { said += text })
    server.on('exit', (code) => reject(new Error(`The service ended with ${code}:\n${said}`)))
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.removeAllListeners('exit')
    server.on('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number, said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text })
    child.on('exit', (code) => resolve({ code: code ?? 1, said }))
  })
}

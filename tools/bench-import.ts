// How much memory an import of many rows takes, by command and by page, over what the same process holds without it. Run with `npm run bench:import`.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const project = join(import.meta.dirname, '..')
const rows = Number(process.argv[2] ?? 100_000)
const most = 200
const port = Number(process.env['PORT'] ?? 3179)
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-bench-import-'))
const environment = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: String(port), BASE_URL: `http://localhost:${port}` }

try {
  const server = await serve()
  const files = { referrals: await written('referrals', rows), sessions: await written('sessions', rows), one: await written('sessions', 1) }
  const kai = await signIn('kai', 'kai-in-norland')
  await byPage(kai, 'sessions', files.one)
  const idle = memory(server).now
  const found = [await pageLine(server, kai, 'referrals', { idle, file: files.referrals }), await pageLine(server, kai, 'sessions', { idle, file: files.sessions })]
  const small = (await byCommand(files.one)).peak
  found.push(await commandLine('referrals', { small, file: await written('referrals', rows, 'B') }), await commandLine('sessions', { small, file: await written('sessions', rows, 'B') }))
  for (const line of found) process.stdout.write(`${Object.entries(line).map(([name, value]) => `${name} ${value}`).join(' · ')}\n`)
  await ended(server)
  process.exitCode = found.every((line) => line['MB above'] < most) ? 0 : 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

type Line = { 'import': string, 'MB of file': number, 'rows': number, 'seconds': number, 'idle MB': number, 'peak MB': number, 'MB above': number }

async function pageLine(server: ChildProcess, kai: Visitor, kind: string, { idle, file }: { idle: number, file: string }): Promise<Line> {
  process.stderr.write(`${kind} by page …\n`)
  const began = performance.now()
  const watch = watched(server)
  await byPage(kai, kind, file)
  return lineOf(`${kind} by page`, { began, idle, peak: watch.peak(), file })
}

async function commandLine(kind: string, { small, file }: { small: number, file: string }): Promise<Line> {
  process.stderr.write(`${kind} by command …\n`)
  const began = performance.now()
  const { peak, said } = await byCommand(file)
  process.stderr.write(`${said.trim().split('\n').at(-1)}\n`)
  return lineOf(`${kind} by command`, { began, idle: small, peak, file })
}

function lineOf(what: string, { began, idle, peak, file }: { began: number, idle: number, peak: number, file: string }): Line {
  return { import: what, 'MB of file': Math.round(statSync(file).size / 1024 / 1024), rows, seconds: Math.round((performance.now() - began) / 100) / 10, 'idle MB': idle, 'peak MB': peak, 'MB above': peak - idle }
}

// --- files of invented people

async function written(kind: 'referrals' | 'sessions', count: number, part = 'A'): Promise<string> {
  const path = join(dataDir, `${kind}-${count}-${part}.csv`)
  const out = createWriteStream(path)
  out.write(kind === 'referrals' ? 'Number;Name;Born;Place;Status;Referred;By;Why;Agrees;Programme;Release;Language\n' : 'participant_no,start,end,kind,outcome,by,minutes,note\n')
  for (let n = 0; n < count; n += 1) {
    if (!out.write(kind === 'referrals' ? referral(n, part) : session(n, part))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return path
}

function referral(n: number, part: string): string {
  return `BI-${part}${n};${syllables(n)}${part.toLowerCase()} ${syllables(Math.floor(n / 1000) * 7 + 3)};${1960 + n % 40}-${two(n % 12 + 1)}-${two(n % 28 + 1)};Fjordvik prison;sentenced;2026-${two(n % 10 + 1)}-${two(n % 28 + 1)};court;${'Asks for help to leave the group. '.repeat(3)};yes;CoSA;2027-05-01;Danish\n`
}

function session(n: number, part: string): string {
  const at = new Date(Date.UTC(part === 'A' ? 2000 : 2013, 0, 1, 8) + Math.floor(n / 5) * 4 * 3_600_000)
  return `FV-${10_001 + n % 5},${stamp(at)},${stamp(new Date(at.getTime() + 3_600_000))},1:1,${n % 7 === 0 ? 'cancelled - ill' : 'held'},${['M. Juhl', 'mia', 'Amira Haddad', 'A. Haddad'][n % 4]},60,"${part}${n} ${'Talked about the family visit. '.repeat(4)}"\n`
}

function syllables(n: number): string {
  return ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'ri', 'so', 'tu'].reduce((name, part, place) => (place < 3 ? name + (['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'ri', 'so', 'tu'][Math.floor(n / 10 ** place) % 10] ?? part) : name), 'K')
}

function stamp(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

// --- processes

async function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '--max-old-space-size=1024', 'tools/waymark.cjs', 'serve'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  for (let n = 0; n < 1200; n += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false)
    if (ready) return child
    if (child.exitCode !== null) break
    await wait(100)
  }
  throw new Error('The service did not start.')
}

async function ended(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  await over
}

function memory({ pid }: ChildProcess): { now: number, highest: number } {
  const file = `/proc/${pid}/status`
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) / 1024)
  return { now: of('VmRSS'), highest: of('VmHWM') }
}

function watched(child: ChildProcess): { peak(): number } {
  let peak = 0
  const look = setInterval(() => { peak = Math.max(peak, memory(child).now) }, 20)
  return { peak: () => { clearInterval(look); return peak } }
}

async function byCommand(file: string): Promise<{ peak: number, said: string }> {
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '--max-old-space-size=1024', 'tools/waymark.cjs', 'import', file, '--as', 'kai', '--confirm'], { cwd: project, stdio: ['ignore', 'pipe', 'ignore'], env: environment })
  let peak = 0
  const look = setInterval(() => { peak = Math.max(peak, memory(child).highest) }, 20)
  let said = ''
  child.stdout.on('data', (piece: Buffer) => { said += piece.toString() })
  const [code] = await once(child, 'exit') as [number]
  clearInterval(look)
  if (code !== 0) throw new Error(`The command ended with ${code}: ${said}`)
  return { peak, said }
}

// --- a browser without a screen

type Visitor = { cookie: string }

async function signIn(username: string, password: string): Promise<Visitor> {
  const page = await (await fetch(`http://127.0.0.1:${port}/sign-in`)).text()
  const form = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes('name="password"')) ?? ''
  const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams([...hiddenIn(form), ['username', username], ['password', password]]) })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').find((pair) => pair.includes('sign-in='))
  if (!cookie) throw new Error(`${username} could not sign in: ${answer.status}`)
  return { cookie }
}

function hiddenIn(form: string): [string, string][] {
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
}

async function look({ cookie }: Visitor, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, connection: 'close' } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

async function byPage(kai: Visitor, kind: string, file: string): Promise<void> {
  const upload = new FormData()
  for (const [name, value] of hiddenIn(formIn(await look(kai, `/${kind}/import`)))) upload.append(name, value)
  upload.append('file', await openAsBlob(file), 'file.csv')
  const began = performance.now()
  const told = (what: string) => process.stderr.write(`  ${what} ${Math.round(performance.now() - began)} ms\n`)
  const columns = await send(kai, `/${kind}/import`, upload)
  told('uploaded')
  const form = formIn(await look(kai, columns))
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']): [string, string] => [name, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''])
  const trial = await send(kai, columns, new URLSearchParams([...hiddenIn(form), ...chosen]))
  const tried = formIn(await look(kai, trial))
  told('tried')
  await send(kai, trial, new URLSearchParams(hiddenIn(tried)))
  told('confirmed')
  while ((await look(kai, trial)).includes('http-equiv="refresh"')) await wait(1000)
  told('written')
}

async function send({ cookie }: Visitor, path: string, body: FormData | URLSearchParams): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', redirect: 'manual', body, headers: { cookie, connection: 'close', origin: `http://localhost:${port}` } })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || to === null) throw new Error(`${path}: ${answer.status} ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 2000)}`)
  return new URL(to, `http://localhost:${port}`).pathname
}

function formIn(page: string): string {
  return [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes('name="file"') || text.includes('name="fields.') || text.includes('name="seal"')) ?? ''
}

// How long a start takes, as somebody who typed it sees it: from `npm start` to the first 200 of /readyz, after a clean stop.
// `npm run bench:start` says each of five and the median; `-- --most 1000` fails above so many milliseconds.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const project = path.join(import.meta.dirname ?? '.', '..')
const port = 3000 + Math.floor(Math.random() * 20_000)
const dataDir = mkdtempSync(path.join(tmpdir(), 'waymark-start-'))

try {
  process.stdout.write(`first start, on no data: ${await start()} ms\n`)
  const times = []
  for (let time = 1; time <= 5; time += 1) times.push(await start())
  const median = times.toSorted((a, b) => a - b)[2]
  process.stdout.write(`starts after a clean stop: ${times.join(', ')} ms; median ${median} ms\n`)
  const most = Number(process.argv[process.argv.indexOf('--most') + 1])
  if (process.argv.includes('--most') && median > most) process.exitCode = 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function start() {
  const began = performance.now()
  const child = spawn('npm', ['start'], { cwd: project, stdio: 'ignore', env: { ...process.env, PORT: String(port), DATA_DIR: dataDir } })
  const ended = once(child, 'exit')
  while (child.exitCode === null && await statusOf('/readyz') !== 200) await wait(5)
  const took = Math.round(performance.now() - began)
  if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}; run it by hand to see why.`)
  child.kill('SIGTERM')
  await ended
  return took
}

function statusOf(address) {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: address }, (answer) => { answer.resume(); resolve(answer.statusCode) }).on('error', () => resolve(0))
  })
}

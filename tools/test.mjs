// `npm test`: everything that must be true of the project, to the end even if something is wrong, and one last line that counts.
// Words after `npm test --` are handed to vitest: `npm test -- src/agreements`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const project = join(import.meta.dirname ?? '.', '..')
const binaries = join(project, 'node_modules', '.bin')
const report = join(project, 'node_modules', '.cache', 'tests', 'vitest.json')

const tools = [
  { name: 'types', command: ['tsc', '--noEmit', '--project', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'], sawNothing: /\bon 0 files\b/ },
  { name: 'unused', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'build', command: ['node', 'tools/build.mjs'] },
]

if (Number(process.versions.node.split('.')[0]) < 24) refuseOldNode()
else await testEverything()

function refuseOldNode() {
  process.stderr.write(`The tests need Node.js 24 and this is ${process.versions.node}. Run \`npm test\`, which brings its own, or \`node_modules/.bin/node tools/test.mjs\`.\n`)
  process.exitCode = 1
}

async function testEverything() {
  const { isGood, sum, tally } = await import('./checks/tally.ts')
  const counts = []
  for (const tool of tools) counts.push(one(await runTool(tool)))
  for (const passed of await runChecks()) counts.push(one(passed))
  counts.push(await runVitest(tally))

  const all = sum(counts)
  process.exitCode = isGood(all) ? 0 : 1
  process.stdout.write(`\ntests: ${all.passed} passed, ${all.failed} failed\n`)
}

function one(passed) {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runTool({ name, command, sawNothing }) {
  say(`\n── ${name}: ${command.join(' ')}`)
  const { code, said } = await run(command)
  const isBlind = sawNothing?.test(said) ?? false
  say(`${code === 0 && !isBlind ? 'passed' : 'FAILED'}  ${name}${isBlind ? ': it saw no file' : ''}`)
  return code === 0 && !isBlind
}

async function runChecks() {
  say('\n── checks: node tools/checks/run.ts')
  try {
    const { ask, checks } = await import('./checks/all.ts')
    const { readTree } = await import('./checks/tree.ts')
    const asked = []
    for (const check of checks) asked.push(await ask(check, readTree(project)))
    say(asked.flatMap(({ lines }) => lines).join('\n'))
    return asked.map(({ passed }) => passed)
  } catch (fault) {
    say(`FAILED  checks: ${fault.stack}`)
    return [false]
  }
}

async function runVitest(tally) {
  say('\n── tests: vitest run')
  mkdirSync(join(report, '..'), { recursive: true })
  rmSync(report, { force: true })

  const { code } = await run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)])
  return existsSync(report) ? tally(JSON.parse(readFileSync(report, 'utf8')), code) : one(false)
}

/** Everything is passed on as it comes; only the end is kept. */
function run([program, ...given]) {
  const child = spawn(program === 'node' ? process.execPath : program, given, {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && program !== 'node',
    env: { ...process.env, PATH: [binaries, process.env.PATH].join(delimiter) },
  })
  let said = ''
  const pass = (out) => (piece) => { said = `${said}${piece}`.slice(-2_000); out.write(piece) }
  child.stdout.on('data', pass(process.stdout))
  child.stderr.on('data', pass(process.stderr))

  return new Promise((resolve) => {
    child.on('error', (fault) => { process.stderr.write(`${program} could not be started: ${fault.message}\n`); resolve({ code: 1, said }) })
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

// `node tools/checks/run.ts` asks every check, `node tools/checks/run.ts imports sizes` only those named.
import { join } from 'node:path'
import { ask, checks } from './all.ts'
import { readTree } from './tree.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))

if (unknown.length > 0) {
  process.stderr.write(`There is no check named ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(', ')}.\n`)
  process.exitCode = 2
} else {
  const tree = readTree(join(import.meta.dirname, '../..'))
  for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { passed, lines } = await ask(check, tree)
    process.stdout.write(`${lines.join('\n')}\n`)
    if (!passed) process.exitCode = 1
  }
}

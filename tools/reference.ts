// Prints, for each stored reference file, how many of its figures the library agrees with. `npm run reference`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../statistics/cases/compare.ts'
import { runCase, type Case } from '../statistics/cases/index.ts'
import { faultAt } from '../statistics/cases/known-faults.ts'

type Stored = Case & { expected: unknown, tolerance: number, note?: string }

const folder = join(import.meta.dirname, '../statistics/references')
let unexplained = 0

for (const file of readdirSync(folder).filter((name) => /^\d\d\w*\.json$/.test(name))) {
  const stored = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Stored[]
  let [figures, misses, explained] = [0, 0, 0]
  for (const one of stored) {
    const found = compare(one.expected, await runCase(one), one)
    figures += found.compared
    misses += found.misses.length
    explained += found.misses.filter(({ path }) => faultAt(one.id, path) !== undefined).length
  }
  unexplained += misses - explained
  process.stdout.write(`${file.padEnd(32)} ${figures - misses} of ${figures} figures agree, ${stored.length} cases, ${explained} explained, ${misses - explained} not\n`)
}
process.exitCode = unexplained === 0 ? 0 : 1

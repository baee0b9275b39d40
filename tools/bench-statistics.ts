// Times the library against the stored timings of the usual software, on inputs made from a stored seed. `npm run bench:statistics`.
// The machines differ, so the ratio is indicative. Each task is done as often as the stored one was, five times, the first time cold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { timedTasks } from '../statistics/cases/timed-tasks.ts'

type Timing = { id: string, what: string, secondsMedian: number, secondsMin: number }

const seed = 20261123
const { timings } = JSON.parse(readFileSync(join(import.meta.dirname, '../statistics/references/r-timings.json'), 'utf8')) as { timings: Timing[] }
const tasks = timedTasks(seed)

process.stdout.write(`Inputs from the seed ${seed}. The ratio is indicative: the stored times are of another machine and count R's own checks. Middle time, and in brackets the fastest.\n`)
for (const { id, what, secondsMedian, secondsMin } of timings) {
  const task = tasks[id]
  if (!task) throw new Error(`no task is timed as ${id}`)
  const { middle, fastest } = timesOf(task)
  process.stdout.write(`${id.padEnd(24)} ${both(secondsMedian / middle, secondsMin / fastest, 1).padStart(17)} times   here ${both(middle, fastest, 4)} s, stored ${both(secondsMedian, secondsMin, 3)} s   ${what}\n`)
}

function timesOf(task: () => unknown): { middle: number, fastest: number } {
  const all = [1, 2, 3, 4, 5].map(() => secondsOf(task)).toSorted((one, other) => one - other)
  return { middle: all[2]!, fastest: all[0]! }
}

function both(one: number, other: number, digits: number): string {
  return `${one.toFixed(digits)} (${other.toFixed(digits)})`
}

function secondsOf(task: () => unknown): number {
  const began = performance.now()
  task()
  return (performance.now() - began) / 1000
}

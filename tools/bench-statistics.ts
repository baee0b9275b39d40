// Times the library against the stored timings of the usual software, on inputs made from a stored seed. `npm run bench:statistics`.
// The machines differ, so the ratio is indicative. Each task is done as often as the stored one was, in five turns.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { timedTasks } from '../statistics/cases/timed-tasks.ts'

type Timing = { id: string, what: string, secondsMedian: number, secondsMin: number }

const seed = 20261123
const { timings } = JSON.parse(readFileSync(join(import.meta.dirname, '../statistics/references/r-timings.json'), 'utf8')) as { timings: Timing[] }
const tasks = timedTasks(seed)

process.stdout.write(`Inputs from the seed ${seed}. The ratio is indicative: the stored times are of another machine and count R's own checks. Middle time of the processor, and in brackets the fastest.\n`)
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

// The time of the processor on this thread: what others do on the machine meanwhile does not count. Its clock is coarse, so a short task is repeated until it can be told.
function secondsOf(task: () => unknown): number {
  const began = process.threadCpuUsage()
  for (let times = 1; ; times += 1) {
    task()
    const { user, system } = process.threadCpuUsage(began)
    if (user + system >= 40_000) return (user + system) / 1e6 / times
  }
}

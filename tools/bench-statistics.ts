// Times the library against the stored timings of the usual software, on inputs made from a stored seed. `npm run bench:statistics`.
// The machines differ, so the ratio is indicative.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { timedTasks } from '../statistics/cases/timed-tasks.ts'

type Timing = { id: string, what: string, secondsMedian: number }

const seed = 20261123
const { timings } = JSON.parse(readFileSync(join(import.meta.dirname, '../statistics/references/r-timings.json'), 'utf8')) as { timings: Timing[] }
const tasks = timedTasks(seed)

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

for (const { id, what, secondsMedian } of timings) {
  const task = tasks[id]
  if (!task) {
    process.stdout.write(`${what}: not timed here yet\n`)
    continue
  }
  const ours = await medianOfFive(task)
  process.stdout.write(`${what}: ${ours.toFixed(4)} s; stored ${secondsMedian} s; ${(secondsMedian / ours).toFixed(0)} times as fast (indicative: another machine)\n`)
}

async function medianOfFive(task: () => unknown): Promise<number> {
  const seconds: number[] = []
  for (let time = 0; time < 5; time += 1) seconds.push(await secondsOf(task))
  return median(seconds)
}

async function secondsOf(task: () => unknown): Promise<number> {
  const began = performance.now()
  await task()
  return (performance.now() - began) / 1000
}

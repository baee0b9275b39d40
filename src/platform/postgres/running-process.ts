import { readFileSync } from 'node:fs'
import { existing } from './existing.ts'

/** When a process began, in ticks since the machine did. A number given out again has another beginning. */
export function beginningOf(process: number): string | undefined {
  const [state, ...rest] = statOf(process)
  return state === undefined || isOver(state) ? undefined : rest[18]
}

export function isRunning(process: number): boolean {
  const [state] = statOf(process)
  return state !== undefined && !isOver(state)
}

export function commandOf(process: number): string[] {
  return existing(() => readFileSync(`/proc/${process}/cmdline`, 'utf8'))?.split('\0').slice(0, -1) ?? []
}

/** The fields after the name, which stands in brackets and may itself contain some. */
function statOf(process: number): string[] {
  const stat = existing(() => readFileSync(`/proc/${process}/stat`, 'utf8'))
  return stat === undefined ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Dead already, though nobody has asked how it ended. */
function isOver(state: string): boolean {
  return state === 'Z' || state === 'X'
}

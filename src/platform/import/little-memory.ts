import { setFlagsFromString } from 'node:v8'

let running = 0

/**
 * Reads a long file without letting the machine keep what is done with. By itself the engine collects rarely where there is much room, and
 * a service beside others has not: 100,000 rows would hold 300 MB for nothing. These two are heuristics of when to collect, read each time
 * anew; afterwards everything is as before, for the pages are quicker so.
 */
export async function inLittleMemory<T>(run: () => Promise<T>): Promise<T> {
  running += 1
  if (running === 1) collectOften(true)
  try {
    return await run()
  } finally {
    running -= 1
    if (running === 0) collectOften(false)
  }
}

function collectOften(often: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${often ? 1 : 2}`)
  setFlagsFromString(`--heap-growing-percent=${often ? 20 : 0}`)
}

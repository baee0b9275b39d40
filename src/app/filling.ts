import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Stands in DATA_DIR as long as the demonstration is filled for the first time, with the process that fills it. */
export function fillingFile(dataDir: string): string {
  return join(dataDir, 'being-filled')
}

/** Fills in many pieces of work, and says beside the database that it is not done yet: whatever ends this in the middle is seen by the next start. */
export async function fillOnce(dataDir: string, fill: () => Promise<void>): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(fillingFile(dataDir), String(process.pid), { mode: 0o600 })
  await fill()
  rmSync(fillingFile(dataDir))
}

/** A first start was ended before the demonstration was whole, and nobody is at it any more. Nobody has worked in it: it opens only when it is whole. */
export function isLeftUnfilled(dataDir: string): boolean {
  return existsSync(fillingFile(dataDir)) && !isRunning(Number(readFileSync(fillingFile(dataDir), 'utf8')))
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false
  try {
    return process.kill(process_, 0)
  } catch (fault) {
    // Somebody else's process is one that runs.
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

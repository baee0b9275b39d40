import { join } from 'node:path'
import { readSettings } from '../platform/settings.ts'
import { serve } from './serve.ts'

const projectDir = join(import.meta.dirname, '..')

const log = {
  info: (sentence: string) => { process.stdout.write(`${sentence}\n`) },
  warn: (sentence: string) => { process.stderr.write(`${sentence}\n`) },
}

/** Runs one command and resolves with its exit code: 0 done, 1 failed, 2 wrong use. */
export async function main(args: string[]): Promise<number> {
  const read = readSettings(process.env)
  if ('faults' in read) {
    for (const fault of read.faults) log.warn(fault)
    return 2
  }
  if (args[0] === 'serve') return serve(read.settings, projectDir, log)
  return 2
}

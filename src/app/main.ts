import { join } from 'node:path'
import { readSettings } from '../platform/settings.ts'
import { begin, type Surroundings } from './reach.ts'

const projectDir = join(import.meta.dirname, '..')

const log = {
  info: (sentence: string) => { process.stdout.write(`${sentence}\n`) },
  warn: (sentence: string) => { process.stderr.write(`${sentence}\n`) },
}

/** Runs one command and resolves with its exit code: 0 done, 1 failed, 2 wrong use. What a command does not need is not loaded. */
export async function main(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'serve') return (await import('./commands/index.ts')).command(args, { read, projectDir, log })
  const surroundings = read()
  if (!surroundings) return 2
  const beginning = begin(surroundings)
  const { serve } = await import('./serve.ts')
  return serve(surroundings, beginning)
}

/** What the environment says; undefined after every fault in it has been named. */
function read(): Surroundings | undefined {
  const found = readSettings()
  if ('settings' in found) return { settings: found.settings, projectDir, log }
  for (const fault of found.faults) log.warn(fault)
  return undefined
}

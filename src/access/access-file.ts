import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { AccessFile } from './rights.ts'

/** access.yaml as it is written. */
export function readAccessFile(file: string): AccessFile {
  return parse(readFileSync(file, 'utf8')) as AccessFile
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which program this is: the version of the package, and a hash of the bundle that runs, made when it was built. Two builds of the same files are the same program. */
export function buildIdentity(version: string, projectDir: string): string {
  const file = join(projectDir, 'dist/build.json')
  if (!existsSync(file)) return version
  const { build } = JSON.parse(readFileSync(file, 'utf8')) as { build: string }
  return `${version}+${build}`
}

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { deploymentOf } from '../src/app/deployment.ts'

/**
 * Keeps what this version deploys, so that every later version is tried on a database that this one set up: which migrations, every policy file as it is now, the rights.
 * Run with `npm run keep:older` whenever a version is given away; docs/decisions says why.
 */
const project = join(import.meta.dirname, '..')
const { migrations, policies, access } = deploymentOf(project)
const kept = { migrations: migrations.map(({ name, sql }) => ({ name, hash: createHash('sha256').update(sql).digest('hex') })), policies, rights: access.rights() }
const file = join(project, 'database/older', `${migrations.at(-1)!.name.slice(0, 4)}.json.gz`)
writeFileSync(file, gzipSync(JSON.stringify(kept), { level: 9 }))
process.stdout.write(`${file}\n`)

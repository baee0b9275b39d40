import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connectedAs } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { accessDoc, writeAccessDoc } from './access-doc.ts'

const project = join(import.meta.dirname, '../..')
const file = join(project, 'docs/access.md')

async function docNow(): Promise<string> {
  const owner = await connectedAs('owner')
  const text = await accessDoc(owner, project)
  await owner.end()
  return text
}

test('it stands in docs/access.md as the policies are today; UPDATE_DOCS=1 writes it anew', async () => {
  if (process.env['UPDATE_DOCS']) {
    const owner = await connectedAs('owner')
    await writeAccessDoc(owner, project)
    await owner.end()
  }
  expect(await docNow()).toBe(readFileSync(file, 'utf8'))
})

test('it says in words who reads agreements, and who never does', async () => {
  const text = await docNow()
  const agreements = text.slice(text.indexOf('\n### Agreements'), text.indexOf('\n## Role by role'))
  expect(agreements).toMatch(/\*\*Reads\*\*, of participants they work with today: .*mentor/)
  expect(agreements).toMatch(/\*\*Never reads it\*\*: .*security officer/)
})

test('it tells what the database does, not what the file says: a policy gone is a reader gone', async () => {
  const before = await docNow()
  expect(before).toMatch(/withdrew|withdraw/i)
  await (await asSuperuser()).query('drop policy release_read_team on releases; drop policy restriction_reviews_read_team on restriction_reviews; drop policy release_answers_read_team on release_answers; drop policy recalls_read_team on recalls')
  const after = await docNow()
  expect(after).not.toBe(before)
  const release = (text: string) => text.slice(text.indexOf('### The release date'), text.indexOf('###', text.indexOf('### The release date') + 5))
  expect(release(before)).toContain('mentor, case manager')
  expect(release(after)).not.toMatch(/\*\*Reads\*\*.*mentor/)
})

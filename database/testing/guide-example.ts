import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const guide = readFileSync(join(import.meta.dirname, '../../docs/programmes.md'), 'utf8')

/** An example of the guide, as it is printed there: for tests, which change one thing in it at a time. */
export function guideExample(id = 'river-mentoring'): string {
  const example = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1] ?? '').find(block => block.startsWith(`schema: waymark-programme/1\nid: ${id}\n`))
  if (!example) throw new Error('The guide has lost its example.')
  return example
}

/** The example with one passage changed. A passage that is not there is a fault of the test. */
export function exampleWith(passage: string, instead: string): string {
  const example = guideExample()
  if (!example.includes(passage)) throw new Error(`The example has no passage "${passage}".`)
  return example.replace(passage, () => instead)
}

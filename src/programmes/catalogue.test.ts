import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkAll, checkFiles, loadDefinitions } from './catalogue.ts'
import { exampleWith, guideExample } from '../../database/testing/guide-example.ts'

let home: string
let service: string

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'))
  home = join(folder, 'project')
  service = join(folder, 'service')
  for (const dir of [home, service]) await mkdir(join(dir, 'programmes'), { recursive: true })
  await writeFile(join(home, 'sources.yaml'), 'sources:\n  - {id: training-deck, title: Slides}\n')
})

afterEach(async () => {
  await rm(join(home, '..'), { recursive: true })
})

async function put(dir: string, name: string, text: string | Buffer): Promise<string> {
  const file = join(dir, 'programmes', name)
  await writeFile(file, text)
  return file
}

function named(id: string): string {
  return exampleWith('id: river-mentoring', `id: ${id}`)
}

test('it offers the project’s and the service’s definitions together, each with its text and the hash of it', async () => {
  await put(home, 'river-mentoring.yaml', guideExample())
  await put(service, 'lake-mentoring.yaml', named('lake-mentoring'))
  const { definitions, findings } = await loadDefinitions([home, service])
  expect(findings).toEqual([])
  expect([...definitions.keys()]).toEqual(['river-mentoring', 'lake-mentoring'])
  const river = definitions.get('river-mentoring')
  expect(river?.text).toBe(guideExample())
  expect(river?.hash).toBe(createHash('sha256').update(guideExample()).digest('hex'))
})

test('it names a bad file and lets the good ones serve', async () => {
  await put(service, 'river-mentoring.yaml', guideExample())
  const text = named('lake-mentoring').replace('judged_by: mentor', 'judged_by: chaplain')
  const bad = await put(service, 'lake-mentoring.yaml', text)
  const { definitions, findings } = await loadDefinitions([home, service])
  expect([...definitions.keys()]).toEqual(['river-mentoring'])
  expect(findings).toMatchObject([{ file: bad, line: text.slice(0, text.indexOf('chaplain')).split('\n').length, rule: 'unknown-role' }])
})

test('it keeps the first of two definitions with one id, and names the second', async () => {
  await put(home, 'river-mentoring.yaml', guideExample())
  const second = await put(service, 'river-mentoring.yaml', exampleWith('version: 1', 'version: 2'))
  const { definitions, findings } = await loadDefinitions([home, service])
  expect(definitions.get('river-mentoring')?.definition.version).toBe(1)
  expect(findings).toMatchObject([{ file: second, rule: 'same-programme-twice' }])
})

test('it says before a start that one of two files with one name would not serve, among those named and beside the project’s own', async () => {
  const ours = await put(home, 'river-mentoring.yaml', guideExample())
  const [lake, second] = [await put(service, 'lake-mentoring.yaml', named('lake-mentoring')), await put(service, 'river-mentoring.yaml', guideExample())]
  expect((await checkFiles([ours, lake], home)).findings).toEqual([])
  expect((await checkFiles([lake, second], home)).findings).toMatchObject([{ file: second, rule: 'same-programme-twice', sentence: expect.stringContaining(ours) as string }])
  const third = join(service, 'lake-mentoring.yaml')
  await writeFile(third, named('lake-mentoring'))
  expect((await checkFiles([lake, third], home)).findings.map(({ file, rule }) => [file, rule])).toEqual([[third, 'same-programme-twice']])
})

test('it lets nobody change a definition that is loaded', async () => {
  await put(home, 'river-mentoring.yaml', guideExample())
  const river = (await checkAll(home)).definitions.get('river-mentoring')?.definition
  expect(() => river?.roles.pop()).toThrow(TypeError)
})

test('it reads a folder that holds the files themselves, and names what it does not read', async () => {
  await put(service, 'river-mentoring.yml', guideExample())
  await put(service, 'notes.txt', 'nothing to read')
  const { findings } = await loadDefinitions([home, join(service, 'programmes')])
  expect(findings.map(finding => finding.rule)).toEqual(['file-name'])
})

test('it names a file that is too large, not text, or not there, and a folder that is not there', async () => {
  const large = await put(home, 'a.yaml', `# ${'x'.repeat(900_000)}`)
  const long = await put(home, 'b.yaml', `# ${'x'.repeat(300_000)}`)
  const binary = await put(home, 'c.yaml', Buffer.from([0xff, 0xfe, 0x00, 0xd8]))
  const { findings, checked } = await checkFiles([large, long, binary, join(home, 'nothing.yaml'), home], home)
  expect(checked).toBe(5)
  expect(findings.map(finding => finding.rule)).toEqual(['too-large', 'too-large', 'not-utf-8', 'not-a-file', 'not-a-file'])
  expect((await loadDefinitions([home, join(home, 'nowhere')])).findings.at(-1)).toMatchObject({ file: join(home, 'nowhere'), rule: 'not-a-file' })
})

test('it names a list of sources that is none', async () => {
  await writeFile(join(home, 'sources.yaml'), 'sources: many\n')
  expect((await checkAll(home)).findings).toMatchObject([{ file: join(home, 'sources.yaml'), line: 1, rule: 'sources' }])
})

test('it loads two hundred definitions, each whole', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `programme-${index}`)
  for (const id of ids) await put(service, `${id}.yaml`, named(id))
  const { definitions, findings } = await loadDefinitions([home, service])
  expect(findings).toEqual([])
  expect(definitions.size).toBe(200)
})

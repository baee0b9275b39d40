import { existsSync } from 'node:fs'
import { join } from 'node:path'
import schema from '../../definitions/schema/coding-frame.schema.json' with { type: 'json' }
import { definitionFilesIn, formOf, readDefinitionFile, readSources, readText, schemaFaults, type Finding, type PublishedSchema } from '../platform/definitions/index.ts'
import type { Frame } from './coding.ts'
import { t } from './words.ts'

const form = formOf<Frame>(schema as PublishedSchema)

export type Frames = { frame: Frame | undefined, findings: Finding[] }

/** The frame of several folders: the project's own first; where the service has one, that one. A bad file is named and not offered. */
export async function loadFrames(dirs: readonly string[]): Promise<Frames> {
  const loaded: Frames = { frame: undefined, findings: [] }
  for (const dir of dirs.filter((one) => existsSync(join(one, 'coding-frames')))) {
    const { found: files, findings } = await definitionFilesIn(dir, 'coding-frames')
    const checked = await checkFrames(files, dirs[0] ?? dir)
    loaded.findings.push(...findings, ...checked.findings)
    loaded.frame = checked.frames.at(-1) ?? loaded.frame
  }
  return loaded
}

/** For `waymark definitions check` too: the files named, each with everything that is wrong with it. `home` is the folder whose sources they may name. */
export async function checkFrames(files: readonly string[], home: string): Promise<{ frames: Frame[], findings: Finding[] }> {
  const sources = new Set((await readSources(home)).found.map(({ id }) => id))
  const read = []
  for (const file of files) read.push(await readDefinitionFile(file))
  const checked = read.map(({ found, findings }) => found ? checkFrame(found.file, found.text, sources) : { frame: undefined, findings })
  return { frames: checked.flatMap(({ frame }) => frame ?? []), findings: checked.flatMap(({ findings }) => findings) }
}

/** One frame as text: in its form, each domain once, and every source known or said to be none. */
export function checkFrame(file: string, text: string, sources: ReadonlySet<string>): Frames {
  const { data, lineOf, faults: unreadable } = readText(text)
  if (unreadable.length > 0) return { frame: undefined, findings: unreadable.map((fault) => ({ file, ...fault })) }
  const frame = form.shaped(data)
  const findings = [...schemaFaults(form, data), ...ownFaults(frame, file, sources)].map(({ at, rule, sentence }) => ({ file, line: lineOf(at), rule, sentence }))
  return { frame: findings.length > 0 ? undefined : frame, findings }
}

function ownFaults(frame: Frame, file: string, sources: ReadonlySet<string>) {
  const isTold = ({ source }: { source: string }) => source === 'not_established' || sources.has(source)
  const twice = frame.domains.filter(({ id, title }, place) => frame.domains.some((other, before) => before < place && (other.id === id || other.title === title)))
  return [
    ...(file.endsWith(`${frame.id}.yaml`) ? [] : [{ rule: 'id-is-file-name', at: ['id'], sentence: t('coding.check.file-name', { id: frame.id }) }]),
    ...[frame, ...frame.domains].filter((part) => !isTold(part)).map(({ id, source }) => ({ rule: 'source-known', at: ['domains'], sentence: t('coding.check.source', { id, source }) })),
    ...twice.map(({ id }) => ({ rule: 'domains-are-single', at: ['domains'], sentence: t('coding.check.twice', { id }) })),
  ]
}

/** Said once at start: the frame by which this service codes. */
export function offerFrame(frame: Frame | undefined): void {
  offered = frame
}

export function frameOnOffer(): Frame | undefined {
  return offered
}

let offered: Frame | undefined

import { wordsOf } from '../platform/words/index.ts'
import { faultsIn } from './checks/all.ts'
import { asDefinition, statementsIn } from './definition-schema.ts'
import { readText } from './definition-text.ts'
import type { Fault, Finding } from './finding.ts'
import type { Programme, Source } from './programme.ts'
import en from './programmes.words.en.json' with { type: 'json' }
import { schemaFaults } from './schema-findings.ts'

const t = wordsOf(en)

export type Checked = { definition?: Programme, findings: Finding[] }

/**
 * Reads one definition and finds everything that is wrong with it at once. A definition with a finding is not given: nothing is loaded in part.
 * `sources` are those that every file may name, besides its own.
 */
export function checkDefinition(fileName: string, text: string, sources: readonly Source[] = []): Checked {
  const { data, lineOf, faults: unreadable } = readText(text)
  if (unreadable.length > 0) return { findings: unreadable.map(fault => ({ file: fileName, ...fault })) }
  const faults = faultsOf(fileName, data, sources)
  const findings = faults.map(({ at, rule, sentence }) => ({ file: fileName, line: lineOf(at), rule, sentence }))
  return findings.length > 0 ? { findings: inOrder(findings) } : { definition: asDefinition(data), findings }
}

function faultsOf(fileName: string, data: unknown, sources: readonly Source[]): Fault[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [{ rule: 'form', at: [], sentence: t('programmes.check.not-a-map') }]
  const definition = asDefinition(data)
  const knownSources = new Set([...sources, ...definition.sources].map(source => source.id))
  return [...schemaFaults(data), ...nameFaults(fileName, definition), ...faultsIn({ definition, statements: statementsIn(definition), knownSources })]
}

// The file's name is the id: one can find the file of a plan, and two files cannot claim one name.
function nameFaults(fileName: string, { id }: Programme): Fault[] {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName
  if (id === '' || name === `${id}.yaml`) return []
  return [{ rule: 'id-is-file-name', at: ['id'], sentence: t('programmes.check.id-is-file-name', { id: id.slice(0, 60), file: name }) }]
}

function inOrder(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.toSorted((one, other) => one.line - other.line).filter(finding => {
    const said = `${finding.line} ${finding.rule} ${finding.sentence}`
    return seen.has(said) ? false : seen.add(said)
  })
}

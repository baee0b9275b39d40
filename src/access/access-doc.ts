import { wordsOf } from '../platform/words/index.ts'
import en from './access-doc.words.en.json' with { type: 'json' }
import { grantsOf, rightsHeld, tablesOf, type AccessFacts, type Held } from './access-facts.ts'
import { aroundTheRecords } from './around-the-records.ts'
import { recordName } from './record-names.ts'
import { roleName } from './roles.ts'

const t = wordsOf(en)

/** docs/access.md: what a database's policies allow, in words for somebody who reads no SQL. The same facts give the same text. */
export function accessDocument(facts: AccessFacts): string {
  const held = rightsHeld(facts)
  const records = [...new Set(facts.rights.map(({ record }) => record))].filter((record) => tablesOf(facts, record).length > 0)
  const roomed = facts.rooms.map((room) => ({ room, records: records.filter((record) => tablesOf(facts, record)[0]?.room === room) })).filter((one) => one.records.length > 0)
  const blocks = [
    `# ${t('accessdoc.title')}`, t('accessdoc.made'),
    `## ${t('accessdoc.how.title')}`, bullets([t('accessdoc.how.role'), t('accessdoc.how.same'), t('accessdoc.how.log'), t('accessdoc.how.token')]),
    `## ${t('accessdoc.overview.title')}`, t('accessdoc.overview.how'), overview(facts, held, roomed.flatMap((one) => one.records)),
    ...roomed.flatMap(({ room, records: inside }) => [`## ${capital(room)}`, ...inside.flatMap((record) => recordBlocks(facts, held, record))]),
    `## ${t('accessdoc.roles.title')}`, ...facts.roles.flatMap((role) => roleBlocks(held, role)),
    `## ${t('accessdoc.around.title')}`, t('accessdoc.around.how'), ...aroundTheRecords(facts, new Set(records.flatMap((record) => tablesOf(facts, record).map(({ name }) => name)))),
  ]
  return `${blocks.join('\n\n')}\n`
}

function overview(facts: AccessFacts, held: Held[], records: string[]): string {
  const head = `| ${[t('accessdoc.overview.record'), ...facts.roles.map(roleName)].join(' | ')} |`
  const rows = records.map((record) => `| ${[recordName(record), ...facts.roles.map((role) => marks(held.filter((right) => right.record === record && right.role === role)))].join(' | ')} |`)
  return [head, `|---${'|:-:'.repeat(facts.roles.length)}|`, ...rows].join('\n')
}

function marks(held: Held[]): string {
  const has = (mark: string, is: (right: Held) => boolean) => (held.some(is) ? mark : '')
  return has('R', ({ verb, scope }) => verb === 'read' && scope !== 'count' && scope !== 'meta') + has('W', ({ verb }) => verb === 'write')
    + has('F', ({ scope }) => scope === 'count') + has('M', ({ scope }) => scope === 'meta')
}

function recordBlocks(facts: AccessFacts, held: Held[], record: string): string[] {
  const tables = tablesOf(facts, record)
  const of = held.filter((right) => right.record === record)
  const readers = of.filter(({ verb }) => verb === 'read').map(({ role }) => role)
  const never = facts.roles.filter((role) => !readers.includes(role)).map(roleName)
  const writes = byScope(of.filter(({ verb }) => verb === 'write'))
  return [
    `### ${capital(recordName(record))}`, [...new Set(tables.map(({ says }) => says))].join('\n'),
    bullets([
      ...byScope(of.filter(({ verb }) => verb === 'read')).map(({ scope, roles }) => `**${t('accessdoc.record.reads')}**, ${scopeName(scope)}: ${roles.map(roleName).join(', ')}`),
      ...writes.map(({ scope, roles }) => `**${t('accessdoc.record.writes')}**, ${scopeName(scope)}: ${roles.map(roleName).join(', ')}`),
      ...(never.length > 0 ? [`**${t('accessdoc.record.never')}**: ${never.join(', ')}`] : []),
      ...(writes.length === 0 ? [t('accessdoc.record.nobody')] : []), lastingOf(facts, tables.map(({ name }) => name)),
    ]),
  ]
}

/** Whether what was written can be changed afterwards, as the policies of all its tables say. */
function lastingOf(facts: AccessFacts, tables: string[]): string {
  const verbs = grantsOf(facts).filter(({ table, shapes }) => tables.includes(table) && !shapes.includes('owner') && !shapes.includes('machine')).map(({ verb }) => verb)
  if (verbs.includes('DELETE')) return t('accessdoc.record.deleted')
  return verbs.includes('UPDATE') || verbs.includes('ALL') ? t('accessdoc.record.kept') : t('accessdoc.record.stays')
}

function roleBlocks(held: Held[], role: string): string[] {
  const of = held.filter((right) => right.role === role)
  const lines = (['read', 'write'] as const).flatMap((verb) => [...new Set(of.filter((right) => right.verb === verb).map(({ scope }) => scope))].map((scope) => {
    const records = [...new Set(of.filter((right) => right.verb === verb && right.scope === scope).map(({ record }) => recordName(record)))].join('; ')
    return t(`accessdoc.roles.${verb}s`, { scope: scopeName(scope), records })
  }))
  return [`### ${capital(roleName(role))}`, lines.length === 0 ? t('accessdoc.roles.nothing') : bullets(lines)]
}

function byScope(rights: Held[]): { scope: string, roles: string[] }[] {
  return [...new Set(rights.map(({ scope }) => scope))].map((scope) => ({ scope, roles: [...new Set(rights.filter((right) => right.scope === scope).map(({ role }) => role))] }))
}

function scopeName(scope: string): string {
  return t(`accessdoc.scope.${scope as 'team'}`)
}

function bullets(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import { wordsOf } from '../platform/words/index.ts'
import en from './access-doc.words.en.json' with { type: 'json' }
import { askedIn, type AccessFacts } from './access-facts.ts'
import { recordName } from './record-names.ts'

const t = wordsOf(en)

type Policy = AccessFacts['policies'][number]

/** The tables that hold no record of the file: each with what it is and who reads or writes which of its rows. */
export function aroundTheRecords(facts: AccessFacts, recordTables: Set<string>): string[] {
  return facts.tables.filter(({ name }) => !recordTables.has(name)).map(({ name, says }) => {
    const policies = facts.policies.filter(({ table }) => table === name)
    const told = [...new Set([false, true].flatMap((limits) => policies.filter((policy) => policy.limits === limits).flatMap(lineOf)))]
    return `**${name}**: ${says}\n${told.length === 0 ? `- ${t('accessdoc.around.nobody')}` : told.map((line) => `- ${line}`).join('\n')}`
  })
}

/** The owner, who cannot sign in to the application, is not told of. What narrows stands behind what allows, and says so. */
function lineOf(policy: Policy): string[] {
  const shapes = policy.shapes.filter((shape) => shape !== 'owner')
  if (shapes.length === 0) return []
  const who = shapes.map((shape) => t(`accessdoc.shape.${shape as 'casework'}`)).join(', ')
  return [t(policy.limits ? 'accessdoc.around.limit' : 'accessdoc.around.line', { who, what: t(`accessdoc.verb.${policy.verb as 'SELECT'}`), which: whichRows(policy) })]
}

function whichRows({ using, check }: Policy): string {
  const text = `${using} ${check}`
  const rights = askedIn(text).map(({ record, verb, scope }) => t(`accessdoc.right.${verb}`, { record: recordName(record), scope: t(`accessdoc.scope.${scope as 'team'}`) }))
  if (rights.length > 0) return t('accessdoc.which.asked', { rights: rights.join(' / ') })
  if (/\bpeople_known\(/.test(text)) return t('accessdoc.which.known')
  const names = [...text.matchAll(/'(founder|doorkeeper|caretaker)'/g)].map(([, name]) => name ?? '')
  if (names.length > 0) return t('accessdoc.which.house', { names: [...new Set(names)].join(', ') })
  const followed = [...text.matchAll(/EXISTS \( SELECT\s+FROM \(*(\w+)/gi)].map(([, table]) => table ?? '')
  if (followed.length > 0) return t('accessdoc.which.following', { tables: [...new Set(followed)].join(', ') })
  if (/\bactor_id\(|\bteam_of_mine\(/.test(text)) return t('accessdoc.which.own')
  return /^\s*true\s*(true)?\s*$/.test(text) ? t('accessdoc.which.everything') : t('accessdoc.which.rule')
}

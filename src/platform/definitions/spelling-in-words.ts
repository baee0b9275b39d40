import type { YAMLError } from 'yaml'
import { t } from './words.ts'

/** What is wrong with the spelling of a file, for whoever writes it: the reader's own sentences speak to programmers. `here`: what stands in that place. */
export function spellingInWords({ code, message }: Pick<YAMLError, 'code' | 'message'>, here: string): string {
  if (code === 'DUPLICATE_KEY') return t('definitions.yaml.twice', { key: here })
  if (code === 'TAG_RESOLVE_FAILED') return t('definitions.yaml.tag', { tag: here })
  if (code === 'MULTIPLE_DOCS') return t('definitions.yaml.documents')
  if (code === 'NON_STRING_KEY') return t('definitions.yaml.key')
  if (code === 'TAB_AS_INDENT') return t('definitions.yaml.tab')
  if (code === 'BAD_SCALAR_START') return t('definitions.yaml.sign', { sign: here })
  if (code === 'BLOCK_IN_FLOW' || code === 'BLOCK_AS_IMPLICIT_KEY') return t('definitions.yaml.colon')
  if (code === 'UNEXPECTED_TOKEN') return t('definitions.yaml.unexpected', { here })
  if (code === 'BAD_INDENT') return t(message.startsWith('Flow') ? 'definitions.yaml.bracket' : 'definitions.yaml.indent')
  if (code === 'MISSING_CHAR') return t(/quote/.test(message) ? 'definitions.yaml.quote' : 'definitions.yaml.value')
  return t('definitions.yaml', { problem: message })
}

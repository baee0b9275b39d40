import type { PrintedCode } from '../../accounts/index.ts'
import { say } from '../../platform/words/index.ts'
import { t } from './words.ts'

/** A code that is said once: who uses it, where, until when. */
export function codeInWords({ username, code, expiresAt }: PrintedCode): string {
  return t('commands.code', { username, code, moment: say.moment(expiresAt) })
}

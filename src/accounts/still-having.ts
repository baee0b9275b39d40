import type { Work } from '../platform/work.ts'
import { accountNamed } from './accounts.queries.ts'
import { isPassword } from './secrets.ts'

/** Which of these user names still have the password named here. */
export async function stillHaving(work: Work, known: readonly { username: string, password: string }[]): Promise<string[]> {
  const found: string[] = []
  for (const { username, password } of known) {
    const account = await accountNamed(work, username)
    if (account && await isPassword(password, account.password_hash)) found.push(username)
  }
  return found
}

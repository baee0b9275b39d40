import { page as codes } from './printed-codes.pages.tsx'
import { page as colleagues } from './colleagues.pages.tsx'
import { page as own } from './own-account.pages.tsx'
import { page as signIn } from './sign-in.pages.tsx'
import { page as tokens } from './tokens.pages.tsx'
import { page as unsent } from './unsent.pages.tsx'

export { accountJobs } from './accounts.jobs.ts'
export { accountRefusals } from './accounts.refusals.ts'
export { endsWithTokens, openAccount } from './accounts.verbs.ts'
export { accountPage, hidePage, neutralPage } from './own-account.pages.tsx'
export { languagePage, signInPage, signOutPage } from './sign-in.pages.tsx'
export { refusePoor } from './own-account.verbs.ts'
export { openWithCode, type PrintedCode } from './printed-codes.verbs.ts'
export { prepareAccounts } from './secrets.ts'
export { closeAtTheShell, codeAtTheShell, colleagueNamed, colleaguesAccounts } from './shell.verbs.ts'
export { idleMinutes, signInCookie, tokenHash } from './sign-in.ts'
export { stillHaving } from './still-having.ts'

/** Every page about signing in. */
export const accountsPages = { doors: [...signIn.doors, ...codes.doors, ...own.doors, ...tokens.doors, ...unsent.doors, ...colleagues.doors] }

import { page as code } from './code.pages.tsx'
import { page as colleagues } from './colleagues.pages.tsx'
import { page as desk } from './desk.pages.tsx'
import { page as own } from './own-account.pages.tsx'
import { page as signIn } from './sign-in.pages.tsx'
import { page as tokens } from './tokens.pages.tsx'

/** Every page about signing in. */
export const accountsPages = { doors: [...signIn.doors, ...code.doors, ...own.doors, ...tokens.doors, ...colleagues.doors, ...desk.doors] }

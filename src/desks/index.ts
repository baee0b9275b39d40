import { atTheDeskPages } from './at-the-desk.pages.tsx'
import { deskPages as colleagues } from './desks.pages.tsx'

export { desksPage } from './desks.pages.tsx'
export { deskJobs } from './desks.jobs.ts'
export { deskRefusals } from './desks.refusals.ts'

/** The colleague's page, and those on the device itself. */
export const deskPages = { doors: [...colleagues.doors, ...atTheDeskPages.doors] }

export { communityPage } from './addresses.ts'
export { communityPages } from './community.pages.tsx'
export { communityRefusals } from './community.refusals.ts'
export { addToDirectory } from './community.verbs.ts'

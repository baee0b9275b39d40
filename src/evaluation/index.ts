export { evaluationPages } from './evaluation.pages.tsx'
export { evaluationRefusals } from './evaluation.refusals.ts'
export { studiesPage } from './pages/addresses.ts'
export { lockStudy, useCodeVersion, writeStudy } from './evaluation.verbs.ts'

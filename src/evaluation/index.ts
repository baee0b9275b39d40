export { evaluationPages } from './evaluation.pages.tsx'
export { evaluationRefusals } from './evaluation.refusals.ts'
export { studiesPage } from './pages/addresses.ts'
export { useCodeVersion } from './evaluation.verbs.ts'

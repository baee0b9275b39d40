export { lineStatement } from './line.ts'

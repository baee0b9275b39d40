export { pdfOf, type Reading } from './pdf-of.ts'

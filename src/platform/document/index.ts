export { mustBePrintable } from './can-be-printed.ts'
export { documentRefusals } from './document.refusals.ts'
export { pdfOf, type Reading } from './pdf-of.ts'

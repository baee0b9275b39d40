export { mustBePrintable, nameOnPaper, whyNameIsNotPrinted, whyNotPrinted } from './can-be-printed.ts'
export { documentRefusals } from './document.refusals.ts'
export { pdfOf, type Reading } from './pdf-of.ts'

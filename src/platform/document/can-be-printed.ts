import { isRefusal, refuse } from '../refusals.ts'
import { pdfOf } from './pdf-of.ts'

/**
 * For what will have to stand on paper and cannot be changed by then: a character for which there are no letters is named at its field while whoever writes is still there, and not to somebody else on
 * the day on which the paper is needed.
 */
export function mustBePrintable(fields: Readonly<Record<string, string | undefined>>): void {
  for (const [field, words = ''] of Object.entries(fields)) if (!plain.test(words)) print(field, words)
}

/** Of these it is known without trying. */
const plain = /^[\n\x20-\x7E]*$/

function print(field: string, words: string): void {
  try {
    pdfOf('#set document(title: data.title)\n#own(data.words)', { title: 'x', words }, { language: 'en', direction: 'ltr' })
  } catch (fault) {
    if (isRefusal(fault)) throw refuse(fault.code, fault.values, field)
    throw fault
  }
}

import { newPublicId } from '../open-work.ts'
import type { FormKeys } from '../page/index.ts'
import type { Work } from '../work.ts'

/** The hidden fields of a form: it belongs to this sign-in, is sent once, and knows which revision it showed. */
export function keysOf(work: Work, revision?: number): FormKeys {
  return { token: work.formToken, once: newPublicId(), revision }
}

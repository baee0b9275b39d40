import { refusals } from '../refusals.ts'

export const doorRefusals = refusals({
  'not-found': { status: 404, says: 'refused.not-found' },
  'other-site': { status: 403, says: 'refused.other-site' },
  'file-too-big': { status: 413, says: 'refused.file-too-big' },
  'too-big': { status: 413, says: 'refused.too-big' },
  'not-a-form': { status: 415, says: 'refused.not-a-form' },
  'not-json': { status: 415, says: 'refused.not-json' },
  'key-used-otherwise': { status: 422, says: 'refused.meanwhile' },
  'sign-in-first': { status: 403, says: 'refused.sign-in-first' },
  'evaluation-not-connected': { status: 503, says: 'refused.evaluation' },
})

import { refusals } from '../refusals.ts'
import { wordsOf } from '../words/index.ts'
import en from './document.words.en.json' with { type: 'json' }

wordsOf(en)

export const documentRefusals = refusals({
  'document-no-glyph': { status: 422, says: 'document.refused.no-glyph' },
})

import { wordsOf } from '../platform/words/index.ts'
import en from './sharing.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

import { wordsOf } from '../platform/words/index.ts'
import en from './serve.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

import { wordsOf } from '../words/index.ts'
import en from './definitions.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

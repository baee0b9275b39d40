import { wordsOf } from '../../platform/words/index.ts'
import en from './recall.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

import { wordsOf } from '../words/index.ts'
import en from './picture.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

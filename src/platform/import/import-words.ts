import { wordsOf } from '../words/index.ts'
import en from './import.words.en.json' with { type: 'json' }

export const importWords = wordsOf(en)

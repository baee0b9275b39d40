import { wordsOf } from '../words/index.ts'
import en from './doors.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

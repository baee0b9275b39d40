import { wordsOf } from '../../platform/words/index.ts'
import en from './referral-row.words.en.json' with { type: 'json' }

export const referralRowWords = wordsOf(en)

import { wordsOf } from '../words/index.ts'
import en from './page.words.en.json' with { type: 'json' }

/** The sentences that every page shares. */
export const t = wordsOf(en)

import { wordsOf } from '../platform/words/index.ts'
import en from './programmes.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

/** The sentences of this room, for what has to look whether there is one. */
export const english = en

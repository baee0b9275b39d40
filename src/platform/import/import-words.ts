import { wordsOf } from '../words/index.ts'
import en from './import.words.en.json' with { type: 'json' }

// Most sentences are said by their keys, which faults carry; being here is what registers them.
export const t = wordsOf(en)

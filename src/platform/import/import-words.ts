import { wordsOf } from '../words/index.ts'
import en from './import.words.en.json' with { type: 'json' }

// The sentences are said by their keys, which faults carry; being here is what registers them.
wordsOf(en)

import { wordsOf } from '../../platform/words/index.ts'
import en from './session-import.words.en.json' with { type: 'json' }

// The sentences are said by their keys, which faults carry; being here is what registers them.
wordsOf(en)

import { wordsOf, type KeyOf } from '../platform/words/index.ts'
import en from './programmes.words.en.json' with { type: 'json' }

export const t = wordsOf(en)

/** The sentences of this room, for what has to look whether there is one. */
export const english: Readonly<Record<string, string>> = en

export type EnglishKey = KeyOf<typeof en>

/** The last names of a group of keys: of "programmes.row.aims" it is "aims". */
export type NameIn<Group extends string> = EnglishKey extends infer Key ? Key extends `programmes.${Group}.${infer Name}` ? Name : never : never

import type { Catalogue, Values } from './catalogue.ts'
import { register, sentence } from './catalogues.ts'

/** `t` of one catalogue: a key that it does not have does not compile. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

/** The keys that `t` takes: of "days_one" and "days_other" it is "days". */
export type KeyOf<English extends Catalogue> = WithoutForm<keyof English & string>

/** Registers a room's English sentences and gives the function that says them to the current reader. */
export function wordsOf<English extends Catalogue>(english: English): Say<KeyOf<English>> {
  register(english)
  return (key, values) => sentence(key, values)
}

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

type WithoutForm<Key extends string> = Key extends `${infer Plain}_${PluralForm}` ? Plain : Key

import { expect, test } from 'vitest'
import type { RefusalKind } from '../../platform/refusals.ts'
import { sentence } from '../../platform/words/index.ts'
import { allRefusals } from './refusals.ts'

const listed = allRefusals.flatMap((list): [string, RefusalKind][] => Object.entries(list))

test('it lists each code once', () => {
  const codes = listed.map(([code]) => code)
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([])
  expect(codes.length).toBeGreaterThan(40)
})

test('it has a sentence for each, that ends like one', () => {
  for (const [code, { says }] of listed) {
    const said = sentenceOf(says)
    expect([code, /[.!?”]$/.test(said)]).toEqual([code, true])
  }
})

/** The sentence, with "x" wherever it asks for a value. */
function sentenceOf(key: string): string {
  const values: Record<string, string | number> = { count: 2 }
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      return sentence(key, values)
    } catch (fault) {
      const missing = /needs a value for \{\{(\w+)\}\}/.exec(String(fault))?.[1]
      if (!missing) throw fault
      values[missing] = 'x'
    }
  }
  return ''
}

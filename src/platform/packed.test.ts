import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberList, packedList, textIndex } from './packed.ts'

test('it gives back everything that was put in, whatever its letters and however long', () => {
  fc.assert(fc.property(fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), born: fc.option(fc.integer(), { nil: null }) })), (all) => {
    const list = packedList<typeof all[number]>()
    const places = all.map((one) => list.push(one))
    expect(places.map((place) => list.at(place))).toEqual(all)
  }))
})

test('it keeps what is longer than a piece of memory, and what comes after it', () => {
  const list = packedList<string>()
  const all = ['short', 'ø'.repeat(400_000), 'after', 'x'.repeat(262_142), 'y'.repeat(262_143), 'last']
  const places = all.map((one) => list.push(one))
  expect(places.map((place) => list.at(place) === all[place])).toEqual(all.map(() => true))
})

test('it gives numbers back, the hundred thousandth as the first, also those that were changed', () => {
  const list = numberList()
  for (let n = 0; n < 150_000; n += 1) list.push(n * 2)
  list.set(140_000, -1)
  expect([list.at(0), list.at(65_535), list.at(65_536), list.at(140_000), list.at(149_999)]).toEqual([0, 131_070, 131_072, -1, 299_998])
})

test('it finds what stands under a text in the order in which it came, like a list by name', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from({ length: 40 }, (_, n) => `mark ${n}`)), { maxLength: 3000 }), (texts) => {
    const index = textIndex()
    const plain = new Map<string, number[]>()
    for (const [value, text] of texts.entries()) {
      index.put(text, value)
      plain.set(text, [...plain.get(text) ?? [], value])
    }
    for (const [text, values] of plain) expect(index.under(text)).toEqual(values)
    expect(index.under('nothing')).toEqual([])
  }), { numRuns: 30 })
})

import { expect, test } from 'vitest'
import { faultInShort } from './log.ts'

const secret = 'Jonas has told me'

test('it writes down neither what the database quotes nor the lines of it that the stack repeats', () => {
  const fault = Object.assign(new Error(`invalid input syntax for type date: "2026\n${secret}\n    at home"`), { code: '22007' })
  expect(JSON.stringify(faultInShort(fault))).not.toContain('Jonas')
  expect(JSON.stringify(faultInShort(fault))).not.toContain('at home')
  expect(faultInShort(fault)).toMatchObject({ code: '22007', message: 'database' })
})

test('it leaves out what a message of the programme quotes, over however many lines', () => {
  const said = [`Headers.set: "/a\r\n${secret}" is an invalid header value.`, `Unexpected token 'J', "${secret}"... is not valid JSON`, `Not a day: '${secret}'`, `Not this \n${secret}`]
  for (const message of said) expect(JSON.stringify(faultInShort(new TypeError(message)))).not.toContain('Jonas')
})

test('it keeps where a fault arose, and the words that quote nothing', () => {
  const { message, at } = faultInShort(new Error('The database did not open the work.'))
  expect(message).toBe('The database did not open the work.')
  expect(at[0]).toContain('log.test.ts')
})

test('it says of something thrown that is no error only what kind of thing it was', () => {
  expect(faultInShort(secret)).toEqual({ code: undefined, message: 'string', at: [] })
})

import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { csvLine, looksLikeFormula, safeCell } from './safe-cell.ts'

test.each(['=1+1', '=HYPERLINK("http://example.invalid","open")', '+cmd|x', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\u200b=1', '＝1', '|calc', '-x'])('it never gives %j back as a formula', text => {
  expect(safeCell(text)).toBe(`'${text}`)
})

test.each(['-60', '+1', '3,5', 'Åse', '', 'a=b', '2026-01-01', "O'Brien"])('it leaves %j as it is', text => {
  expect(safeCell(text)).toBe(text)
})

test.each([['one;=1+1', "one;'=1+1"], ['one\n=cmd', "one\n'=cmd"], ['one; "=A1"', `one; "'=A1"`], ['one\t @SUM(A1)', "one\t '@SUM(A1)"], ['a;-SUM(A1)', "a;'-SUM(A1)"], ["a;-2+3+cmd|' /C calc'!A0", "a;'-2+3+cmd|' /C calc'!A0"]])('it lets no formula begin within %j, where a program splits it', (text, safe) => {
  expect(safeCell(text)).toBe(safe)
})

test.each(['call, +47 12 34', 'x = 1; y', 'no. 4; -5', 'first\nsecond'])('it leaves %j as it is within', text => {
  expect(safeCell(text)).toBe(text)
})

test('it knows a formula from a text that begins with a dash', () => {
  expect(['=A1', '@SUM(A1)', '-SUM(A1)', ' = 1'].map(looksLikeFormula)).toEqual([true, true, true, true])
  expect(['- asks for help', '+47 123', '@home', '=', ''].map(looksLikeFormula)).toEqual([false, false, false, false, false])
})

test('it writes a line in which nothing runs, whatever the cells', () => {
  check.assert(check.property(check.string(), text => {
    expect(safeCell(text)).not.toMatch(/^\s*[=+@]\D/)
  }))
  expect(csvLine(['a;b', 'say "no"', '=1'], ';')).toBe(`"a;b";"say ""no""";'=1\r\n`)
})

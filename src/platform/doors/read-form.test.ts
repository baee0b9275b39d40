import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { field } from './fields.ts'
import { readForm } from './read-form.ts'

const Agreement = z.object({
  title: z.string(), months: z.number().optional(), paper: z.boolean(), parties: z.array(z.string()),
  clauses: z.array(z.object({ text: z.string(), done: z.boolean() })),
})

test('it takes an empty field as missing, a tick as true and no tick as false', () => {
  expect(readForm(Agreement, { title: '  ', paper: 'true' })).toEqual({ paper: true, parties: [], clauses: [] })
  expect(readForm(Agreement, { title: 'A', months: '3' })).toEqual({ title: 'A', months: 3, paper: false, parties: [], clauses: [] })
})

test('it reads numbered fields as a list, in order, and leaves out rows that nobody filled in', () => {
  const form = { 'clauses.0.text': 'Meet weekly', 'clauses.2.text': 'Call first', 'clauses.1.text': ' ', 'clauses.2.done': 'on' }
  expect(readForm(Agreement, form)).toMatchObject({ clauses: [{ text: 'Meet weekly', done: false }, { text: 'Call first', done: true }] })
})

test('it leaves what is no number as it was typed, so that the schema can say so', () => {
  expect(readForm(Agreement, { months: 'three' })).toMatchObject({ months: 'three' })
  expect(readForm(Agreement, { months: '2,5' })).toMatchObject({ months: 2.5 })
})

test('it takes a repeated name as a list, and of a single field the first', () => {
  expect(readForm(Agreement, { parties: ['mia', 'kai'], title: ['one', 'two'] })).toMatchObject({ parties: ['mia', 'kai'], title: 'one' })
})

test('it never throws, whatever is sent under whatever name', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (form) => {
    expect(readForm(Agreement, form)).toBeTypeOf('object')
  }))
})

test('it takes a day that a calendar of people can hold, and none beyond', () => {
  const isTaken = (text: string) => field.day('x').safeParse(text).success
  expect(['1899-12-31', '2026-11-23', '2999-12-31'].filter(isTaken)).toHaveLength(3)
  expect(['0000-01-01', '0026-11-23', '9999-12-31', '2026-02-30', '+010000-01-01', '2026-11-23T00:00'].filter(isTaken)).toEqual([])
})

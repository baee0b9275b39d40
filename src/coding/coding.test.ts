import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, codedFrom, codeIn, domainsFor, mustBeCodable } from './coding.ts'
import { checkFrame, loadFrames } from './frame-on-offer.ts'

const domains = [{ id: 'coping', about_belief: false }, { id: 'ideology', about_belief: true }].map((one) => ({ ...one, title: one.id, asks: '?', source: 'not_established', absent: '0', some: '1', clear: '2' }))

test('it asks about belief only where the programme says that it contests beliefs', () => {
  expect(domainsFor({ domains }, { mayAskAboutBeliefs: false }).map(({ id }) => id)).toEqual(['coping'])
  expect(domainsFor({ domains }, { mayAskAboutBeliefs: true }).map(({ id }) => id)).toEqual(['coping', 'ideology'])
})

test('it makes codes of words, in the order of the frame; "not in this note" is none', () => {
  expect(codedFrom(domains, [{ domain: 'ideology', code: 'not-in-note' }, { domain: 'coping', code: 'clear' }])).toEqual({ domains: ['coping', 'ideology'], codes: [2, null] })
  expect([0, 1, 2, null].map(answerOf)).toEqual(['absent', 'some', 'clear', 'not-in-note'])
})

test.each([
  ['a domain that is not asked', [{ domain: 'coping', code: 'some' }, { domain: 'faith', code: 'some' }]],
  ['one too few', [{ domain: 'coping', code: 'some' }]],
  ['one twice', [{ domain: 'coping', code: 'some' }, { domain: 'coping', code: 'clear' }]],
] as const)('it refuses %s', (_, sent) => {
  expect(() => codedFrom(domains, sent)).toThrow(expect.objectContaining({ code: 'coding-other-domains' }))
})

test('it tells "none" from "not asked"', () => {
  expect(codeIn({ domains: ['coping'], codes: [null] }, 'coping')).toBeNull()
  expect(codeIn({ domains: ['coping'], codes: [null] }, 'ideology')).toBeUndefined()
})

test('it codes what was held under a programme, and nothing else', () => {
  expect(() => mustBeCodable({ state: 'held', plan_id: 1 })).not.toThrow()
  for (const one of [{ state: 'planned', plan_id: 1 }, { state: 'struck', plan_id: 1 }, { state: 'held', plan_id: null }]) expect(() => mustBeCodable(one)).toThrow(expect.objectContaining({ code: 'coding-not-held' }))
})

test('it has a frame of its own without a finding, and in it exactly one domain about belief', async () => {
  const { frame, findings } = await loadFrames([join(import.meta.dirname, '../../definitions')])
  expect(findings).toEqual([])
  expect(frame?.domains.filter(({ about_belief: isBelief }) => isBelief).map(({ id }) => id)).toEqual(['ideology'])
})

const good = `schema: waymark-coding-frame/1
id: own
version: 1
title: Own
source: not_established
says: Read the note.
domains:
  - {id: coping, title: Coping, asks: A way to bear strain?, source: not_established, about_belief: false, absent: none, some: one, clear: used}
`

test.each([
  ['a source that nobody knows', good.replace('source: not_established', 'source: somewhere'), 'source-known'],
  ['another name than its file', good.replace('id: own', 'id: other'), 'id-is-file-name'],
  ['a domain without a word on belief', good.replace('about_belief: false, ', ''), 'form'],
  ['what is no YAML', 'id: [', 'yaml'],
])('it refuses a frame with %s, and names the line', (_, text, rule) => {
  const { frame, findings } = checkFrame('coding-frames/own.yaml', text, new Set())
  expect(frame).toBeUndefined()
  expect(findings.map((finding) => finding.rule)).toContain(rule)
  expect(findings.every(({ line }) => line >= 1)).toBe(true)
  expect(checkFrame('coding-frames/own.yaml', good, new Set()).findings).toEqual([])
})

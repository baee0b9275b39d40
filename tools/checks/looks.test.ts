import { expect, test } from 'vitest'
import { looks } from './looks.ts'
import { treeOf } from './tree.ts'

const css = { 'src/platform/page/assets/look/blocks.css': '.prose { white-space: pre-line; } .block > .tight + p { margin: 0; }' }
const asked = async (page: string, more = {}) => (await looks.look(treeOf({ ...css, 'src/plans/plans.pages.tsx': page, ...more }))).problems

test('it finds a class without a rule, and no other', async () => {
  expect(await asked('<p class="ds-paragraph prose">{words}</p>')).toEqual([])
  expect(await asked('<p class="ds-paragraph pre-line tight">{words}</p>')).toEqual(['src/plans/plans.pages.tsx: nothing says how pre-line looks; give it a rule or take it away'])
})

test('it lets be what a script looks for, and a page that brings its own rules', async () => {
  expect(await asked('<p class="unsent-back" />', { 'src/islands/unsent.ts': "document.querySelector('.unsent-back')" })).toEqual([])
  expect(await asked('<style>{raw(look)}</style><div class="wide" />')).toEqual([])
})

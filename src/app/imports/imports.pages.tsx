import { pageDoors, show } from '../../platform/doors/index.ts'
import { importPagesOf } from '../../platform/import/pages/import-pages.ts'
import { Block, ButtonLink, Narrow, PageHead } from '../../platform/page/index.ts'
import { isRefusal, refuse } from '../../platform/refusals.ts'
import { sentence } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { t } from '../words.ts'
import { importKinds } from './import-kinds.ts'

const page = pageDoors()
export const importEntryPages = page

/** The way of a file, once for each kind. */
export const importPages = importKinds.map(importPagesOf)

/** One door for all kinds of file: each with what it is. Whoever may import none does not find it. */
page.get('/import', { does: 'consult', shows: 'nothing' }, async (work) => {
  const kinds = []
  for (const kind of importKinds) if (await mayImport(work, kind)) kinds.push(kind)
  if (kinds.length === 0) throw refuse('not-found')
  return show({ title: t('app.imports.title'), body: <Narrow>
    <PageHead title={t('app.imports.title')} sub={t('app.imports.sub')} />
    {kinds.map(({ path, says }) => <Block title={sentence(says.title)}>
      <p class="ds-paragraph">{sentence(says.sub)}</p>
      <ButtonLink secondary href={path}>{t('app.imports.choose')}</ButtonLink>
    </Block>)}
  </Narrow> })
})

async function mayImport(work: Work, kind: (typeof importKinds)[number]): Promise<boolean> {
  try {
    await kind.mustImport(work)
    return true
  } catch (fault) {
    if (!isRefusal(fault)) throw fault
    return false
  }
}

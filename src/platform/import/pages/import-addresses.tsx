import type { Attempt } from '../../attempt.ts'
import { keysOf, show } from '../../doors/index.ts'
import { Crumbs, ErrorSummary, FileField, Form, Narrow, PageHead, Submit } from '../../page/index.ts'
import { sentence } from '../../words/index.ts'
import type { Work } from '../../work.ts'
import type { ImportKind } from '../import-kind.ts'
import { importLimits } from '../import-limits.ts'
import { t } from '../import-words.ts'

export const columnsPage = (kind: ImportKind, fileId: string) => `${kind.path}/${fileId}`
export const trialPage = (kind: ImportKind, fileId: string) => `${kind.path}/${fileId}/trial`
export const notTakenPage = (kind: ImportKind, fileId: string) => `${kind.path}/${fileId}/not-taken`

/** Where the way begins: one file. */
export async function uploadForm(work: Work, kind: ImportKind, attempt?: Attempt) {
  await kind.mustImport(work)
  const title = sentence(kind.says.title)
  return show({ title, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: kind.after.href, label: sentence(kind.after.says) }]} here={title} />
    <PageHead title={title} sub={sentence(kind.says.sub)} />
    <Form action={kind.path} keys={keysOf(work)} multipart>
      <FileField name="file" label={t('import.page.file')} hint={t('import.page.file.hint', { most: importLimits.uploadBytes / 1_000_000 })} accept=".csv,.txt,.tsv,text/csv" attempt={attempt} required />
      <Submit label={t('import.page.upload')} />
    </Form>
  </Narrow> })
}

export function ImportCrumbs({ kind, here }: { kind: ImportKind, here: string }) {
  return <Crumbs above={[{ href: kind.after.href, label: sentence(kind.after.says) }, { href: kind.path, label: sentence(kind.says.title) }]} here={here} />
}

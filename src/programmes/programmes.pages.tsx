import { basename } from 'node:path'
import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, PageHead, Table } from '../platform/page/index.ts'
import type { Shape } from '../platform/work.ts'
import { FindProgrammes } from './find-programmes.ts'
import { offeredCatalogue } from './on-offer.ts'
import { CompareProgrammes, showComparison } from './pages/compare.tsx'
import { programmePage, programmesPage, showProgrammes } from './pages/find.tsx'
import { showProgramme, showVersion } from './pages/one.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const programmePages = page

/** Definitions are about nobody: whoever signs in may read them. */
export const everybody: readonly Shape[] = ['casework', 'person', 'referrer', 'counts', 'oversight', 'administrator', 'evaluator']

const reading = { does: 'consult', shows: 'nothing', for: everybody } as const

page.get('/programmes', { ...reading, takes: FindProgrammes }, showProgrammes)
page.get('/programmes/compare', { ...reading, takes: CompareProgrammes }, showComparison)
page.get('/programmes/files', { does: 'consult', shows: 'nothing', for: ['administrator'] }, showFiles)
page.get('/programmes/{programmeId}', reading, showProgramme)
page.get('/programmes/{programmeId}/versions/{version}', reading, showVersion)

/** For whoever puts the files there: what is offered, and what is wrong where. */
function showFiles() {
  const { definitions, findings } = offeredCatalogue()
  const offered = [...definitions.values()].map(({ file, text, definition }) =>
    [<code>{basename(file)}</code>, <Link href={programmePage(definition.id)}>{definition.title}</Link>, definition.version, t('programmes.page.files.lines', { count: text.trimEnd().split('\n').length })])
  const bad = findings.map(({ file, line, rule, sentence }) => [<code>{file}</code>, line, <span dir="auto">{sentence}</span>, <code>{rule}</code>])
  return show({ title: t('programmes.page.files'), body: <>
    <Crumbs above={[{ href: programmesPage, label: t('programmes.page.title') }]} here={t('programmes.page.files')} />
    <PageHead title={t('programmes.page.files')} sub={t('programmes.page.files.sub')} />
    <Block title={t('programmes.page.files.bad')}>
      {bad.length === 0 ? <Empty>{t('programmes.page.files.all-good')}</Empty>
        : <Table caption={t('programmes.page.files.bad')} captionHidden columns={[t('programmes.page.files.file'), t('programmes.page.files.line'), t('programmes.page.files.sentence'), t('programmes.page.files.rule')].map(label => ({ label }))} rows={bad} />}
    </Block>
    <Block title={t('programmes.page.files.offered')}>
      <Table caption={t('programmes.page.files.offered')} captionHidden columns={[t('programmes.page.files.file'), t('programmes.page.files.programme'), t('programmes.page.files.version'), t('programmes.page.files.length')].map(label => ({ label }))} rows={offered} />
    </Block>
  </> })
}


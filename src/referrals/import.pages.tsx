import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { suggestMapping, type Because } from '../platform/import/columns.ts'
import { sayFault, type Fault } from '../platform/import/fault.ts'
import type { Mapping } from '../platform/import/importer.ts'
import { chooseColumns, closeFile, keepFile, keptFile, rememberedMapping, type KeptFile } from '../platform/import/kept-file.ts'
import type { Outcome } from '../platform/import/outcomes.ts'
import { plain } from '../platform/import/spelling.ts'
import { Block, Crumbs, DetailsFold, Empty, ErrorSummary, Fieldset, FileField, Form, Hidden, Meters, Narrow, PageHead, Select, Submit, SummaryList, Table } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { sentence, say } from '../platform/words/index.ts'
import { programmeTitle } from '../programmes/index.ts'
import type { Work } from '../platform/work.ts'
import { confirmReferralImport, tryReferralImport } from './import-referrals.ts'
import { fileImporter, unitForOthers, withUnitForOthers, type PlacedRow } from './referral-file.ts'
import { myUnits } from './referrals.queries.ts'
import { referralsPage } from './referrals.pages.tsx'
import { answerSaid, sourceSaid, statusSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const importPages = page

const kind = 'referrals'
const importPage = `${referralsPage}/import`
const columnsPage = (fileId: string) => `${importPage}/${fileId}`
const trialPage = (fileId: string) => `${importPage}/${fileId}/trial`
const mostBytes = 32 * 1024 * 1024

page.get('/referrals/import', { does: 'consult', shows: 'referral' }, uploadForm)
page.post('/referrals/import', { does: 'collect', shows: 'referral', upload: mostBytes, again: uploadForm }, async (work, _, { files }) => {
  await mustCoordinate(work)
  const file = files['file']
  if (!file) throw refuse('import-file-empty')
  return goTo(columnsPage(await keepFile(work, kind, file.name, new Uint8Array(await file.arrayBuffer()))))
})

async function uploadForm(work: Work, _: object, attempt?: Attempt) {
  await mustCoordinate(work)
  return show({ title: t('referral.import.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }]} here={t('referral.import.title')} />
    <PageHead title={t('referral.import.title')} sub={t('referral.import.sub')} />
    <Form action={importPage} keys={keysOf(work)} multipart>
      <FileField name="file" label={t('referral.import.file')} hint={t('referral.import.file.hint')} accept=".csv,.txt,text/csv" attempt={attempt} required />
      <Submit label={t('referral.import.upload')} />
    </Form>
  </Narrow> })
}

/** Only a coordinator imports; to everybody else these pages do not exist. */
async function mustCoordinate(work: Work): Promise<{ name: string }[]> {
  const units = await myUnits(work)
  if (units.length === 0) throw refuse('not-found')
  return units
}

const heading = z.string().max(200).optional()
const Columns = z.object({
  fields: z.object({
    number: heading, name: heading, firstName: heading, surname: heading, born: heading, place: heading, status: heading, referredOn: heading, by: heading, why: heading, agrees: heading,
    programme: heading, releaseOn: heading, languages: heading, needs: heading,
  }),
  values: z.array(z.object({ field: z.string().max(60), text: z.string().max(200), value: z.string().max(200).optional() })).max(300).default([]),
  unit: field.line('referral.import.unit').optional(),
})

page.get('/referrals/import/{fileId}', { does: 'consult', shows: 'referral' }, columnsForm)
page.post('/referrals/import/{fileId}', { does: 'alter', shows: 'referral', takes: Columns, again: columnsForm }, async (work, { fileId, fields, values, unit }) => {
  const units = await mustCoordinate(work)
  const file = await keptFile(work, kind, fileId)
  const { mapping } = await suggested(work, file)
  const chosen = Object.fromEntries(Object.entries(fields).filter(([, column]) => column !== undefined && file.survey.headings.includes(column))) as Record<string, string>
  const means: Mapping['values'] = { ...mapping.values }
  for (const { field: of, text, value } of values) if (value) means[of] = { ...means[of], [plain(text)]: value }
  await chooseColumns(work, file.id, withUnitForOthers({ fields: chosen, values: means }, units.find(({ name }) => name === unit)?.name))
  return goTo(trialPage(fileId))
})

async function suggested(work: Work, file: KeptFile) {
  const importer = await fileImporter(work)
  const before = file.mapping ?? await rememberedMapping(work, kind, file.survey)
  return { importer, unit: unitForOthers(before), ...suggestMapping(importer.fields, file.survey, before) }
}

async function columnsForm(work: Work, { fileId }: { fileId: string }, attempt?: Attempt) {
  const units = await mustCoordinate(work)
  const file = await keptFile(work, kind, fileId)
  if (file.receipt) return goTo(trialPage(fileId))
  const { importer, mapping, because, unused, values, unit } = await suggested(work, file)
  const columns = file.survey.headings.map((name) => ({ value: name, label: name }))
  const toSay = values.filter((one) => one.because !== 'list').slice(0, 100)
  return show({ title: t('referral.import.columns'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <ImportCrumbs here={t('referral.import.columns')} />
    <PageHead title={t('referral.import.columns')} sub={t('referral.import.columns.sub', { count: file.survey.rows, name: file.file.name })} />
    {Object.values(because).includes('remembered') && <p class="ds-paragraph">{t('referral.import.because.remembered')}</p>}
    <Form action={columnsPage(fileId)} keys={keysOf(work)}>
      {importer.fields.map(({ name, says, required }) => <Select name={`fields.${name}`} label={sentence(says)} hint={whySaid(because[name])} attempt={attempt} value={mapping.fields[name] ?? ''} required={required} options={columns} />)}
      {toSay.length > 0 && <Fieldset legend={t('referral.import.values')} hint={t('referral.import.values.hint')}>
        {toSay.map((one, place) => <>
          <Hidden name={`values.${place}.field`} value={one.field} /><Hidden name={`values.${place}.text`} value={one.text} />
          <Select name={`values.${place}.value`} label={t('referral.import.value', { column: one.column, text: one.text, count: one.rows })} attempt={attempt} value={one.value ?? ''} options={choicesOf(importer.fields, one.field)} />
        </>)}
      </Fieldset>}
      <Select name="unit" label={t('referral.import.unit')} hint={t('referral.import.unit.hint')} attempt={attempt} value={unit ?? (units.length === 1 ? units[0]!.name : '')} options={units.map(({ name }) => ({ value: name, label: name }))} />
      {unused.length > 0 && <p class="ds-paragraph muted" data-size="sm">{t('referral.import.unused', { names: say.list(unused) })}</p>}
      <Submit label={t('referral.import.try')} cancel={{ href: importPage, label: t('referral.import.other-file') }} />
    </Form>
  </Narrow> })
}

function choicesOf(fields: { name: string, choices?: { value: string }[] }[], name: string) {
  return (fields.find((one) => one.name === name)?.choices ?? []).map(({ value }) => ({ value, label: choiceSaid(name, value) }))
}

/** As it is called on every other page; a place by its own name. */
function choiceSaid(name: string, value: string): string {
  if (name === 'programme') return programmeTitle(value)
  if (name === 'agrees') return answerSaid(value)
  if (name === 'status') return statusSaid(value)
  return name === 'by' ? sourceSaid({ source: value }) : value
}

function whySaid(because: Because | undefined): string | undefined {
  return because === undefined || because === 'heading' || because === 'remembered' ? undefined : t(`referral.import.because.${because}`)
}

const Confirm = z.object({ seal: field.line('referral.import.file', 100) })

page.get('/referrals/import/{fileId}/trial', { does: 'consult', shows: 'referral' }, trialShown)
page.post('/referrals/import/{fileId}/trial', { does: 'collect', shows: 'referral', takes: Confirm, again: trialShown }, async (work, { fileId, seal }) => {
  await mustCoordinate(work)
  const { id, file, survey, mapping, receipt } = await keptFile(work, kind, fileId)
  if (receipt) return goTo(trialPage(fileId))
  await closeFile(work, id, await confirmReferralImport(work, file, { survey, mapping, seal, importId: fileId }))
  return goTo(trialPage(fileId), t('referral.import.done'))
})

/** What the file comes to; once confirmed, its receipt. */
async function trialShown(work: Work, { fileId }: { fileId: string }, attempt?: Attempt) {
  await mustCoordinate(work)
  const { file, survey, mapping, receipt } = await keptFile(work, kind, fileId)
  if (receipt) return receiptShown(receipt)
  const { seal, result: { totals, notes, attention, examples } } = await tryReferralImport(work, file, { survey, mapping })
  const [bad, cautions] = [attention.filter(({ is }) => is === 'bad'), attention.filter(({ is }) => is === 'caution')]
  const meter = (label: string, value: number) => ({ label, value, max: Math.max(totals.rows, 1), says: say.number(value) })
  return show({ title: t('referral.import.trial'), wide: true, body: <>
    <ErrorSummary attempt={attempt} />
    <ImportCrumbs here={t('referral.import.trial')} />
    <PageHead title={t('referral.import.trial')} sub={t('referral.import.trial.sub', { name: file.name })} />
    <Meters rows={[meter(t('referral.import.will-write'), totals.willWrite), meter(t('referral.import.with-caution'), totals.caution), meter(t('referral.import.bad'), totals.bad), meter(t('referral.import.there'), totals.there)]} />
    {notes.length > 0 && <Block title={t('referral.import.notes')} size="xs"><ul>{notes.map(({ says, values }) => <li>{sentence(says, values)}</li>)}</ul></Block>}
    <Block title={t('referral.import.bad.title')}>{bad.length === 0 ? <Empty>{t('referral.import.bad.none')}</Empty> : <Rows outcomes={bad} caption={t('referral.import.bad.title')} faultsOf={({ faults }) => faults} />}</Block>
    <Form action={trialPage(fileId)} keys={keysOf(work)}>
      <Hidden name="seal" value={seal} />
    {cautions.length > 0 && <DetailsFold summary={t('referral.import.cautions', { count: cautions.length })}><Rows outcomes={cautions} caption={t('referral.import.with-caution')} faultsOf={({ cautions: said }) => said} /></DetailsFold>}
    {examples.length > 0 && <DetailsFold summary={t('referral.import.examples')}>{examples.map(({ row, shown }) =>
      <Block title={t('referral.import.row', { row })} size="xs"><SummaryList answers={shown.map(({ column, text }) => ({ label: column, value: text }))} /></Block>)}</DetailsFold>}
      {totals.willWrite === 0 ? <Empty>{t('referral.import.nothing')}</Empty> : <Submit label={t('referral.import.confirm', { count: totals.willWrite })} cancel={{ href: columnsPage(fileId), label: t('referral.import.columns') }} />}
    </Form>
  </> })
}

function receiptShown({ written, leftOut, thereBefore }: { written: number, leftOut: number, thereBefore: number }) {
  return show({ title: t('referral.import.receipt'), body: <Narrow>
    <ImportCrumbs here={t('referral.import.receipt')} />
    <PageHead title={t('referral.import.receipt')} sub={t('referral.import.receipt.sub')} />
    <SummaryList answers={[
      { label: t('referral.import.written'), value: say.number(written) }, { label: t('referral.import.left-out'), value: say.number(leftOut) }, { label: t('referral.import.there'), value: say.number(thereBefore) }]} />
    <p class="ds-paragraph"><a class="ds-link" href={referralsPage}>{t('referral.list.title')}</a></p>
  </Narrow> })
}

function Rows({ outcomes, caption, faultsOf }: { outcomes: Outcome<PlacedRow>[], caption: string, faultsOf: (outcome: Outcome<PlacedRow>) => Fault[] }) {
  const rows = outcomes.flatMap((outcome) => faultsOf(outcome).map((fault, place) => {
    const { wrong, mend } = sayFault(fault)
    return [place === 0 ? String(outcome.row) : '', fault.column, wrong, mend]
  }))
  return <Table caption={caption} captionHidden columns={[{ label: t('referral.import.row-number') }, { label: t('referral.import.column') }, { label: t('referral.import.wrong') }, { label: t('referral.import.mend') }]} rows={rows} />
}

function ImportCrumbs({ here }: { here: string }) {
  return <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }, { href: importPage, label: t('referral.import.title') }]} here={here} />
}

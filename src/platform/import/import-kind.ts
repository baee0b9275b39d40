import type { Attempt } from '../attempt.ts'
import type { PageAnswer, Schema } from '../doors/door.ts'
import type { Work } from '../work.ts'
import type { Standing } from './dry-run.ts'
import type { Field, Importer, Mapping } from './importer.ts'
import type { KeptFile } from './kept-file.ts'
import type { Outcome } from './outcomes.ts'
import type { Survey } from './survey.ts'

/**
 * One kind of file, as a room gives it to the pages, the command and the job. `app` lists all kinds in one place
 * (`src/app/imports.ts`); nothing else has to know of a new one.
 */
export type ImportKind<Row = unknown, Print = unknown> = {
  /** As `--of` says it, and under which mappings are remembered: 'sessions'. */
  kind: string,
  /** The record of access.yaml that its rows become. */
  record: string,
  /** Where its pages begin: '/sessions/import'. */
  path: string,
  /** Keys of sentences. `confirm` and `written` count rows. */
  says: { title: string, sub: string, confirm: string, written: string },
  /** Where somebody goes afterwards, and the key of its name. */
  after: { href: string, says: string },
  /** The names of its fields, which a form needs before anybody's file is read. */
  fieldNames: readonly string[],
  /** Refuses 'not-found' for everybody who may not import: to them these pages do not exist. */
  mustImport(work: Work): Promise<void>,
  /** What such files mean in this service, for this actor. */
  importer(work: Work): Promise<Importer<Row, Print>>,
  /** A value of a list as it is called on every other page. */
  choiceSaid(field: Field, value: string): string,
  /** Which of these rows stand already. `fileId`: for policies that answer only about a file on its way in. */
  standing(work: Work, fileId: string, outcomes: Outcome<Row>[]): Promise<Standing>,
  /** Writes some hundred rows, all or none; they were found not to stand yet in this same transaction. */
  write(work: Work, fileId: string, rows: Row[]): Promise<void>,
  /** The fault of a row that only waits for somebody to be known here: such a file is kept, and its rows are taken up again. */
  waits?: string,
  /** Where a file has as many columns of one sort as it likes, fields cannot be listed beforehand: the kind says itself what each column holds. */
  columns?: ColumnsOfItsOwn,
}

export type ColumnsOfItsOwn = {
  /** What its form sends. */
  takes: Schema,
  /** The mapping by fields, with what each further column seems to hold; `before`: what was confirmed for these headings. */
  suggest(survey: Survey, mapping: Mapping, before: Mapping | undefined): Mapping,
  form(work: Work, shown: { kept: KeptFile, mapping: Mapping, isRemembered: boolean }, attempt: Attempt | undefined): PageAnswer,
  /** The mapping as a person has said it. */
  said(survey: Survey, sent: never): Mapping,
}

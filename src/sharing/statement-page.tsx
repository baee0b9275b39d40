import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { whyNameIsNotPrinted } from '../platform/document/index.ts'
import { show } from '../platform/doors/index.ts'
import { Block, Crumbs, ErrorSummary, inWholeCodes, Link, Narrow, Notice, PageHead, SummaryList } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { reportFile, sharingPage } from './addresses.ts'
import { canBePrepared, isOver, recipientOf, stateOf, whyNothingCan, type NoMore, type NothingCan, type Open, type State, type Statement } from './disclosure.ts'
import { Commenting, DecidingSecond, HandingOver, Mending, Preparing, Refusing, Telling, type OnStatement } from './statement-forms.tsx'
import { Frozen } from './frozen.tsx'
import { commentSaid, toldSaid } from './said.ts'
import { rulesWritten } from './sharing.queries.ts'
import { sharingRefusals } from './sharing.refusals.ts'
import { decides, isCoordinator, openTellings, theStatement } from './sharing.verbs.ts'
import { whyNoMore } from './still-so.ts'
import { t } from './words.ts'

/** The name of the person, for whoever may know it: an officer who reads every statement does not. */
export async function nameHere(work: Work): Promise<string | undefined> {
  return await mayFor(work, 'read', 'identity_name') ? (await thePerson(work)).name : undefined
}

/** One question of an authority, from the asking to what became of earlier recipients: what is next stands first. */
export async function showStatement(work: Work, { participantId, statementId }: { participantId: string, statementId: string }, attempt?: Attempt) {
  if (work.about <= 0) throw refuse('not-found')
  const [name, statement] = [await nameHere(work), await theStatement(work, statementId)]
  const here: OnStatement = { work, participantId, statement, attempt }
  const reader = await readerHere(here, name)
  if (statement.package) work.shows('disclosure_package')
  return show({ title: t('sharing.one.title'), body: <Narrow>
    <Crumbs above={[...(name ? [{ href: `/people/${participantId}`, label: name }] : []), { href: sharingPage(participantId), label: t('sharing.title') }]} here={t('sharing.one.title')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={recipientOf(statement)} sub={t(isOver(statement, work.today) ? 'sharing.state.over' : `sharing.state.${reader.state}`)} />
    {reader.nothingCan ? <OnlyRefusing here={here} why={reader.nothingCan} mayRefuse={reader.mayRefuse} /> : <Next here={here} reader={reader} />}
    <WhatBecame statement={statement} file={reader.takesCopies ? reportFile(participantId, statementId) : undefined} />
    <Asked statement={statement} />
    {reader.coordinates && reader.state === 'handed-over' && <Mending here={here} />}
    {reader.mayRefuse && !reader.nothingCan && <Refusing here={here} />}
  </Narrow> })
}

/** What the reader of this page may do now. */
type ReaderHere = { state: State, coordinates: boolean, decides: boolean, /** Why nothing can leave by this question, whatever is done here. */ nothingCan: NothingCan | undefined, mayRefuse: boolean, takesCopies: boolean, open: readonly Open[], /** Why what waits can leave no more. */ noMore: NoMore | undefined, /** What the name lacks to stand on paper. */ whyNoPaper: string | undefined }

async function readerHere({ work, statement }: OnStatement, name: string | undefined): Promise<ReaderHere> {
  const [state, coordinates, mayDecide] = [stateOf(statement), await isCoordinator(work), await decides(work)]
  return {
    state, coordinates, decides: mayDecide, nothingCan: isDone(state) ? undefined : whyNothingCan(statement, await rulesWritten(work)), mayRefuse: mayDecide && !isDone(state), takesCopies: coordinates && state === 'handed-over' && statement.receipt!.usableUntil >= work.today,
    open: coordinates ? await openTellings(work, statement) : [], noMore: coordinates && !isDone(state) ? await whyNoMore(work, statement) : undefined,
    whyNoPaper: name && coordinates ? whyNameIsNotPrinted(name) : undefined }
}

function isDone(state: State): boolean {
  return ['handed-over', 'recalled', 'refused'].includes(state)
}

/** Where nothing can leave, nothing is asked of the person: whoever decides refuses. */
function OnlyRefusing({ here, why, mayRefuse }: { here: OnStatement, why: NothingCan, mayRefuse: boolean }) {
  return <><Notice kind="care">{t(sharingRefusals[why].says)}</Notice>{mayRefuse && <Refusing here={here} first />}</>
}

/** The one thing that is to be done now, by whoever may do it. */
function Next({ here, reader: { state, coordinates, open, decides: mayDecide, noMore, whyNoPaper } }: { here: OnStatement, reader: ReaderHere }) {
  if (coordinates && isToBeMadeAnew(here, state, noMore)) return <>{noMore && <Notice kind="care">{t(sharingRefusals[noMore].says)}</Notice>}<Answering here={here} prepares why={whyNoPaper} /></>
  if (state === 'prepared') return <Second here={here} mayDecide={mayDecide} />
  if (state === 'asked' || state === 'sent-back') return <Answering here={here} prepares={coordinates} why={whyNoPaper} />
  if (!coordinates) return null
  if (state === 'approved') return noMore ? null : <HandingOver here={here} />
  return open[0] ? <Telling here={here} open={open[0]} more={open.length - 1} /> : null
}

function isToBeMadeAnew({ statement, work }: OnStatement, state: State, noMore: NoMore | undefined): boolean {
  return statement.package !== undefined && !isDone(state) && (noMore !== undefined || canBePrepared(statement, work.today))
}

function Second({ here, mayDecide }: { here: OnStatement, mayDecide: boolean }) {
  const prepared = here.statement.package
  if (!prepared) return null
  if (prepared.preparedById === here.work.actor.id) return <Notice kind="info">{t(`sharing.waits.${prepared.asks}`)}</Notice>
  return mayDecide ? <DecidingSecond here={here} /> : null
}

/** The person is asked by anybody of the team who was asked for them; only the coordinator prepares. */
function Answering({ here, prepares, why }: { here: OnStatement, prepares: boolean, why: string | undefined }) {
  if (here.work.actor.shape !== 'casework') return null
  if (!here.statement.comment) return <Commenting here={here} />
  const isOwn = here.statement.comment.byPerson
  if (!prepares) return isOwn ? null : <Commenting here={here} />
  return <><Preparing here={here} why={why} />{!isOwn && <Commenting here={here} again />}</>
}

function Asked({ statement }: { statement: Statement }) {
  const { kind, purpose, basis, necessity, items, reference, askedBy, askedOn, answerBy, recordedBy } = statement
  return <Block title={t('sharing.one.asked')} size="xs"><SummaryList answers={[
    { label: t('sharing.field.kind'), value: t(`sharing.kind.${kind}`) }, { label: t('sharing.field.purpose'), value: <span dir="auto">{purpose}</span> }, ...written(t('sharing.field.basis'), basis), ...written(t('sharing.field.necessity'), necessity),
    { label: t('sharing.field.items'), value: <>{items.map((item) => <div>{t(`sharing.item.${item}`)}</div>)}</> }, ...written(t('sharing.field.reference'), reference),
    { label: t('sharing.field.asked-by'), value: <span dir="auto">{askedBy}</span> }, { label: t('sharing.field.asked-on'), value: say.day(askedOn) }, ...(answerBy ? [{ label: t('sharing.field.answer-by'), value: say.day(answerBy) }] : []),
    { label: t('sharing.one.recorded-by'), value: recordedBy }]} /></Block>
}

/** A line where something stands: what nobody had to answer is no gap. */
function written(label: string, words: string) {
  return words === '' ? [] : [{ label, value: <span dir="auto">{words}</span> }]
}

/** What was said, read as second, handed over, taken back and told later: each with who, when and why. */
function WhatBecame({ statement, file }: { statement: Statement, file: string | undefined }) {
  const { comment, package: prepared, decided, refused, receipt, recalled, errors, told } = statement
  return <>
    {recalled && <Notice kind="care">{t('sharing.recalled', { day: say.day(recalled.on), name: recalled.by })} <span dir="auto">{recalled.reason}</span></Notice>}
    {refused && <Block title={t('sharing.one.refused')} size="xs"><p class="ds-paragraph prose" dir="auto">{refused.reason}</p><p class="ds-paragraph muted" data-size="sm">{t('sharing.one.by', { name: refused.by, when: say.moment(refused.at) })}</p></Block>}
    {receipt && <Block title={t('sharing.one.receipt')} size="xs">
      <SummaryList answers={[{ label: t('sharing.receipt.number'), value: inWholeCodes(receipt.number) }, { label: t('sharing.receipt.day'), value: say.day(receipt.on) }, { label: t('sharing.field.way'), value: <span dir="auto">{receipt.way}</span> },
        { label: t('sharing.receipt.by'), value: receipt.by }, { label: t('sharing.receipt.until'), value: say.day(receipt.usableUntil) }, { label: t('sharing.receipt.hash'), value: <code class="frozen-hash">{receipt.hash}</code> }]} />
      {file && <p class="ds-paragraph"><Link href={file}>{t('sharing.receipt.file')}</Link></p>}
    </Block>}
    {(errors.length > 0 || told.length > 0) && <Block title={t('sharing.one.later')} size="xs"><ul class="ds-list">
      {errors.map(({ words, by, at }) => <li>{t('sharing.error.said', { name: by, when: say.moment(at) })} <span dir="auto">{words}</span></li>)}
      {told.map((one) => <li>{toldSaid(one)} <span dir="auto">{one.words}</span></li>)}
    </ul></Block>}
    {prepared && <Block title={t('sharing.one.package')} size="xs"><p class="ds-paragraph muted" data-size="sm">{t('sharing.one.prepared', { name: prepared.preparedBy, when: say.moment(prepared.preparedAt), number: prepared.number })}</p>
      <Frozen prepared={prepared} /></Block>}
    {decided && <Block title={t('sharing.one.second')} size="xs"><p class="ds-paragraph">{t(`sharing.decided.${decided.decision}`, { name: decided.by, when: say.moment(decided.at) })} <span dir="auto">{decided.words}</span></p></Block>}
    {comment && <Block title={t('sharing.one.comment')} size="xs"><p class="ds-paragraph">{commentSaid(comment)}</p>{comment.words && <p class="ds-paragraph prose" dir="auto">{comment.words}</p>}</Block>}
  </>
}

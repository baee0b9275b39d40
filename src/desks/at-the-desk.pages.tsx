import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, markSharedDevice, pageDoors, show, type Answer, type Asked } from '../platform/doors/index.ts'
import { ErrorSummary, Form, Hidden, Narrow, PageHead, Submit, TextArea, TextField, Tick } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { noticeFor, noticesNow } from '../participants/index.ts'
import { deskCodeHash, longestHours, turnMinutes } from './desk.ts'
import { openDeskWith, type OpenDesk } from './desks.queries.ts'
import { ask, enterCode, lookUp } from './desks.verbs.ts'
import { DeskLanguages, LanguageOfPages } from './desk-languages.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const atTheDeskPages = page

export const deskPage = '/desk'
const pages = { opening: '/desk/opening', sent: '/desk/sent', receipt: '/desk/receipt', endings: '/desk/endings' } as const
const deskCookie = 'desk'
/** One person's turn at the device. A browser can send again what it sent before, and would be shown it once more: after the turn it finds an empty form. */
const turnCookie = 'desk-turn'
const turn = z.string().max(40).default('')
/** Whoever goes away in the middle leaves an empty form, and no receipt in sight. */
const turnCloses = { to: deskPage, minutes: turnMinutes, by: pages.endings }

const Code = z.object({ code: field.line('desk.field.code', 40) })
const Ask = z.object({
  name: field.line('desk.field.name'), why: field.text('desk.field.why', 4000), languages: field.line('desk.field.languages').optional(), needsInterpreter: field.tick('desk.field.interpreter').default(false),
  slip: z.string().length(16), text: z.string().max(35).default(''), turn,
})
const Receipt = z.object({ receipt: field.line('desk.field.receipt', 40), turn })

const atTheDesk = { does: 'collect', shows: 'nothing', as: 'doorkeeper' } as const

page.get('/desk', { ...atTheDesk, does: 'consult', takes: z.object({ text: z.string().max(35).optional() }) }, async (work, { text }, attempt, asked) => {
  const desk = await deskOf(work, asked)
  return desk ? askForm(work, asked, { text }, attempt) : codeForm(work, attempt)
})

page.post('/desk/opening', { ...atTheDesk, takes: Code, again: (work, _, attempt) => codeForm(work, attempt) }, async (work, { code }, sent) => {
  const desk = await enterCode(work, code, sent.address)
  if (!desk) return { ...codeForm(work, { values: {}, problems: [{ field: 'code', sentence: t('desk.refused.code') }] }), status: 422 }
  return { kind: 'go', to: deskPage, cookies: [{ name: deskCookie, value: code, seconds: longestHours * 3600 }, newTurn(work), markSharedDevice] }
})

page.post('/desk', { ...atTheDesk, shows: 'referral', takes: Ask, again: (work, _, attempt, asked) => again(work, asked, () => askForm(work, asked, {}, inThisTurn(attempt, asked))) }, async (work, { turn: sentIn, ...asking }, sent) => {
  const desk = await deskOf(work, sent)
  if (!desk) return goTo(deskPage, t('desk.over'))
  if (sentIn !== turnOf(sent)) return goTo(deskPage)
  return goTo(pages.sent, t('desk.sent.receipt', { receipt: await ask(work, desk, asking, sent.address) }))
})

/** The receipt stands here once, above: whoever goes back or loads the page anew finds nothing. */
page.get('/desk/sent', { ...atTheDesk, does: 'consult' }, (work) => show({ title: t('desk.sent'), plain: true, closes: turnCloses, body: <Narrow>
  <PageHead title={t('desk.sent')} sub={t('desk.sent.how')} />
  <Form action={pages.endings} keys={keysOf(work)}><Submit label={t('desk.finish')} /></Form>
</Narrow> }))

/** The next person finds the page as if nobody had been there, in the first language. */
page.post('/desk/endings', { ...atTheDesk, does: 'alter' }, (work) => ({ kind: 'go', to: deskPage, leavesNothing: true, cookies: [newTurn(work), { name: 'language', value: '', seconds: 0 }, { name: 'said', value: '', seconds: 0 }] }))

page.get('/desk/receipt', { ...atTheDesk, does: 'consult' }, (work, _, attempt, asked) => again(work, asked, () => receiptForm(work, asked, attempt)))
page.post('/desk/receipt', { ...atTheDesk, does: 'consult', shows: 'referral', takes: Receipt, again: (work, _, attempt, asked) => again(work, asked, () => receiptForm(work, asked, inThisTurn(attempt, asked))) }, async (work, { receipt, turn: sentIn }, sent) => {
  const desk = await deskOf(work, sent)
  if (!desk) return goTo(deskPage, t('desk.over'))
  if (sentIn !== turnOf(sent)) return goTo(pages.receipt)
  return goTo(pages.receipt, t(`desk.receipt.${await lookUp(work, desk, receipt, sent.address)}`))
})

async function deskOf(work: Work, asked: Asked): Promise<OpenDesk | undefined> {
  const code = asked.cookie(deskCookie)
  return code ? openDeskWith(work, deskCodeHash(code)) : undefined
}

async function again(work: Work, asked: Asked, form: () => Promise<Answer> | Answer): Promise<Answer> {
  return await deskOf(work, asked) ? form() : codeForm(work)
}

function turnOf({ cookie }: Asked): string {
  return cookie(turnCookie) ?? ''
}

function newTurn(work: Work) {
  return { name: turnCookie, value: keysOf(work).once, seconds: longestHours * 3600 }
}

function inThisTurn(attempt: Attempt | undefined, asked: Asked): Attempt | undefined {
  return attempt?.values['turn'] === turnOf(asked) ? attempt : undefined
}

function codeForm(work: Work, attempt?: Attempt) {
  return show({ title: t('desk.device'), plain: true, body: <Narrow>
    <PageHead title={t('desk.device')} sub={t('desk.device.how')} />
    <ErrorSummary attempt={attempt} />
    <Form action={pages.opening} keys={keysOf(work)}>
      <TextField name="code" label={t('desk.field.code')} attempt={attempt} width="medium" required />
      <Submit label={t('desk.device.do')} />
    </Form>
  </Narrow> })
}

async function askForm(work: Work, asked: Asked, { text }: { text?: string | undefined }, attempt?: Attempt) {
  const readIn = text ?? attempt?.values['text'] ?? ''
  const notices = (await noticesNow(work)).filter(({ kind }) => kind === 'asking')
  const notice = await noticeFor(work, 'asking', [...(readIn ? [readIn] : []), work.actor.language])
  return show({ title: t('desk.ask'), plain: true, closes: turnCloses, body: <Narrow>
    <PageHead title={t('desk.ask')} sub={t('desk.ask.sub')} />
    <LanguageOfPages work={work} />
    <ErrorSummary attempt={attempt} />
    <p class="ds-paragraph prose" lang={notice.language} dir="auto">{notice.easy_read}</p>
    <p class="ds-paragraph prose" lang={notice.language} dir="auto">{notice.written}</p>
    <DeskLanguages there={notices.map(({ language }) => language)} shown={notice.language} pages={work.actor.language} />
    <Form action={deskPage} keys={keysOf(work)}>
      <Hidden name="turn" value={turnOf(asked)} />
      <Hidden name="text" value={readIn} />
      <Hidden name="slip" value={attempt?.values['slip'] || keysOf(work).once} />
      <TextField name="name" label={t('desk.field.name')} hint={t('desk.name.hint')} attempt={attempt} required />
      <TextArea name="why" label={t('desk.field.why')} hint={t('desk.why.hint')} attempt={attempt} rows={5} most={4000} required />
      <TextField name="languages" label={t('desk.field.languages')} attempt={attempt} />
      <Tick name="needsInterpreter" label={t('desk.field.interpreter')} attempt={attempt} />
      <Submit label={t('desk.ask.do')} cancel={{ href: pages.receipt, label: t('desk.receipt') }} />
    </Form>
  </Narrow> })
}

function receiptForm(work: Work, asked: Asked, attempt?: Attempt) {
  return show({ title: t('desk.receipt'), plain: true, closes: turnCloses, body: <Narrow>
    <PageHead title={t('desk.receipt')} sub={t('desk.receipt.how')} />
    <ErrorSummary attempt={attempt} />
    <Form action={pages.receipt} keys={keysOf(work)}>
      <Hidden name="turn" value={turnOf(asked)} />
      <TextField name="receipt" label={t('desk.field.receipt')} attempt={attempt} width="medium" required />
      <Submit label={t('desk.receipt.do')} cancel={{ href: deskPage, label: t('desk.ask') }} />
    </Form>
  </Narrow> })
}

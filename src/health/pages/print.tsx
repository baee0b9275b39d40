import { thePerson } from '../../participants/index.ts'
import { dayAt } from '../../platform/day.ts'
import { pdfOf } from '../../platform/document/index.ts'
import { giveFile, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Link, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { currentReader, installedLanguages, isInstalled, readerOf, reading, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { ownHelpPage, ownPrintedPage, printedPage, type PlanHere } from '../addresses.ts'
import { isInForce, planParts, type SafetyPlan } from '../advice.ts'
import { safetyPlansOf } from '../health.queries.ts'
import { planInForce } from '../health.verbs.ts'
import { t } from '../words.ts'
import { Way } from './parts.tsx'

/** Asks the question that has to be asked before paper exists; then offers the headings in every language that is here. The words stay the person's. */
export async function showPrint(work: Work, here: PlanHere) {
  const person = await thePerson(work)
  await planToPrint(work, here.planId)
  return show({ title: t('health.print'), body: <Narrow>
    <Way person={person} here={t('health.print')} />
    <PageHead title={t('health.print')} sub={person.name} />
    <Notice kind="care" title={t('health.print.safe')}>{t('health.print.safe.hint')}</Notice>
    <Block title={t('health.print.yes')} size="xs">
      <ul class="ds-list">{installedLanguages().map(({ code, name }) => <li><Link href={printedPage(here, code)}>{t('health.print.in', { language: name })}</Link></li>)}</ul>
    </Block>
  </Narrow> })
}

export async function givePrint(work: Work, { planId, language }: PlanHere & { language: string }) {
  const plan = await planToPrint(work, planId)
  if (!isInstalled(language)) throw refuse('not-found')
  const reader = readerOf(language, work.timeZone)
  return reading(reader, () => sheetOf(plan))
}

/** The person's own copy, in the language they read here. */
export async function showOwnPrint(work: Work) {
  await myPlan(work)
  return show({ title: t('health.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownHelpPage, label: t('health.own.title') }]} here={t('health.own.print')} />
    <PageHead title={t('health.own.print')} />
    <Notice kind="care" title={t('health.print.safe')}>{t('health.own.print.safe')}</Notice>
    <p class="actions"><ButtonLink href={ownPrintedPage}>{t('health.own.print.do')}</ButtonLink></p>
  </Narrow> })
}

export async function giveOwnPrint(work: Work) {
  return sheetOf(await myPlan(work))
}

async function myPlan(work: Work): Promise<SafetyPlan> {
  const plan = planInForce(await safetyPlansOf(work, work.actor.id))
  if (!plan) throw refuse('not-found')
  return plan
}

/** The one that holds: an older sheet beside a newer one helps nobody at night. */
async function planToPrint(work: Work, planId: string): Promise<SafetyPlan> {
  const plan = (await safetyPlansOf(work, work.about)).find((one) => one.publicId === planId && isInForce(one))
  if (!plan) throw refuse('not-found')
  return plan
}

/** One sheet to keep: the four parts in the person's words and the day. No name, no role, no service: it is read by whoever finds it. */
function sheetOf(plan: SafetyPlan) {
  const reader = currentReader()
  const data = {
    file: t('health.paper.file'), title: t('health.paper.title'), foot: say.day(dayAt(plan.writtenAt, reader.timeZone)),
    parts: planParts.flatMap((part) => (plan[part] ? [{ heading: t(`health.part.${part}`), words: plan[part] }] : [])),
  }
  return giveFile({ bytes: pdfOf(template, data, reader), type: 'application/pdf', name: 'note.pdf', inline: true })
}

const template = String.raw`
#set document(title: data.file)
#set page(footer: align(center, text(size: 9pt, data.foot)))
#set text(size: 13pt)
= #data.title
#for part in data.parts {
  block(above: 1.6em, breakable: false)[
    == #part.heading
    #own(part.words)
  ]
}
`

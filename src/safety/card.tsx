import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { raw } from 'hono/html'
import { Icon, Link } from '../platform/page/index.ts'
import { currentReader, say } from '../platform/words/index.ts'
import { cardEditPage, newIncidentPage, printedCardPage } from './addresses.ts'
import { kinds, type Kind } from './incident.ts'
import type { CardText, Standing } from './standing.ts'
import { t } from './words.ts'

/** Who writes of crises; only they are led to the form. */
export const writersOfCrises = ['facilitator', 'mentor', 'assessor', 'coordinator', 'case_manager', 'health', 'circle_coordinator', 'circle_volunteer']

/** Whose card it is: colleagues who write of people, other colleagues, whoever keeps the numbers, and everybody else (the person, nobody signed in). */
export type CardReader = 'casework' | 'colleague' | 'administrator' | 'everybody'

/**
 * The card in every page, opened by one tap, without script and without asking the network for anything. It is drawn once for each
 * language and reader, and kept until what it says changes.
 */
export function crisisCard(standing: Standing, reader: CardReader): Child {
  const { language, direction } = currentReader()
  const key = `${language} ${direction} ${reader}`
  const drawn = standing.drawn.get(key) ?? textOf(<Card standing={standing} reader={reader} />)
  standing.drawn.set(key, drawn)
  return raw(drawn)
}

function textOf(drawn: JSX.Element): string {
  if (drawn instanceof Promise) throw new Error('The card waits for nothing: it has to be in every page.')
  return drawn.toString()
}

function Card({ standing, reader }: { standing: Standing, reader: CardReader }) {
  return <details class="crisis" name="top">
    <summary><Icon name="urgent" /><span>{t('safety.card.open')}</span></summary>
    <div class="crisis-card" role="region" aria-label={t('safety.card.open')}>
      {reader === 'everybody' ? <ForEverybody standing={standing} /> : <ForColleagues standing={standing} />}
      <p class="crisis-links">
        {reader === 'casework' && <Link href={newIncidentPage}>{t('safety.card.record')}</Link>}
        {reader === 'administrator' && <Link href={cardEditPage}>{t('safety.card.edit')}</Link>}
        {reader !== 'everybody' && <Link href={printedCardPage}>{t('safety.card.print')}</Link>}
      </p>
      {reader === 'casework' && <p>{t('safety.card.no-network')}</p>}
    </div>
  </details>
}

/** What to do now, for a colleague: numbers first, then a sentence or two for each kind of crisis. */
export function ForColleagues({ standing }: { standing: Standing }) {
  return <>
    <p class="crisis-first">{t('safety.card.first')}</p>
    <Numbers standing={standing} everybody={false} />
    <dl class="crisis-do">{kinds.map((kind) => <div><dt>{t(`safety.kind.${kind}`)}</dt><dd dir="auto">{standing.words[wordsOf[kind]] || t(`safety.card.do.${kind}`)}</dd></div>)}</dl>
    <OnDuty names={standing.duty.map(({ name }) => name)} words={standing.words.on_duty_here} />
  </>
}

/** For the person, and for whoever has not signed in: it names no programme, and nothing that would say why somebody reads it. */
export function ForEverybody({ standing }: { standing: Standing }) {
  return <>
    <p class="crisis-first" dir="auto">{standing.words.for_everybody || t('safety.card.do.everybody')}</p>
    <Numbers standing={standing} everybody />
    <OnDuty names={standing.duty.filter(({ forEverybody }) => forEverybody).map(({ name }) => name)} words={standing.words.on_duty_here} />
  </>
}

function Numbers({ standing, everybody }: { standing: Standing, everybody: boolean }) {
  const numbers = standing.numbers.filter(({ forEverybody }) => forEverybody || !everybody)
  if (numbers.length === 0) return <p>{everybody ? t('safety.card.no-number.everybody') : t('safety.card.no-number')}</p>
  return <ul class="crisis-numbers">{numbers.map(({ label, number, note }) => <li>
    <a href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`}><span dir="auto">{label}</span><b dir="ltr">{number}</b></a>{note && <small dir="auto">{note}</small>}
  </li>)}</ul>
}

function OnDuty({ names, words }: { names: string[], words: string }) {
  return <>
    {words && <p dir="auto">{words}</p>}
    {names.length > 0 && <p>{t('safety.card.on-duty', { count: names.length, names: say.list(names) })}</p>}
  </>
}

const wordsOf: Record<Kind, keyof CardText> = { 'self-harm': 'on_self_harm', threat: 'on_threat', child: 'on_child', against: 'on_against' }

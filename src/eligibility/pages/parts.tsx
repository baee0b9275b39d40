import type { Person } from '../../participants/index.ts'
import { Crumbs, DetailsFold, Link, Tag } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { rolesInWords, type Programme } from '../../programmes/index.ts'
import { mayGoOn, recordSaysOtherwise, sideOf, standingOf, writesDespite, type Given, type Question } from '../eligibility.ts'
import { answerSaid, factSaid, goesOnSaid, kindSaid, writtenSaid } from '../said.ts'
import { t } from '../words.ts'
import { eligibilityPage, goOnPage, programmeFor, rulePage, type Here } from './addresses.ts'

/** The way back: the person, what programmes ask, this one. */
export function Way({ person, here, programme }: { person: Person, here: string, programme?: { at: Here, title: string } }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }]
  if (programme || here !== t('eligibility.title')) above.push({ href: eligibilityPage(person.public_id), label: t('eligibility.title') })
  if (programme) above.push({ href: programmeFor(programme.at), label: programme.title })
  return <Crumbs above={above} here={here} />
}

/** One question with its answer and the evidence; what was answered before is folded under it. `mine`: what this reader writes as, if they write at all. */
export function Asked({ question, all, definition, here, mine }: { question: Question, all: Question[], definition: Programme, here: Here, mine: string | undefined }) {
  const at = { ...here, rule: question.rule.id }
  return <li>
    <h3 class="ds-heading" data-size="2xs"><span dir="auto">{question.rule.asks}</span> <Tag>{kindSaid(question.rule.kind)}</Tag></h3>
    {question.rule.says && <p class="ds-paragraph muted" data-size="sm" dir="auto">{question.rule.says}</p>}
    {question.rule.any_of && <p class="ds-paragraph muted" data-size="sm">{t('eligibility.one-of')}</p>}
    <Answered question={question} />
    <p class="ds-paragraph muted" data-size="sm">{t('eligibility.answered-by', { roles: rolesInWords(definition, question.rule.answered_by) })} {goesOnSaid(definition, question.rule)}</p>
    {mine && <p class="ds-paragraph actions" data-size="sm">
      <Link href={rulePage(at)}>{question.given.length === 0 ? t('eligibility.answer.do') : t('eligibility.answer.again')}<span class="ds-sr-only">: {question.rule.asks}</span></Link>
      {writesDespite(mine, mayGoOn(definition, question.rule)) && sideOf(question, all) === 'against' && <> · <Link href={goOnPage(at)}>{t('eligibility.goes-on.do')}<span class="ds-sr-only">: {question.rule.asks}</span></Link></>}
    </p>}
    <Before question={question} />
  </li>
}

/** What holds now, and on what it rests. An answer that was taken from the record says so. */
export function Answered({ question }: { question: Question }) {
  const { answer, from, latest } = standingOf(question)
  return <>
    <p class="ds-paragraph"><b>{answerSaid(answer)}.</b> {latest && <><span dir="auto">{latest.words}</span> <span class="muted">{t('eligibility.said', { name: latest.saidBy, day: say.day(latest.seenOn) })}</span></>}{from === 'record' && t('eligibility.from-record')}</p>
    {latest && <p class="ds-paragraph muted" data-size="sm">{writtenSaid(latest)}</p>}
    {question.fact && <p class="ds-paragraph" data-size="sm">{t('eligibility.recorded', { fact: factSaid(question.fact) })} {!('answer' in question.fact) && t('eligibility.fact.no-answer')} {recordSaysOtherwise(question) && <b>{t('eligibility.record-differs')}</b>}</p>}
  </>
}

function Before({ question: { rule, given }, question }: { question: Question }) {
  const { latest } = standingOf(question)
  const earlier = given.filter((one) => one !== latest)
  return earlier.length === 0 ? null : <DetailsFold summary={t('eligibility.history', { count: earlier.length })}>
    <ol class="timeline">{earlier.map((one) => <Earlier one={one} asks={rule.asks} />)}</ol>
  </DetailsFold>
}

function Earlier({ one, asks }: { one: Given, asks: string }) {
  return <li>
    <time datetime={one.writtenAt}>{say.moment(one.writtenAt)}</time><b>{answerSaid(one.answer)}</b>
    <div><span dir="auto">{one.words}</span> <span class="muted">{t('eligibility.said', { name: one.saidBy, day: say.day(one.seenOn) })} {writtenSaid(one)}</span>
      {one.asked !== asks && <p class="ds-paragraph" data-size="sm">{t('eligibility.history.other-question', { asked: one.asked })}</p>}</div>
  </li>
}

import { Block, Empty } from '../../platform/page/index.ts'
import type { Closing } from './closing.ts'
import { answeredSaid, signatureSaid, type Section, type ToldTo } from './closing-said.ts'
import { t } from './words.ts'

/** A part: what is known, then what the facilitator says of it. */
export function SectionShown({ section: { part, title, facts, said } }: { section: Section }) {
  return <Block title={title} size="xs">
    <Facts part={part} facts={facts} />
    <p class="ds-paragraph prose" dir="auto">{said}</p>
  </Block>
}

export function Facts({ part, facts }: Pick<Section, 'part' | 'facts'>) {
  if (facts.length === 0) return <Empty>{t(part === 'goals' ? 'closing.fact.no-goals' : part === 'agreements' ? 'closing.fact.no-agreements' : 'closing.fact.no-units')}</Empty>
  return <ul class="ds-list">{facts.map((fact) => <li dir="auto">{fact}</li>)}</ul>
}

/** What the person says of it: an objection stands here as long as the report does. */
export function Answers({ report, to }: { report: Closing, to: ToldTo }) {
  return <Block title={t(to === 'person' ? 'closing.answers.yours' : 'closing.answers')} size="xs">
    {report.answers.length === 0 ? <Empty>{t(to === 'person' ? 'closing.answers.none-yours' : 'closing.answers.none')}</Empty> : <ul class="ds-list">{report.answers.map((one) =>
      <li>{answeredSaid(one, to)}{one.words && <> <q dir="auto">{one.words}</q></>}</li>)}</ul>}
  </Block>
}

export function Signatures({ report }: { report: Closing }) {
  return <Block title={t('closing.signatures')} size="xs">
    {report.signatures.length === 0 ? <Empty>{t('closing.signatures.none')}</Empty> : <ul class="ds-list">{report.signatures.map((one) => <li>{signatureSaid(one)}</li>)}</ul>}
  </Block>
}

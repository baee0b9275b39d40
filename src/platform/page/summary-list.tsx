import type { Child } from 'hono/jsx'
import { t } from './words.ts'

/** One answer; `change` leads back to where it was given. */
export type Answer = { label: Child, value: Child, change?: string }

/** "Check your answers", and any other list of facts. */
export function SummaryList({ answers }: { answers: Answer[] }) {
  return <dl class="summary">{answers.map(answer =>
    <div>
      <dt>{answer.label}</dt>
      <dd>{isGiven(answer.value) ? answer.value : <span class="muted">{t('page.answers.none')}</span>}</dd>
      {answer.change && <dd class="summary-change"><a class="ds-link" href={answer.change}>{t('page.answers.change')}<span class="ds-sr-only"> {answer.label}</span></a></dd>}
    </div>)}
  </dl>
}

function isGiven(value: Child): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}

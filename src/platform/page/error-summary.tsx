import type { Attempt, Problem } from '../attempt.ts'
import { fieldId } from './field.tsx'
import { t } from './words.ts'

/** At the top of a form that came back: what to mend, each a link to its field. It takes the focus, so that nobody has to look for it. */
export function ErrorSummary({ attempt }: { attempt?: Attempt | undefined }) {
  const problems = attempt?.problems ?? []
  if (problems.length === 0) return null
  return <div class="ds-error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
    <h2 class="ds-heading" id="error-summary-title">{t('page.problems.title', { count: problems.length })}</h2>
    <p class="ds-paragraph" data-size="sm">{t('page.problems.kept')}</p>
    <ul class="ds-list">{problems.map(problem => <li><ProblemLine {...problem} /></li>)}</ul>
  </div>
}

function ProblemLine({ field, sentence }: Problem) {
  if (field === '') return <>{sentence}</>
  return <a class="ds-link" href={`#${encodeURIComponent(fieldId(field))}`}>{sentence}</a>
}

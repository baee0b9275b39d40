import { Icon } from './icon.tsx'
import { t } from './words.ts'

export type PathStep = {
  label: string
  /** A day, or how far: "session 23 of about 50". */
  note?: string
  state: 'done' | 'now' | 'ahead'
  /** Of the present step, the part behind us: 0 to 1. */
  share?: number
  href?: string
}

/** A person's path, from referral to outside, always in sight. Marks differ in form, not only in colour. */
export function Path({ steps }: { steps: PathStep[] }) {
  return <ol class="path" aria-label={t('page.path')}>{steps.map(step =>
    <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
      <span class="path-mark">{step.state === 'done' && <Icon name="check" />}</span>
      {step.share !== undefined && <Walked share={step.share} />}
      <b><span class="ds-sr-only">{t(`page.path.${step.state}`)} </span>{step.href ? <a href={step.href}>{step.label}</a> : step.label}</b>
      {step.note && <span class="path-note">{step.note}</span>}
    </li>)}
  </ol>
}

function Walked({ share }: { share: number }) {
  const width = Math.round(Math.min(Math.max(share, 0), 1) * 100)
  return <svg class="path-walked" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><rect width={width} height="3" /></svg>
}

import { roleName } from '../access/index.ts'
import { keysOf } from '../platform/doors/index.ts'
import { Form, Hidden } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { t } from './words.ts'

type Hat = { shape: string, roles: string[] }

/** One button for each hat: what one works as, and what one then sees. */
export function HatForms({ action, work, hats }: { action: string, work: Work, hats: Hat[] }) {
  return <ul class="hats">{hats.map(({ shape, roles }) => <li>
    <Form action={action} keys={keysOf(work)}>
      <Hidden name="shape" value={shape} />
      <p class="ds-paragraph"><b>{say.list(roles.map(roleName))}</b><br />{t(`account.hat.${hatOf(shape)}`)}</p>
      <button class="ds-button" data-variant="secondary" type="submit">{t('account.hats.work-as', { roles: say.list(roles.map(roleName)) })}</button>
    </Form>
  </li>)}</ul>
}

function hatOf(shape: string): 'casework' | 'referrer' | 'counts' | 'oversight' | 'administrator' {
  return shape === 'referrer' || shape === 'counts' || shape === 'oversight' || shape === 'administrator' ? shape : 'casework'
}

import { asset } from './asset.ts'

/** A small script of our own that adds to a page what it cannot do alone. The page works without it. */
export function Island({ name }: { name: 'drafts.js' | 'shared-screen.js' | 'short-forms.js' | 'unsent.js' }) {
  return <script type="module" src={asset(name)}></script>
}

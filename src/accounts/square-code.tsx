import { encode } from 'uqr'
import { t } from './words.ts'

/** A text as a square code, drawn here: nothing goes to another machine. Always dark on light, whatever the theme, or cameras fail. */
export function SquareCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : '')).join('')
  return <svg class="square-code" role="img" aria-label={t('account.codes.square')} viewBox={`0 0 ${size} ${size}`} width="220" height="220" shape-rendering="crispEdges">
    <rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" />
  </svg>
}

import { createHash } from 'node:crypto'
import type * as Plot from '@observablehq/plot'

/** A picture, and everything it says in words and figures, for whoever cannot see it or wants the numbers. */
export type Picture = {
  title: string
  /** One or two sentences: what is drawn, and how to read it. */
  says: string
  svg: string
  table: { columns: string[], rows: string[][] }
}

type Marks = Omit<Plot.PlotOptions, 'document' | 'className' | 'style'>

// What is used of the two, said without the types of a browser, which this program does not have.
type Drawing = { plot(options: object): { outerHTML: string } }
type Paper = { parseHTML(html: string): { document: unknown } }

const letters = 'Inter'

/**
 * Draws to SVG, here and not in the browser. The same marks give the same text. No colours: lines and letters take the colour of the page,
 * so that the picture can be read in the dark theme and in grey. `name` is what a screen reader says in its place.
 */
export async function drawn(name: string, marksWith: (plot: typeof Plot) => Marks): Promise<string> {
  // Loaded with the first picture: most processes never draw one.
  const [plotting, documents] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const [drawing, paper]: [Drawing, Paper] = [plotting, documents]
  const { document } = paper.parseHTML('<!doctype html><html><body></body></html>')
  const svg = drawing.plot({ width: 720, height: 320, marginLeft: 56, marginBottom: 44, ...marksWith(plotting), document, className: 'picture' })
  return withName(withOwnIds(plain(svg.outerHTML), name), name)
}

/** Without what the content policy refuses (styles in the text) and without the library's own English for screen readers. */
function plain(svg: string): string {
  return svg.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/ (style|aria-label|aria-description)="[^"]*"/g, '')
    .replaceAll('var(--plot-background)', 'none').replace(/font-size="10"/, 'font-size="13"').replace(/font-family="[^"]*"/, `font-family="${letters}"`)
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
}

/** The library numbers what it cuts off through all pictures of a process; here the numbers begin anew, and belong to the picture's name. */
function withOwnIds(svg: string, name: string): string {
  const own = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const found = [...new Set([...svg.matchAll(/plot-clip-\d+/g)].map(([id]) => id))]
  return svg.replace(/plot-clip-\d+/g, (id) => `part-${own}-${found.indexOf(id)}`)
}

function withName(svg: string, name: string): string {
  const safe = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return svg.replace('<svg ', `<svg role="img" aria-label="${safe}" xmlns="http://www.w3.org/2000/svg" `)
}

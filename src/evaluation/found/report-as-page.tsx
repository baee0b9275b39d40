import { raw } from 'hono/html'
import { currentReader } from '../../platform/words/index.ts'
import { t } from '../words.ts'
import type { Report } from './report.ts'

/** The report as one page of its own, which needs nothing else to be read. It is kept beside the PDF; the same data give the same bytes. */
export async function reportAsPage(report: Report): Promise<string> {
  const { language, direction } = currentReader()
  const page = <html lang={language} dir={direction}>
    <head>
      <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{t('evaluation.report.title')}</title>
      <style>{raw(look)}</style>
    </head>
    <body><main>
      <h1 dir="auto">{report.title}</h1>
      <p>{report.sub}</p>
      <p class="notice">{report.notice}</p>
      {report.parts.map((part) => <section>
        <h2>{part.title}</h2>
        {part.paragraphs.map((paragraph) => <p dir="auto">{paragraph}</p>)}
        {part.facts.length > 0 && <dl>{part.facts.map(({ label, value }) => <><dt>{label}</dt><dd dir="auto">{value}</dd></>)}</dl>}
        {part.table && <Figures table={part.table} />}
      </section>)}
      {report.pictures.map((picture) => <section><h2>{picture.title}</h2><figure>{raw(picture.svg)}<figcaption>{picture.says}</figcaption></figure><Figures table={picture.table} /></section>)}
    </main></body>
  </html>
  return `<!doctype html>\n${String(await page)}\n`
}

function Figures({ table }: { table: { columns: string[], rows: string[][] } }) {
  return <div class="wide" tabindex={0}><table>
    <thead><tr>{table.columns.map((column) => <th scope="col">{column}</th>)}</tr></thead>
    <tbody>{table.rows.map(([first, ...others]) => <tr><th scope="row">{first}</th>{others.map((cell) => <td>{cell}</td>)}</tr>)}</tbody>
  </table></div>
}

const look = `body{font:1rem/1.6 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}main{max-width:46rem;margin:0 auto;padding:1.5rem}h1,h2{line-height:1.25}.notice{border:1px solid;padding:.75rem}
dt{font-weight:600}dd{margin:0 0 .6rem}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:start;font-weight:400}thead th{font-weight:600}
figure{margin:0}svg{max-width:100%;height:auto}@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}}@media print{section{break-inside:avoid-page}}`

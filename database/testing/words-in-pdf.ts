import { inflateSync } from 'node:zlib'

/** Everything that somebody can read in one of our PDFs: what stands on its pages, and everything that is told about it. What is drawn is pressed together and by glyph: searched as bytes it would say nothing. */
export function wordsInPdf(pdf: Uint8Array): { pages: number, drawn: string, told: string } {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [number!, body!]))
  const fonts = new Map([...text.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, lettersOf(objects, number!)]))
  const contents = [...objects.values()].flatMap(streamIn).filter((drawn) => drawn.includes('BT'))
  return { pages: (text.match(/\/Type \/Page\b/g) ?? []).length, drawn: contents.map((drawn) => drawnBy(drawn, fonts)).join('\n'), told: [...objects.values()].map((body) => body.split('stream')[0] === body || body.includes('xpacket') ? body : '').join('\n') }
}

type Letters = Map<number, string>

function lettersOf(objects: Map<string, string>, font: string): Letters {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1]
  const cmap = objects.get(map ?? '') ?? ''
  return new Map([...cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi)].map(([, glyph, letters]) => [Number.parseInt(glyph!, 16), Buffer.from(letters!, 'hex').swap16().toString('utf16le')]))
}

function streamIn(body: string): string[] {
  const [head, data] = body.split(/stream\r?\n/, 2)
  if (data === undefined || !head!.includes('FlateDecode')) return []
  return [inflateSync(Buffer.from(body.slice(head!.length).replace(/^stream\r?\n/, ''), 'latin1')).toString('latin1')]
}

function drawnBy(content: string, fonts: Map<string, Letters>): string {
  let letters: Letters = new Map()
  return [...content.matchAll(/\/(f\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ|\(((?:\\[\s\S]|[^\\)])*)\) Tj/g)].map(([, font, several, one]) => {
    if (font !== undefined) letters = fonts.get(font) ?? letters
    return [...(several ?? (one === undefined ? '' : `(${one})`)).matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, glyphs]) => spelled(glyphs!, letters)).join('')
  }).join(' ')
}

function spelled(escaped: string, letters: Letters): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const bytes = Buffer.from(escaped.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) => (/^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : named[sign] ?? sign)), 'latin1')
  return Array.from({ length: bytes.length / 2 }, (_, place) => letters.get(bytes.readUInt16BE(place * 2)) ?? '').join('')
}

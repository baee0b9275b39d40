import { createHash } from 'node:crypto'
import { refuse } from '../refusals.ts'
import type { ImportFile } from './import-file.ts'
import { importLimits } from './import-limits.ts'
import './import.refusals.ts'

/** The ways of writing letters as bytes that a person may also choose by hand. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'iso-8859-2', 'iso-8859-15', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

export type BytesSeen = { sha256: string, size: number, encoding: Encoding }

/** Reads all bytes once: their print, and how letters are written in them. Refuses what is no text, and what it cannot tell. */
export async function inspectBytes(file: ImportFile, chosen?: Encoding): Promise<BytesSeen> {
  if (file.size > importLimits.bytes) throw tooLarge(file.size)
  const seen = await lookAtBytes(file)

  if (seen.size === 0) throw refuse('import-file-empty')
  refuseOtherKinds(seen.head)
  return { sha256: seen.sha256, size: seen.size, encoding: chosen ?? encodingOf(seen) }
}

/** The file's text in pieces, without the mark at its beginning. */
export async function* textOf(file: ImportFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of file.open()) {
    const text = decoder.decode(piece, { stream: true })
    // A few came with a dump of a database; many (`inspectBytes`) are no text. No cell can hold one, so it is said to be lost.
    if (text !== '') yield text.replaceAll('\0', '\ufffd')
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

type Look = { sha256: string, size: number, head: Uint8Array, validUtf8: boolean, zerosEven: number, zerosOdd: number, controls: number, undefined1252: number, pairs: number, loners: number, letters: LetterLook }

async function lookAtBytes(file: ImportFile): Promise<Look> {
  const hash = createHash('sha256')
  const utf8 = utf8Check()
  const look = { size: 0, head: new Uint8Array(), zerosEven: 0, zerosOdd: 0, controls: 0, undefined1252: 0, pairs: 0, loners: 0, letters: { western: 0, odd: 0 } }

  for await (const piece of file.open()) {
    if (look.size + piece.length > importLimits.bytes) throw tooLarge(look.size + piece.length)
    if (look.head.length < 16) look.head = Buffer.concat([look.head, piece.subarray(0, 16)])
    hash.update(piece)
    countBytes(piece, look)
    countPairs(piece, look)
    if (!utf8.add(piece)) lookAtLetters(piece, look.letters)
    look.size += piece.length
  }
  return { ...look, sha256: hash.digest('hex'), validUtf8: utf8.end() }
}

function countBytes(piece: Uint8Array, look: { size: number, zerosEven: number, zerosOdd: number, controls: number, undefined1252: number }): void {
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at] ?? 0
    if (byte >= 0x20 && byte < 0x80) continue
    if (byte === 0 && (look.size + at) % 2 === 0) look.zerosEven++
    else if (byte === 0) look.zerosOdd++
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) look.controls++
    else if (undefinedIn1252.has(byte)) look.undefined1252++
  }
}

/** A letter of UTF-8 that is none of the plain ones is a byte that begins it and those that go on. Alone, either is no letter there. */
function countPairs(piece: Uint8Array, look: { pairs: number, loners: number }): void {
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at] ?? 0
    if (byte < 0x80) continue
    if (byte >= 0xc0 && goesOn(piece[at + 1] ?? 0)) look.pairs++
    else if (byte >= 0xc0 || (piece[at - 1] ?? 0x80) < 0x80) look.loners++
  }
}

function goesOn(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0
}

const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function utf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  const attempt = (piece?: Uint8Array): boolean => {
    try {
      if (valid) decoder.decode(piece, { stream: piece !== undefined })
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault
      valid = false
    }
    return valid
  }
  return { add: attempt, end: () => attempt() }
}

type LetterLook = { western: number, odd: number }

/**
 * Windows-1252 gives a letter for nearly every byte, so nothing fails: Cyrillic comes out as "Ïåòðîâ", Polish as "³ódŸ".
 * In Western languages a marked letter stands mostly alone among plain ones; two together, or a sign such as "³"
 * inside a word, says that these bytes mean other letters.
 */
function lookAtLetters(piece: Uint8Array, letters: LetterLook): void {
  const text = decoder1252.decode(piece)
  letters.western += countOf(text, /[À-ÖØ-öø-ÿŠšŽžŒœŸ]/g)
  letters.odd += countOf(text, /[À-ÖØ-öø-ÿ]{3,}/g) * 3 + countOf(text, /[A-Za-zÀ-ÖØ-öø-ÿ][¹³¿¼¾£¥¯ª°±²´µ¶¸Ÿ¡¢¤¦¨¬][A-Za-zÀ-ÖØ-öø-ÿ]/g)
}

const decoder1252 = new TextDecoder('windows-1252')

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function encodingOf(look: Look): Encoding {
  const marked = encodingByMark(look.head)
  if (marked === 'utf-8' && !look.validUtf8 && look.loners > look.pairs) throw refuse('import-file-unknown-letters')
  if (marked) return marked

  const byZeros = encodingByZeros(look)
  if (byZeros) return byZeros
  // A few come in with texts that were pasted; many are no text.
  const isProgram = look.head.includes(0) || look.controls + look.zerosEven + look.zerosOdd > 5 + look.size / 100
  if (isProgram) throw refuse('import-file-not-text')
  // One letter broken among many does not make another way of writing of them: its row says that a letter was lost.
  if (look.validUtf8 || look.pairs > look.loners * 10) return 'utf-8'
  if (look.undefined1252 > 0) throw refuse('import-file-unknown-letters')
  if (look.letters.odd > look.letters.western / 10) throw refuse('import-file-other-letters')
  return 'windows-1252'
}

function encodingByMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

// UTF-16 without its mark: delimiters, digits and line ends have a zero beside them, always on the same side.
function encodingByZeros(look: Look): Encoding | undefined {
  if (look.size % 2 === 0 && look.zerosEven === 0 && look.zerosOdd > look.size / 10) return 'utf-16le'
  return look.size % 2 === 0 && look.zerosOdd === 0 && look.zerosEven > look.size / 10 ? 'utf-16be' : undefined
}

function refuseOtherKinds(head: Uint8Array): void {
  const beginning = Buffer.from(head).toString('latin1')
  if (beginning.startsWith('PK\x03\x04') || beginning.startsWith('\xd0\xcf\x11\xe0')) throw refuse('import-file-spreadsheet')
  // Older systems give a page of the web the ending of a spreadsheet.
  if (/^(\xef\xbb\xbf)?\s*(<(!doctype|html|table|\?xml)|[[{]\s*[{"])/i.test(beginning)) throw refuse('import-file-not-text')
  if (['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\x1f\x8b', '{\\rtf'].some(mark => beginning.startsWith(mark))) throw refuse('import-file-not-text')
}

function tooLarge(size: number) {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return refuse('import-file-too-large', { size: megabytes(size), most: megabytes(importLimits.bytes) })
}

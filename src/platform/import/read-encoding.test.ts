import { expect, test } from 'vitest'
import { fileOfBytes } from './import-file.ts'
import { tableFormatOf } from './read-delimiter.ts'
import { inspectBytes, textOf, type Encoding } from './read-encoding.ts'

const text = 'Nummer;Navn\r\nFV-1;Søren Ibáñez\r\nFV-2;Åse Çelik\r\n'

async function inspect(bytes: Uint8Array, chosen?: Encoding) {
  return inspectBytes(fileOfBytes('trial.csv', bytes), chosen)
}

async function whole(bytes: Uint8Array, encoding: Encoding) {
  return (await Array.fromAsync(textOf(fileOfBytes('trial.csv', bytes), encoding))).join('')
}

const utf16be = (of: string) => Buffer.from(of, 'utf16le').swap16()

test.each<[string, Uint8Array, Encoding]>([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\ufeff' + text), 'utf-8'],
  ['plain letters only', Buffer.from('a;b\n1;2\n'), 'utf-8'],
  ['UTF-16 as a spreadsheet saves "Unicode text"', Buffer.from('\ufeff' + text, 'utf16le'), 'utf-16le'],
  ['UTF-16 with the other byte first', utf16be('\ufeff' + text), 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['UTF-16 without a mark, the other byte first', utf16be(text), 'utf-16be'],
  ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ['Windows-1252 in which two bytes would be one letter of UTF-8', Buffer.from(`${text}FV-3;Vÿ ³\r\n`, 'latin1'), 'windows-1252'],
])('it knows the letters of %s', async (_, bytes, encoding) => {
  expect((await inspect(bytes)).encoding).toBe(encoding)
  expect(await whole(bytes, encoding)).toContain(encoding === 'utf-8' && bytes.length < 20 ? 'a;b\n1;2\n' : text)
})

test.each<[string, Uint8Array]>([
  ['a letter of Windows-1252 among many of UTF-8', Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from('FV-9;S\xf8ren\n', 'latin1'), Buffer.from('FV-10;Åse\n')])],
  ['a last letter cut through', Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xc3])])],
  ['a letter of Windows-1252 under the mark of UTF-8', Buffer.concat([Buffer.from(`\ufeff${text}`), Buffer.from('FV-9;S\xf8ren\n', 'latin1')])],
  ['an empty sign out of the dump of a database', Buffer.from(`${text}FV-9;S\0ren\n`)],
])('it reads a file with %s to its end, and loses that letter alone', async (_, bytes) => {
  const { encoding } = await inspect(bytes)
  const read = await whole(bytes, encoding)
  expect([encoding, read.split('\ufffd').length - 1, read.startsWith(text)]).toEqual(['utf-8', 1, true])
})

test.each<[string, Uint8Array, string]>([
  ['an empty file', Buffer.from(''), 'import-file-empty'],
  ['a spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), 'import-file-spreadsheet'],
  ['an old spreadsheet', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'import-file-spreadsheet'],
  ['a page of the web that calls itself a spreadsheet', Buffer.from('<html><table><tr><td>Number'), 'import-file-not-text'],
  ['objects of a program', Buffer.from('\ufeff[{"number": 1}]'), 'import-file-not-text'],
  ['many empty signs', Buffer.from(`Number;Name and more\n${'Nav;By\n'.repeat(40).replaceAll('v', '\0')}`), 'import-file-not-text'],
  ['Windows-1252 under the mark of UTF-8', Buffer.concat([Buffer.from('\ufeff'), Buffer.from('Navn\nS\xf8ren \xd8rn\n', 'latin1')]), 'import-file-unknown-letters'],
  ['a PDF', Buffer.from('%PDF-1.7 and more'), 'import-file-not-text'],
  ['bytes that are no text', Buffer.from(Array.from({ length: 500 }, (_, index) => index * 7 % 256)), 'import-file-not-text'],
  ['Windows-1252 with a byte that means nothing there', Buffer.from('Navn;By\nS\xf8ren;\x81rhus\n', 'latin1'), 'import-file-unknown-letters'],
  ['Cyrillic letters of Windows-1251', Buffer.from('\xc8\xec\xff;\xc3\xee\xf0\xee\xe4\n\xcf\xe5\xf2\xf0\xee\xe2;\xcc\xee\xf1\xea\xe2\xe0\n', 'latin1'), 'import-file-other-letters'],
  ['Polish letters of Windows-1250', Buffer.from('Imi\xea;Miasto\nWa\xb3\xeasa;\xa3\xf3d\x9f\nKa\xb3u\xbfa;Pas\xb3\xeak\n', 'latin1'), 'import-file-other-letters'],
  ['a file put together from UTF-8 and Windows-1252', Buffer.concat([Buffer.from('Navn;By\nSøren;Ærø\n'), Buffer.from('B\xf8rge;By\n', 'latin1')]), 'import-file-other-letters'],
])('it refuses %s', async (_, bytes, code) => {
  await expect(inspect(bytes)).rejects.toMatchObject({ code })
})

test('it reads letters that it cannot tell when a person says what they are', async () => {
  const bytes = Buffer.from('Imi\xea;Miasto\nWa\xb3\xeasa;\xa3\xf3d\x9f\n', 'latin1')
  expect((await inspect(bytes, 'windows-1250')).encoding).toBe('windows-1250')
  expect(await whole(bytes, 'windows-1250')).toContain('Wałęsa;Łódź')
})

test('it refuses a file of 200 MB before reading it', async () => {
  const opened = { count: 0 }
  const large = { name: 'large.csv', size: 200 * 1024 * 1024, open: () => { opened.count++; return fileOfBytes('', Buffer.from('')).open() } }
  await expect(inspectBytes(large)).rejects.toMatchObject({ code: 'import-file-too-large', values: { size: 200, most: 100 } })
  expect(opened.count).toBe(0)
})

test.each([
  [';', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n'],
  [',', 'a,b\n"x; y",1\n"x; y",2\n'],
  ['\t', 'a\tb\nx, y\t1\n'],
  ['|', 'a|b|c\n1|2;3|4\n'],
  [';', 'Referrals of two years\n\nNumber;Name\n1;Lind, Sara\n2;Juhl, Sara\n'],
  [',', 'only\none\ncolumn\n'],
])('it finds the delimiter %j', async (delimiter, written) => {
  expect((await tableFormatOf(fileOfBytes('trial.csv', Buffer.from(written)), 'utf-8')).delimiter).toBe(delimiter)
})

test('it believes the first line that Excel writes about the delimiter', async () => {
  expect(await tableFormatOf(fileOfBytes('trial.csv', Buffer.from('sep=|\r\na,b|c\r\n')), 'utf-8')).toEqual({ encoding: 'utf-8', delimiter: '|', hasSepLine: true, isOneColumn: false })
})

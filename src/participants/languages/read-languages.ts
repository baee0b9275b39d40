import { isBlank, plain } from '../../platform/import/spelling.ts'

/** Languages serve interpreters and notices only. `unknown` stays as written. */
export type LanguagesRead = { codes: string[], unknown: string[] }

/** Reads "Danish / Arabic", "da, ar", "dansk og arabisk", "Somali (Maay)". */
export function readLanguages(text: string): LanguagesRead {
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const part of text.split(betweenLanguages).map(one => one.trim()).filter(one => !isBlank(one))) {
    const code = codeOf(part)
    if (code === undefined) unknown.push(part)
    else codes.add(code)
  }
  return { codes: [...codes], unknown }
}

/** The same in one list, as somebody's needs keep them: the codes, then what is the name of no language known here, as it was written. */
export function languagesIn(text: string): string[] {
  const { codes, unknown } = readLanguages(text)
  return [...codes, ...unknown].slice(0, 8)
}

const betweenLanguages = /[,،;/+&\n|]|\s(?:and|og|och|und|et|en|y)\s/i

function codeOf(part: string): string | undefined {
  const written = plain(part)
  const alone = plain(part.replace(/\(.*?\)/g, ''))
  return languageCodes.get(written) ?? languageCodes.get(alone)
}

const codes = ['aa', 'af', 'am', 'ar', 'az', 'be', 'bg', 'bn', 'bs', 'ca', 'ckb', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fa', 'fa-AF', 'ff', 'fi', 'fo', 'fr', 'ga', 'ha', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'kl', 'kmr', 'ko', 'ku', 'ky', 'ln', 'lt', 'lv', 'mk', 'mn', 'ms', 'mt', 'nb', 'ne', 'nl', 'nn', 'no', 'om', 'pa', 'pl', 'ps', 'pt', 'rn', 'ro', 'ru', 'rw', 'se', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tk', 'tl', 'tr', 'ug', 'uk', 'ur', 'uz', 'vi', 'wo', 'yo', 'zh']
const namedIn = ['en', 'da', 'sv', 'nb', 'de', 'fr', 'nl', 'fi', 'ar']

const alsoCalled: Record<string, string> = { farsi: 'fa', dari: 'fa-AF', pashto: 'ps', pushto: 'ps', kurmanji: 'kmr', kurmanci: 'kmr', sorani: 'ckb', mandarin: 'zh', norsk: 'nb', norwegian: 'nb', flemish: 'nl', tagalog: 'tl', filipino: 'tl', moldovan: 'ro', 'sign language': 'sgn', tegnsprog: 'sgn', teckensprak: 'sgn', bosnian: 'bs', chechen: 'ce', tjetjensk: 'ce' }

const languageCodes = new Map<string, string>([
  ...codes.flatMap(code => [...namedIn, code].map(reader => [nameOf(code, reader), code] as const)),
  ...codes.map(code => [plain(code), code] as const),
  ...Object.entries(alsoCalled),
  ['no', 'nb'],
])

// `reader` is also the language itself, so that "türkçe" is known wherever the machine knows it.
function nameOf(code: string, reader: string): string {
  return plain(new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code)
}

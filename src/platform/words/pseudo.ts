/**
 * The invented language in which a test walks every page: letters carry accents, sentences are longer,
 * and each stands between ⟦ and ⟧, so that a sentence that came from no catalogue is seen at once.
 */
export function pseudo(sentence: string): string {
  return `⟦${mapped(sentence)}${filling(sentence)}⟧`
}

const placeholder = /(\{\{.+?\}\})/

function mapped(sentence: string): string {
  return pieces(sentence).map(piece => placeholder.test(piece) ? piece : accented(piece)).join('')
}

function accented(text: string): string {
  return Array.from(text, letter => accents.get(letter) ?? letter).join('')
}

// Real languages are longer than English: German and Finnish by about two fifths.
function filling(sentence: string): string {
  const letters = pieces(sentence).filter(piece => !placeholder.test(piece)).join('').length
  return letters === 0 ? '' : ` ${'·~'.repeat(Math.ceil(letters / 5))}`.slice(0, Math.ceil(letters * 0.4))
}

function pieces(sentence: string): string[] {
  return sentence.split(placeholder).filter(piece => piece !== '')
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const dressed = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'
const accents = new Map(Array.from(plain, (letter, place) => [letter, Array.from(dressed)[place] ?? letter]))

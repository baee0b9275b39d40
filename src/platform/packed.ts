/**
 * What is kept of every row of a long file lies outside of the engine's own memory, as bytes and numbers: 100,000 rows kept as objects take 80 MB, and the
 * engine walks through all of them each time it looks for what nobody needs any more.
 */

/** Of this size, and not smaller, so that each piece is given back to the machine by itself. */
const pieceBytes = 256 * 1024
const numbersInPiece = pieceBytes / 4

/** Whole numbers, one after the other. */
export function numberList() {
  const pieces: Int32Array[] = []
  let length = 0

  function push(number: number): number {
    if (length % numbersInPiece === 0) pieces.push(new Int32Array(numbersInPiece))
    pieces.at(-1)![length % numbersInPiece] = number
    return length++
  }

  function at(place: number): number {
    return pieces[Math.floor(place / numbersInPiece)]?.[place % numbersInPiece] ?? 0
  }

  function set(place: number, number: number): void {
    pieces[Math.floor(place / numbersInPiece)]![place % numbersInPiece] = number
  }

  return { push, at, set }
}

/** Plain data, one after the other; each is read anew whenever it is asked for. */
export function packedList<One>() {
  const pieces: Buffer[] = []
  const [starts, lengths] = [numberList(), numberList()]
  let free = 0

  function push(one: One): number {
    const bytes = Buffer.from(JSON.stringify(one))
    if (bytes.length > free) {
      pieces.push(Buffer.alloc(Math.max(pieceBytes, bytes.length)))
      free = pieces.at(-1)!.length
    }
    const piece = pieces.at(-1)!
    const start = piece.length - free
    bytes.copy(piece, start)
    free -= bytes.length
    lengths.push(bytes.length)
    return starts.push((pieces.length - 1) * pieceBytes + start)
  }

  function at(place: number): One {
    const start = starts.at(place)
    // What is longer than a piece stands at the beginning of one of its own.
    return JSON.parse(pieces[Math.floor(start / pieceBytes)]!.toString('utf8', start % pieceBytes, start % pieceBytes + lengths.at(place))) as One
  }

  return { push, at }
}

/** Which numbers stand under a text. It is kept as a number made of its letters: two texts that share one are not told apart. */
export function textIndex() {
  const [prints, values, earlier] = [numberList(), numberList(), numberList()]
  let lasts = new Int32Array(1024)
  let size = 0

  function put(text: string, value: number): void {
    if (size === lasts.length) spread()
    const print = printOf(text)
    prints.push(print)
    values.push(value)
    chain(print, size)
    size += 1
  }

  /** In the order in which they came. */
  function under(text: string): number[] {
    const print = printOf(text)
    const found: number[] = []
    for (let entry = lasts[placeOf(print)]! - 1; entry >= 0; entry = earlier.at(entry) - 1) if (prints.at(entry) === print) found.push(values.at(entry))
    return found.reverse()
  }

  function placeOf(print: number): number {
    return print & (lasts.length - 1)
  }

  function chain(print: number, entry: number): void {
    earlier.push(lasts[placeOf(print)]!)
    lasts[placeOf(print)] = entry + 1
  }

  /** Twice as many places, so that few texts share one. */
  function spread(): void {
    lasts = new Int32Array(lasts.length * 2)
    for (let entry = 0; entry < size; entry += 1) {
      const place = placeOf(prints.at(entry))
      earlier.set(entry, lasts[place]!)
      lasts[place] = entry + 1
    }
  }

  return { put, under }
}

function printOf(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum, 31) + text.charCodeAt(at) | 0
  return sum
}

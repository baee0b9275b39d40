import { t } from './words.ts'

/** One line on a terminal that says how far it is, written over itself. Where nobody watches, nothing is said. */
export function progressLine(all: number, terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr) {
  let before = -1
  return {
    show(doing: string, rows: number) {
      const percent = Math.min(100, Math.floor(rows * 100 / Math.max(all, 1)))
      if (!terminal.isTTY || percent === before) return
      before = percent
      terminal.write(`\r\u001b[K${t('commands.import.progress', { doing, percent, rows, all })}`)
    },
    clear() {
      if (terminal.isTTY && before >= 0) terminal.write('\r\u001b[K')
    },
  }
}

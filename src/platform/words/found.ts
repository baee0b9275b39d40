import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A catalogue in another language, as it lies there: own.words.ar.json. `own`: it is the service's, and not one that came with the program. */
export type Found = { code: string, file: string, own: boolean }

/** Where translations lie: beside the English words, and in a folder of the service's own. Nothing is looked for before somebody asks for a language. */
export function useTranslations({ shipped, own }: { shipped: string, own?: string | undefined }): void {
  folders = { shipped, own }
  found = undefined
}

/** Every catalogue in another language; a service's own come last, so that it can say a sentence in its own way. */
export function foundCatalogues(): readonly Found[] {
  found ??= [...within(folders.shipped, false), ...(folders.own ? within(folders.own, true) : [])]
  return found
}

/** The languages of which a service has a catalogue of its own. Without such a folder nothing is looked at. */
export function codesOfTheService(): string[] {
  return folders.own === undefined ? [] : [...new Set(foundCatalogues().filter(({ own }) => own).map(({ code }) => code))]
}

export function readFound({ file }: Found): unknown {
  return JSON.parse(readFileSync(file, 'utf8')) as unknown
}

// From the sources the words stand where this file is; the bundle is told by whoever starts it.
let folders: { shipped: string, own: string | undefined } = { shipped: join(import.meta.dirname, '../..'), own: undefined }
let found: Found[] | undefined

function within(folder: string, own: boolean): Found[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().flatMap((name) => {
    const code = /^.+\.words\.([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*)\.json$/.exec(basename(name))?.[1]
    return code === undefined || code === 'en' || code === 'qps' ? [] : [{ code, file: join(folder, name), own }]
  })
}

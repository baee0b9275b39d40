/** Said once at start: which hashed file stands for which name ("waymark.css" → "waymark-1A2B3C4D.css"); where nothing was built, each is called by its own. */
export function useAssets(manifest: Readonly<Record<string, string>> | undefined): void {
  hashedNames = manifest
}

/** The address of a style sheet, picture or script. Its name changes with its content, so it may be kept for ever. */
export function asset(name: string): string {
  const hashed = hashedNames?.[name] ?? (hashedNames === undefined ? name : undefined)
  if (hashed === undefined) throw new Error(`There is no asset "${name}" in the build.`)
  return `/assets/${hashed}`
}

let hashedNames: Readonly<Record<string, string>> | undefined

import type { Check, Tree } from './tree.ts'

// A class that no rule knows changes nothing, and nobody sees it in the code: somebody's paragraphs ran into one for weeks.
export const looks: Check = {
  name: 'looks',
  asks: 'Does every class on a page have a rule that gives it its look?',
  look(tree) {
    const pages = tree.files.filter((file) => /^src\/.*\.tsx$/.test(file) && !file.endsWith('.test.tsx'))
    const known = knownIn(tree)
    return { seen: pages.length, problems: pages.flatMap((file) => classesIn(tree.read(file)).filter((name) => !known.has(name)).map((name) => `${file}: nothing says how ${name} looks; give it a rule or take it away`)) }
  },
}

/** Those with a rule of ours; those of the design system begin with its letters; and those by which a script finds its place. */
function knownIn(tree: Tree): Set<string> {
  const ruled = tree.files.filter((file) => /^src\/.*\.css$/.test(file)).flatMap((file) => [...tree.read(file).matchAll(/\.([a-z][\w-]*)/g)])
  const found = tree.files.filter((file) => /^src\/islands\/.*\.ts$/.test(file)).flatMap((file) => [...tree.read(file).matchAll(/'\.([a-z][\w-]*)/g)])
  return new Set([...ruled, ...found].map(([, name]) => name!))
}

/** A page that carries its own rules (it is given away as one file) answers for them itself. */
function classesIn(source: string): string[] {
  if (source.includes('<style>')) return []
  const names = [...source.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names]) => names!.split(/\s+/))
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('ds-'))
}

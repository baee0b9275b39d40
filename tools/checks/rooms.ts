import { roomOf, type Check, type Tree } from './tree.ts'

const headings = ['What it is', 'Words', 'States', 'Who may', 'From where']

export const rooms: Check = {
  name: 'rooms',
  asks: 'Has every room a README with the five headings, a door and a place on the map, and is what is data free of code?',
  look(tree) {
    const all = [...new Set(tree.files.map(roomOf))].filter((room) => room !== '')
    return { seen: all.length, problems: [...all.flatMap((room) => furniture(tree, room)), ...offTheMap(tree, all), ...codeAmongDefinitions(tree)] }
  },
}

function furniture(tree: Tree, room: string): string[] {
  const readme = `src/${room}/README.md`
  if (!tree.files.includes(readme)) return [`${readme} is missing`, ...door(tree, room)]

  const found = [...tree.read(readme).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.trim())
  const isInOrder = headings.join() === found.join()
  return [...(isInOrder ? [] : [`${readme} needs the headings ${headings.join(' · ')}, in this order and no others`]), ...door(tree, room)]
}

// Platform is imported by file, and nobody imports app.
function door(tree: Tree, room: string): string[] {
  const index = `src/${room}/index.ts`
  return ['platform', 'app'].includes(room) || tree.files.includes(index) ? [] : [`${index} is missing: the only file that other rooms may import`]
}

/** The README is the newcomer's map: every room on it, and nothing on it that is not there. */
function offTheMap(tree: Tree, all: string[]): string[] {
  const named = [...tree.read('README.md').matchAll(/^ +src\/([a-z]+)\/ /gm)].map(([, room]) => room ?? '')
  return [
    ...all.filter((room) => !named.includes(room)).map((room) => `README.md: the tree lacks src/${room}/`),
    ...named.filter((room) => !all.includes(room)).map((room) => `README.md: the tree names src/${room}/, which is not there`),
  ]
}

function codeAmongDefinitions(tree: Tree): string[] {
  return tree.files
    .filter((file) => file.startsWith('definitions/') && !/\.(ya?ml|json|md)$/.test(file))
    .map((file) => `${file}: definitions are data and contain no code`)
}

import type { Check, Tree } from './tree.ts'

// Written so that this file does not find itself.
const placesOfMachines = [
  /\/(?:home|root|work|farm)\//,
  /https?:\/\/[^ /]*(?:registry|mirror)/,
  /\.\.\/shared\b/,
]

const heaviest = 600 * 1024

export const places: Check = {
  name: 'places',
  asks: 'Does the tree stand alone: no place of somebody\'s machine, no heavy file?',
  look(tree) {
    return { seen: tree.files.length, problems: tree.files.flatMap((file) => [...tooHeavy(tree, file), ...named(tree, file)]) }
  },
}

function tooHeavy(tree: Tree, file: string): string[] {
  const bytes = tree.bytes(file)
  return bytes > heaviest ? [`${file} weighs ${Math.round(bytes / 1024)} KiB, ${heaviest / 1024} is the most`] : []
}

function named(tree: Tree, file: string): string[] {
  if (tree.bytes(file) > heaviest) return []
  const text = tree.read(file)
  if (text.includes('\0')) return []

  return text.split('\n').flatMap((line, at) => (placesOfMachines.some((place) => place.test(line)) ? [`${file}:${at + 1} names a place of a machine: ${line.trim().slice(0, 80)}`] : []))
}

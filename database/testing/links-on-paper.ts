/** Where the links of a page lead that are printed: what the style sheet leaves out on paper is left out here, too. */
export function linksOnPaper(text: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
  const printed = main.replaceAll(/<(p|span|nav|div) class="[^"]*\b(?:on-screen|actions|submit|crumbs)\b[^"]*"[\s\S]*?<\/\1>/g, '')
  return [...printed.matchAll(/<a class="([^"]*)" href="([^"]*)"/g)].filter(([, look]) => !/on-screen|ds-button/.test(look!)).map(([, , href]) => href!)
}

/** What somebody would call the device they sign in with: "Firefox, Windows". Kept instead of the browser's own long line. */
export function deviceOf(agent: string): string {
  return [browsers, systems].flatMap((known) => known.find(([mark]) => mark.test(agent))?.[1] ?? []).join(', ')
}

// The order matters: Edge calls itself Chrome, Chrome calls itself Safari, a telephone with Android calls itself Linux.
const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrom(e|ium)\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux']]

import type { Child } from 'hono/jsx'
import { currentReader, languageOf } from '../words/index.ts'
import { asset } from './asset.ts'

/** What every page has around it: language, direction, style sheets. No script is needed. `goesOn`: where the page goes by itself, in a browser that runs none. */
export function Document({ title, kiosk, goesOn, children }: { title: string, kiosk?: boolean, goesOn?: { to: string, minutes: number }, children: Child }) {
  const { language, direction, timeZone } = currentReader()
  return <html lang={languageOf(language).locale} dir={direction} data-color-scheme="auto" data-zone={timeZone}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      {goesOn && <noscript><meta http-equiv="refresh" content={`${goesOn.minutes * 60}; url=${goesOn.to}`} /></noscript>}
      {styleSheets.map(name => <link rel="stylesheet" href={asset(name)} />)}
    </head>
    <body class={kiosk ? 'kiosk' : 'staff'}>{children}</body>
  </html>
}

const styleSheets = ['inter.css', 'designsystem.css', 'waymark.css']

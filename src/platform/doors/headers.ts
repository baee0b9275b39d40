import type { MiddlewareHandler } from 'hono'

/** Nothing is loaded from elsewhere, nothing runs in the page but our own files, nobody may frame it. */
const contentPolicy = ["default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "script-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"].join('; ')

/**
 * The headers of every answer, said before it is made: headers put on a finished answer cost making it a second time. Only assets, whose names
 * change with their content, may be kept by a browser: they say so over the "no-store" of all others.
 */
export function safeHeaders(secure: boolean): MiddlewareHandler {
  const headers = Object.entries({
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not 'no-referrer': with it browsers send a form of our own with "Origin: null", as if it came from elsewhere.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(secure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  })
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  }
}

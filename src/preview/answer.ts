/** What every answer carries, and the one answer to all that is not ours. */
import type { ServerResponse } from 'node:http';

/**
 * Nothing from elsewhere, no inline script or style, no frame, no form. pdf.js sets styles through the CSSOM and fonts from memory,
 * which the policy does not touch.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

export function answer(
  response: ServerResponse,
  type: string,
  body: Uint8Array | string,
  more: Readonly<Record<string, string>> = {},
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': String(bytes.length), ...more });
  response.end(bytes);
}

/** The same for a wrong token, a wrong host, a wrong method and a wrong path: who guesses learns nothing. */
export function refuse(response: ServerResponse): void {
  response.writeHead(404, { ...HEADERS, 'Content-Length': '0', Connection: 'close' });
  response.end();
}

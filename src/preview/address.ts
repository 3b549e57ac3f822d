/** Who may ask: the address holds a secret, and the name that was asked for must be this machine's own. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Loopback of IPv4 alone: no other machine can reach it. */
export const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 24;

/** 192 random bits, fit for an address. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Takes as long for a wrong token as for the right one: digests of both are of one length. */
export function sameToken(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** A page of another site whose name was bent to 127.0.0.1 (DNS rebinding) still asks for its own name. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `${LOOPBACK}:${port}` || host === `localhost:${port}`;
}

/** `/TOKEN/rest` → token and rest; undefined for every other form. Nothing is decoded: what needs decoding is not ours. */
export function splitPath(url: string | undefined): { readonly token: string; readonly rest: string } | undefined {
  const parts = /^\/([\w-]{1,64})\/([\w.-]{0,64}(?:\/[\w.-]{1,2000}){0,2})$/.exec(url ?? '');
  return parts ? { token: parts[1] ?? '', rest: parts[2] ?? '' } : undefined;
}

/** Codes that people read out and type (RFC 4648, 6). */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The first characters of a digest in base32, five bits each. @param hex at least so many bits, lower-case hex */
export function base32OfHex(hex: string, characters: number): string {
  const rest = BigInt(hex.length * 4);
  const digest = BigInt(`0x${hex}`);
  return Array.from({ length: characters }, (_, i) => BASE32.charAt(Number((digest >> (rest - 5n * BigInt(i + 1))) & 31n))).join('');
}

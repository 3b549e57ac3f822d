/** Whoever is measured must have done the work: all digests of a set, in one line that can be compared. */
import { createHash } from 'node:crypto';

/** Their number, and their digests in one by XOR: the same in any order, and nothing is gathered for it. @param {Iterable<string>} digests hex */
export function agreement(digests) {
  const sum = new Uint8Array(32);
  let count = 0;
  for (const digest of digests) {
    count += 1;
    createHash('sha256')
      .update(digest)
      .digest()
      .forEach((byte, i) => {
        sum[i] ^= byte;
      });
  }
  return `${count} ${Buffer.from(sum).toString('hex')}`;
}

/** Remembers what the first one found, and holds the others to it. */
export function witness() {
  const known = new Map();
  return (subject, found, who) => {
    const first = known.get(subject) ?? { found, who };
    known.set(subject, first);
    if (first.found !== found) throw new Error(`${subject}: ${who} found ${found}, ${first.who} found ${first.found}`);
  };
}

/** First word of each line: `openssl dgst -r`, and manifests. @param {string} text */
export function firstWords(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);
}

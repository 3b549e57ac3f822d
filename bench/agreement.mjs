/** Whoever is measured must have done the work: all digests of a set, in one line that can be compared. */
import { createHash } from 'node:crypto';

/** @param {Iterable<string>} digests hex, in any order */
export function agreement(digests) {
  const sorted = [...digests].sort();
  const all = createHash('sha256');
  sorted.forEach((digest, i) => {
    all.update(i === 0 ? digest : `\n${digest}`);
  });
  return `${sorted.length} ${all.digest('hex')}`;
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

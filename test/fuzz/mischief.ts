/** Names and texts that readers disagree about: other forms of the same letters, hidden and turning marks, paths out of the folder. */
import type { Random } from './random.ts';

const HIDDEN = ['\u200b', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u0000', '\u001b[31m', '\u0085', '\u2028', '\ufffd', '\u3164', '\ufe0f'];
const LETTERS = ['é', 'e\u0301', 'ﬁ', 'Å', 'ＡＢ', '⼈', '㐂', '𠮷', '\ud842', '\udfb7', '👨‍👩‍👧', '鿕', '\u{e0101}', 'İ', 'ß', '①'];
const PATHS = [
  '../',
  '..\\',
  '/',
  'C:',
  'a/../',
  './',
  'CON',
  'nul.txt',
  'a.',
  'a ',
  '%2e%2e/',
  '%0A',
  ':stream',
  '//',
  '*',
  '~',
  '.DS_Store',
];
const LONG = ['长'.repeat(90), 'a/'.repeat(130), 'x'.repeat(1000)];

const ALL: readonly string[] = [...HIDDEN, ...LETTERS, ...PATHS, ...LONG];

/** A piece of mischief, for wherever text goes. */
export const mischief = (rng: Random): string => rng.pick(ALL);

/** The same name in a way that another reader may take for it, or for another. */
export function mischievous(name: string, rng: Random): string {
  const at = rng.below(name.length + 1);
  switch (rng.below(7)) {
    case 0:
      return name.normalize('NFD');
    case 1:
      return name.normalize('NFKC');
    case 2:
      return rng.chance(2) ? name.toUpperCase() : name.toLowerCase();
    case 3:
      return name.replaceAll('/', '\\');
    case 4:
      return name.slice(0, at) + name.slice(at + 1);
    default:
      return name.slice(0, at) + mischief(rng) + name.slice(at);
  }
}

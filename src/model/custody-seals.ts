/** Numbers of seals as they are written in records and in the log: one, several, or a run of them. */

/** A run of more numbers than this is a slip of the pen, and is kept as it is written. */
const LONGEST_RUN = 200;
const RUN = /^(.*?)(\d+)(至|到|~|-|[—–]+)(.*?)(\d+)$/u;
/** 0000231-0000233 is a run, 2026-0031 a number with its year. */
const LONG = 5;

/** `YC-0102至YC-0104` names three seals, `0000231、0000244` two. */
export function sealNumbers(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/gu, '')
    .split(/[、,;]/u)
    .filter((one) => one !== '')
    .flatMap(run);
}

function run(text: string): readonly string[] {
  const [, head = '', first = '', joint = '', again = '', last = ''] = RUN.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  const plain = joint !== '-' || (head === '' ? first.length >= LONG : again === head);
  const fits = first.length === last.length || !first.startsWith('0');
  if (first === '' || !plain || !fits || (again !== '' && again !== head) || to <= from || to - from > LONGEST_RUN) return [text];
  return Array.from({ length: to - from + 1 }, (_, i) => `${head}${String(from + i).padStart(first.length, '0')}`);
}

/** The same seals, however the run of them is written. */
export function sameSeals(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => [...new Set(sealNumbers(text))].sort()) as [string[], string[]];
  return a.length === b.length && a.every((number, i) => number === b[i]);
}

/** Several seals in one text, as the log has them: each once. */
export function joinedSeals(seals: readonly string[]): string {
  return [...new Set(seals)].join('、');
}

/** The seals of `on` that are left when those of `off` are taken; undefined where `off` names one that is not on it. */
export function remainingSeals(on: string, off: string): readonly string[] | undefined {
  const broken = new Set(sealNumbers(off));
  const there = sealNumbers(on);
  return [...broken].every((number) => there.includes(number)) ? there.filter((number) => !broken.has(number)) : undefined;
}

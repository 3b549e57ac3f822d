/** Changes that know what JSON, YAML and lists of lines are made of: nodes, keys, values, indentation, lines. */
import { mischief } from './mischief.ts';
import type { Mutator } from './mutate-bytes.ts';
import type { Random } from './random.ts';

const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '无',
  0,
  -1,
  1.5,
  1e21,
  2 ** 53,
  '2026-02-30',
  '2026-11-20T25:00+08:00',
  '0001-01-01',
  '99999999999.99',
  '-0.00',
  [],
  {},
  [null],
  [[]],
  { path: '../x' },
  '__proto__',
  '\ud800',
];
const SNIPPETS = [
  '- ',
  ': ',
  '：',
  '\t',
  '&a ',
  '*a',
  '!!str ',
  '|\n',
  '>-\n',
  '---\n',
  '%YAML 1.2\n',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  '<<: ',
];
const WORDS = [
  'null',
  '~',
  'yes',
  '0x1F',
  '0012',
  '1_000',
  '.inf',
  '1e999',
  '9007199254740993',
  '__proto__',
  'constructor',
  '2026-1-1',
  '2026年1月1日',
  '示例市',
];

const asText =
  (change: (text: string, rng: Random, other: string) => string): Mutator =>
  (bytes, rng, other) =>
    Buffer.from(change(bytes.toString('utf8'), rng, other.toString('utf8')));

/** Other lines in other places. */
const lines = asText((text, rng, other) => {
  const all = text.split('\n');
  const at = rng.below(all.length);
  const from = rng.below(all.length);
  switch (rng.below(6)) {
    case 0:
      all.splice(at, 1 + rng.below(4));
      break;
    case 1:
      all.splice(at, 0, ...all.slice(from, from + 1 + rng.below(6)));
      break;
    case 2:
      [all[at], all[from]] = [all[from] ?? '', all[at] ?? ''];
      break;
    case 3:
      all[at] = `${' '.repeat(rng.below(5))}${(all[at] ?? '').trimStart()}`;
      break;
    case 4:
      all[at] = rng.chance(2) ? `${all[at]}\r` : `${all[at]} `;
      break;
    default:
      all.splice(at, 0, rng.pick(other.split('\n')));
  }
  return all.join('\n');
});

const insert = asText((text, rng) => {
  const at = rng.below(text.length + 1);
  const piece = rng.chance(3) ? mischief(rng) : rng.chance(2) ? rng.pick(SNIPPETS) : rng.pick(WORDS);
  return text.slice(0, at) + piece + text.slice(at + rng.below(4));
});

/** One value of `key: value`, `"key": value` or a list. */
const value = asText((text, rng) => {
  const spots = [...text.matchAll(/(?<=[:\-[,] ?)(?:"(?:[^"\\\n]|\\.)*"|[^\s,{}[\]"][^\n,{}[\]]*)/g)];
  const spot = rng.pick(spots);
  if (!spot) return text;
  const put = rng.chance(4) ? rng.pick(spots)[0] : rng.chance(2) ? JSON.stringify(rng.pick(VALUES)) : rng.pick(WORDS);
  return text.slice(0, spot.index) + put + text.slice(spot.index + spot[0].length);
});

const key = asText((text, rng) => {
  const spots = [...text.matchAll(/"?[A-Za-z]\w*"?(?=\s*:)/g)];
  const spot = rng.pick(spots);
  if (!spot) return text;
  const put = rng.chance(3)
    ? rng.pick(spots)[0]
    : rng.pick(['x', '"x"', '证据编号', '__proto__', `"${mischief(rng).replace(/["\\\p{Cc}]/gu, '')}"`]);
  return text.slice(0, spot.index) + put + text.slice(spot.index + spot[0].length);
});

/** A node of a JSON text: left out, doubled, replaced, nested; one line of JSON Lines where it is that. */
const node = asText((text, rng) => {
  const all = text.split('\n');
  const whole = isJson(text);
  const at = whole ? 0 : rng.below(all.length);
  const one = whole ? text : (all[at] ?? '');
  if (!isJson(one)) return text;
  const changed = JSON.stringify(changedNode(JSON.parse(one), rng));
  if (whole) return `${changed}\n`;
  all[at] = changed;
  return all.join('\n');
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function changedNode(root: unknown, rng: Random): unknown {
  const holders: (unknown[] | Record<string, unknown>)[] = [];
  const visit = (v: unknown): void => {
    if (typeof v !== 'object' || v === null) return;
    if (Object.keys(v).length > 0) holders.push(v as Record<string, unknown>);
    for (const member of Object.values(v)) visit(member);
  };
  visit(root);
  const holder = rng.pick(holders);
  if (!holder) return rng.pick(VALUES);
  const name = rng.pick(Object.keys(holder));
  const inside = holder as Record<string, unknown>;
  const old = inside[name];
  switch (rng.below(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete inside[name];
      break;
    case 1:
      if (Array.isArray(holder)) holder.push(structuredClone(old));
      else inside[`${name}2`] = old;
      break;
    case 2:
      inside[name] = rng.pick([[old], { [name]: old }, [old, old]]);
      break;
    case 3:
      inside[name] = typeof old === 'string' ? old.slice(0, rng.below(old.length + 1)) + mischief(rng) : rng.pick(VALUES);
      break;
    case 4:
      inside[name] = Object.values(rng.pick(holders))[0];
      break;
    default:
      inside[name] = structuredClone(rng.pick(VALUES));
  }
  // A node put below itself is no JSON.
  return acyclic(root);
}

function acyclic(root: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(root));
  } catch {
    return null;
  }
}

export const TEXT_MUTATORS: readonly Mutator[] = [lines, insert, value, value, key, node, node];

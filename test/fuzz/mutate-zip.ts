/** Changes of a ZIP that know its records: so that a mutant gets past the signature, the lengths and the checksums. */
import { crc32, deflateRawSync } from 'node:zlib';
import { type Fields, makeZip, type Part, type Whole, zip64 } from '../dossier/zip-maker.ts';
import { mischief, mischievous } from './mischief.ts';
import { BYTE_MUTATORS, type Mutator } from './mutate-bytes.ts';
import type { Random } from './random.ts';
import { readZip } from './zip-read.ts';

/** The entries as parts to be written anew: what they hold, by the names they have. */
export function partsIn(bytes: Buffer): Part[] | undefined {
  const entries = readZip(bytes);
  return entries && entries.length > 0 ? entries.map(({ name, content }) => ({ name, content: Buffer.from(content) })) : undefined;
}

/** A change of the entries; the container around them is written anew and in order. */
const remade =
  (change: (parts: Part[], rng: Random, other: Buffer) => Whole | undefined): Mutator =>
  (bytes, rng, other) => {
    const parts = partsIn(bytes);
    const whole = parts && change(parts, rng, other);
    return whole && whole.parts.length < 300 ? makeZip(whole) : bytes;
  };

const NUMERIC = [
  'madeBy',
  'needed',
  'flags',
  'method',
  'time',
  'date',
  'crc',
  'packed',
  'size',
  'disk',
  'internal',
  'external',
  'offset',
] as const;
const WIDE: ReadonlySet<string> = new Set(['crc', 'packed', 'size', 'external', 'offset']);

function fieldValue(name: string, rng: Random): number {
  const limit = WIDE.has(name) ? 2 ** 32 : 2 ** 16;
  return (
    rng.pick([0, 1, 8, 20, 45, 0x800, 0x808, 9, limit - 1, limit / 2, 0o120777 * 0x10000, 0o40755 * 0x10000, rng.below(limit)]) % limit
  );
}

const field = remade((parts, rng) => {
  const part = rng.pick(parts);
  const name = rng.pick(NUMERIC);
  part[rng.pick(['both', 'local', 'central'] as const)] = { [name]: fieldValue(name, rng) };
  return { parts };
});

const extra = remade((parts, rng) => {
  const part = rng.pick(parts);
  const size = part.content.length;
  const made: Partial<Fields> = rng.pick([
    { extra: zip64(size, size), packed: 0xffffffff, size: 0xffffffff, needed: 45 },
    { extra: zip64(2 ** 40, size), size: 0xffffffff },
    { extra: Buffer.from([1, 0, 200, 0, 1]) },
    { extra: Buffer.concat([Buffer.from([0x75, 0x70, 9, 0, 1, 0, 0, 0, 0]), Buffer.from('data')]) },
    { comment: Buffer.from(mischief(rng)) },
  ]);
  part[rng.pick(['both', 'local', 'central'] as const)] = made;
  return { parts };
});

const order = remade((parts, rng) => {
  const [a, b] = [rng.below(parts.length), rng.below(parts.length)];
  [parts[a], parts[b]] = [parts[b] as Part, parts[a] as Part];
  return rng.chance(2) ? { parts } : { parts, directoryOrder: [...parts.keys()].reverse() };
});

const presence = remade((parts, rng) => {
  const part = rng.pick(parts);
  const at = rng.below(parts.length);
  if (rng.chance(3)) parts.splice(at, 1);
  else if (rng.chance(2)) parts.splice(at, 0, { ...part });
  else parts.splice(at, 0, { name: mischievous(part.name, rng), content: Buffer.from('新增\n') });
  return { parts };
});

const rename = remade((parts, rng) => {
  const part = rng.pick(parts);
  const name = Buffer.from(mischievous(part.name, rng));
  part[rng.pick(['both', 'both', 'local', 'central'] as const)] = { name };
  return { parts };
});

/** Content changed and its checksum made to fit. */
const content = remade((parts, rng, other) => {
  const part = rng.pick(parts);
  part.content = Buffer.from(rng.pick(BYTE_MUTATORS)(part.content, rng, other));
  return { parts };
});

const deflate = (part: Part, level: number): Part => {
  const packed = deflateRawSync(part.content, { level });
  return { ...part, content: packed, both: { method: 8, crc: crc32(part.content), packed: packed.length, size: part.content.length } };
};

/** As another program packs: every record with its habits; what was changed in one by the way stays. */
const repacked = remade((parts, rng) => {
  const habits: Partial<Fields> = rng.pick([{ time: 0x5a2b, date: 0x5d74 }, { madeBy: 20 }, { flags: 0 }, { external: 0x20 }]);
  const level = rng.below(10);
  const all = parts.map((part) => (level === 0 ? part : deflate(part, level)));
  const keep = rng.chance(3) ? rng.below(all.length) : -1;
  const changed = all.map((part, i) => (i === keep ? part : { ...part, both: { ...part.both, ...habits } }));
  if (rng.chance(3)) changed.push({ name: '__MACOSX/._x', content: Buffer.from('x'), both: habits });
  if (rng.chance(4))
    changed.unshift({
      name: `${(parts[0] as Part).name.split('/')[0]}/`,
      content: Buffer.alloc(0),
      both: { ...habits, external: 0o40755 * 0x10000 },
    });
  return { parts: changed };
});

/** A compressed stream with bits changed, or with something behind its end. */
const stream = remade((parts, rng, other) => {
  const at = rng.below(parts.length);
  const one = deflate(parts[at] as Part, 9);
  const packed = rng.chance(2)
    ? Buffer.concat([one.content, Buffer.from('behind')])
    : Buffer.from(rng.pick(BYTE_MUTATORS)(one.content, rng, other));
  parts[at] = { ...one, content: packed, both: { ...one.both, packed: packed.length } };
  return { parts };
});

const around = remade((parts, rng) => {
  const some = Buffer.from(rng.pick(['x', 'PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006'.padEnd(22, '\0'), '\0'.repeat(60)]));
  const part = rng.pick(parts);
  if (rng.chance(3)) part[rng.pick(['before', 'after'] as const)] = some;
  const name = rng.pick(['beforeDirectory', 'afterDirectory', 'suffix', 'comment'] as const);
  const number = rng.pick(['disk', 'diskOfDirectory', 'here', 'entries', 'size', 'offset'] as const);
  return rng.chance(2) ? { parts, [name]: some } : { parts, end: { [number]: rng.pick([0, 1, 0xffff, rng.below(70000)]) } };
});

/** Bytes within the directory and the records, not within content. */
const recordByte: Mutator = (bytes, rng) => {
  const out = Buffer.from(bytes);
  const spots: number[] = [];
  for (let at = out.indexOf('PK'); at >= 0; at = out.indexOf('PK', at + 2)) spots.push(at);
  const at = rng.pick(spots);
  if (at === undefined) return out;
  const where = at + rng.below(60);
  if (where < out.length) out[where] = rng.chance(2) ? rng.below(256) : (out[where] as number) ^ (1 << rng.below(8));
  return out;
};

export const ZIP_MUTATORS: readonly Mutator[] = [
  field,
  extra,
  order,
  presence,
  rename,
  content,
  repacked,
  repacked,
  stream,
  around,
  recordByte,
  recordByte,
];

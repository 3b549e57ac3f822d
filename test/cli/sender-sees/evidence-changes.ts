/** Changes of evidence: of the files, of the list that names them, and of both together. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Random } from '../../fuzz/random.ts';
import { CaseFolder, FORMS, type Item, type Value } from './folder.ts';

type Change = (folder: CaseFolder, rng: Random) => string;

const digestsOf = (bytes: Buffer): { sha256: string; sm3: string } => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sm3: createHash('sm3').update(bytes).digest('hex'),
});

const OTHER = new CaseFolder(resolve('examples/倒卖药品'));

const spoilt: readonly ((bytes: Buffer, rng: Random) => Buffer)[] = [
  (bytes, rng) => {
    const changed = Buffer.from(bytes);
    const at = rng.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << rng.below(8));
    return changed;
  },
  (bytes, rng) => bytes.subarray(0, rng.below(bytes.length)),
  (bytes) => Buffer.concat([bytes, Buffer.from('\n')]),
  (_, rng) => OTHER.bytes(`evidence/${rng.pick(OTHER.files('evidence'))}`),
  () => Buffer.alloc(0),
];

/** A file of evidence or a signed scan is no longer what it was. */
const file: Change = (folder, rng) => {
  const where = rng.chance(4) ? 'signed' : 'evidence';
  const name = rng.pick(folder.files(where));
  if (name === undefined) return 'no file';
  const path = `${where}/${name}`;
  switch (rng.below(5)) {
    case 0:
      folder.remove(path);
      return `${path} removed`;
    case 1:
      folder.rename(path, `${where}/新${name}`);
      return `${path} renamed`;
    case 2: {
      const other = rng.pick(folder.files(where));
      const bytes = folder.bytes(path);
      folder.write(path, folder.bytes(`${where}/${other}`));
      folder.write(`${where}/${other}`, bytes);
      return `${path} and ${other} in each other's place`;
    }
    default:
      folder.write(path, rng.pick(spoilt)(folder.bytes(path), rng));
      return `${path} spoilt`;
  }
};

/** The digests of the list as the files are now. */
function listAnew(folder: CaseFolder, path: string): void {
  const items = folder.items();
  const { sha256, sm3 } = digestsOf(folder.bytes(`evidence/${path}`));
  for (const f of items.flatMap(({ files }) => files)) if (f.path === path) Object.assign(f, { sha256, sm3 });
  folder.writeItems(items);
}

/** The digests of the log as the files are now, and the log linked anew. */
function logAnew(folder: CaseFolder, path: string): void {
  const { sha256, sm3 } = digestsOf(folder.bytes(`evidence/${path}`));
  const size = folder.bytes(`evidence/${path}`).length;
  folder.writeEvents(
    folder.events().map((e) => ({
      ...e,
      ...(e.digests ? { digests: e.digests.map((d) => (d.path === path ? { ...d, sha256, sm3, size } : d)) } : {}),
    })),
  );
}

/** A file replaced, and the list told so; perhaps the log as well. */
const substituted: Change = (folder, rng) => {
  const name = rng.pick(folder.files('evidence'));
  if (name === undefined) return 'no file';
  folder.write(`evidence/${name}`, rng.pick(spoilt)(folder.bytes(`evidence/${name}`), rng));
  listAnew(folder, name);
  if (rng.chance(2)) return `evidence/${name} replaced, in the list as well`;
  logAnew(folder, name);
  return `evidence/${name} replaced, in list and log as well`;
};

/** What people call files. */
const NAMES: readonly ((name: string) => string)[] = [
  (name) => `新${name}`,
  (name) => `一 ${name.replaceAll('（', '(').replaceAll('）', ')')}`,
  (name) => name.toUpperCase(),
  (name) => `${'很长的名称'.repeat(12)}${name}`,
  (name) => name.replace(/\.[^.]*$/u, ''),
  (name) => `e\u0301 ${name}`,
  (name) => `#1&2%20'${name}`,
  (name) => `${name}.`,
];

/** A file that has another name everywhere but in the log; perhaps other content as well, perhaps the log is told. */
const renamed: Change = (folder, rng) => {
  const name = rng.pick(folder.files('evidence'));
  if (name === undefined) return 'no file';
  const now = rng.pick(NAMES)(name);
  if (now === name) return 'nothing';
  folder.rename(`evidence/${name}`, `evidence/${now}`);
  const items = folder.items();
  for (const f of items.flatMap(({ files }) => files)) if (f.path === name) f.path = now;
  folder.writeItems(items);
  const other = rng.chance(2);
  if (other) {
    folder.write(`evidence/${now}`, rng.pick(spoilt)(folder.bytes(`evidence/${now}`), rng));
    if (!rng.chance(3)) listAnew(folder, now);
  }
  const told = rng.chance(3);
  if (told)
    folder.writeEvents(
      folder.events().map((e) => ({
        ...e,
        ...(e.digests ? { digests: e.digests.map((d) => (d.path === name ? { ...d, path: now } : d)) } : {}),
      })),
    );
  return `evidence/${name} renamed in the list${other ? ', with other content' : ''}${told ? ', and in the log' : ''}`;
};

const added: Change = (folder, rng) => {
  const name = `补充材料${rng.below(100)}${rng.pick(['.pdf', '.jpg', '.csv', '.txt'])}`;
  folder.write(`evidence/${name}`, OTHER.bytes(`evidence/${rng.pick(OTHER.files('evidence'))}`));
  const items = folder.items();
  const like = rng.pick(items);
  if (!like || rng.chance(4)) return `evidence/${name} added, not listed`;
  const entry = { path: name };
  if (rng.chance(2)) like.files.push(entry);
  else items.push({ ...structuredClone(like), evidenceNo: `Z-${20 + rng.below(50)}`, files: [entry] });
  folder.writeItems(items);
  if (rng.chance(2)) listAnew(folder, name);
  return `evidence/${name} added`;
};

/** Every text of the forms that is the number, or contains it as a member of a list. */
function renumber(value: Value, from: string, to: string): Value {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((v) => renumber(v, from, to));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, renumber(v, from, to)]));
  return value;
}

const list: Change = (folder, rng) => {
  const items = folder.items();
  const item = rng.pick(items);
  if (!item) return 'empty list';
  const no = item.evidenceNo;
  switch (rng.below(7)) {
    case 0: {
      folder.writeItems(items.filter((i) => i !== item));
      const gone = rng.chance(2);
      if (gone) for (const { path } of item.files) folder.remove(`evidence/${path}`);
      return `${no} removed from the list${gone ? ', with its files' : ''}`;
    }
    case 1: {
      const to = `Z-${20 + rng.below(50)}`;
      for (const form of FORMS) folder.writeForm(form, renumber(folder.form(form), no, to));
      const told = rng.chance(2);
      if (told) folder.writeEvents(folder.events().map((e) => ({ ...e, items: e.items.map((i) => (i === no ? to : i)) })));
      return `${no} renumbered ${to}${told ? ', in the log as well' : ''}`;
    }
    case 2: {
      const other = rng.pick(items) as Item;
      const moved = item.files.splice(rng.below(item.files.length), 1);
      other.files.push(...moved);
      folder.writeItems(items);
      return `a file of ${no} moved to ${other.evidenceNo}`;
    }
    case 3: {
      const [gone] = item.files.splice(rng.below(item.files.length), 1);
      folder.writeItems(items);
      if (gone && rng.chance(2)) folder.remove(`evidence/${gone.path}`);
      return `a file of ${no} removed from the list`;
    }
    case 4: {
      const [one, other] = [rng.pick(items), rng.pick(items)];
      const [a, b] = [one?.files[0], other?.files[0]];
      if (a && b) [a.sha256, a.sm3, b.sha256, b.sm3] = [b.sha256 ?? '', b.sm3 ?? '', a.sha256 ?? '', a.sm3 ?? ''];
      folder.writeItems(items);
      return `digests of ${one?.evidenceNo} and ${other?.evidenceNo} in each other's place`;
    }
    case 5: {
      const f = rng.pick(item.files);
      const old = rng.pick(['md5', 'sha1']);
      const bytes = folder.files('evidence').includes(f?.path ?? '') ? folder.bytes(`evidence/${f?.path}`) : Buffer.alloc(0);
      if (f) f[old] = rng.chance(4) ? '0'.repeat(old === 'md5' ? 32 : 40) : createHash(old).update(bytes).digest('hex');
      if (f && rng.chance(2)) for (const name of ['sha256', 'sm3']) delete f[name];
      folder.writeItems(items);
      return `an old digest of ${no}`;
    }
    default: {
      for (const f of item.files) {
        delete f.sha256;
        delete f.sm3;
      }
      folder.writeItems(items);
      return `${no} without digests in the list`;
    }
  }
};

export const EVIDENCE_CHANGES: readonly Change[] = [file, substituted, renamed, added, list, list];

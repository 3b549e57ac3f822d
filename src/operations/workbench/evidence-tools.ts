/** What the evidence pages ask for, as it comes from a browser: read with mistrust, and answered in words. */
import { readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { column } from '../../messages/index.ts';
import { type Finding, pathFault } from '../../model/index.ts';
import type { Asset, Tools } from '../../preview/index.ts';
import { type Asked, asRecord, isTexts, textMembers } from './asked.ts';
import { openDrops } from './drop.ts';
import { fixGathered, type Gathering, type Group, lookOver, onHand, type Taking } from './gather.ts';
import { type SaidOf, toldFault, type Work } from './work.ts';

export interface EvidenceDesk {
  readonly dir: string;
  /** Milliseconds since 1970, whole seconds: the machine's clock. */
  readonly clock: () => number;
  /** What the log names as the tool. */
  readonly tool: string;
  readonly said: SaidOf;
  readonly work: Work;
}

/** Files of one drop; a folder of more is dropped in parts. */
const MOST_FILES = 20_000;

export function evidenceTools({ dir, clock, tool, said, work }: EvidenceDesk): Tools {
  const drops = openDrops(dir);
  const gather = (asked: Gathering, fix: boolean): Promise<object> =>
    work.run(async (tools) => {
      const { findings, ...rest } = await (fix ? fixGathered : lookOver)(dir, asked, { clock, tool, ...tools });
      const fixed = rest.fixed.map((file) => ({ ...file, label: column(file.path) }));
      return { outcome: rest.dry ? 'looked' : 'fixed', ...rest, fixed, findings: said(findings) };
    });
  const hand = async (): Promise<object> => {
    const { files, findings } = await onHand(dir);
    return { outcome: 'read', files: files.map((file) => ({ ...file, label: column(file.path) })), findings: said(findings) };
  };
  return {
    look(name) {
      if (name === 'onhand') return toldFault(said, hand);
      return name === 'work' ? Promise.resolve(work.state) : undefined;
    },
    act(name, asked) {
      if (name === 'stop') {
        work.stop();
        return Promise.resolve({ outcome: 'stopping' });
      }
      if (name === 'announce') {
        const files = announcedOf(asked);
        return files && toldFault(said, async () => ({ outcome: 'read', files: (await drops.announce(files)).map(said) }));
      }
      if (name !== 'lookover' && name !== 'fixate') return undefined;
      const gathering = gatheringOf(asked);
      return gathering && gather(gathering, name === 'fixate');
    },
    take: (name, sent) => (name === 'drop' ? toldFault(said, async () => told(await drops.take(sent), said)) : undefined),
    show: (name, id) => (name === 'thumb' ? picture(dir, id) : undefined),
  };
}

function told<T extends { readonly findings: readonly Finding[] }>(answer: T, said: EvidenceDesk['said']): object {
  return { ...answer, findings: said(answer.findings) };
}

function announcedOf(asked: unknown): readonly { readonly path: string; readonly size: number }[] | undefined {
  const { files } = asRecord(asked);
  if (!Array.isArray(files) || files.length > MOST_FILES) return undefined;
  const read = files
    .map(asRecord)
    .flatMap(({ path, size }) => (typeof path === 'string' && typeof size === 'number' ? [{ path, size }] : []));
  return read.length === files.length ? read : undefined;
}

const TEXTS = ['at', 'place', 'from', 'method', 'system', 'record', 'note'] as const satisfies readonly (keyof Taking)[];

function takingOf(asked: Asked): Partial<Taking> {
  const { by } = asked;
  return { ...textMembers(asked, TEXTS), ...(isTexts(by) ? { by } : {}) };
}

function gatheringOf(given: unknown): Gathering | undefined {
  const asked = asRecord(given);
  const { groups, fromRecord, asFound } = asked;
  if (!Array.isArray(groups) || groups.length === 0 || groups.length > MOST_FILES) return undefined;
  const read = groups.map(asRecord).flatMap((group): readonly Group[] => {
    const { paths, together, item } = group;
    // A path is only ever compared with what lies in the folder; what can lie in none is no path.
    if (!isTexts(paths) || paths.length > MOST_FILES || paths.some((path) => pathFault(`evidence/${path}`) !== undefined)) return [];
    return [{ ...takingOf(group), paths, together: together === true, ...(typeof item === 'string' && item !== '' ? { item } : {}) }];
  });
  if (read.length !== groups.length) return undefined;
  return {
    by: [],
    ...takingOf(asked),
    groups: read,
    asFound: asFound === true,
    ...(typeof fromRecord === 'string' && fromRecord !== '' ? { fromRecord } : {}),
  };
}

/** What a browser draws without carrying anything out, told by its first bytes and never by its name. */
const PICTURES: readonly (readonly [type: string, starts: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/bmp', [0x42, 0x4d]],
];
const MOST_PICTURE = 32 << 20;

/** `id`: the path below `evidence/`, UTF-8 in base64url. Undefined for what is no picture of the folder. */
async function picture(dir: string, id: string): Promise<Asset | undefined> {
  const path = `evidence/${Buffer.from(id, 'base64url').toString('utf8')}`;
  if (pathFault(path) !== undefined) return undefined;
  const segments = path.split('/');
  for (const [i] of segments.entries()) {
    const stat = await lstat(join(dir, ...segments.slice(0, i + 1)));
    const wanted = i === segments.length - 1 ? stat.isFile() && stat.size <= MOST_PICTURE : stat.isDirectory();
    if (!wanted) return undefined;
  }
  const bytes = readFileSync(join(dir, path));
  const type = PICTURES.find(([, starts]) => starts.every((byte, i) => bytes[i] === byte))?.[0];
  return type === undefined ? undefined : { type, bytes };
}

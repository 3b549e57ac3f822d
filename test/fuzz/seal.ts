/** Seals a dossier again so that a changed content fits its index, its manifests and its labels, as a careful forger would; and bags of others. */
import { createHash } from 'node:crypto';
import { BAGIT_TEXT, bagName, compareEntries } from '../../src/dossier/format/index.ts';
import { comparePaths } from '../../src/model/index.ts';
import { makeZip, type Part } from '../dossier/zip-maker.ts';

/** Path in the bag → content. */
export type Tree = ReadonlyMap<string, Buffer>;

export const CASE_NO = '示医保案〔2026〕12号';
export const DAY = '2026-11-20';
export const BAG = bagName(CASE_NO, DAY);

export const hex = (algorithm: string, content: Uint8Array | string): string => createHash(algorithm).update(content).digest('hex');

const HASHES = ['sha256', 'sm3'] as const;

export const manifestOf = (algorithm: string, files: Iterable<readonly [string, Buffer]>): Buffer =>
  Buffer.from(
    [...files]
      .sort(([a], [b]) => comparePaths(a, b))
      .map(([path, content]) => `${hex(algorithm, content)}  ${path}\n`)
      .join(''),
  );

const isTag = (path: string): boolean => !path.startsWith('data/') && !path.startsWith('tagmanifest-') && !path.startsWith('signatures/');

/** Index rows, manifests, Payload-Oxum and tag manifests made to fit what stands there; all else as it stands. */
export function sealed(tree: Tree, { index = true } = {}): Tree {
  const files = new Map([...tree].filter(([path]) => !/^(?:tag)?manifest-/.test(path)));
  if (index) files.set('data/index.json', withRows(files));
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const octets = payload.reduce((sum, [, content]) => sum + content.length, 0);
  const info = files
    .get('bag-info.txt')
    ?.toString('utf8')
    .replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${octets}.${payload.length}`);
  if (info !== undefined) files.set('bag-info.txt', Buffer.from(info));
  for (const algorithm of HASHES) files.set(`manifest-${algorithm}.txt`, manifestOf(algorithm, payload));
  const tags = [...files].filter(([path]) => isTag(path));
  for (const algorithm of HASHES) files.set(`tagmanifest-${algorithm}.txt`, manifestOf(algorithm, tags));
  return files;
}

const ROLES: readonly (readonly [string, string])[] = [
  ['data/evidence/', 'evidence'],
  ['data/case/', 'caseData'],
  ['data/custody/', 'custody'],
];

function withRows(files: Tree): Buffer {
  const before = files.get('data/index.json') ?? Buffer.from('{}');
  try {
    const index = JSON.parse(before.toString('utf8')) as { files?: { path: string }[] };
    const known = new Map((Array.isArray(index.files) ? index.files : []).map((row) => [row?.path, row]));
    index.files = [...files]
      .filter(([path]) => path.startsWith('data/') && path !== 'data/index.json')
      .sort(([a], [b]) => comparePaths(a, b))
      .map(([path, content]) => ({
        role: ROLES.find(([start]) => path.startsWith(start))?.[1] ?? 'document',
        title: path,
        ...known.get(path),
        path,
        size: content.length,
        sha256: hex('sha256', content),
        sm3: hex('sm3', content),
      }));
    return Buffer.from(canonical(index));
  } catch {
    return before;
  }
}

/** JSON with sorted keys and one final line feed: as the dossier writes its index. */
export function canonical(value: unknown): string {
  const sorted = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(sorted);
    if (typeof v !== 'object' || v === null) return v;
    return Object.fromEntries(
      Object.entries(v)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, m]) => [k, sorted(m)]),
    );
  };
  return `${JSON.stringify(sorted(value))}\n`;
}

export const partsOfTree = (tree: Tree, folder = BAG): Part[] =>
  [...tree].sort(([a], [b]) => compareEntries(a, b)).map(([path, content]) => ({ name: `${folder}/${path}`, content }));

/** The canonical container of a tree. */
export const zipOf = (tree: Tree, folder = BAG): Buffer => makeZip({ parts: partsOfTree(tree, folder) });

/** Tag files of a dossier that are no digests. */
export const OWN_TAGS: Tree = new Map([
  ['bagit.txt', Buffer.from(BAGIT_TEXT)],
  [
    'bag-info.txt',
    Buffer.from(
      [
        'Source-Organization: 示例市医疗保障局',
        `External-Identifier: ${CASE_NO}`,
        `Bagging-Date: ${DAY}`,
        'Bag-Software-Agent: mbpack 0.0.0',
        'Payload-Oxum: 0.0',
        'Mbpack-Format: 1.0',
        '',
      ].join('\n'),
    ),
  ],
  ['校验说明.txt', Buffer.from('用任何 BagIt 工具都能核对。\n')],
]);

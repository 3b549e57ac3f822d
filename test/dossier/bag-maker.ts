/** Bags of any version, as trees of files; what `verify --bag` says of one. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type AnyBagCheck, checkAnyBag, openBag } from '../../src/dossier/disk/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { put, scratch } from './fixture.ts';
import { makeZip } from './zip-maker.ts';

export type Tree = Record<string, string | Buffer>;
export const hex = (algorithm: string, content: string | Buffer): string => createHash(algorithm).update(content).digest('hex');

export const PAYLOAD: Tree = { 'data/a.txt': 'alpha\n', 'data/医院/病历.txt': '某某医院\n', 'data/empty': '' };

export interface Make {
  readonly version?: string;
  readonly algorithms?: readonly string[];
  readonly payload?: Tree;
  /** Path of a file → as a manifest writes it. */
  readonly write?: (path: string) => string;
  readonly tags?: Tree;
}

export function listOf(algorithm: string, files: Tree, write = (path: string) => path): string {
  return Object.entries(files)
    .map(([path, content]) => `${hex(algorithm, content)}  ${write(path)}\n`)
    .join('');
}

export function bag({ version = '1.0', algorithms = ['sha256'], payload = PAYLOAD, write, tags = {} }: Make = {}): Tree {
  const octets = Object.values(payload).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const first: Tree = {
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    'bag-info.txt': `Source-Organization: 示例市\nPayload-Oxum: ${octets}.${Object.keys(payload).length}\n`,
    ...Object.fromEntries(algorithms.map((a) => [`manifest-${a}.txt`, listOf(a, payload, write)])),
    ...tags,
  };
  return { ...payload, ...first, ...Object.fromEntries(algorithms.map((a) => [`tagmanifest-${a}.txt`, listOf(a, first)])) };
}

export const without = (tree: Tree, ...paths: string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !paths.includes(path)));
/** Other content for a tag file; tag manifests are left out, for they would only say so. */
export const withFile = (tree: Tree, path: string, content: string | Buffer): Tree => ({
  ...Object.fromEntries(Object.entries(tree).filter(([name]) => !name.startsWith('tagmanifest'))),
  [path]: content,
});
export const edited = (tree: Tree, path: string, change: (text: string) => string): Tree =>
  withFile(tree, path, change(String(tree[path])));

export async function checkAt(path: string): Promise<AnyBagCheck> {
  const opened = openBag(path);
  try {
    const result = await checkAnyBag(opened);
    for (const finding of result.findings)
      for (const language of ['zh-CN', 'en'] as const) expect(sentenceOf(finding, language).text).not.toMatch(/undefined|\[object|NaN/);
    return result;
  } finally {
    opened.close();
  }
}

export function folderOf(tree: Tree): string {
  const root = join(scratch(), 'bag');
  put(root, tree);
  mkdirSync(join(root, 'data'), { recursive: true });
  return root;
}

export function zipOf(tree: Tree): string {
  const path = join(scratch(), 'bag.zip');
  const parts = Object.entries(tree).map(([name, content]) => ({ name: `some bag/${name}`, content: Buffer.from(content) }));
  writeFileSync(path, makeZip({ parts: [{ name: 'some bag/data/', content: Buffer.alloc(0), central: { external: 0x10 } }, ...parts] }));
  return path;
}

export const severities = (result: AnyBagCheck, ...wanted: string[]): string[] =>
  [...new Set(result.findings.filter((f) => wanted.includes(f.severity)).map((f) => f.code))].sort();
export const listing = (path: string, content: string | Buffer = 'x', algorithm = 'sha256') => `${hex(algorithm, content)}  ${path}\n`;

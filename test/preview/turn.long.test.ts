/** One turn of the renderer: what is rendered again and in which order, what is digested again, and that a newer save ends it. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from '../../dist/operations/open-case.js';
import { type Measured, measureChanged } from '../../dist/operations/preview/measured.js';
import type { Tell } from '../../dist/operations/preview/protocol.js';
import { startRenderer } from '../../dist/operations/preview/renderer.js';
import { type Memory, runTurn } from '../../dist/operations/preview/turn.js';
import { AT, cleanUp, copyOf, scratch } from '../cli/run.ts';

const now = Date.parse(AT);
let dir: string;
beforeAll(() => {
  dir = copyOf();
});
afterAll(cleanUp);

interface Said {
  readonly kind: string;
  readonly id?: string;
}

async function turn(
  memory: Memory,
  { shown = [] as readonly 'custody'[], until = (_: Said): boolean => false, more = {} as { readonly template?: string } } = {},
): Promise<Said[]> {
  const said: Said[] = [];
  const abort = new AbortController();
  const tell: Tell = (message) => {
    said.push({ kind: message.kind, ...('id' in message ? { id: message.id } : {}) });
    if (until(message)) abort.abort();
  };
  await runTurn({ options: { dir, ...more }, request: { turn: 1, now, shown }, memory, signal: abort.signal, tell });
  return said;
}

const idsOf = (said: readonly Said[], kind: string): string[] => said.filter((s) => s.kind === kind).map((s) => s.id ?? '');
const fresh = (): Memory => ({ measured: new Map(), looks: new Map(), documents: new Map() });

test('first what is shown, last the list of materials; again: nothing is rendered; after an edit: only what it touches', async () => {
  const memory = fresh();
  const first = idsOf(await turn(memory, { shown: ['custody'] }), 'rendered');
  // What is made of the whole dossier comes behind the list of materials.
  const parts = first.filter((id) => !['cover', 'contents', 'notes'].includes(id));
  expect([first[0], parts.at(-1)]).toEqual(['custody', 'materials']);
  expect(first.length).toBeGreaterThan(12);

  const again = await turn(memory);
  expect(idsOf(again, 'rendered')).toEqual([]);
  expect(idsOf(again, 'same').toSorted()).toEqual(first.toSorted());
  expect(again.at(-1)?.kind).toBe('done');

  const path = join(dir, 'transfer.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('〔2026〕1号', '〔2026〕3号'));
  const edited = idsOf(await turn(memory), 'rendered');
  expect(edited).toEqual(expect.arrayContaining(['transfer', 'materials']));
  expect(edited).not.toContain('copy');
  expect(edited).not.toContain('approval');
});

test('a part of a template that is edited: the documents that use it are rendered again', async () => {
  const template = scratch();
  const json = { id: 'pack-of-parts', version: '1.0.0', title: '甲', extends: 'national' };
  writeFileSync(join(template, 'pack.json'), JSON.stringify(json));
  writeFileSync(join(template, 'transfer.hbs'), '<document layout="letter">{{> own}}</document>');
  const memory = fresh();
  const shown = async (part: string): Promise<unknown> => {
    writeFileSync(join(template, '_own.hbs'), part);
    await turn(memory, { more: { template } });
    return memory.documents.get('transfer')?.document.bytes;
  };
  const first = await shown('<p>甲</p>');
  expect(first).toBeDefined();
  expect(await shown('<p>甲</p>')).toBe(first);
  expect(await shown('<p>乙</p>')).not.toEqual(first);
});

test('a newer save ends the turn between two documents', async () => {
  const said = await turn(fresh(), { until: ({ kind }) => kind === 'rendered' });
  expect(idsOf(said, 'rendered')).toHaveLength(1);
  expect(said.map(({ kind }) => kind)).not.toContain('done');
});

test('evidence is digested again only when its size or time changed', async () => {
  const opened = await openCase({ dir, now, draft: true, strict: false });
  const measured: Measured = new Map();
  const around = { dir, measured, signal: new AbortController().signal };
  const first = await measureChanged(opened, around);
  const [path, entry] = [...measured][0] ?? [];
  if (path === undefined || entry === undefined) throw new Error('no evidence');
  // A digest that no file has: seen again, it was not computed again.
  measured.set(path, { ...entry, digest: { ...entry.digest, sha256: 'kept' } });
  expect((await measureChanged(opened, around))[0]?.sha256).toBe('kept');
  utimesSync(join(dir, 'evidence', ...path.split('/')), new Date(0), new Date(0));
  expect(await measureChanged(opened, around)).toEqual(first);
  expect(readdirSync(join(dir, 'evidence')).length).toBeGreaterThan(0);
});

test('a thread that ends in the middle of a turn is told of, and the next save gets another', async () => {
  const lost: string[] = [];
  const kinds: string[] = [];
  const renderer = startRenderer(
    { dir },
    { onMessage: ({ kind, turn: n }) => void kinds.push(`${n} ${kind}`), onLost: (reason) => void lost.push(reason) },
  );
  // What no save asks for: the thread stumbles over it as over a defect of its own.
  renderer.request({ turn: 1, now, shown: null as unknown as [] });
  await expect.poll(() => lost.length).toBe(1);
  renderer.request({ turn: 2, now, shown: ['items'] as const });
  await expect.poll(() => kinds.includes('2 rendered')).toBe(true);
  await renderer.close();
  expect(kinds).not.toContain('1 done');
  expect(lost).toHaveLength(1);
});

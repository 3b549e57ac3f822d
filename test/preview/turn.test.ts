/** One turn of the renderer: what is rendered again and in which order, what is digested again, and that a newer save ends it. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from '../../dist/operations/open-case.js';
import { type Measured, measureChanged } from '../../dist/operations/preview/measured.js';
import type { Tell } from '../../dist/operations/preview/protocol.js';
import { startRenderer } from '../../dist/operations/preview/renderer.js';
import { type Memory, runTurn } from '../../dist/operations/preview/turn.js';
import { AT, cleanUp, copyOf } from '../cli/run.ts';

const LONG = { timeout: 120_000 };
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

async function turn(memory: Memory, { shown = [] as readonly 'custody'[], until = (_: Said): boolean => false } = {}): Promise<Said[]> {
  const said: Said[] = [];
  const abort = new AbortController();
  const tell: Tell = (message) => {
    said.push({ kind: message.kind, ...('id' in message ? { id: message.id } : {}) });
    if (until(message)) abort.abort();
  };
  await runTurn({ options: { dir }, request: { turn: 1, now, shown }, memory, signal: abort.signal, tell });
  return said;
}

const idsOf = (said: readonly Said[], kind: string): string[] => said.filter((s) => s.kind === kind).map((s) => s.id ?? '');
const fresh = (): Memory => ({ measured: new Map(), documents: new Map() });

test('first what is shown, last the list of materials; again: nothing is rendered; after an edit: only what it touches', LONG, async () => {
  const memory = fresh();
  const first = idsOf(await turn(memory, { shown: ['custody'] }), 'rendered');
  expect([first[0], first.at(-1)]).toEqual(['custody', 'materials']);
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

test('a newer save ends the turn between two documents', LONG, async () => {
  const said = await turn(fresh(), { until: ({ kind }) => kind === 'rendered' });
  expect(idsOf(said, 'rendered')).toHaveLength(1);
  expect(said.map(({ kind }) => kind)).not.toContain('done');
});

test('evidence is digested again only when its size or time changed', LONG, async () => {
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

test('a thread that ends in the middle of a turn is told of, and the next save gets another', LONG, async () => {
  const lost: string[] = [];
  const kinds: string[] = [];
  const renderer = startRenderer(
    { dir },
    { onMessage: ({ kind, turn: n }) => void kinds.push(`${n} ${kind}`), onLost: (reason) => void lost.push(reason) },
  );
  // What no save asks for: the thread stumbles over it as over a defect of its own.
  renderer.request({ turn: 1, now, shown: null as unknown as [] });
  await expect.poll(() => lost.length, { timeout: 60_000 }).toBe(1);
  renderer.request({ turn: 2, now, shown: ['items'] as const });
  await expect.poll(() => kinds.includes('2 rendered'), { timeout: 60_000 }).toBe(true);
  await renderer.close();
  expect(kinds).not.toContain('1 done');
  expect(lost).toHaveLength(1);
});

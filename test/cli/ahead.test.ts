// Documents made in a thread are the ones that would have been made here; what the thread does not make is made here.
import { expect, test } from 'vitest';
import { renderDocument } from '../../dist/documents/index.js';
import { type Ahead, renderAhead } from '../../dist/operations/ahead.js';
import { openCase } from '../../dist/operations/open-case.js';
import { packedDocuments, renderInput } from '../../dist/operations/payload.js';
import { AT, GOOD } from './run.ts';

const now = Date.parse(AT);
const opened = await openCase({ dir: GOOD, now, draft: false, strict: false });
const { case: c, custody } = opened.loaded;
const { pack } = opened;
if (!c || !pack || !custody) throw new Error('the example does not load');
const start = (template = 'national', other = pack): Ahead => renderAhead({ case: c, pack: other, template, now, draft: false, custody });

test('byte for byte, for every document that waits for no digest', async () => {
  const ahead = start();
  const made: string[] = [];
  for (const { id } of packedDocuments(pack, c)) {
    const document = await ahead.take(id);
    if (!document) continue;
    made.push(id);
    const here = await renderDocument(id, renderInput({ case: c, pack, now, draft: false, custody }));
    expect(Buffer.compare(document.bytes, here.bytes), id).toBe(0);
    expect(document.findings).toEqual(here.findings);
  }
  ahead.close();
  expect(made).toEqual(['transfer', 'investigation', 'items', 'receipt', 'matrix', 'statement']);
});

test.each([
  ['a pack that is not there', 'no-such-pack', pack],
  ['a pack that changed since', 'national', { ...pack, sha256: '0'.repeat(64) }],
] as const)('%s: nothing is made, and nobody waits', async (_name, template, other) => {
  const ahead = start(template, other);
  expect(await ahead.take('transfer')).toBeUndefined();
  ahead.close();
});

test('closed before it is done: nobody waits', async () => {
  const ahead = start();
  const waiting = ahead.take('investigation');
  ahead.close();
  expect(await waiting).toBeUndefined();
});

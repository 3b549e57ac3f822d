/** The chain of custody of a case as the page has it: one line more by a button, what does not fit refused, a wrong line corrected and never written over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, codes } from '../cli/run.ts';
import { type Served, served } from './served.ts';

interface Chain {
  readonly outcome: string;
  readonly lines: number;
  readonly events: readonly {
    readonly seq: number;
    readonly action: string;
    readonly state: string;
    readonly place?: string;
    readonly corrects?: number;
  }[];
  readonly items: readonly {
    readonly evidenceNo: string;
    readonly holder: string;
    readonly sealed: boolean;
    readonly seal: string;
    readonly out: boolean;
  }[];
}
interface Told {
  readonly outcome: string;
  readonly added?: number;
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

let desk: Served;
let officers: string[];
let item: string;
beforeAll(async () => {
  desk = await served();
  const { value } = await desk.form('case');
  officers = (value.officers as { id: string }[]).map(({ id }) => id);
  const [first] = (await chain()).items.filter(({ out }) => !out);
  item = first?.evidenceNo ?? '';
});
afterAll(async () => {
  await desk?.close();
  cleanUp();
});

const chain = async (): Promise<Chain> => (await (await fetch(`${desk.address}custody`)).json()) as Chain;
const add = async (asked: object): Promise<Told> => (await (await desk.act('custody', asked)).json()) as Told;
const log = (): string => readFileSync(join(desk.dir, 'custody.jsonl'), 'utf8');
const at = async (): Promise<Chain['items'][number] | undefined> => (await chain()).items.find(({ evidenceNo }) => evidenceNo === item);
const by = (): readonly string[] => officers.slice(0, 2);

test('sealed, unsealed, moved: each is a line more, and the item stands where the last one says', async () => {
  const { lines } = await chain();
  const before = log();
  const was = await at();
  const first = was?.sealed ? { action: '启封', sealBefore: was.seal, sealAfter: '0000901' } : { action: '封存', sealAfter: '0000901' };
  expect(await add({ ...first, items: [item], by: by(), place: '证据保管室' })).toMatchObject({ outcome: 'made', added: lines + 1 });
  expect(await add({ action: '移动', items: [item], by: by(), place: '证据保管室2号柜' })).toMatchObject({
    outcome: 'made',
    added: lines + 2,
  });
  expect(log().startsWith(before)).toBe(true);
  expect((await chain()).events.at(-1)).toMatchObject({ action: '移动', place: '证据保管室2号柜' });
});

test('a wrong line is corrected by one more, and stays as it was written', async () => {
  const { lines } = await chain();
  const before = log();
  const told = await add({ action: '更正', line: lines, by: by(), reason: '柜号抄错', place: '证据保管室3号柜' });
  expect([told.outcome, told.added]).toEqual(['made', lines + 1]);
  expect(log().startsWith(before)).toBe(true);
  const { events } = await chain();
  expect(events.find(({ seq }) => seq === lines)).toMatchObject({ state: 'corrected', place: '证据保管室2号柜' });
  expect(events.at(-1)).toMatchObject({ action: '更正', corrects: lines });
  const { codes: found } = await codes('custody', desk.dir);
  expect(found).not.toContain('CUSTODY_CHAIN_BROKEN');
});

test.each([
  ['one officer alone', () => ({ action: '封存', items: [item], by: officers.slice(0, 1), sealAfter: '1' }), 'CUSTODY_SAYS_TOO_LITTLE'],
  ['nobody', () => ({ action: '移动', items: [item], by: [], place: '某处' }), 'CUSTODY_SAYS_TOO_LITTLE'],
  ['nothing', () => ({ action: '封存', items: [], by: by() }), 'CUSTODY_SAYS_TOO_LITTLE'],
  ['an item that is none', () => ({ action: '移动', items: ['Z-999'], by: by(), place: '某处' }), 'CUSTODY_NO_SUCH_ITEM'],
  ['handed over to nobody', () => ({ action: '移交', items: [item], by: by() }), 'CUSTODY_SAYS_TOO_LITTLE'],
  ['an action of another page', () => ({ action: '固定', items: [item], by: by() }), 'CUSTODY_ACTION_UNKNOWN'],
  ['a time to come', () => ({ action: '移动', items: [item], by: by(), place: '某处', at: '2030-01-01 00:00' }), 'CUSTODY_IN_FUTURE'],
  ['a correction without a reason', () => ({ action: '更正', line: 1, by: by(), place: '某处' }), 'CUSTODY_SAYS_TOO_LITTLE'],
  ['a correction that changes nothing', () => ({ action: '更正', line: 1, by: by(), reason: '某某' }), 'CUSTODY_SAYS_TOO_LITTLE'],
])('refused, and the log is as it was: %s', async (_, asked, code) => {
  const before = log();
  const told = await add(asked());
  expect([told.outcome, told.findings.map((f) => f.code)]).toEqual(['refused', [code]]);
  expect(log()).toBe(before);
});

test.each([
  ['no action', {}],
  ['null', null],
  ['a list', []],
])('what is no request is refused: %s', async (_, asked) => {
  expect((await desk.act('custody', asked)).status).toBe(404);
});

/** What a page of 办案台 may have done to the forms of a case: saved, refused, undone, met by another's change; and who may ask. */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp } from '../cli/run.ts';
import { OWN, type Served, served } from './served.ts';

let desk: Served;
beforeAll(async () => {
  desk = await served();
});
afterAll(async () => {
  await desk?.close();
  cleanUp();
});

const file = (name: string): string => readFileSync(join(desk.dir, name), 'utf8');
const phone = (text: string): object => ({ op: 'set', pointer: '/sender/phone', text });

test('a field is on the disk when it is saved, every other byte stays, and undo gives the old bytes back', async () => {
  const before = file('case.yaml');
  const { outcome, now } = await desk.edit('case', [phone('0999-7654321')]);
  expect(outcome).toBe('made');
  expect((now?.value.sender as { phone: string } | undefined)?.phone).toBe('0999-7654321');
  const after = file('case.yaml').split('\n');
  expect(after.filter((line, i) => line !== before.split('\n')[i])).toHaveLength(1);
  expect(((await (await desk.act('undo', {})).json()) as { outcome: string }).outcome).toBe('made');
  expect(file('case.yaml')).toBe(before);
});

test('an entry is inserted, moved and taken out', async () => {
  const before = file('case.yaml');
  const names = (now: { value: Record<string, unknown> } | undefined): unknown => (now?.value.cc as string[] | undefined) ?? [];
  const first = await desk.edit('case', [{ op: 'insert', pointer: '/cc/-', text: '示例市某某委员会' }]);
  expect((names(first.now) as string[]).at(-1)).toBe('示例市某某委员会');
  const last = (names(first.now) as string[]).length - 1;
  const moved = await desk.edit('case', [{ op: 'move', pointer: `/cc/${last}`, to: 0 }]);
  expect((names(moved.now) as string[])[0]).toBe('示例市某某委员会');
  expect((await desk.edit('case', [{ op: 'remove', pointer: '/cc/0' }])).outcome).toBe('made');
  for (let i = 0; i < 3; i++) await desk.act('undo', {});
  expect(file('case.yaml')).toBe(before);
});

test.each([
  ['a number of a person with a letter amid', 'case', { op: 'set', pointer: '/suspects/0/idNo', text: '99010119680517O313' }],
  ['a date that is none', 'case', { op: 'set', pointer: '/filing/filedOn', text: '2026-02-30' }],
  ['a member that no form has', 'case', { op: 'set', pointer: '/nonsense', text: '甲' }],
  ['an entry that is not there', 'case', { op: 'remove', pointer: '/suspects/99' }],
])('refused, and nothing is written: %s', async (_, form, edit) => {
  const before = file(`${form}.yaml`);
  expect((await desk.edit(form, [edit])).outcome).toBe('refused');
  expect(file(`${form}.yaml`)).toBe(before);
});

test('a file that was changed outside is not written over: what it holds now comes back', async () => {
  const { version } = await desk.form('case');
  const before = file('case.yaml');
  writeFileSync(join(desk.dir, 'case.yaml'), `${before}# 别处改的\n`);
  const stale = await desk.edit('case', [phone('1')], version);
  expect(stale.outcome).toBe('stale');
  expect(file('case.yaml')).toBe(`${before}# 别处改的\n`);
  expect((await desk.edit('case', [phone('0999-1')], stale.now?.version)).outcome).toBe('made');
  writeFileSync(join(desk.dir, 'case.yaml'), before);
  // Undo would put back what somebody else has written over since.
  expect(((await (await desk.act('undo', {})).json()) as { outcome: string }).outcome).toBe('stale');
  expect(file('case.yaml')).toBe(before);
});

test('of two pages that save from the same state the second is told', async () => {
  const { version } = await desk.form('case');
  const [one, other] = await Promise.all([desk.edit('case', [phone('0999-2')], version), desk.edit('case', [phone('0999-3')], version)]);
  expect([one.outcome, other.outcome].sort()).toEqual(['made', 'stale']);
  await desk.act('undo', {});
});

test('a form broken by hand is told with its text, and nothing is saved into it', async () => {
  const before = file('transfer.yaml');
  writeFileSync(join(desk.dir, 'transfer.yaml'), `${before}\n  : [`);
  const broken = await desk.form('transfer');
  expect([broken.state, broken.text?.endsWith(': [')]).toEqual(['broken', true]);
  expect((await desk.edit('transfer', [{ op: 'set', pointer: '/copies', text: '三' }], broken.version)).outcome).toBe('refused');
  writeFileSync(join(desk.dir, 'transfer.yaml'), before);
});

test.skipIf(process.getuid?.() === 0 && process.platform === 'win32')(
  'a form that may not be written is refused with a reason',
  async () => {
    chmodSync(join(desk.dir, 'case.yaml'), 0o444);
    const { outcome, findings } = await desk.edit('case', [phone('0999-4')]);
    expect([outcome, findings?.map(({ code }) => code)]).toEqual(['refused', ['EDIT_NOT_WRITTEN']]);
    chmodSync(join(desk.dir, 'case.yaml'), 0o644);
  },
);

test('an optional form is begun, once', async () => {
  expect((await desk.form('supervision')).state).toBe('absent');
  const begun = (await (await desk.act('add', { form: 'supervision' })).json()) as { outcome: string };
  expect(begun.outcome).toBe('made');
  const again = (await (await desk.act('add', { form: 'supervision' })).json()) as { outcome: string };
  expect(again.outcome).toBe('refused');
  rmSync(join(desk.dir, 'supervision.yaml'));
});

test.each([
  ['another site', { ...OWN, Origin: 'https://evil.example' }],
  ['a form of another site', { 'Content-Type': 'text/plain', 'X-Mbpack': '1' }],
  ['without our header', { 'Content-Type': 'application/json' }],
])('nothing is done for %s', async (_, headers) => {
  const before = file('case.yaml');
  expect((await desk.act('edit', { form: 'case', version: (await desk.form('case')).version, edits: [phone('1')] }, headers)).status).toBe(
    404,
  );
  expect(file('case.yaml')).toBe(before);
});

test.each([
  ['no form', { form: '../case', version: 'a', edits: [] }],
  ['a form of every object', { form: '__proto__', version: 'a', edits: [] }],
  ['no list of edits', { form: 'case', version: 'a', edits: 'x' }],
  ['no pointer', { form: 'case', version: 'a', edits: [{ op: 'remove', pointer: 'x' }] }],
  ['no such edit', { form: 'case', version: 'a', edits: [{ op: 'copy', pointer: '/x' }] }],
  ['no JSON', '{'],
  ['null', null],
])('what is no request is refused: %s', async (_, asked) => {
  expect((await desk.act('edit', asked)).status).toBe(404);
});

test('a hundred megabytes dropped into a field are not taken in', async () => {
  const text = '医'.repeat(34_000_000);
  const answered = await desk.act('edit', { form: 'case', version: 'a', edits: [{ op: 'set', pointer: '/name', text }] }).then(
    ({ status }) => status,
    () => 404,
  );
  expect(answered).toBe(404);
  expect((await desk.form('case')).state).toBe('read');
});

test('hostile texts come back as they were typed', async () => {
  const text = '</script><script>alert(1)</script>"\'&\u202e';
  const { outcome, now } = await desk.edit('case', [{ op: 'set', pointer: '/source/narrative', text: text.slice(0, -1) }]);
  expect([outcome, (now?.value.source as { narrative: string } | undefined)?.narrative]).toEqual(['made', text.slice(0, -1)]);
  await desk.act('undo', {});
});

test('the quick check tells what the law says of a field as soon as it is saved, and only of fields', async () => {
  const quick = async (): Promise<readonly { code: string; field: { form: string; pointer: string } }[]> =>
    ((await (await fetch(`${desk.address}quick`)).json()) as { findings: { code: string; field: { form: string; pointer: string } }[] })
      .findings;
  const at = '/facts/0/narrative';
  await desk.edit('case', [{ op: 'set', pointer: at, text: '经查，结算【待填：笔数】笔。' }]);
  const begun = performance.now();
  const found = await quick();
  console.info(`quick check: ${Math.round(performance.now() - begun)} ms`);
  expect(found.filter(({ code }) => code === 'BLANK_LEFT').map(({ field }) => field)).toEqual([{ form: 'case', pointer: at }]);
  expect(found.every(({ field }) => field !== undefined)).toBe(true);
  await desk.act('undo', {});
  expect((await quick()).map(({ code }) => code)).not.toContain('BLANK_LEFT');
});

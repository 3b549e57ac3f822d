// Template packs: inherited part by part, refused by name.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DOCUMENT_TITLES } from '../../src/messages/index.ts';
import { DOCUMENT_IDS, Fault } from '../../src/model/index.ts';
import { isKnownDocument } from '../../src/model/pack.ts';
import { installedPacks, loadPack } from '../../src/pack/index.ts';

const root = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(root, { recursive: true }));

const national = loadPack('national');
const basis = { document: '某文', article: '一' };
const documents = DOCUMENT_IDS.map((id) => ({
  id,
  title: id,
  template: 'transfer.hbs',
  ...(id === 'report' || id === 'approval' ? { internal: true } : {}),
}));
const full = {
  version: '1.0.0',
  title: '甲',
  documents,
  docNoPattern: '^.+$',
  periods: { approve: { length: 3, unit: 'day', basis }, transfer: { length: 24, unit: 'hour', basis } },
  levelPairs: [],
};
function write(id: string, json: unknown, files: Record<string, string> = {}): void {
  mkdirSync(join(root, id), { recursive: true });
  writeFileSync(join(root, id, 'pack.json'), typeof json === 'string' ? json : JSON.stringify(json));
  const own = typeof json === 'object' && 'documents' in (json as object) ? { 'transfer.hbs': 'base' } : {};
  for (const [name, text] of Object.entries({ ...own, ...files })) writeFileSync(join(root, id, name), text);
}
write('base', { id: 'base', ...full });
write('child', { id: 'child', version: '1.0.0', title: '乙', extends: 'base', docNoPattern: '^乙$' });
write('painter', { id: 'painter', version: '1.0.0', title: '丙', extends: 'child' }, { 'transfer.hbs': 'own' });
write('ring-a', { id: 'ring-a', ...full, extends: 'ring-b' });
write('ring-b', { id: 'ring-b', ...full, extends: 'ring-a' });
write('alias', { id: 'other', ...full });
write('torn', '{');
write('nameless', { id: 'nameless', ...full, title: '' });
write('reaching', { id: 'reaching', ...full, documents: documents.map((d) => ({ ...d, template: '../base/transfer.hbs' })) });
write('regex', { id: 'regex', ...full, docNoPattern: '(' });
const day = { year: 2026, source: '某通知', holidays: ['2026-01-01'], workdays: ['2026-01-04'] };
const row = { region: '某省', crime: '诈骗罪', large: '6000', source: '某文', certainty: '转引' };
write('county', {
  id: 'county',
  version: '1.0.0',
  title: '丁',
  extends: 'province',
  periods: { correction: { length: 2, unit: 'day', basis } },
  calendar: [{ ...day, year: 2027, holidays: ['2027-01-01'], workdays: [] }],
  thresholds: [{ ...row, region: '某市' }],
});
write('province', { id: 'province', ...full, calendar: [day], thresholds: [row] });
write('clock', { id: 'clock', ...full, periods: { ...full.periods, lunch: { length: 1, unit: 'hour', basis } } });
write('count', { id: 'count', ...full, periods: { ...full.periods, transfer: { length: 1, unit: 'hour', count: 'workday', basis } } });
write('thirtieth', { id: 'thirtieth', ...full, calendar: [{ ...day, holidays: ['2026-02-30'] }] });
write('otheryear', { id: 'otheryear', ...full, calendar: [{ ...day, holidays: ['2027-01-01'] }] });
write('onandoff', { id: 'onandoff', ...full, calendar: [{ ...day, workdays: ['2026-01-01'] }] });
write('twice', { id: 'twice', ...full, calendar: [day, day] });
write('sourceless', { id: 'sourceless', ...full, thresholds: [{ ...row, source: '' }] });
write('falling', { id: 'falling', ...full, thresholds: [{ ...row, huge: '5999' }] });
write('figure', { id: 'figure', ...full, thresholds: [{ ...row, large: 6000 }] });
write('share', { id: 'share', ...full, nearShare: '1.5' });
write('orphan', { id: 'orphan', ...full, extends: 'nobody' });

test('the national pack', () => {
  expect(installedPacks()).toContain('national');
  expect(installedPacks()).not.toContain('fonts');
  expect(national.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(national.sha256).toBe(loadPack('national').sha256);
  expect(national.pack.documents.filter((d) => d.internal).map((d) => d.id)).toEqual(['report', 'approval']);
});

test.each([
  ['示医保移〔2026〕3号', true],
  ['×医保移〔2026〕12号', true],
  ['示医保移〔2026〕03号', false],
  ['示医保移〔2026〕第3号', false],
  ['示医保移[2026]3号', false],
  ['示医保移(2026)3号', false],
])('文号 %s: %s', (docNo, fits) => {
  expect(new RegExp(national.pack.docNoPattern, 'u').test(docNo)).toBe(fits);
});

test('a child keeps what it does not replace', () => {
  const child = loadPack('child', root);
  expect([child.pack.docNoPattern, child.pack.periods.approve.length, child.template('transfer').text]).toEqual(['^乙$', 3, 'base']);
  expect(loadPack('painter', root).template('transfer')).toEqual({ text: 'own', file: 'templates/painter/transfer.hbs' });
  expect(loadPack('painter', root).sha256).not.toBe(child.sha256);
});

test.each([
  ['nowhere', 'PACK_NOT_FOUND'],
  ['../national', 'PACK_NOT_FOUND'],
  ['orphan', 'PACK_NOT_FOUND'],
  ['ring-a', 'PACK_CYCLE'],
  ['alias', 'PACK_INVALID'],
  ['nameless', 'FIELD_BLANK'],
  ['reaching', 'FIELD_PATTERN'],
  ['regex', 'PACK_PATTERN_UNSAFE'],
  ['clock', 'FIELD_UNKNOWN'],
  ['count', 'PACK_INVALID'],
  ['thirtieth', 'DAY_INVALID'],
  ['otheryear', 'PACK_INVALID'],
  ['onandoff', 'PACK_INVALID'],
  ['twice', 'PACK_INVALID'],
  ['sourceless', 'FIELD_BLANK'],
  ['falling', 'PACK_INVALID'],
  ['figure', 'FIELD_NEEDS_QUOTES'],
  ['share', 'FIELD_PATTERN'],
  ['torn', 'FORM_SYNTAX'],
])('%s: %s', (id, code) => {
  let found: unknown;
  try {
    loadPack(id, root);
  } catch (error) {
    found = error;
  }
  expect(found instanceof Fault && found.finding.code).toBe(code);
});

test('periods by name, years by number, thresholds before the parent’s', () => {
  const { pack } = loadPack('county', root);
  expect([pack.periods.approve.length, pack.periods.correction?.length]).toEqual([3, 2]);
  expect(pack.calendar?.map((c) => c.year)).toEqual([2026, 2027]);
  expect(pack.thresholds?.map((t) => t.region)).toEqual(['某市', '某省']);
  expect(loadPack('child', root).pack.thresholds).toBeUndefined();
});

test.each([
  ['chongqing', 3, '卫生健康部门'],
  ['jiangsu', 6, '财政部门'],
  ['guangdong', 6, '审计机关'],
])('%s names the departments of its notice, and always copies the procuratorate', (id, count, one) => {
  const { recipients, placeholders = [] } = loadPack(id).pack;
  expect(recipients?.joint).toHaveLength(count);
  expect(recipients?.joint).toContain(one);
  expect(recipients?.ccAlways).toEqual(['同级人民检察院']);
  expect(placeholders.map(({ field }) => field)).not.toContain('recipients.joint');
});

test('a document that the pack does not have', () => {
  expect(() => loadPack('base', root).template('x-none')).toThrow(Fault);
});

test('what the command line calls the documents is what the national pack calls them', () => {
  const titles = loadPack('national')
    .pack.documents.filter(({ id }) => isKnownDocument(id))
    .map(({ id, title }) => [id, title]);
  expect(Object.fromEntries(titles)).toEqual(DOCUMENT_TITLES);
});

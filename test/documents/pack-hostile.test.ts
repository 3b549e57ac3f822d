// A folder under construction or from somebody else: what may not be in it is refused by name, what is wrong in it by line.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Fault, isSafePattern } from '../../src/model/index.ts';
import { findPack, loadPack, placeOfPack, readPack } from '../../src/pack/index.ts';

const root = mkdtempSync(join(tmpdir(), 'pack-hostile-'));
afterAll(() => rmSync(root, { recursive: true }));
const ROOT = new URL('../../templates/', import.meta.url).pathname;
const FONT = readFileSync(new URL('../../templates/fonts/FandolFang-Regular.otf', import.meta.url));

let count = 0;
/** A pack that extends the national one, with what the scenario adds. */
function folder(json: object | string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dir = join(root, `p${++count}`);
  mkdirSync(join(dir, 'fonts'), { recursive: true });
  const own = { id: `p${count}`, version: '1.0.0', title: '甲', extends: 'national' };
  writeFileSync(join(dir, 'pack.json'), typeof json === 'string' ? json : JSON.stringify({ ...own, ...json }, null, 2));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

function told(dir: string) {
  return readPack(placeOfPack(dir, ROOT)).findings.map((f) => ({
    code: f.code,
    line: f.at && 'line' in f.at ? f.at.line : undefined,
    near: 'nearest' in f.args ? f.args.nearest : undefined,
  }));
}
const codesOf = (dir: string) => told(dir).map(({ code }) => code);
const sourced = { source: '示例省医疗保障局文件', certainty: '转引' };
const narrative = { field: 'case:/facts/*/narrative', title: '甲', text: '经查，{笔数}笔。' };
const added = { id: 'x-cover', title: '封面', template: 'x-cover.hbs', view: 'transfer' };
const doc = '<document><p>{{title}}</p></document>';
const leaf = { title: '编码', type: 'string' };
const BY = { document: '甲', article: '一' };
const days = (length: number, count = 'calendar') => ({ length, unit: 'day', count, basis: BY });

test.each<[string, object | string, string, number?, string?]>([
  ['no JSON', '{', 'FORM_SYNTAX'],
  ['YAML', 'id: p\nversion: 1.0.0\n', 'JSON_SLIP', 1],
  ['a comment', '{\n // 说明\n "id": "p" }', 'JSON_SLIP', 2],
  ['a list', '[]', 'FORM_NOT_A_MAP'],
  ['a name twice', '{\n"id": "p",\n"id": "q"}', 'KEY_DUPLICATE', 3],
  ['a hundred brackets', `{"strings": ${'['.repeat(100)}${']'.repeat(100)}}`, 'FORM_TOO_DEEP'],
  ['a misspelt member', { recipiants: {} }, 'FIELD_UNKNOWN', 6, 'recipients'],
  ['the prototype', '{"__proto__": {}}', 'FIELD_UNKNOWN'],
  ['an unknown document', { documents: [{ id: 'transfr', title: '甲' }] }, 'PACK_NAME_UNKNOWN', 8, 'transfer'],
  ['an unknown document in the order', { order: ['transfer', 'matrx'] }, 'PACK_NAME_UNKNOWN', 8, 'matrix'],
  ['what the law asks for left out', { omit: ['legality'] }, 'PACK_DOCUMENT_REQUIRED', 7],
  ['a view that is not lent', { documents: [{ ...added, view: 'slip' }] }, 'FIELD_ENUM', 11],
  ['no view', { documents: [{ ...added, view: undefined }] }, 'FIELD_MISSING'],
  ['内卷 in the dossier', { documents: [{ ...added, view: 'approval' }] }, 'PACK_INVALID'],
  ['内卷 beside the dossier', { documents: [{ ...added, view: 'report', place: 'beside' }] }, 'PACK_INVALID'],
  ['内卷 made outward', { documents: [{ id: 'approval', internal: false }] }, 'PACK_INVALID', 9],
  ['a title with a path', { documents: [{ id: 'transfer', title: '../移送书' }] }, 'FIELD_PATTERN', 9],
  ...(['\0', '\u200b', '\u202e', '\u2028', '\u3164', ' ', '\u3000', '\n'] as const).flatMap((char): [string, object, string, number][] => {
    const point = `U+${char.charCodeAt(0).toString(16)}`;
    return [
      [`${point} behind a title`, { documents: [{ id: 'matrix', title: `甲${char}` }] }, 'FIELD_PATTERN', 9],
      [`${point} before a title`, { documents: [{ id: 'matrix', title: `${char}甲` }] }, 'FIELD_PATTERN', 9],
      [`${point} behind the name of a pack`, { title: `甲${char}` }, 'FIELD_PATTERN', 4],
    ];
  }),
  ['a character that is not seen inside a title', { documents: [{ id: 'matrix', title: '甲\u200b乙' }] }, 'FIELD_PATTERN', 9],
  ['one title twice, in wide letters', { documents: [{ id: 'matrix', title: '涉案\u3000物品清单' }] }, 'PACK_TITLE_TWICE', 9],
  ['one title twice, in other brackets', { documents: [{ id: 'matrix', title: '涉嫌犯罪案件移送书(回执)' }] }, 'PACK_TITLE_TWICE', 9],
  ['one title twice', { documents: [{ id: 'matrix', title: '涉案物品清单' }] }, 'PACK_TITLE_TWICE', 9],
  ['a template that is not there', { documents: [{ id: 'transfer', template: 'transfr.hbs' }] }, 'PACK_TEMPLATE_ABSENT', 9, 'transfer.hbs'],
  ['a template outside', { documents: [{ id: 'transfer', template: '../../etc/passwd' }] }, 'FIELD_PATTERN', 9],
  ['a pattern that never ends', { docNoPattern: '^(a+)+$' }, 'PACK_PATTERN_UNSAFE', 6],
  ['a situation of no national conduct', { behaviours: [{ code: 'SL-1', of: ['YS-Z9'], text: '甲', ...sourced }] }, 'PACK_INVALID'],
  ['a code of the national table', { behaviours: [{ code: 'YS-B3', of: ['YS-B3'], text: '甲', ...sourced }] }, 'PACK_INVALID'],
  ['no source', { behaviours: [{ code: 'SL-1', of: ['YS-B3'], text: '甲', certainty: '转引' }] }, 'FIELD_MISSING'],
  ['a narrative for no text', { narratives: [{ field: 'case:/facts/*/amount/x', title: '甲', text: '乙' }] }, 'PACK_INVALID'],
  ['a narrative for a date', { narratives: [{ field: 'case:/suspectedOn', title: '甲', text: '乙' }] }, 'PACK_INVALID'],
  ['a narrative of every object', { narratives: [{ field: '__proto__:/name', title: '甲', text: '乙' }] }, 'PACK_INVALID'],
  ['a narrative of no situation', { narratives: [{ ...narrative, behaviours: ['YS-Z9'] }] }, 'PACK_INVALID'],
  ['a narrative twice', { narratives: [narrative, narrative] }, 'PACK_INVALID'],
  ['a blank that is not closed', { narratives: [{ ...narrative, text: '经查，{笔数笔。' }] }, 'PACK_INVALID'],
  ['a blank without a name', { narratives: [{ ...narrative, text: '经查，{}笔。' }] }, 'PACK_INVALID'],
  ['an offence of the national table', { offences: [{ name: '诈骗罪', articles: ['第二百六十四条'], ...sourced }] }, 'PACK_INVALID'],
  ['a fund of no national kind', { funds: [{ name: '某某资金', of: '某类', ...sourced }] }, 'PACK_INVALID'],
  ['a fund of the national table', { funds: [{ name: '医疗救助基金', of: '医疗救助基金', ...sourced }] }, 'PACK_INVALID'],
  ['a department twice', { departments: [1, 2].map(() => ({ name: '某局', of: '其他', ...sourced })) }, 'PACK_INVALID'],
  ['an error made less', { severities: [{ rule: 'P-01', severity: 'warning', source: '甲' }] }, 'PACK_INVALID'],
  ['a recalled source made to stop', { severities: [{ rule: 'F-08', severity: 'error', source: '甲' }] }, 'PACK_INVALID'],
  ['a rule that is none', { severities: [{ rule: 'Z-99', severity: 'info', source: '甲' }] }, 'PACK_INVALID'],
  ['a longer time to decide', { periods: { approve: days(5) } }, 'PACK_PERIOD_LOOSER', 8],
  ['a day in place of 24 hours', { periods: { transfer: days(1) } }, 'PACK_PERIOD_LOOSER', 9],
  ['working days in place of days', { periods: { correction: days(3, 'workday') } }, 'PACK_PERIOD_LOOSER', 10],
  ['the last day moved over a holiday', { periods: { itemsHandover: days(3, 'rollover') } }, 'PACK_PERIOD_LOOSER', 10],
  ['more hours than the days have', { periods: { approve: { length: 73, unit: 'hour', basis: BY } } }, 'PACK_PERIOD_LOOSER', 9],
  ['a wording that is no text', { strings: { seal: 3 } }, 'FIELD_NEEDS_QUOTES', 7],
  ['a parent that is not there', { extends: 'nobody' }, 'PACK_NOT_FOUND', 5],
  ['a font outside', { fonts: { Fang: '../simfang.ttf' } }, 'FIELD_PATTERN', 7],
  ['a font that is not there', { fonts: { Fang: 'fonts/simfang.ttf' } }, 'PACK_FONT_BROKEN', 7],
  ['an unknown role', { fonts: { Fangsong: 'fonts/a.ttf' } }, 'FIELD_UNKNOWN', 7],
  ['a field of no known type', { fields: { case: { properties: { a: { title: '甲', type: 'date' } } } } }, 'FIELD_ENUM', 11],
  ['a keyword of another type', { fields: { case: { properties: { a: { ...leaf, minimum: 1 } } } } }, 'PACK_INVALID', 12],
  ['a reference', { fields: { case: { properties: { a: { $ref: '#/' } } } } }, 'FIELD_UNKNOWN', 10],
  [
    'a required field that is none',
    { fields: { case: { properties: { code: leaf }, required: ['codes'] } } },
    'PACK_NAME_UNKNOWN',
    15,
    'code',
  ],
  ['a list of nothing', { fields: { case: { properties: { a: { title: '甲', type: 'array' } } } } }, 'PACK_INVALID', 9],
  ['a field that never ends', { fields: { case: { properties: { a: { ...leaf, pattern: '(.*)*x' } } } } }, 'PACK_PATTERN_UNSAFE', 12],
  ['the id of an installed pack', { id: 'jiangsu' }, 'PACK_ID_TAKEN', 2],
])('%s', (_, json, code, line, near) => {
  const found = told(folder(json, { 'x-cover.hbs': doc })).find((f) => f.code === code);
  expect(found?.code).toBe(code);
  if (line !== undefined) expect(found?.line).toBe(line);
  if (near !== undefined) expect(found?.near).toBe(near);
});

test.each([
  ['the same', { approve: days(3) }],
  ['shorter', { approve: days(2), preservation: days(5, 'workday') }],
  ['days that do not wait for a holiday', { preservation: days(7), review: days(3) }],
  ['hours within the days', { approve: { length: 72, unit: 'hour', basis: BY } }],
])('periods that a pack may have: %s', (_, periods) => {
  expect(codesOf(folder({ periods }))).toEqual([]);
});

test('a byte order mark is what Notepad writes; another encoding is told', () => {
  const text = JSON.stringify({ id: 'p', version: '1.0.0', title: '甲', extends: 'national' });
  expect(codesOf(folder(`\ufeff${text}`))).toEqual([]);
  const dir = folder('{}');
  writeFileSync(join(dir, 'pack.json'), Buffer.from('7b226964223a22b8c7220a7d', 'hex'));
  expect(codesOf(dir)).toEqual(['FORM_NOT_UTF8']);
});

test('a template that is not UTF-8 is a fault with its file', () => {
  const dir = folder({}, { 'transfer.hbs': Buffer.from('b8c7', 'hex') });
  expect(() => findPack(dir).template('transfer')).toThrow(Fault);
});

test.each([
  ['a script', 'run.js', 'x'],
  ['a page', 'page.html', 'x'],
  ['an executable', 'a.hbs.exe', 'x'],
  ['a font at the top', 'a.ttf', 'x'],
  ['a hidden file', '.env', 'x'],
  ['a template that is too large', 'big.hbs', 'x'.repeat(1_000_001)],
])('%s is refused', (_, name, content) => {
  expect(codesOf(folder({}, { [name]: content }))).toEqual(['PACK_FILE_REFUSED']);
});

test('links and folders are refused, notes are not', () => {
  const dir = folder({}, { 'README.md': 'x', 'licence.txt': 'x', '.DS_Store': 'x' });
  expect(codesOf(dir)).toEqual([]);
  symlinkSync('/etc/passwd', join(dir, 'transfer.hbs'));
  mkdirSync(join(dir, 'more'));
  symlinkSync('/etc', join(dir, 'fonts', 'etc'));
  expect(codesOf(dir)).toEqual(['PACK_FILE_REFUSED', 'PACK_FILE_REFUSED', 'PACK_FILE_REFUSED']);
  const link = join(root, 'link');
  symlinkSync(dir, link);
  expect(codesOf(link)).toContain('PACK_FILE_REFUSED');
});

test('more files than any pack has are refused', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`t${i}.hbs`, doc]));
  expect(codesOf(folder({}, many))).toEqual(['PACK_FILE_REFUSED']);
});

test('folders that extend one another end, and so does a chain that is too long', () => {
  const ids = ['ring-a', 'ring-b'];
  for (const [i, id] of ids.entries()) {
    mkdirSync(join(root, id));
    writeFileSync(join(root, id, 'pack.json'), JSON.stringify({ id, version: '1.0.0', title: id, extends: ids[1 - i] }));
  }
  expect(codesOf(join(root, 'ring-a'))).toEqual(['PACK_CYCLE']);
  mkdirSync(join(root, 'self'));
  writeFileSync(join(root, 'self', 'pack.json'), JSON.stringify({ id: 'self', version: '1.0.0', title: '甲', extends: 'self' }));
  expect(codesOf(join(root, 'self'))).toEqual(['PACK_CYCLE']);
  for (let i = 0; i < 8; i++) {
    mkdirSync(join(root, `deep-${i}`));
    const json = { id: `deep-${i}`, version: '1.0.0', title: '甲', extends: i === 7 ? 'national' : `deep-${i + 1}` };
    writeFileSync(join(root, `deep-${i}`, 'pack.json'), JSON.stringify(json));
  }
  expect(codesOf(join(root, 'deep-0'))).toEqual(['PACK_CYCLE']);
  expect(codesOf(join(root, 'deep-4'))).toEqual([]);
});

test('a font is bytes and a digest; a broken one is a finding', () => {
  const fonts = { Fang: 'fonts/own.otf' };
  const { fonts: loaded, sha256 } = findPack(folder({ id: 'fonted', fonts }, { 'fonts/own.otf': FONT }));
  const [font] = loaded;
  expect([font?.role, font?.file, font?.sha256]).toEqual(['Fang', 'fonts/own.otf', createHash('sha256').update(FONT).digest('hex')]);
  expect(Buffer.compare(font?.bytes ?? Buffer.alloc(0), FONT)).toBe(0);
  expect(sha256).not.toBe(findPack(folder({ id: 'fonted', fonts }, { 'fonts/own.otf': Buffer.concat([FONT, FONT]) })).sha256);
  // Directory whole, outlines not.
  const noisy = Buffer.from(FONT).fill(0x5a, 50_752, 6_800_000);
  for (const bytes of [
    Buffer.from('not a font at all'),
    FONT.subarray(0, 100),
    FONT.subarray(0, FONT.length - 1000),
    Buffer.alloc(0),
    noisy,
  ])
    expect(codesOf(folder({ fonts }, { 'fonts/own.otf': bytes }))).toEqual(['PACK_FONT_BROKEN']);
});

test('what a child writes is no placeholder of its parent any more', () => {
  const left = (json: object) => findPack(folder({ extends: 'jiangsu', ...json })).pack.placeholders?.map((p) => p.field);
  expect(left({})).toEqual(['docNoPattern', 'copies', 'documents']);
  expect(left({ docNoPattern: '^甲$', recipients: { joint: ['某局'] } })).toEqual(['copies', 'documents']);
});

test('wording, order, titles and left-out documents', () => {
  const json = { strings: { seal: '盖章' }, order: ['receipt'], omit: ['matrix'], documents: [{ id: 'transfer', title: '移送函' }] };
  const { pack } = findPack(folder(json));
  const national = loadPack('national').pack;
  expect(pack.strings).toEqual({ ...national.strings, seal: '盖章' });
  expect(pack.documents[0]?.id).toBe('receipt');
  expect(pack.documents.length).toBe(national.documents.length - 1);
  expect(pack.documents.find((d) => d.id === 'transfer')).toEqual({ id: 'transfer', title: '移送函', template: 'transfer.hbs' });
});

test.each([
  ['^示医保移〔\\d{4}〕[1-9]\\d*号$', true],
  ['^(?:甲|乙)\\d{1,6}$', true],
  ['(a+)+$', false],
  ['(a|a)*$', false],
  ['(?=a)', false],
  ['(a)\\1', false],
  ['a*a*a*b', false],
  ['a{0,150}a{0,150}a{0,150}b', false],
  ['(', false],
  ['x'.repeat(201), false],
])('pattern %s is safe: %s', (pattern, safe) => {
  expect(isSafePattern(pattern)).toBe(safe);
});

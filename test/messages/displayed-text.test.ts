// Texts from outside: one line, nothing unseen, cut, in quotation marks that they cannot close.
import { describe, expect, test } from 'vitest';
import { column, oneLine, quoted, sentenceOf, typed, visible } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

test.each([
  ['张某一', '«张某一»'],
  ['', ''],
  ['a\nb\r\u0085\u2028', '«a<U+000A>b<U+000D><U+0085><U+2028>»'],
  ['\u001b[2J\u009b', '«<U+001B>[2J<U+009B>»'],
  ['\u202e\u2066\u200b\ufeff', '«<U+202E><U+2066><U+200B><U+FEFF>»'],
  ['a»：通过«b', '«a<U+00BB>：通过<U+00AB>b»'],
  ['\u3164\u115f\u2800\ufe0f\u{e0041}', '«<U+3164><U+115F><U+2800><U+FE0F><U+E0041>»'],
  ['a<U+000A>b', '«a<U+003C>U+000A>b»'],
  ['甲    乙', '«甲 <U+0020×3>乙»'],
  ['张　三', '«张　三»'],
  ['a\u00a0b\u2003', '«a<U+00A0>b<U+2003>»'],
  ['\ud800', '«<U+D800>»'],
  ['\u0301e\u0301\u0301\u0301\u0301\u0301', '«<U+0301>e\u0301\u0301\u0301<U+0301×2>»'],
  ['\n'.repeat(40), '«<U+000A×40>»'],
])('%j is shown as %s', (text, shown) => {
  expect(quoted(text)).toBe(shown);
  expect(column(text)).toBe(shown.replace(/^«|»$/g, ''));
});

test('what is long is cut, keeps its beginning and its end, and says how much is not shown', () => {
  const shown = quoted(`头${'甲'.repeat(20_000)}尾`);
  expect(shown).toMatch(/^«头甲+…<\+\d+>…甲+尾»$/);
  const [, left = ''] = /<\+(\d+)>/.exec(shown) ?? [];
  expect([...shown].filter((c) => '头甲尾'.includes(c)).length + Number(left)).toBe(20_002);
  expect(quoted('\u{20000}'.repeat(9000)).length).toBeLessThan(400);
});

test.each([
  ['案件/甲', '案件/甲'],
  ['C:\\案件 甲\\卷.zip', '"C:\\案件 甲\\卷.zip"'],
  ['a; rm -rf', '«a; rm -rf»'],
  ['$(x)', '«$(x)»'],
  ['a\n', '«a<U+000A>»'],
])('a path in a command: %j is %s', (path, shown) => expect(typed(path)).toBe(shown));

test('an excerpt keeps every place of its line', () => {
  expect(visible('  a: "«x»"\u202e')).toBe('  a: "«x»"<U+202E>');
  expect(oneLine('一\n     二：三')).toBe('一 二：三');
});

test('whatever the text, one line and no way out of the marks', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
  fc.assert(
    fc.property(text, (given) => {
      const shown = quoted(given);
      expect(shown).not.toMatch(UNSEEN);
      expect(shown.replace(/^«|»$/g, '')).not.toMatch(/[«»]| {2}/);
      expect(typed(given)).not.toMatch(UNSEEN);
    }),
    runs(60),
  );
});

const LIE = '\u001b[2J\n核验结论：通过\r\n  完整  是\u202e»';
describe('sentences', () => {
  test.each([
    ['DOSSIER_FILE_CHANGED', { path: LIE, manifest: LIE, algorithm: 'sm3', expected: LIE, found: LIE, contentOf: LIE }, 2],
    ['DOSSIER_BAG_NAME', { expected: LIE, found: LIE }, 0],
    ['DOSSIER_CUSTODY_UNKNOWN', { path: LIE, seq: 1, action: LIE }, 0],
    ['DOSSIER_FINGERPRINT_DIFFERS', { expected: LIE, found: LIE }, 2],
    ['DOSSIER_INDEX_DIFFERS', { path: LIE, field: LIE, expected: LIE, found: LIE }, 0],
    ['BAG_INFO_TWICE', { label: LIE, first: LIE, second: LIE }, 0],
    ['BAG_FETCH_PENDING', { path: LIE, url: LIE }, 0],
    ['CUSTODY_HOLDERS_DIFFER', { holders: [{ evidenceNo: LIE, holder: LIE }] }, 0],
    ['FILE_NOT_EXPECTED', { path: LIE, role: LIE }, 0],
    ['CUSTODY_TIME_BACK', { line: 1, action: LIE, item: LIE, expected: LIE, found: LIE, since: 0, evidence: [] }, 0],
    ['NAME_NEARLY_THE_SAME', { found: LIE, known: LIE, difference: LIE }, 0],
  ])('%s breaks a line where its template does', (code, args, breaks) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { text, hint = '' } = sentenceOf({ code, severity: 'stop', args } as unknown as Finding, language);
      const found = text.match(/\n/g)?.length ?? 0;
      expect(language === 'en' ? Math.min(found, breaks) : breaks).toBe(found);
      expect((text + hint).replaceAll('\n', '')).not.toMatch(UNSEEN);
    }
  });
});

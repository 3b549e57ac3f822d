// A template may not reach outside, loop, explode or hang: each attempt ends in a finding with its place.
import { expect, test } from 'vitest';
import { checkTemplates, documentText, fieldFaults, renderDocument } from '../../src/documents/index.ts';
import { parseMarkup, segmentMark } from '../../src/documents/markup.ts';
import { Fault, type Finding } from '../../src/model/index.ts';
import { input, pack } from './fixture.ts';

/** The national pack with another letter, and parts of its own. */
function packWith(text: string, parts: Readonly<Record<string, string>> = {}) {
  const file = 'templates/test/transfer.hbs';
  return {
    ...pack,
    pack: { ...pack.pack, documents: pack.pack.documents.filter((d) => d.id === 'transfer'), strings: { copiesLine: '一式{1}份' } },
    template: () => ({ text, file }),
    partial: (name: string) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      return part === undefined ? undefined : { text: part, file: `templates/test/_${name}.hbs` };
    },
    partialNames: Object.keys(parts),
  };
}

async function found(text: string, parts?: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const custom = packWith(text, parts);
  const faults = await checkTemplates(custom);
  if (faults.length > 0) return faults;
  try {
    return (await renderDocument('transfer', input(undefined, { pack: custom }))).findings;
  } catch (error) {
    if (error instanceof Fault) return [error.finding];
    throw error;
  }
}

const where = ({ at }: Finding) => (at && 'line' in at ? `${at.file.split('/').at(-1)}:${at.line}:${at.column}` : '');
const doc = (inner: string) => `<document layout="letter">\n${inner}\n</document>`;
const p = (inner: string) => doc(`<p>${inner}</p>`);

test.each([
  ['a path as a part', doc('{{> ../../etc/passwd}}'), 'TEMPLATE_UNKNOWN_PARTIAL', 'transfer.hbs:2:1'],
  ['an absolute path as a part', doc('{{> /etc/passwd}}'), 'TEMPLATE_UNKNOWN_PARTIAL', 'transfer.hbs:2:1'],
  ['a quoted path as a part', doc('{{> "../secret"}}'), 'TEMPLATE_UNKNOWN_PARTIAL', 'transfer.hbs:2:1'],
  ['a part chosen by data', doc('{{> (lookup . "caseName")}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['a part with a context', doc('{{> head suspects}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['a block of a part', doc('{{#> layout}}<p>甲</p>{{/layout}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['an inline part', doc('{{#*inline "x"}}<p>甲</p>{{/inline}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['a decorator', doc('{{* log}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['a raw block', doc('{{{{raw}}}}<p>甲</p>{{{{/raw}}}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:1'],
  ['three braces', p('{{{caseName}}}'), 'TEMPLATE_UNESCAPED', 'transfer.hbs:2:4'],
  ['the root', p('{{@root.caseName}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:6'],
  ['the data of Handlebars', p('{{@level}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:6'],
  ['the constructor', p('{{#if constructor}}甲{{/if}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:10'],
  ['the constructor of a member', p('{{caseName.constructor.name}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:6'],
  ['the prototype', p('{{team.__proto__}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:6'],
  ['the prototype in a list', p('{{join __proto__ "、"}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:11'],
  ['the prototype in brackets', p('{{[__proto__]}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:6'],
  ['a field below one that is not there', p('{{wores.copiesLine}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:6'],
  [
    'a condition below a field that is not there',
    doc('{{#if wores.copiesLine}}<p>甲</p>{{/if}}'),
    'TEMPLATE_UNKNOWN_FIELD',
    'transfer.hbs:2:7',
  ],
  ['lookup', p('{{lookup team "length"}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:4'],
  ['log', p('{{log caseName}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:4'],
  ['with', doc('{{#with amount}}<p>甲</p>{{/with}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:1'],
  ['helperMissing', p('{{helperMissing caseName}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:4'],
  ['the printer itself', p('{{$print caseName}}'), 'TEMPLATE_UNKNOWN_HELPER', 'transfer.hbs:2:4'],
  ['named arguments', p('{{join team separator="、"}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:4'],
  ['block parameters out of nothing', doc('{{#each team suspects}}<p>甲</p>{{/each}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:1'],
  ['above the top', p('{{../caseName}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:6'],
  ['above the top of a list', doc('{{#each team}}<p>{{../../../caseName}}</p>{{/each}}'), 'TEMPLATE_UNKNOWN_FIELD', 'transfer.hbs:2:20'],
  [
    'above a list of one value',
    doc('{{#each cc}}{{#each ../cc}}<p>{{../../caseName}}</p>{{/each}}{{/each}}'),
    'TEMPLATE_UNKNOWN_FIELD',
    undefined,
  ],
  ['a mark of rows', p('<?rows 0?>'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:6'],
  ['a mark of rows put together', p('<{{or "" "?rows 0?"}}>'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:4'],
  ['a mark of rows behind a comment', p('<{{! }}?rows 0?>'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:4'],
  ['a mark of rows in a block', p('<{{#if team}}?rows 0?>{{/if}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:4'],
  ['a mark of rows behind a space that goes', p('< {{~or "" "?rows 0?"}}>'), 'TEMPLATE_FORBIDDEN', undefined],
  ['a mark of rows behind a backslash', p('\\{{<?rows 0?>}}'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:4'],
  ['a mark of rows in what a text lets pass for a comment', p('{{or "}}{{!--" "" }}<?rows 0?>{{! --}}'), 'TEMPLATE_FORBIDDEN', undefined],
  [
    'a mark of rows in what a name lets pass for a comment',
    p('{{or [}}{{!--] "" }}<?rows 0?>{{! --}}'),
    'TEMPLATE_UNKNOWN_FIELD',
    undefined,
  ],
  ['a mark of rows in what ends as a comment', p('{{!-- --~}}<?rows 0?>{{! --}}'), 'TEMPLATE_FORBIDDEN', undefined],
  ['an end tag of data', p('甲</{{or "" "p"}}>'), 'TEMPLATE_FORBIDDEN', 'transfer.hbs:2:6'],
  ['an unknown wording', p('{{fill words.copyLine copies}}'), 'TEMPLATE_UNKNOWN_WORD', 'transfer.hbs:2:11'],
  ['too few arguments', p('{{join team}}'), 'TEMPLATE_HELPER_VALUE', 'transfer.hbs:2:4'],
  ['an amount that is none', p('{{upper caseName}}'), 'TEMPLATE_HELPER_VALUE', 'transfer.hbs:2:4'],
  ['a hole that nothing fills', p('{{fill "{1}{2}" caseName}}'), 'TEMPLATE_HELPER_VALUE', 'transfer.hbs:2:4'],
  ['a list that is a text', p('{{count caseName}}'), 'TEMPLATE_HELPER_VALUE', 'transfer.hbs:2:4'],
  ['blocks without end', doc('{{#if team}}'.repeat(3000) + '{{/if}}'.repeat(3000)), 'TEMPLATE_LIMIT', 'transfer.hbs:2:289'],
  ['a chain of else', p(`{{#if team}}甲${'{{else if team}}乙'.repeat(5000)}{{/if}}`), 'TEMPLATE_LIMIT', undefined],
  ['brackets without end', p(`{{or ${'(or '.repeat(3000)}team "x"${' "x")'.repeat(3000)} "x"}}`), 'TEMPLATE_LIMIT', 'transfer.hbs:2:4'],
  ['elements without end', p('<b>'.repeat(3000) + '</b>'.repeat(3000)), 'TEMPLATE_LIMIT', undefined],
])('%s', async (_, text, code, at) => {
  const findings = await found(text);
  expect(findings.map((f) => f.code)).toContain(code);
  if (at) expect(findings.filter((f) => f.code === code).map(where)).toContain(at);
});

test.each([
  [p('{{amount.figure}}'), 'figures'],
  [p('{{pack.titel}}'), 'title'],
  [doc('{{#each suspects}}<p>{{pack.versoin}}</p>{{/each}}'), 'version'],
  [p('{{fill words.copiesLine copeis}}'), 'copies'],
])('%s: the name that was meant, where the path leads', async (text, near) => {
  expect((await found(text)).map((f) => 'nearest' in f.args && f.args.nearest)).toEqual([near]);
});

test.each([
  ['printed', p('{{nosuch.thing}}'), ['transfer.hbs:2:6', 'nosuch.thing']],
  ['in or', p('{{or nosuch.thing "x"}}'), ['transfer.hbs:2:9', 'nosuch.thing']],
  ['in if', p('{{#if nosuch.thing}}甲{{/if}}'), ['transfer.hbs:2:10', 'nosuch.thing']],
  ['in each', doc('{{#each nosuch.thing}}<p>甲</p>{{/each}}'), ['transfer.hbs:2:9', 'nosuch.thing']],
  ['in a call in a call', p('{{#if (not (is nosuch.a.b "x"))}}甲{{/if}}'), ['transfer.hbs:2:19', 'nosuch.a.b']],
  ['above a list', doc('{{#each suspects}}<p>{{or ../nosuch.thing "x"}}</p>{{/each}}'), ['transfer.hbs:2:27', '../nosuch.thing']],
  ['a member of a text', p('{{or caseName.length "x"}}'), ['transfer.hbs:2:9', 'caseName.length']],
  ['what is null, printed', p('{{penalty.docNo}}'), ['transfer.hbs:2:4', 'penalty.docNo']],
  ['what is null, in or', p('{{or penalty.docNo "无"}}'), undefined],
  ['what is null, far behind', p('{{or penalty.a.b.c "无"}}'), undefined],
  ['what is null, in if', p('甲{{#if penalty.docNo}}{{penalty.docNo}}{{/if}}'), undefined],
  ['what is null, in each', doc('{{#each penalty.list}}<p>甲</p>{{else}}<p>乙</p>{{/each}}'), undefined],
  ['what is null, above a list', doc('{{#each suspects}}<p>{{or ../penalty.docNo "无"}}</p>{{/each}}'), undefined],
])('a path whose first step is missing or null, %s', async (_, text, expected) => {
  const findings = await found(text);
  expect(findings.map((f) => [f.code, where(f), 'name' in f.args && f.args.name])).toEqual(
    expected ? [['TEMPLATE_UNKNOWN_FIELD', ...expected]] : [],
  );
  const asked = await fieldFaults('transfer', input(undefined, { pack: packWith(text) }));
  expect(asked.map(where)).toEqual(expected ? [expected[0]] : []);
});

test('parts are put in their places, at any depth, with the fields of where they stand', async () => {
  const parts = { outer: '{{#each suspects}}{{> inner}}{{/each}}', inner: '<p>{{this}}{{fill words.copiesLine "二"}}</p>' };
  expect(await found(doc('{{> outer}}'), parts)).toEqual([]);
});

test.each([
  ['itself', { a: '{{> a}}' }, 'TEMPLATE_PARTIAL_LOOP', '_a.hbs:1:1'],
  ['one another', { a: '<p>甲</p>\n{{> b}}', b: '{{> a}}' }, 'TEMPLATE_PARTIAL_LOOP', '_b.hbs:1:1'],
  ['what is not there', { a: '\n {{> aa}}' }, 'TEMPLATE_UNKNOWN_PARTIAL', '_a.hbs:2:2'],
  ['a field that is not there', { a: '<p>甲{{caseNmae}}</p>' }, 'TEMPLATE_UNKNOWN_FIELD', '_a.hbs:1:5'],
  ['an element that is not there', { a: '<p>甲</p>\n<pp>乙</pp>' }, 'TEMPLATE_UNKNOWN_ELEMENT', '_a.hbs:2:2'],
  ['half a block', { a: '{{#if team}}<p>甲</p>' }, 'TEMPLATE_SYNTAX', undefined],
])('a part that uses %s is told at its own place', async (_, parts, code, at) => {
  const findings = await found(doc('{{> a}}'), parts);
  expect(findings.map((f) => f.code)).toContain(code);
  if (at) expect(findings.map(where)).toContain(at);
});

test.each([
  ['parts that double', Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, `{{> p${i + 1}}}{{> p${i + 1}}}`]))],
  ['parts in parts', Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}`, `{{> p${i + 1}}}`]))],
])('%s: the growth ends in a finding', async (_, parts) => {
  const findings = await found(doc('{{> p0}}'), { p20: '<p>甲</p>', p60: '<p>甲</p>', ...parts });
  expect(findings.map((f) => f.code)).toContain('TEMPLATE_LIMIT');
});

/** A hundred times what it takes; what grows with the square takes longer. */

test('a list within a list ends in a finding, soon', async () => {
  const { case: forms } = input();
  const cc = Array.from({ length: 2000 }, (_, i) => `第${i}检察院`);
  const legalBasis = cc.map((article) => ({ document: '某法', article }));
  const many = { ...forms, case: { ...forms.case, cc }, transfer: { ...forms.transfer, legalBasis } };
  const text = doc('<p>{{#each cc}}{{#each ../legalBasis}}{{this}}{{/each}}{{/each}}</p>');
  const error = await renderDocument('transfer', input(many, { pack: packWith(text) })).catch((e: unknown) => e);
  if (!(error instanceof Fault)) throw error;
  expect([error.finding.code, where(error.finding)]).toEqual(['TEMPLATE_LIMIT', 'transfer.hbs:2:16']);
});

test('rows that stand for themselves are refused, and end', () => {
  const segment = () => '<row><cell>甲</cell></row><?rows 0?>';
  const read = () => parseMarkup(doc(`<table widths="*">${segmentMark(0)}</table>`), { segment });
  const table = read().root?.children[0];
  const rows = typeof table === 'object' ? table.children[0] : undefined;
  if (typeof rows !== 'object') throw new Error('no rows');
  expect(() => rows.children).toThrow(expect.objectContaining({ fault: expect.objectContaining({ kind: 'foreign' }) }));
  const inText = parseMarkup(doc(segmentMark(0)), { segment: () => segmentMark(0) });
  expect(inText.faults.map((f) => f.kind)).toEqual(['foreign']);
});

test('a list in a list, both long: all of it is printed', async () => {
  const { case: forms } = input();
  const cc = Array.from({ length: 501 }, (_, i) => `第${i}检察院`);
  const many = { ...forms, case: { ...forms.case, cc } };
  const cells = '<cell>{{this}}{{#each ../cc}}{{#if @last}}{{this}}止{{/if}}{{/each}}</cell>';
  const text = doc(`<table widths="*">{{#each cc}}<row>${cells}</row>{{/each}}</table>`);
  const { bytes } = await renderDocument('transfer', input(many, { pack: packWith(text) }));
  expect((await documentText(bytes)).replace(/\s/g, '').split('第500检察院止').length - 1).toBe(501);
});

test('a template that is too long is told as that', async () => {
  const [only, ...more] = await found(doc('{{!--'.repeat(199_000)));
  expect(only).toMatchObject({ code: 'TEMPLATE_LIMIT', args: { what: 'source', limit: 262_144 } });
  expect(more).toEqual([]);
});

test.each([
  ['a hundred thousand faults', '<q a="{{x}}"/>{{y z}}'.repeat(12_000)],
  ['comments that never end', '{{!--'.repeat(50_000)],
  ['braces that never end', '{{'.repeat(120_000)],
  ['tags that never end', '<'.repeat(250_000)],
  ['ends of comments', `{{!--${'--'.repeat(120_000)}`],
  ['more than any form has', '甲'.repeat(300_000)],
])('a template of %s tells some of them, soon', async (_, text) => {
  const { length } = await found(p(text));
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(500);
});

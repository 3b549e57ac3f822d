// A template that is wrong is refused with its place and the nearest right name.
import { expect, test } from 'vitest';
import { renderDocument } from '../../src/documents/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { Fault } from '../../src/model/index.ts';
import { input, pack } from './fixture.ts';

function render(text: string) {
  const custom = { ...pack, template: () => ({ text, file: 'templates/test/transfer.hbs' }) };
  return renderDocument('transfer', input(undefined, { pack: custom }));
}

async function faultOf(text: string) {
  const error = await render(text).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof Fault)) throw error ?? new Error('no fault');
  const { code, args, at } = error.finding;
  return { code, args, at: at && 'line' in at ? [at.line, at.column] : undefined };
}

test.each([
  ['unknown element', '<document>\n  <tabel widths="*"></tabel>\n</document>', 'TEMPLATE_UNKNOWN_ELEMENT', { nearest: 'table' }, [2, 4]],
  ['unknown attribute', '<document><p algin="left">甲</p></document>', 'TEMPLATE_UNKNOWN_ATTRIBUTE', { nearest: 'align' }, [1, 14]],
  ['attribute value', '<document><p align="middle">甲</p></document>', 'TEMPLATE_ATTRIBUTE_VALUE', { value: 'middle' }, [1, 14]],
  ['attribute absent', '<document><table><row><cell/></row></table></document>', 'TEMPLATE_ATTRIBUTE_ABSENT', { name: 'widths' }, [1, 12]],
  [
    'unknown field',
    '<document>\n<p>{{caseNmae}}</p></document>',
    'TEMPLATE_UNKNOWN_FIELD',
    { name: 'caseNmae', nearest: 'caseName' },
    [2, 4],
  ],
  [
    'unknown field in if',
    '<document><p>{{#if penlaty}}甲{{/if}}</p></document>',
    'TEMPLATE_UNKNOWN_FIELD',
    { nearest: 'penalty' },
    [1, 14],
  ],
  [
    'unknown field in each',
    '<document>{{#each supsects}}<p>甲</p>{{/each}}</document>',
    'TEMPLATE_UNKNOWN_FIELD',
    { nearest: 'suspects' },
    [1, 11],
  ],
  ['unknown field in a call', '<document><p>{{join temas "、"}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', { name: 'temas' }, [1, 14]],
  ['unknown nested field', '<document><p>{{amount.figure}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', { name: 'amount.figure' }, [1, 16]],
  ['absent value printed', '<document><p>{{penalty}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', { name: 'penalty' }, [1, 14]],
  ['object printed', '<document><p>{{amount}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', { name: 'amount' }, [1, 14]],
  ['prototype', '<document><p>{{constructor}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', { name: 'constructor' }, [1, 16]],
  ['unknown helper', '<document><p>{{jion team "、"}}</p></document>', 'TEMPLATE_UNKNOWN_HELPER', { nearest: 'join' }, [1, 14]],
  ['unknown block', '<document>{{#eahc team}}<p>甲</p>{{/eahc}}</document>', 'TEMPLATE_UNKNOWN_HELPER', { nearest: 'each' }, [1, 11]],
  ['built-in lookup', '<document><p>{{lookup team 0}}</p></document>', 'TEMPLATE_UNKNOWN_HELPER', { name: 'lookup' }, [1, 14]],
  ['raw output', '<document><p>{{{caseName}}}</p></document>', 'TEMPLATE_UNESCAPED', {}, [1, 14]],
  ['raw output with &', '<document><p>{{&caseName}}</p></document>', 'TEMPLATE_UNESCAPED', {}, [1, 14]],
  ['unknown partial', '<document>{{> ohter}}</document>', 'TEMPLATE_UNKNOWN_PARTIAL', { name: 'ohter' }, [1, 11]],
  ['crossed tags', '<document>\n<p><b>甲</p></b></document>', 'TEMPLATE_TAG_MISMATCH', { name: 'b', found: 'p' }, [2, 10]],
  ['stray end tag', '<document><p>甲</p></table></document>', 'TEMPLATE_TAG_MISMATCH', { found: 'table' }, [1, 21]],
  ['tag left open', '<document><p>甲</p>', 'TEMPLATE_TAG_MISMATCH', { name: 'document', found: '' }, [1, 2]],
  ['wrong place', '<document><cell>甲</cell></document>', 'TEMPLATE_MISPLACED', { name: 'cell', parent: 'document' }, [1, 12]],
  ['stray text', '<document>\n  甲\n</document>', 'TEMPLATE_STRAY_TEXT', { text: '甲' }, [1, 11]],
  ['doctype', '<!DOCTYPE html><document></document>', 'TEMPLATE_FORBIDDEN', {}, [1, 3]],
  ['syntax', '<document>\n<p>{{#if title}}甲</p></document>', 'TEMPLATE_SYNTAX', {}, undefined],
  [
    'table too wide',
    '<document><table widths="100 100"><row><cell/><cell/></row></table></document>',
    'TEMPLATE_TABLE_WIDTH',
    { problem: 'wide', available: 156 },
    undefined,
  ],
  [
    'column too narrow',
    '<document><table widths="* 1"><row><cell/><cell/></row></table></document>',
    'TEMPLATE_TABLE_WIDTH',
    { problem: 'narrow' },
    undefined,
  ],
  [
    'columns too many',
    `<document><table widths="${Array(25).fill('*').join(' ')}"><row><cell/></row></table></document>`,
    'TEMPLATE_TABLE_WIDTH',
    { problem: 'many' },
    undefined,
  ],
  [
    'attribute value of data',
    '<document>\n<p align="left">甲</p>\n<p indent="no" align="{{or "" "middle"}}">乙</p></document>',
    'TEMPLATE_ATTRIBUTE_VALUE',
    { name: 'align', value: 'middle' },
    [3, 16],
  ],
  [
    'block left open',
    '<document>\n<p>{{#if title}}甲</p></document>',
    'TEMPLATE_SYNTAX',
    { problem: 'unclosed', found: 'EOF', block: 'if', openedAt: '2:4' },
    [2, 4],
  ],
  [
    'the outer of two blocks left open',
    '<document>\n<p>{{! {{#if a}} }}{{~#unless title~}}{{#each team}}{{^}}甲{{/each}}{{else}}乙</p></document>',
    'TEMPLATE_SYNTAX',
    { problem: 'unclosed', block: 'unless', openedAt: '2:20' },
    [2, 20],
  ],
  [
    'block ended twice',
    '<document>\n<p>甲{{/if}}</p></document>',
    'TEMPLATE_SYNTAX',
    { problem: 'surplus', found: 'OPEN_ENDBLOCK' },
    [2, 1],
  ],
  ['else by itself', '<document>\n<p>甲{{else}}</p></document>', 'TEMPLATE_SYNTAX', { problem: 'surplus', found: 'INVERSE' }, [2, 1]],
  [
    'block ended by another name',
    '<document>{{#if a}}{{/each}}</document>',
    'TEMPLATE_SYNTAX',
    { problem: 'block', expected: 'if', found: 'each' },
    undefined,
  ],
  ['bracket left open', '<document>\n<p>{{or (or a "b"}}</p></document>', 'TEMPLATE_SYNTAX', { problem: 'token', found: 'CLOSE' }, [2, 1]],
  ['braces left open', '<document>\n<p>{{title</p></document>', 'TEMPLATE_SYNTAX', { problem: 'text' }, undefined],
  ['a Chinese quotation mark', '<document>\n<p>{{or title “无”}}</p></document>', 'TEMPLATE_UNKNOWN_FIELD', {}, undefined],
  [
    'cells too few',
    '<document><table widths="* *"><row><cell/></row></table></document>',
    'TEMPLATE_TABLE_CELLS',
    { expected: 2, found: 1 },
    undefined,
  ],
])('%s', async (_, text, code, args, at) => {
  const found = await faultOf(text);
  expect(found).toMatchObject({ code, args });
  if (at) expect(found.at).toEqual(at);
});

test('what is wrong with the syntax is told in Chinese', async () => {
  const wrong = [
    '{{#if title}}甲',
    '甲{{/if}}',
    '{{else}}',
    '{{#if a}}{{/each}}',
    '{{or (or a "b"}}',
    '{{title',
    '{{a/../b}}',
    '{{#if}',
    '{{}}',
  ];
  for (const text of wrong) {
    const error = await render(`<document><p>${text}</p></document>`).catch((e: unknown) => e);
    if (!(error instanceof Fault)) throw error;
    expect(error.finding.code).toBe('TEMPLATE_SYNTAX');
    expect(sentenceOf(error.finding, 'zh-CN').text).not.toMatch(/[Ee]xpect|[Ee]rror|[Uu]nrecognized|[Ii]nvalid|match|[A-Z]{2}/);
  }
});

test.each([
  ['a QR code larger than the page', '<document><qr text="a" size="300"/></document>'],
  [
    'a QR code larger than its cell',
    '<document><table widths="20 *"><row><cell><qr text="a" size="60"/></cell><cell>甲</cell></row></table></document>',
  ],
  ['a QR code of a novel', `<document><qr text="${'a'.repeat(5000)}"/></document>`],
] as const)('%s is a fault, not a document', async (_, text) => {
  expect(await faultOf(text)).toMatchObject({ code: 'TEMPLATE_QR' });
});

test('a row that asks for more than a page has what a page has', async () => {
  expect((await render('<document><table widths="*"><row height="900"><cell>甲</cell></row></table></document>')).pages).toBe(1);
});

test('line breaks and indentation of a template are no text, those of data are', async () => {
  await expect(render('<document>\n  <p>\n    {{title}}\n  </p>\n  <p>{{or missing ""}}</p></document>')).rejects.toBeInstanceOf(Fault);
  expect((await render('<document>\n  <p>\n    {{title}}\n  </p>\n</document>')).pages).toBe(1);
});

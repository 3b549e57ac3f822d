// What docs/reference/templates.md is made of: every example renders, every element and helper has one, the invented case fills every document.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCase } from '../../src/case/index.ts';
import { ELEMENT_EXAMPLES, renderDocument, sampleInput, VALUE_HELPERS, VOCABULARY, viewFields } from '../../src/documents/index.ts';
import { FONT_ROLES, LOCAL_FORMS, PERIOD_IDS, type Source, VIEWS_TO_BORROW } from '../../src/model/index.ts';
import { loadPack } from '../../src/pack/index.ts';

const national = loadPack('national');

test('every element has its example', () => {
  expect(ELEMENT_EXAMPLES.map((e) => e.element).sort()).toEqual(Object.keys(VOCABULARY).sort());
  for (const { element, template } of ELEMENT_EXAMPLES) expect(template).toContain(`<${element}`);
});

test.each(ELEMENT_EXAMPLES.map((e) => [e.element, e.template]))('the example of <%s> renders', async (_, text) => {
  const pack = { ...national, template: () => ({ text, file: 'example.hbs' }) };
  const { findings, pages } = await renderDocument('transfer', sampleInput(pack));
  expect([findings, pages > 0]).toEqual([[], true]);
});

test.each([
  ['join', [['甲', '乙'], '、'], '甲、乙'],
  ['count', [['甲', '乙']], '2'],
  ['number', [0], '1'],
  ['chinese', [10], '十一'],
  ['paren', [1], '（二）'],
  ['circled', [19], '⑳'],
  ['circled', [20], '（21）'],
  ['or', ['', null, '无'], '无'],
  ['or', [null, ''], ''],
  ['and', ['甲', []], false],
  ['not', [[]], true],
  ['is', ['甲', '甲'], true],
  ['yesno', [0], 'yes'],
  ['fill', ['一式{1}份，{2}', '三', '甲'], '一式三份，甲'],
  ['fill', ['{1}', '{2}'], '{2}'],
  ['upper', ['1,234.50'], '壹仟贰佰叁拾肆元伍角整'],
  ['maskId', ['999999197503040018'], '999999********0018'],
  ['maskId', ['1234567890'], '**********'],
  ['maskPhone', ['00000000001'], '000****0001'],
  ['maskPhone', ['0001'], '****'],
  ['grouped', ['0a1b2c3d4e5f6071'], '0a1b2c3d 4e5f6071'],
])('%s(%j) is %j', (name, args, expected) => {
  expect(VALUE_HELPERS[name]?.run(...args)).toBe(expected);
});

test('the invented case passes the schemas, and every document has fields to print', async () => {
  const input = sampleInput(national);
  const { internal: _, ...forms } = input.case;
  const texts = new Map(Object.entries(forms).map(([form, value]) => [`${form}.json`, Buffer.from(JSON.stringify(value))]));
  texts.set('internal.json', Buffer.from(JSON.stringify(input.internal)));
  const source: Source = { names: [...texts.keys()], read: (name) => texts.get(name), fileOf: (name) => name };
  const { findings, unread } = await loadCase(source, { internal: 'required' });
  expect([unread, findings.filter((f) => /^(?:FIELD|LIST|DAY|INSTANT|MONEY)_/.test(f.code))]).toEqual([[], []]);
  for (const { id } of national.pack.documents)
    expect(viewFields(national, id).length).toBeGreaterThan(
      ['copy', 'commission', 'pledge', 'derivation', 'referral'].includes(id) ? 1 : 3,
    );
});

test('no view has a field that the whole pack’s names would hide', () => {
  for (const { id } of national.pack.documents)
    for (const { path } of viewFields(national, id)) expect(path).not.toMatch(/(?:^|\.|\])(?:words|local|pack)\./);
});

test('what the model lists, the schema of pack.json repeats', () => {
  const { properties } = JSON.parse(readFileSync('schemas/pack.schema.json', 'utf8'));
  expect(Object.keys(properties.periods.properties)).toEqual([...PERIOD_IDS]);
  expect(Object.keys(properties.fields.properties).sort()).toEqual([...LOCAL_FORMS].sort());
  expect(Object.keys(properties.fonts.properties)).toEqual([...FONT_ROLES]);
  expect([...properties.documents.items.properties.view.enum].sort()).toEqual([...VIEWS_TO_BORROW].sort());
});

test('a province repeats the national rows of its thresholds as they are', () => {
  for (const id of ['chongqing', 'jiangsu', 'guangdong']) {
    const own = JSON.parse(readFileSync(`templates/${id}/pack.json`, 'utf8')) as { thresholds: readonly { region: string }[] };
    expect(own.thresholds).toEqual(national.pack.thresholds?.filter((t) => own.thresholds.some((o) => o.region === t.region)));
  }
});

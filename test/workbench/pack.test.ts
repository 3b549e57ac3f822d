/** What a template pack gives to 办案台: narratives to begin a text from, and fields of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BEHAVIOURS, blanksOf, type TemplatePack } from '../../src/model/index.ts';
import { screens } from '../../src/operations/workbench/screens.ts';
import { loadPack } from '../../src/pack/index.ts';
import { cleanUp, copyOf, scratch } from '../cli/run.ts';
import { type Served, served } from './served.ts';

const NARRATIVE = 'case:/facts/*/narrative';
const PROVINCE = {
  id: 'somewhere',
  version: '1.0.0',
  title: '某省医疗保障局模板',
  extends: 'national',
  narratives: [
    { field: NARRATIVE, title: '其他', text: '本局查明，{起日}起{做了什么}。' },
    { field: 'case:/source/narrative', title: '智能监控', text: '{何时}，{哪个系统}提示{什么}。' },
  ],
  fields: {
    case: {
      properties: {
        station: { title: '派驻站', type: 'string', maxLength: 40 },
        visits: { title: '走访次数', type: 'integer', minimum: 0, maximum: 999 },
        told: { title: '已告知', type: 'boolean' },
        on: { title: '走访日期', type: 'string', format: 'date' },
        homes: {
          title: '走访户',
          type: 'array',
          items: { title: '户', type: 'object', properties: { name: { title: '户名', type: 'string' } } },
        },
      },
      required: ['station'],
    },
  },
};

interface Told {
  readonly narratives: NonNullable<TemplatePack['narratives']>;
  readonly schemas: Record<
    string,
    { readonly properties: Record<string, { readonly properties?: Record<string, object>; readonly required?: string[] }> }
  >;
}
const planOf = async ({ address }: Served): Promise<Told> => (await (await fetch(`${address}plan`)).json()) as Told;

let desk: Served;
beforeAll(async () => {
  const folder = join(scratch(), 'somewhere');
  mkdirSync(folder);
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(PROVINCE, null, 2));
  desk = await served(copyOf(), folder);
});
afterAll(async () => {
  await desk?.close();
  cleanUp();
});

test('the national pack begins an account for every situation, and asks nothing for what the case says', () => {
  const { narratives = [] } = loadPack('national').pack;
  const codes = narratives.flatMap(({ behaviours = [] }) => behaviours);
  const others = ['YS-A3', 'YS-A4', 'YS-B5', 'YS-C8'];
  expect([...codes, ...others].sort()).toEqual(BEHAVIOURS.map(({ code }) => code).sort());
  const { known } = screens().writing[NARRATIVE] as { known: Record<string, string> };
  for (const { text } of narratives) expect(blanksOf(text)).toEqual(expect.arrayContaining(['起日', '止日', '行为人', '金额']));
  for (const name of Object.keys(known)) expect(narratives.some(({ text }) => blanksOf(text).includes(name))).toBe(true);
});

test("a province's narrative takes the place of the national one of its name, and stands before the others", async () => {
  const { narratives } = await planOf(desk);
  expect(narratives.filter(({ field, title }) => field === NARRATIVE && title === '其他').map(({ text }) => text)).toEqual([
    '本局查明，{起日}起{做了什么}。',
  ]);
  expect(narratives.length).toBe((loadPack('national').pack.narratives?.length ?? 0) + 1);
});

test("a province's own fields stand in the form, and what is typed there is read as they ask", async () => {
  const { properties = {}, required } = (await planOf(desk)).schemas.case?.properties.local ?? {};
  expect([Object.keys(properties), required]).toEqual([['station', 'visits', 'told', 'on', 'homes'], ['station']]);
  expect(properties.on).toMatchObject({ format: 'day' });
  const { outcome, now } = await desk.edit('case', [
    { op: 'set', pointer: '/local/station', text: '河东站' },
    { op: 'set', pointer: '/local/visits', text: '３' },
    { op: 'set', pointer: '/local/told', text: 'true' },
    { op: 'set', pointer: '/local/on', text: '2026年5月1日' },
    { op: 'insert', pointer: '/local/homes/-', value: {} },
    { op: 'set', pointer: '/local/homes/0/name', text: '007' },
  ]);
  expect([outcome, now?.value.local]).toEqual([
    'made',
    { station: '河东站', visits: 3, told: true, on: '2026-05-01', homes: [{ name: '007' }] },
  ]);
});

test('a case whose pack cannot be found has the forms all the same, without fields of a pack', async () => {
  const lost = await served(copyOf(), join(scratch(), 'nowhere'));
  expect((await planOf(lost)).narratives).toEqual([]);
  await lost.close();
});

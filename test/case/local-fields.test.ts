// What a pack asks for and a form lacks: named by its path, at the name of what it belongs in.
import { expect, test } from 'vitest';
import { localAsMeant, localFindings } from '../../src/case/index.ts';
import type { LocalGroup } from '../../src/model/index.ts';
import { fixtureText, load } from './memory-case.ts';

const WITHOUT = fixtureText('case.yaml').replace(/^local:\n(?: .*\n)+/m, '');
const START = WITHOUT.split('\n').findIndex((line) => !line.startsWith('#')) + 1;
/** The first line below `WITHOUT`. */
const NEXT = WITHOUT.split('\n').length;

const GROUP: LocalGroup = {
  required: ['areaCode'],
  properties: {
    areaCode: { title: '统筹区代码', type: 'string' },
    县内编号: { title: '县内编号', type: 'string' },
    office: { title: '科室', type: 'object', required: ['code'], properties: { code: { title: '代码', type: 'string' } } },
  },
};

test.each([
  ['no local at all: the start of the document', '', [`/local/areaCode local.areaCode ${START}:1`]],
  ['a blank local', 'local:\n', ['/local/areaCode local.areaCode 0:1']],
  ['an empty local', 'local: {}\n', ['/local/areaCode local.areaCode 0:1']],
  ['another field alone', 'local:\n  县内编号: "1"\n', ['/local/areaCode local.areaCode 0:1']],
  ['a group of it without one', 'local:\n  areaCode: "1"\n  office:\n    {}\n', ['/local/office/code local.office.code 2:3']],
])('%s', async (_, local, expected) => {
  const loaded = await load({ 'case.yaml': `${WITHOUT}${local}` });
  expect(loaded.findings).toEqual([]);
  const told = localFindings(loaded, { case: GROUP }).map((f) => {
    const place = f.at && 'line' in f.at ? f.at : undefined;
    const line = place && place.line >= NEXT ? place.line - NEXT : place?.line;
    return [f.code, `${place?.pointer} ${f.code === 'FIELD_MISSING' ? f.args.key : ''} ${line}:${place?.column}`];
  });
  expect(told).toEqual(expected.map((one) => ['FIELD_MISSING', one]));
});

const KINDS: LocalGroup = {
  properties: {
    checked: { title: '已核对', type: 'boolean' },
    on: { title: '核对日期', type: 'string', format: 'date' },
    count: { title: '人数', type: 'integer' },
    code: { title: '代码', type: 'string', pattern: '^\\d{4}$' },
    level: { title: '级别', type: 'string', enum: ['甲级', '乙级'] },
    parts: {
      title: '科室',
      type: 'array',
      items: { title: '科室', type: 'object', properties: { since: { title: '自', type: 'string', format: 'date' } } },
    },
  },
};

test('fields of a pack are taken as they were meant, as those of the forms', async () => {
  const local = 'local:\n  checked: 是\n  on: 2026.9.5\n  count: "12"\n  code: 0012\n  level: 甲 级\n  parts:\n    - since: 2026年9月5日\n';
  const typed = await load({ 'case.yaml': `${WITHOUT}${local}` });
  const { loaded, findings } = localAsMeant(typed, { case: KINDS });
  expect(loaded.case?.case.local).toEqual({
    checked: true,
    on: '2026-09-05',
    count: 12,
    code: '0012',
    level: '甲级',
    parts: [{ since: '2026-09-05' }],
  });
  expect(localFindings(loaded, { case: KINDS })).toEqual([]);
  const fields = findings.flatMap((f) => (f.code === 'VALUE_AS_MEANT' ? f.args.taken.map(({ field }) => field) : []));
  expect([...fields].sort()).toEqual(['人数', '代码', '已核对', '核对日期', '科室 1 / 自', '级别']);
});

test('fields of a pack that can mean two things are refused', async () => {
  const typed = await load({ 'case.yaml': `${WITHOUT}local:\n  on: 03/04/2026\n  checked: 也许\n` });
  const { loaded, findings } = localAsMeant(typed, { case: KINDS });
  expect(findings).toEqual([]);
  expect(localFindings(loaded, { case: KINDS }).map(({ code }) => code)).toEqual(['DAY_INVALID', 'FIELD_TYPE']);
});

// What a pack asks for and a form lacks: named by its path, at the name of what it belongs in.
import { expect, test } from 'vitest';
import { localFindings } from '../../src/case/index.ts';
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

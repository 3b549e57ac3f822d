/** Guards: the correspondence form is read and referred from like the others, and never in a dossier. */
import { expect, test } from 'vitest';
import { exportForms } from '../../src/case/index.ts';
import { brief, found, load } from './memory-case.ts';

const FORM = 'correspondence.yaml';

test.each([
  ['absent', undefined, []],
  ['empty of letters', '{}', []],
  [
    'an evidence number that is none',
    'corrections:\n  - receivedAt: 2026-11-21T10:00+08:00\n    items: [{ description: 甲, evidence: [E999] }]\n',
    ['REF_UNKNOWN case/correspondence.yaml:3:42'],
  ],
  [
    'an item number that is none',
    'handovers:\n  - receivedAt: 2026-11-21T10:00+08:00\n    items:\n      - { itemNo: "99", state: 完好 }\n',
    ['REF_UNKNOWN case/correspondence.yaml:4:19'],
  ],
  [
    'a person who is none',
    'urgentNotices:\n  - persons: [九]\n    requests: [甲]\n    risks: [{ type: 转移资金, situation: 甲 }]\n',
    ['REF_UNKNOWN case/correspondence.yaml:2:15'],
  ],
  ['a field that is none', 'archive:\n  立卷人: 甲\n', ['FIELD_UNKNOWN case/correspondence.yaml:2:3']],
  [
    'an urgent notice that asks for nothing',
    'urgentNotices:\n  - risks: [{ type: 转移资金, situation: 甲 }]\n',
    ['FIELD_MISSING case/correspondence.yaml:2:5'],
  ],
  [
    'a topic that is none',
    'consultations:\n  - { recipient: 甲, summary: 乙, matters: [{ topic: 量刑, question: 丙 }] }\n',
    ['FIELD_ENUM case/correspondence.yaml:2:52'],
  ],
  [
    'a scan outside',
    'procuratorateLetter:\n  recipient: 甲\n  signedScan: { path: other/甲.pdf, pages: 1, signedOn: 2026-11-20 }\n',
    ['SIGNED_PATH_OUTSIDE case/correspondence.yaml:3:23'],
  ],
  ['its name with a second ending', undefined, ['FORM_MISSING case/correspondence.yaml'], 'correspondence.yaml.txt'],
])('%s', async (_, text, expected, other?: string) => {
  expect(await found(other === undefined ? { [FORM]: text } : { [other]: '{}' })).toEqual(expected);
});

test('it is no form of the dossier, and none may lie in one', async () => {
  const loaded = await load({ [FORM]: 'archive: { fonds: 示例市医疗保障局 }\n' });
  expect(loaded.case?.correspondence?.archive?.fonds).toBe('示例市医疗保障局');
  const exported = loaded.case ? [...exportForms(loaded.case).keys()] : [];
  expect(exported).not.toContain('correspondence.json');
  const { findings } = await load({ 'internal.yaml': undefined, 'correspondence.json': '{}' }, { internal: 'absent' });
  expect(findings.map(brief)).toContain('INTERNAL_PRESENT case/correspondence.json');
});

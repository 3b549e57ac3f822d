/** Guards: a good case loads clean, whatever its syntax, and every value knows its place. */
import { expect, test } from 'vitest';
import { exportForms, folderSource, loadCase, validateIndex } from '../../src/case/index.ts';
import { FORM_NAMES, NO_RECORDS } from '../../src/model/index.ts';
import { FIXTURE, fixtureText, load } from './memory-case.ts';

const REQUIRED = { internal: 'required' } as const;

test('the fixture loads from disk without a finding', async () => {
  const loaded = await loadCase(folderSource(FIXTURE), REQUIRED);
  expect(loaded.findings).toEqual([]);
  expect(loaded.case?.case.facts[0]?.amount).toBe('12345.60');
  expect(loaded.case?.case.local).toEqual({ 县内编号: '0012' });
  expect(loaded.case?.case.sender).not.toHaveProperty('phone');
  expect(loaded.case?.receipt).toEqual({});
  expect(loaded.custody?.events.map(({ action }) => action)).toEqual(['collect']);
  expect(loaded.custody?.lines).toEqual([fixtureText('custody.jsonl').trimEnd()]);
});

test('values know their line and column, missing ones their parent', async () => {
  const { locate, excerpt } = await load();
  const amount = locate({ form: 'case', pointer: '/facts/0/amount' });
  expect(amount).toEqual({ file: 'case/case.yaml', pointer: '/facts/0/amount', line: 54, column: 13 });
  expect(amount && excerpt(amount)).toBe('    amount: "12345.60"');
  expect(locate({ form: 'case', pointer: '/amount/selfPaid' })).toMatchObject({ line: 57, column: 3 });
  expect(locate({ form: 'transfer', pointer: '/signedScan/pages' })).toMatchObject({ line: 7, column: 44 });
  expect(locate({ form: 'receipt', pointer: '/receivedAt' })).toMatchObject({ file: 'case/receipt.yaml', line: 1 });
});

test('an event of a log that lines were taken from stands where it is, not where its number would be', async () => {
  const { locate } = await load({ 'custody.jsonl': fixtureText('custody.jsonl').replace('"seq":1', '"seq":7') });
  expect(locate({ form: 'custody', pointer: '/7' })).toMatchObject({ file: 'case/custody.jsonl', line: 1 });
});

test('JSON and YAML, BOM and CRLF read as the same case', async () => {
  const yaml = await load();
  const changes: Record<string, string | undefined> = {};
  for (const name of FORM_NAMES) {
    changes[`${name}.yaml`] = undefined;
    if (yaml.forms[name]) changes[`${name}.json`] = JSON.stringify(yaml.forms[name], null, '\t');
  }
  const json = await load(changes);
  expect(json.findings).toEqual([]);
  expect(json.case).toEqual(yaml.case);
  const windows = await load({ 'case.yaml': `\ufeff${fixtureText('case.yaml').replaceAll('\n', '\r\n')}` });
  expect(windows.findings).toEqual([]);
  expect(windows.case).toEqual(yaml.case);
});

test('a case may do without records, and then its dossier carries none', async () => {
  const without = await load({
    'records.yaml': undefined,
    'evidence.yaml': fixtureText('evidence.yaml').replaceAll(/ +records: .*\n/g, ''),
  });
  expect(without.findings).toEqual([]);
  expect(without.case?.records).toEqual(NO_RECORDS);
  expect(without.case && exportForms(without.case).has('records.json')).toBe(false);
});

test('export and load are a round trip without 内卷; the export is in a fixed form', async () => {
  const folder = await load();
  if (!folder.case) throw new Error('the fixture must load');
  const texts = exportForms(folder.case);
  expect([...texts.keys()]).toEqual([
    'case.json',
    'transfer.json',
    'investigation.json',
    'receipt.json',
    'items.json',
    'evidence.json',
    'records.json',
  ]);
  const names = [...texts.keys()];
  const source = {
    fileOf: (name: string) => `data/case/${name}`,
    names,
    read: (name: string) => new TextEncoder().encode(texts.get(name)),
  };
  const dossier = await loadCase(source, { internal: 'absent' });
  expect(dossier.findings).toEqual([]);
  expect(dossier.case).toEqual({ ...folder.case, internal: undefined });
  expect(dossier.case && exportForms(dossier.case)).toEqual(texts);
  expect(texts.get('transfer.json')).toMatch(/^\{\n {2}"docNo": "示医保移〔2026〕1号",\n {2}"issuedOn"/);
  expect(texts.get('receipt.json')).toBe('{}\n');
  expect([...texts.values()].join('')).not.toContain('赵某四');
});

test('members that no schema knows are not exported', async () => {
  const { case: c } = await load();
  if (!c) throw new Error('the fixture must load');
  const smuggled = { ...c, transfer: { ...c.transfer, informant: '匿名甲' } };
  expect([...exportForms(smuggled).values()].join('')).not.toContain('匿名甲');
});

test('an index is checked against its schema', () => {
  const index = {
    mbpack: '1.0',
    caseNo: '1',
    caseName: '某案',
    createdAt: '2026-11-20T09:30:00+08:00',
    software: { name: 'mbpack', version: '0.1.0' },
    template: { id: 'national', version: '1.0.0', sha256: '0'.repeat(64) },
    engine: { name: 'x', version: '1' },
    fonts: [],
    expectedSigners: [],
    files: [{ path: 'data/case/case.json', size: 1, role: 'caseData', title: '案件数据', sha256: '0'.repeat(64), sm3: '0'.repeat(64) }],
  };
  expect(validateIndex(index).findings).toEqual([]);
  expect(validateIndex({ ...index, files: [{ ...index.files[0], role: 'x' }] }).findings.map(({ code }) => code)).toEqual(['FIELD_ENUM']);
  expect(validateIndex([]).findings.map(({ code }) => code)).toEqual(['FIELD_TYPE']);
});

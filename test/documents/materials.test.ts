// 移送材料清单: one row an item, in order, and no file name on paper.
import { expect, test } from 'vitest';
import { documentText, engineInfo, type MaterialRow, materialRows, renderDocument } from '../../src/documents/index.ts';
import { documentTitles, formatManifest, sha256Hex } from '../../src/model/index.ts';
import { hex, input, sampleCase, sources } from './fixture.ts';

const titles = documentTitles(input().pack.pack);
const rows = materialRows(sampleCase, sources(sampleCase), titles);

test('documents with their scans, evidence by number, case data, custody', () => {
  expect(rows.map((r) => [r.seq, r.group, r.evidenceNo, r.title])).toEqual([
    [1, '文书', '', '涉嫌犯罪案件移送书'],
    [2, '文书', '', '涉嫌犯罪案件移送书（签章扫描件）'],
    [3, '文书', '', '案件调查报告'],
    [4, '证据', '1', '住院病历'],
    [5, '证据', '2', '询问笔录（护士长）'],
    [6, '证据', '3', '医院信息系统结算明细'],
    [7, '证据', '4', '科室印章'],
    [8, '证据', '10', '基金损失核算认定意见'],
    [9, '案件数据', '', '案件数据文件'],
    [10, '保管记录', '', '证据保管链记录'],
  ]);
});

test('more than 20 files become count, bytes and the digest of their manifest lines', () => {
  const files = sources(sampleCase).filter((f) => f.evidenceNo === '3');
  const sha256 = sha256Hex(formatManifest(files.map((f) => ({ path: f.path, digest: f.sha256 }))));
  expect(rows[5]).toMatchObject({ files: [], summary: { count: 25, bytes: files.reduce((sum, f) => sum + f.size, 0), sha256 } });
});

test('words are marked as class C and the note stands once, a thing without files is marked as such', async () => {
  expect(rows[4]?.remark).toContain('言词证据');
  const text = await documentText((await renderDocument('materials', input())).bytes);
  expect(text.match(/刑诉法第五十四条第二款/g)).toHaveLength(1);
  expect(rows[6]?.note).toContain('实物');
});

test('a recording of questioning bears the note of words; one of a scene does not', () => {
  const named = (title: string) => {
    const evidence = sampleCase.evidence.evidence.map((e) => (e.evidenceNo === '3' ? { ...e, title, kind: '视听资料' as const } : e));
    return materialRows({ ...sampleCase, evidence: { evidence } }, sources(sampleCase), titles)[5]?.note;
  };
  expect(named('询问过程录像')).toContain('刑诉法第五十四条第二款');
  expect(named('现场检查录像')).not.toContain('刑诉法第五十四条第二款');
});

test('no file name is printed', async () => {
  const text = await documentText((await renderDocument('materials', input())).bytes);
  expect(text).not.toMatch(/患者|\.pdf|\.csv/);
});

test('a file without a digest is a bug, not a gap in the list', () => {
  expect(() => materialRows(sampleCase, sources(sampleCase).slice(0, -1), titles)).toThrow();
});

test('2,000 rows: every digest is there, heads repeat', async () => {
  const base = rows[3] as MaterialRow;
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...base,
      seq: i + 1,
      evidenceNo: String(i + 1),
      files: [{ number: 1, size: i, sha256: hex(i.toString(16).padStart(8, '0')) }],
    }));
  const large = await renderDocument('materials', input(undefined, { materials: many(2000) }));
  const text = (await documentText(large.bytes)).replace(/\s/g, '');
  const absent = many(2000).filter((row) => !text.includes(row.files[0]?.sha256 ?? '?'));
  expect(absent).toEqual([]);
  // Heads of the list on its pages and of the annex on the others, both where the annex begins.
  const heads = [...text.matchAll(/材料名称|SHA-256(?=\d)/g)].length;
  expect(heads).toBeGreaterThanOrEqual(large.pages);
  expect(heads).toBeLessThanOrEqual(large.pages + 1);
});

test('the engine names itself and its fonts', () => {
  const { name, version, fonts } = engineInfo();
  expect([name, version, fonts.length]).toEqual(['mbpack-typeset', '1+3', 6]);
  expect(fonts.every((f) => /^[0-9a-f]{64}$/.test(f.sha256))).toBe(true);
});

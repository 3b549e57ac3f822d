/** What a forger changes in an unpacked dossier, how everything is sealed again consistently, and what must still be found. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type CustodyEvent, custodyLine, custodyLink } from '../../src/model/index.ts';

type Row = Record<string, unknown> & { path: string };

const hash = (algorithm: string, bytes: Buffer): string => createHash(algorithm).update(bytes).digest('hex');

/** Index, manifests, Oxum and tag manifests made to fit whatever stands in the folder now. */
export function reseal(root: string): void {
  const payload = () =>
    readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name).slice(root.length + 1))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const index = JSON.parse(readFileSync(join(root, 'data/index.json'), 'utf8')) as { files: Row[] };
  const rows = new Map(index.files.map((row) => [row.path, row]));
  index.files = payload()
    .filter((path) => path !== 'data/index.json')
    .map((path) => {
      const bytes = readFileSync(join(root, path));
      return {
        ...(rows.get(path) ?? { role: 'caseData', title: '补充' }),
        path,
        size: bytes.length,
        sha256: hash('sha256', bytes),
        sm3: hash('sm3', bytes),
      };
    });
  writeFileSync(join(root, 'data/index.json'), `${JSON.stringify(index, null, 1)}\n`);
  const info = join(root, 'bag-info.txt');
  const octets = payload().reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  writeFileSync(info, readFileSync(info, 'utf8').replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${octets}.${payload().length}`));
  const manifest = (algorithm: string, paths: string[]) =>
    paths.map((path) => `${hash(algorithm, readFileSync(join(root, path)))}  ${path}\n`).join('');
  for (const a of ['sha256', 'sm3']) writeFileSync(join(root, `manifest-${a}.txt`), manifest(a, payload()));
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sm3.txt', '校验说明.txt'];
  for (const a of ['sha256', 'sm3']) writeFileSync(join(root, `tagmanifest-${a}.txt`), manifest(a, tags));
}

export function edit(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const document = (root: string, number: string): string =>
  join(root, 'data/documents', readdirSync(join(root, 'data/documents')).find((n) => n.startsWith(number) && !n.includes('扫描')) ?? '');

/** One fen more on one line of a settlement sheet, its new digests wherever the old ones stood, and the log chained anew. */
function oneFenMore(root: string): void {
  const { datasets } = JSON.parse(readFileSync(join(root, 'data/case/records.json'), 'utf8')) as {
    datasets: { path: string; sumColumn: string }[];
  };
  const file = join(root, 'data/evidence', datasets[0]?.path ?? '');
  const before = readFileSync(file);
  // Latin-1 keeps every byte of GB 18030 in its place; commas and digits are ASCII.
  const rows = before.toString('latin1').split(/(?<=\n)/);
  const column =
    new TextDecoder('gb18030')
      .decode(before)
      .split(/\r?\n/)[0]
      ?.split(',')
      .indexOf(datasets[0]?.sumColumn ?? '') ?? -1;
  const cells = rows[1]?.split(',') ?? [];
  cells[column] = (cells[column] ?? '').replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  rows[1] = cells.join(',');
  const after = Buffer.from(rows.join(''), 'latin1');
  writeFileSync(file, after);
  const swap = (text: string): string =>
    text.replaceAll(hash('sha256', before), hash('sha256', after)).replaceAll(hash('sm3', before), hash('sm3', after));
  const list = join(root, 'data/case/evidence.json');
  writeFileSync(list, swap(readFileSync(list, 'utf8')));
  const log = join(root, 'data/custody/custody.jsonl');
  let prev: string | null = null;
  const lines = swap(readFileSync(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => {
      const again = custodyLine({ ...(JSON.parse(line) as CustodyEvent), prev });
      prev = custodyLink(again);
      return `${again}\n`;
    });
  writeFileSync(log, lines.join(''));
}

export const FORGERIES: readonly (readonly [name: string, change: (root: string) => void, code: string])[] = [
  ['an amount in the data', (r) => edit(r, 'data/case/case.json', (t) => t.replaceAll('2529445.50', '2529445.05')), 'DOCUMENT_DIFFERS'],
  ['a name in the data', (r) => edit(r, 'data/case/case.json', (t) => t.replaceAll('贺䶮', '贺龑')), 'DOCUMENT_DIFFERS'],
  ['another PDF for the letter', (r) => cpSync(document(r, '05'), document(r, '01')), 'DOCUMENT_DIFFERS'],
  [
    'the letter with other bytes and the same text',
    (r) => writeFileSync(document(r, '01'), Buffer.concat([readFileSync(document(r, '01')), Buffer.from('\n% \n')])),
    'DOCUMENT_BYTES_DIFFER',
  ],
  ['no PDF at all', (r) => writeFileSync(document(r, '01'), 'x'), 'DOCUMENT_UNREADABLE'],
  [
    'another evidence file',
    (r) =>
      edit(
        r,
        `data/evidence/04-电子数据/${readdirSync(join(r, 'data/evidence/04-电子数据')).find((n) => n.endsWith('.csv')) ?? ''}`,
        (t) => `${t}\n`,
      ),
    'DOSSIER_CUSTODY_DIGEST',
  ],
  ['an extra file of case data', (r) => writeFileSync(join(r, 'data/case/extra.json'), '{}\n'), 'FILE_NOT_EXPECTED'],
  ['an extra document', (r) => writeFileSync(join(r, 'data/documents/06-补充说明.pdf'), 'x'), 'FILE_NOT_EXPECTED'],
  [
    'a title in the index',
    (r) => edit(r, 'data/index.json', (t) => t.replace('"title": "营业执照', '"title": "某某执照')),
    'INDEX_CONTRADICTS_CASE',
  ],
  [
    'the sender in bag-info.txt',
    (r) => edit(r, 'bag-info.txt', (t) => t.replace(/^Source-Organization: .*$/m, 'Source-Organization: 示例市医疗保障局')),
    'TAG_FILE_CONTRADICTS_CASE',
  ],
  ['the note', (r) => writeFileSync(join(r, '校验说明.txt'), '可不核对\n'), 'TAG_FILE_CONTRADICTS_CASE'],
  [
    'a signer who did not sign',
    (r) => edit(r, 'data/index.json', (t) => t.replace('"expectedSigners": []', '"expectedSigners": ["某局"]')),
    'SIGNATURE_EXPECTED',
  ],
  ['a fen in a settlement sheet, and every digest of it', oneFenMore, 'DATASET_SUM_DIFFERS'],
  [
    'a provider who did not sign',
    (r) =>
      edit(r, 'data/case/records.json', (t) =>
        t.replace('"signed": "拒绝签名"', '"signed": "已签名"').replace('"signed": "已签名"', '"signed": "待签名"'),
      ),
    'DOCUMENT_DIFFERS',
  ],
  ['a form laid out anew', (r) => edit(r, 'data/case/items.json', (t) => `${JSON.stringify(JSON.parse(t))}\n`), 'DATA_NOT_CANONICAL'],
];

/** Small invented dossiers for the tests of both halves. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { type BagCheck, checkBag, type Opened, openDossier } from '../../src/dossier/disk/index.ts';
import { bagName, type FileDigest, type PackPlan, type WrittenDossier, writeDossier } from '../../src/dossier/write/index.ts';
import { type Code, type CustodyEvent, canonicalJson, custodyLine, custodyLink, Fault } from '../../src/model/index.ts';

/** Gone with the run. */
export const scratch = (): string => mkdtempSync(join(inject('shared'), 'dossier-'));

export type Files = Readonly<Record<string, Uint8Array | string>>;
export const EVIDENCE: Files = {
  '病历/入院记录.txt': '某某医院 入院记录\n',
  '病历/扫描.jpg': new Uint8Array(700).map((_, i) => (i * 31) & 255),
  '结算明细.csv': '序号,金额\n1,1280.00\n',
};
/** Two files that are read side by side, one in a single piece, and small ones around them. */
export const MIXED: Files = {
  'a/1.txt': 'x',
  'a/2.bin': new Uint8Array(3_000_000).map((_, i) => i >> 4),
  'a/3.txt': new Uint8Array(200_000).fill(7),
  'b.bin': new Uint8Array(2_500_000).map((_, i) => i >> 3),
  'c.bin': new Uint8Array(400_000).fill(1),
  'd.txt': '',
  'e.txt': 'y',
};
export const CASE_NO = '示医保稽〔2026〕12号';
export const DAY = '2026-11-20';
export const BAG = bagName(CASE_NO, DAY);

const bytes = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** Puts files below a folder. */
export function put(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function custodyOf(evidence: readonly FileDigest[]): string {
  const by = [{ name: '张某', certNo: '00000001' }, { name: '李某' }];
  const digests = evidence.map(({ path, sha256, sm3 }) => ({ path: path.slice('data/evidence/'.length), sha256, sm3 }));
  const first: CustodyEvent = { seq: 1, at: '2026-11-18T09:30:00+08:00', action: 'collect', items: ['1'], by, digests, prev: null };
  const line = custodyLine(first);
  const pack: CustodyEvent = {
    seq: 2,
    at: '2026-11-20T10:00:00+08:00',
    action: 'pack',
    items: ['1'],
    by,
    digests,
    prev: custodyLink(line),
  };
  return `${line}\n${custodyLine(pack)}\n`;
}

const SHA = 'a'.repeat(64);
export function indexOf(files: readonly FileDigest[]): Record<string, unknown> {
  const role = (path: string) =>
    path.startsWith('data/evidence')
      ? 'evidence'
      : path.startsWith('data/case')
        ? 'caseData'
        : path.startsWith('data/custody')
          ? 'custody'
          : 'document';
  return {
    mbpack: '1.0',
    caseNo: CASE_NO,
    caseName: '示例市某某医院案',
    createdAt: '2026-11-20T10:00:00+08:00',
    software: { name: 'mbpack', version: '0.0.0' },
    template: { id: 'national', version: '1', sha256: SHA },
    engine: { name: 'none', version: '0' },
    fonts: [{ name: 'none', sha256: SHA }],
    expectedSigners: [],
    files: files.map((file) => ({ ...file, role: role(file.path), title: file.path })),
  };
}

export interface Parts {
  readonly evidence?: Files;
  readonly rest?: Files;
  readonly custody?: (evidence: readonly FileDigest[]) => string;
  readonly index?: (files: readonly FileDigest[]) => unknown;
  readonly info?: Readonly<Record<string, string>>;
}

/** A plan whose sources lie below `root/case/evidence`. */
export function planOf(root: string, parts: Parts = {}, change: Partial<PackPlan> = {}): PackPlan {
  const evidence = parts.evidence ?? EVIDENCE;
  put(join(root, 'case/evidence'), evidence);
  return {
    target: join(root, 'dossier.zip'),
    overwrite: false,
    bagName: BAG,
    evidence: Object.keys(evidence).map((path) => ({ path, source: join(root, 'case/evidence', path), label: `evidence/${path}` })),
    rest: async (digests) => [
      ...Object.entries(
        parts.rest ?? { 'data/case/case.json': '{"caseNo":"12"}', 'data/documents/01 移送书.pdf': '%PDF-1.7 invented\n' },
      ).map(([path, content]) => ({ path, bytes: bytes(content) })),
      { path: 'data/custody/custody.jsonl', text: [(parts.custody ?? custodyOf)([...digests])] },
    ],
    index: (files) => [canonicalJson((parts.index ?? indexOf)([...files]))],
    bagInfo: () =>
      Object.entries({
        'Source-Organization': '示例市医疗保障局',
        'External-Identifier': CASE_NO,
        'Bagging-Date': DAY,
        'Bag-Software-Agent': 'mbpack 0.0.0',
        ...parts.info,
      }),
    note: '用任何 BagIt 工具都能核对。\n',
    accept: async (temporary) => ({ zipSha256: (await check(temporary)).zipSha256 ?? '' }),
    ...change,
  };
}

export async function build(root = scratch(), parts: Parts = {}, change: Partial<PackPlan> = {}): Promise<WrittenDossier> {
  return await writeDossier(planOf(root, parts, change));
}

export async function check(path: string, expect?: string): Promise<BagCheck> {
  let opened: Opened | undefined;
  try {
    opened = openDossier(path);
    return await checkBag(opened, expect === undefined ? {} : { expect });
  } finally {
    opened?.close();
  }
}

/** Codes of severity stop, each once, sorted. */
export function stops(result: BagCheck): Code[] {
  return [...new Set(result.findings.filter((f) => f.severity === 'stop').map((f) => f.code))].sort();
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Fault) return `${error.finding.code} ${error.exit}`;
    throw error;
  }
  return 'none';
}

/** A dossier of so many entries, its evidence one small file under many names. */
export function manyEntries(root: string, count: number): Promise<WrittenDossier> {
  const plan = planOf(root, { evidence: { a: 'x' } });
  const [source] = plan.evidence;
  if (!source) throw new Error('no source');
  // Beside the evidence: case, document, custody, index, two manifests, three tag files, two tag manifests.
  const beside = 11;
  return writeDossier({
    ...plan,
    overwrite: true,
    accept: async () => ({ zipSha256: '' }),
    evidence: Array.from({ length: count - beside }, (_, i) => ({ ...source, path: `${i}.txt` })),
  });
}

/** Inputs to begin with, made of the invented cases of this repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportForms, loadCase } from '../../src/case/index.ts';
import type { Case } from '../../src/model/index.ts';
import { memorySource } from './memory.ts';
import { CASE_NO, canonical, hex, manifestOf, OWN_TAGS, sealed, type Tree, zipOf } from './seal.ts';

/** Where the repository is: the fuzzer runs from its root. */
export const ROOT = process.cwd();

/** The top-level files of a case folder. */
export function caseFiles(folder: string): Map<string, Buffer> {
  const dir = join(ROOT, folder);
  const files = readdirSync(dir, { withFileTypes: true }).filter((e) => e.isFile() && /\.(?:yaml|jsonl)$/.test(e.name));
  return new Map(files.map(({ name }) => [name, readFileSync(join(dir, name))]));
}

export const SMALL = 'test/case/fixture';
export const EXAMPLES = ['examples/挂床住院', 'examples/倒卖药品', 'examples/冒名就医', 'examples/错误示例'];

/** The case of a folder; it must be whole. */
export async function caseOf(folder: string): Promise<Case> {
  const { case: loaded, findings } = await loadCase(memorySource(caseFiles(folder)), { internal: 'required' });
  if (!loaded) throw new Error(`${folder}: ${findings.map((f) => f.code).join(' ')}`);
  return loaded;
}

export function corpusOf(target: string): readonly Buffer[] {
  const dir = join(ROOT, 'test/fuzz/corpus', target);
  try {
    return readdirSync(dir)
      .sort()
      .map((name) => readFileSync(join(dir, name)));
  } catch {
    return [];
  }
}

const SHA = 'a'.repeat(64);

/** A dossier of the small case, whole and as built. */
export async function dossierTree(): Promise<Tree> {
  const small = await caseOf(SMALL);
  const evidence: [string, Buffer][] = [
    ['data/evidence/书证/住院病历.txt', Buffer.from('某某医院 入院记录\n'.repeat(20))],
    ['data/evidence/书证/住院病历-2.txt', Buffer.alloc(0)],
    ['data/evidence/é/Résumé.csv', Buffer.from('序号,金额\n1,1280.00\n')],
  ];
  const by = [
    { name: '张某一', certNo: '99010001' },
    { name: '李某二', certNo: '99010002' },
  ];
  const digests = evidence.map(([path, content]) => ({ path: path.slice(14), sha256: hex('sha256', content), sm3: hex('sm3', content) }));
  const first = canonical({ seq: 1, at: '2026-07-15T09:30+08:00', action: 'collect', items: ['E001'], by, digests, prev: null });
  const pack = canonical({
    seq: 2,
    at: '2026-11-20T10:00+08:00',
    action: 'pack',
    items: ['E001'],
    by,
    digests,
    prev: hex('sha256', first.trimEnd()),
  });
  const index = {
    mbpack: '1.0',
    caseNo: CASE_NO,
    caseName: small.case.name,
    createdAt: '2026-11-20T10:00:00+08:00',
    software: { name: 'mbpack', version: '0.0.0' },
    template: { id: 'unknown', version: '1', sha256: SHA },
    engine: { name: 'none', version: '0' },
    fonts: [{ name: 'none', sha256: SHA }],
    expectedSigners: [],
    files: [],
  };
  const forms = [...exportForms(small)].map(([name, text]) => [`data/case/${name}`, Buffer.from(text)] as const);
  return sealed(
    new Map([
      ...evidence,
      ...forms,
      ['data/documents/01 移送书.pdf', Buffer.from('%PDF-1.7 invented\n')],
      ['data/custody/custody.jsonl', Buffer.from(first + pack)],
      ['data/index.json', Buffer.from(canonical(index))],
      ...OWN_TAGS,
    ]),
  );
}

/** Bags of other programs, by version and algorithm, as zips. */
export function foreignBags(): readonly Buffer[] {
  const payload: [string, Buffer][] = [
    ['data/a.txt', Buffer.from('alpha\n')],
    ['data/医院/病历.txt', Buffer.from('某某医院\n')],
    ['data/b%0Ac.txt', Buffer.from('beta\n')],
  ];
  const make = (version: string, algorithm: string, encoding: string): Buffer => {
    const tags: [string, Buffer][] = [
      ['bagit.txt', Buffer.from(`BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`)],
      ['bag-info.txt', Buffer.from('Source-Organization: 示例市\n Second line\nPayload-Oxum: 24.3\nContact-Name: 张某\n')],
      ['fetch.txt', Buffer.from('http://example.invalid/a - data/a.txt\n')],
      [`manifest-${algorithm}.txt`, manifestOf(algorithm, payload)],
    ];
    return zipOf(new Map([...payload, ...tags, [`tagmanifest-${algorithm}.txt`, manifestOf(algorithm, tags)]]), 'bag');
  };
  return [
    make('1.0', 'sha512', 'UTF-8'),
    make('0.97', 'md5', 'UTF-8'),
    make('0.93', 'sha1', 'ISO-8859-1'),
    make('1.0', 'sha256', 'UTF-16'),
  ];
}

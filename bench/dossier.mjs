/** A dossier around a set of evidence: the real packer's plan, with the few other files that make it whole. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAnyBag, checkBag, openBag, openDossier } from '../dist/dossier/disk/index.js';
import { bagName } from '../dist/dossier/write/index.js';
import { custodyLine } from '../dist/model/index.js';

const CASE_NO = '示医保稽〔2026〕1号';
const AT = '2026-09-15T15:00:00+08:00';
const EVIDENCE = 'data/evidence/';
const NONE = { name: 'none', version: '0' };
const bytes = (text) => new TextEncoder().encode(text);

/**
 * @param {string} folder of evidence
 * @param {string} target the zip
 * @param {import('../dist/dossier/write/index.js').PackPlan['accept']} accept
 */
export function planOf(folder, target, accept) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1));
  return {
    target,
    overwrite: false,
    bagName: bagName(CASE_NO, AT.slice(0, 10)),
    evidence: paths.map((path) => ({ path, source: join(folder, path), label: `evidence/${path}` })),
    rest: async (evidence) => [
      { path: 'data/case/case.json', bytes: bytes('{}') },
      { path: 'data/custody/custody.jsonl', bytes: bytes(`${custodyLine(packEvent(evidence))}\n`) },
    ],
    index: (files) => bytes(`${JSON.stringify(indexOf(files), null, 1)}\n`),
    bagInfo: () =>
      Object.entries({
        'Source-Organization': '示例市医疗保障局',
        'External-Identifier': CASE_NO,
        'Bagging-Date': AT.slice(0, 10),
        'Bag-Software-Agent': 'mbpack bench',
      }),
    note: '测试用\n',
    accept,
  };
}

/** Opens and checks; whatever would stop a verifier is an error here. @param {string} path */
export async function checkWhole(path) {
  const opened = openDossier(path);
  try {
    const check = await checkBag(opened);
    const wrong = check.findings.find((f) => f.severity === 'stop' || f.severity === 'error');
    if (wrong) throw new Error(`${path}: ${wrong.code} ${JSON.stringify(wrong.args)}`);
    return check;
  } finally {
    opened.close();
  }
}

/** As any bag, by the manifests there are. @param {string} path */
export async function checkWholeBag(path) {
  const opened = openBag(path);
  try {
    const check = await checkAnyBag(opened);
    if (!check.valid) throw new Error(`${path}: ${check.findings.find((f) => f.severity === 'stop')?.code}`);
    return check;
  } finally {
    opened.close();
  }
}

/** @param {Iterable<{ path: string }>} files */
export function* evidenceOf(files) {
  for (const file of files) if (file.path.startsWith(EVIDENCE)) yield file;
}

/** One of the digests of evidence. @param {Iterable<{ path: string }>} files @param {'sha256' | 'sm3'} name */
export function* evidenceDigests(files, name) {
  for (const file of evidenceOf(files)) yield file[name];
}

function packEvent(evidence) {
  const digests = evidence.map(({ path, sha256, sm3 }) => ({ path: path.slice(EVIDENCE.length), sha256, sm3 }));
  return { seq: 1, at: AT, action: 'pack', items: ['1'], by: [{ name: '张某' }], digests, prev: null };
}

function indexOf(files) {
  const role = (path) => (path.startsWith(EVIDENCE) ? 'evidence' : path.startsWith('data/case/') ? 'caseData' : 'custody');
  return {
    mbpack: '1.0',
    caseNo: CASE_NO,
    caseName: '示例市某某医院案',
    createdAt: AT,
    software: NONE,
    template: { id: 'national', version: '1', sha256: 'a'.repeat(64) },
    engine: NONE,
    fonts: [],
    expectedSigners: [],
    files: files.map((file) => ({ ...file, role: role(file.path), title: file.path })),
  };
}

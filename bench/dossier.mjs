/** A dossier around a set of evidence: the real packer's plan, with the few other files that make it whole. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAnyBag, checkBag, openBag, openDossier } from '../dist/dossier/disk/index.js';
import { bagName, indexPieces } from '../dist/dossier/write/index.js';
import { custodyLinePieces } from '../dist/model/index.js';

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
  return {
    target,
    overwrite: false,
    bagName: bagName(CASE_NO, AT.slice(0, 10)),
    evidence: filesIn(folder, ''),
    rest: async (evidence) => [
      { path: 'data/case/case.json', bytes: bytes('{}') },
      { path: 'data/custody/custody.jsonl', text: custodyText(evidence) },
    ],
    index: (files) => indexPieces(INDEX_HEAD, rowsOf(files)),
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

function filesIn(folder, below) {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((item) => {
    const path = below + item.name;
    return item.isFile() ? new Source(folder, path) : filesIn(folder, `${path}/`);
  });
}

/** Names made when they are asked for: what is measured is the packer. */
class Source {
  constructor(folder, path) {
    this.folder = folder;
    this.path = path;
  }
  get source() {
    return join(this.folder, this.path);
  }
  get label() {
    return `evidence/${this.path}`;
  }
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

/** @param {Iterable<{ path: string, sha256: string, sm3: string }>} files @param {'sha256' | 'sm3'} algorithm */
export function* evidenceDigests(files, algorithm) {
  for (const file of files) if (file.path.startsWith(EVIDENCE)) yield file[algorithm];
}

function* custodyText(evidence) {
  const digests = packedDigests(evidence);
  yield* custodyLinePieces({ seq: 1, at: AT, action: 'pack', items: ['1'], by: [{ name: '张某' }], digests, prev: null });
  yield '\n';
}

function* packedDigests(evidence) {
  for (const { path, sha256, sm3 } of evidence) yield { path: path.slice(EVIDENCE.length), sha256, sm3 };
}

const INDEX_HEAD = {
  mbpack: '1.0',
  caseNo: CASE_NO,
  caseName: '示例市某某医院案',
  createdAt: AT,
  software: NONE,
  template: { id: 'national', version: '1', sha256: 'a'.repeat(64) },
  engine: NONE,
  fonts: [],
  expectedSigners: [],
};

function* rowsOf(files) {
  const role = (path) => (path.startsWith(EVIDENCE) ? 'evidence' : path.startsWith('data/case/') ? 'caseData' : 'custody');
  for (const { path, size, sha256, sm3 } of files) yield { path, size, sha256, sm3, role: role(path), title: path };
}

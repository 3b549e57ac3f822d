/** The example case and its dossier, as rendering needs them. */
import { folderSource, loadCase } from '../../dist/case/index.js';
import { materialRows } from '../../dist/documents/index.js';
import { checkBag, FORMAT_VERSION, openDossier } from '../../dist/dossier/disk/index.js';
import { documentTitles } from '../../dist/model/index.js';
import { loadPack } from '../../dist/pack/index.js';

/** @param {string} folder @param {string} at */
export async function exampleInput(folder, at) {
  const { case: forms, findings } = await loadCase(folderSource(folder), { internal: 'required' });
  if (!forms) throw new Error(`${folder}: ${findings.map((f) => f.code)}`);
  const { case: about, internal } = forms;
  return { case: forms, ...(internal ? { internal } : {}), at, draft: false, pack: loadPack(about.pack) };
}

/** What the list and the slip print of a finished dossier. @param {string} zip */
export async function finished(zip) {
  const opened = openDossier(zip);
  try {
    const check = await checkBag(opened);
    if (!check.index) throw new Error(`${zip}: no index`);
    return { check, sources: [...check.index.files].filter((f) => f.document !== 'materials'), size: opened.size, bag: opened.bagName };
  } finally {
    opened.close();
  }
}

/** @param {Awaited<ReturnType<typeof finished>>} dossier */
export function slipOf({ check, size, bag }, { case: forms, at }) {
  const payload = [...check.files].filter((f) => f.path.startsWith('data/'));
  return {
    fingerprint: check.fingerprint,
    zipName: 'example.zip',
    zipSha256: check.zipSha256,
    zipSize: size,
    bag,
    payloadFiles: payload.length,
    payloadBytes: payload.reduce((sum, f) => sum + f.size, 0),
    documents: [...check.index.files].filter((f) => f.role === 'document').length,
    evidenceItems: forms.evidence.evidence.length,
    evidenceFiles: [...check.index.files].filter((f) => f.role === 'evidence').length,
    packedAt: at,
    packedBy: forms.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    custodyEvents: check.custody.events,
    custodyHead: check.custody.head,
    formatVersion: FORMAT_VERSION,
  };
}

/** A case with `count` items of evidence of one file each, modelled on the example's. */
export function longList(input, sources, count) {
  const models = input.case.evidence.evidence;
  const items = Array.from({ length: count }, (_, i) => ({
    ...models[i % models.length],
    evidenceNo: `证${i + 1}`,
    files: [{ path: `生成/${i + 1}.bin` }],
  }));
  const files = items.map(({ evidenceNo, title, files: [file] }, i) => ({
    path: `data/evidence/${file.path}`,
    size: 16384 + i,
    sha256: (i + 1).toString(16).padStart(64, 'a'),
    role: 'evidence',
    title,
    evidenceNo,
  }));
  const forms = { ...input.case, evidence: { ...input.case.evidence, evidence: items } };
  return {
    ...input,
    case: forms,
    materials: materialRows(forms, [...sources.filter((f) => f.role !== 'evidence'), ...files], documentTitles(input.pack.pack)),
  };
}

/** A case with `count` things of the kind of the example's. */
export function manyItems(input, count) {
  const models = input.case.items.items;
  const items = Array.from({ length: count }, (_, i) => ({ ...models[i % models.length], itemNo: String(i + 1) }));
  return { ...input, case: { ...input.case, items: { ...input.case.items, items } } };
}

/** What a list of `count` rows is rendered from. @param {'materials' | 'items'} id */
export function longInput(id, input, sources, count) {
  return id === 'items' ? manyItems(input, count) : longList(input, sources, count);
}

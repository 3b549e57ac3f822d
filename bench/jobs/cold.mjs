/** The first document of a process, from the import of the library on; the case is loaded already. Usage: node cold.mjs CASE AT ID */
const [folder, at, id] = process.argv.slice(2);
const { folderSource, loadCase } = await import('../../dist/case/index.js');
const { loadPack } = await import('../../dist/pack/index.js');
const { case: forms, findings } = await loadCase(folderSource(folder), { internal: 'required' });
if (!forms) throw new Error(`${folder}: ${findings.map((f) => f.code)}`);
const pack = loadPack(forms.case.pack);
const began = performance.now();
const { renderDocument } = await import('../../dist/documents/index.js');
const loaded = performance.now();
const { pages } = await renderDocument(id, { case: forms, internal: forms.internal, at, draft: false, pack });
process.stdout.write(`${JSON.stringify({ pages, importMs: loaded - began, ms: performance.now() - began })}\n`);

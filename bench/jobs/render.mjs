/** Renders one document of the example. Usage: node render.mjs CASE DOSSIER AT ID TIMES (again in the same process) */
import { materialRows, renderDocument } from '../../dist/documents/index.js';
import { documentTitles } from '../../dist/model/index.js';
import { exampleInput, finished, slipOf } from './example.mjs';

const [folder, zip, at, id, times] = process.argv.slice(2);
const input = await exampleInput(folder, at);
if (id === 'materials') input.materials = materialRows(input.case, (await finished(zip)).sources, documentTitles(input.pack.pack));
if (id === 'slip') input.slip = slipOf(await finished(zip), input);
const { pages } = await renderDocument(id, input);
const warm = [];
for (let i = 0; i < Number(times); i++) {
  const began = performance.now();
  await renderDocument(id, input);
  warm.push(performance.now() - began);
}
process.stdout.write(`${JSON.stringify({ pages, warm })}\n`);

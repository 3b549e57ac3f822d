/** Renders a generated 移送材料清单, the engine being warm. Usage: node list.mjs CASE DOSSIER AT WARM_UP_ROWS ROWS */
import { renderDocument } from '../../dist/documents/index.js';
import { exampleInput, finished, longList } from './example.mjs';

const [folder, zip, at, few, many] = process.argv.slice(2);
const input = await exampleInput(folder, at);
const { sources } = await finished(zip);
await renderDocument('materials', longList(input, sources, Number(few)));
const list = longList(input, sources, Number(many));
const began = performance.now();
const { pages, bytes } = await renderDocument('materials', list);
process.stdout.write(`${JSON.stringify({ ms: performance.now() - began, pages, bytes: bytes.length })}\n`);

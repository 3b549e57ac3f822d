/** Renders a generated list, the engine being warm; says so when it is longer than we accept. Usage: node list.mjs CASE DOSSIER AT ID WARM_UP_ROWS ROWS */
import { renderDocument } from '../../dist/documents/index.js';
import { Fault } from '../../dist/model/index.js';
import { exampleInput, finished, longInput } from './example.mjs';

const [folder, zip, at, id, few, many] = process.argv.slice(2);
const input = await exampleInput(folder, at);
const { sources } = await finished(zip);
await renderDocument(id, longInput(id, input, sources, Number(few)));
const list = longInput(id, input, sources, Number(many));
const began = performance.now();
try {
  const { pages, bytes } = await renderDocument(id, list);
  say({ ms: performance.now() - began, pages, bytes: bytes.length });
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  say({ refused: error.finding.code });
}

function say(report) {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

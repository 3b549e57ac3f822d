/**
 * Typst (as a native Node module) sets one of our lists from plain data; the engine is warm, as ours is when it is timed.
 * Usage: node typst.mjs CASE DOSSIER AT ID WARM_UP_ROWS ROWS [PDF]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pdfPages } from '../../dist/documents/index.js';
import { exampleInput, finished, longInput } from '../jobs/example.mjs';
import { plainBlocks } from '../jobs/tables.mjs';
import { loadTypst } from './typst-library.mjs';

const [folder, zip, at, id, few, many, pdf] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const font = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const { NodeCompiler } = await loadTypst();
const compiler = NodeCompiler.create({
  workspace: here,
  fontArgs: [
    {
      fontBlobs: [
        font('templates/fonts/FandolFang-Regular.otf'),
        font('templates/fonts/LXGWWenKai-Regular.ttf'),
        font('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
        font('node_modules/@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'),
        font('node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
      ],
    },
  ],
});
const input = await exampleInput(folder, at);
const { sources } = await finished(zip);
const dataOf = async (rows) => Buffer.from(JSON.stringify(await plainBlocks(longInput(id, input, sources, rows), id)));
set(await dataOf(Number(few)));
const data = await dataOf(Number(many));
const began = performance.now();
const bytes = set(data);
const ms = performance.now() - began;
if (pdf) writeFileSync(pdf, bytes);
process.stdout.write(`${JSON.stringify({ ms, pages: await pdfPages(bytes), bytes: bytes.length })}\n`);

function set(json) {
  compiler.mapShadow(join(here, 'blocks.json'), json);
  const compiled = compiler.compile({ mainFilePath: join(here, 'list.typ') });
  if (!compiled.result) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics())).slice(0, 2000));
  return compiler.pdf(compiled.result, { pdfStandard: 'a-2b' });
}

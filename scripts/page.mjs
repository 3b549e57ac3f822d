/**
 * Makes dist/verify.html: the page of verification, one file that asks nothing of any network, and dist/verify.html.sha256.
 * Bundled from the same sources as the command line; one file of them is replaced because a browser has no disk: the texts of the schemas,
 * those that a dossier holds, as are their validators. Two more for speed: the
 * digests, with their rounds written out. pdf.js stands in the page as a text of its own, which becomes a program when a PDF is looked at.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { SCHEMA_NAMES, schemaText } from '../dist/case/index.js';
import { engineInfo } from '../dist/documents/index.js';
import { uiOf } from '../dist/messages/index.js';
import { installedPacks, loadPack, releasedPacks } from '../dist/pack/index.js';
import { softwareParts } from './bundle/licences.mjs';
import { UNROLLED } from './page/unrolled.mjs';
import { validatorsModule } from './validators.mjs';

const WEB = new URL('../src/web/', import.meta.url);
const TARGET = fileURLToPath(new URL('../dist/verify.html', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What no dossier holds is never validated there. */
const NAMES = SCHEMA_NAMES.filter((schema) => !['internal', 'correspondence', 'pack'].includes(schema));

function schemas() {
  const texts = Object.fromEntries([...NAMES, 'common'].map((name) => [name, JSON.parse(schemaText(name))]));
  return `const TEXTS = ${JSON.stringify(texts)};\nexport const readSchema = (name) => JSON.stringify(TEXTS[name]);\n`;
}

const REPLACED = { 'validators.js': validatorsModule(NAMES, 'mbpack-formats'), 'schema-files.ts': schemas(), ...UNROLLED };

/** Nothing of the project acts when it is loaded, so what the page does not call is left out, with its node: imports. */
const browser = {
  name: 'browser',
  setup(builder) {
    builder.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
    builder.onResolve({ filter: /^mbpack-formats$/ }, () => ({ path: fileURLToPath(new URL('../case/formats.ts', WEB)) }));
    builder.onResolve({ filter: /^mbpack-block-digest$/ }, () => ({ path: fileURLToPath(new URL('../model/block-digest.ts', WEB)) }));
    builder.onResolve({ filter: /^#validators$/ }, () => ({ path: 'validators.js', namespace: 'replaced' }));
    builder.onResolve({ filter: /\/(?:schema-files|sha256|sm3)\.ts$/ }, ({ path }) => ({
      path: path.slice(2),
      namespace: 'replaced',
    }));
    builder.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer }) => ({
      path: fileURLToPath(new URL(path, pathToFileURL(importer))),
      sideEffects: false,
    }));
    builder.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: REPLACED[path],
      resolveDir: fileURLToPath(WEB),
    }));
  },
};

/** What stands in the page. */
const inputs = new Set();

const PDFJS = new URL('../node_modules/pdfjs-dist/', import.meta.url);

/** Codes of Chinese characters → characters (GB 2312, GBK, GB 18030 and Unicode, either way of writing): PDFs without fonts of their own name them. */
function chineseMaps() {
  const folder = new URL('cmaps/', PDFJS);
  const names = readdirSync(folder).filter((name) => /^(?:GB|UniGB-|Adobe-GB1-).*\.bcmap$/.test(name));
  return Object.fromEntries(names.map((name) => [name.replace('.bcmap', ''), readFileSync(new URL(name, folder), 'base64')]));
}

/** The reader of JPEG 2000 in JavaScript, which pdf.js would load from beside itself. The policy forbids WebAssembly. */
const jpeg2000 = {
  name: 'jpeg2000',
  setup(builder) {
    builder.onLoad({ filter: /pdf\.worker\.mjs$/ }, ({ path }) => {
      const before = readFileSync(path, 'utf8');
      const contents = before.replace(
        /await import\(\s*\/\*webpackIgnore: true\*\/\s*\/\*@vite-ignore\*\/\s*path\)/,
        'await import("mbpack-jpeg2000")',
      );
      if (contents === before) throw new Error('pdf.worker.mjs is not what scripts/page.mjs changes');
      return { contents, loader: 'js' };
    });
    builder.onResolve({ filter: /^mbpack-jpeg2000$/ }, () => ({
      path: fileURLToPath(new URL('wasm/openjpeg_nowasm_fallback.js', PDFJS)),
    }));
  },
};

async function bundle(entry, define) {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, WEB))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [jpeg2000, browser],
    define: { PAGE: JSON.stringify(FACTS), ...define },
  });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  if (outside.length > 0) throw new Error(`${entry} needs what a browser has not: ${[...new Set(outside)].join(' ')}`);
  for (const output of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) if (bytesInOutput > 0) inputs.add(input);
  return outputFiles[0].text;
}

const { name, version: engineVersion } = engineInfo();
const packs = Object.fromEntries(
  installedPacks().map((id) => {
    const { pack, sha256 } = loadPack(id);
    return [id, { pack, sha256 }];
  }),
);
const current = new Set(Object.values(packs).map(({ sha256 }) => sha256));
const released = releasedPacks()
  .filter(({ sha256 }) => !current.has(sha256))
  .map(({ pack, sha256 }) => ({ pack, sha256 }));
const FACTS = { version, engine: { name, version: engineVersion }, packs, released };

const worker = await bundle('worker.ts');
// A worker of another's making: without `window` pdf.js would take the page's orders for its own.
const pdf = await bundle('pdf-worker.ts', { CMAPS: JSON.stringify(chineseMaps()), window: 'self' });
const main = await bundle('main.ts', { WORKER_SOURCE: JSON.stringify(worker), PDF_SOURCE: JSON.stringify(pdf) });
const style = (await transform(readFileSync(new URL('page.css', WEB), 'utf8'), { loader: 'css', minify: true })).code;

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(main)}`,
  `style-src ${hashOf(style)}`,
  // One file has no other file to start a worker from.
  'worker-src blob:',
  'img-src blob:',
  'media-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

if (/<\/(?:script|style)/i.test(main) || /<\//.test(style)) throw new Error('the end of an element inside itself');
const { title, noScript } = uiOf('zh-CN').page;
/** The file travels alone: the licences of what is in it go with it, as a comment behind the page. */
const ofPdfjs = ['cmaps/LICENSE', 'wasm/LICENSE_OPENJPEG', 'wasm/LICENSE_PDFJS_OPENJPEG'].map(
  (file) => `pdfjs-dist/${file}\n\n${readFileSync(new URL(file, PDFJS), 'utf8').trim()}\n`,
);
const licences = [...softwareParts(fileURLToPath(new URL('..', import.meta.url)), [...inputs], []), ...ofPdfjs]
  .join('\n')
  .replaceAll('--', '- -');
const parts = { POLICY: policy, STYLE: style, SCRIPT: main, TITLE: title, NOSCRIPT: noScript, LICENCES: licences };
const html = readFileSync(new URL('page.html', WEB), 'utf8').replace(
  /%(POLICY|STYLE|SCRIPT|TITLE|NOSCRIPT|LICENCES)%/g,
  (_all, part) => parts[part],
);
/** Whoever opens the page meanwhile gets a whole one. */
function replaceFile(path, text) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
replaceFile(TARGET, html);
const digest = createHash('sha256').update(html).digest('hex');
replaceFile(`${TARGET}.sha256`, `${digest}  verify.html\n`);
console.log(`dist/verify.html  ${Buffer.byteLength(html)} bytes  SHA-256 ${digest}`);

/** What the program reads from disk, laid out as below its own root: assets/schemas, assets/templates … */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OWN = ['package.json', 'LICENSE', 'schemas', 'templates', 'src/preview/page', 'dist/workbench'];
/** Of packages, by the path under which the program resolves them. */
const FONTS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/200ExtraLight/NotoSerifSC_200ExtraLight.ttf',
  'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
].map((file) => `@expo-google-fonts/${file}`);
const OF_PACKAGES = [
  ...FONTS,
  'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  '@hyzyla/pdfium/dist/pdfium.wasm',
];

/** Packages of which files stand in the assets. */
export const ASSET_PACKAGES = [
  '@expo-google-fonts/noto-serif-sc',
  '@expo-google-fonts/noto-sans-sc',
  'pdfjs-dist',
  'preact',
  'sql.js',
  '@hyzyla/pdfium',
];

export function copyAssets(root, target) {
  const copy = (from, to) => {
    mkdirSync(dirname(join(target, to)), { recursive: true });
    cpSync(join(root, from), join(target, to), { recursive: true, dereference: true });
  };
  for (const path of OWN) copy(path, path);
  for (const path of OF_PACKAGES) copy(`node_modules/${path}`, `node_modules/${path}`);
  // sql.js looks beside itself.
  copy('node_modules/sql.js/dist/sql-wasm.wasm', 'sql-wasm.wasm');
}

/** Typst is a development dependency with a native part for each platform: it may be absent where all else is there. */
import { createRequire } from 'node:module';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

export function loadTypst() {
  return import(PACKAGE);
}

/** Undefined when it is absent or does not load. */
export async function typstVersion() {
  try {
    await loadTypst();
    return createRequire(import.meta.url)(`${PACKAGE}/package.json`).version;
  } catch {
    return undefined;
  }
}

/** The shipped schemas, from disk. The page of verification carries them inside itself instead (scripts/page.mjs). */
import { readFileSync } from 'node:fs';

/** Beside both `src/` and `dist/`. */
const FOLDER = new URL('../../schemas/', import.meta.url);

export function readSchema(name: string): string {
  return readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8');
}

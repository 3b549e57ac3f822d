/** Where the program stands: the folder of package.json, beside both `src/` and `dist/`. */
import { fileURLToPath } from 'node:url';

export const PROGRAM_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Files and folders below the root that mbpack itself is made of. Libraries are named in package.json, each by its exact version. */
export const OWN_FILES: readonly string[] = ['bin', 'dist', 'package.json', 'schemas', 'src/preview/page', 'templates'];

/** How the names begin of what `npm run page` makes in the same folder: the page of verification, its digest, and what it writes before it renames. */
export const BESIDE: readonly string[] = ['dist/verify.html'];

/** Where the program stands: the folder of package.json, beside both `src/` and `dist/`. */
import { fileURLToPath } from 'node:url';

export const PROGRAM_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Files and folders below the root that mbpack itself is made of. Libraries are named in package.json, each by its exact version. */
export const OWN_FILES: readonly string[] = ['bin', 'dist', 'package.json', 'schemas', 'src/preview/page', 'templates'];

/** Under this name `npm run bundle` publishes what the digest over these files is taken of. */
export const OWN_LIST = 'mbpack-source.sha256';

/** The page of verification, where it was built beside the program. */
export const PAGE_FILE = fileURLToPath(new URL('../../dist/verify.html', import.meta.url));

/** Manifest text of RFC 8493 §2.1.3: `<hex>  <path>`, LF, UTF-8, byte order of paths. */
import { comparePaths } from './path-rule.ts';

export interface ManifestLine {
  readonly path: string;
  readonly digest: string;
}

/** The one text of a manifest. Paths hold no `%`, CR or LF (path-rule), so nothing is encoded. */
export function formatManifest(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(manifestLine)
    .join('');
}

/** One line of it. */
export function manifestLine({ path, digest }: ManifestLine): string {
  return `${digest}  ${path}\n`;
}

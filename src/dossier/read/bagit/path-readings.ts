/**
 * Which file a written path means. RFC 8493 §2.1.3 encodes CR, LF and `%`; writers before and after it encode two of them, or none, and
 * nobody can tell by looking. So every reading is tried against the files there are, the RFC's first, and another one that fits is said.
 */

export type Reading = 'rfc' | 'breaks' | 'literal' | 'star' | 'dot' | 'backslash' | 'normal';

export interface Resolved {
  /** Of the file; of a file that is not there, as the RFC reads it. */
  readonly path: string;
  readonly there: boolean;
  readonly reading: Reading;
  /** Another file fits another reading as well. */
  readonly ambiguous?: string;
}

const decode = (path: string, codes: RegExp): string =>
  path.replace(codes, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

/** `byForm`: files by their NFC name, for disks that keep another form. */
export function resolvePath(written: string, there: ReadonlySet<string>, byForm: () => ReadonlyMap<string, string>): Resolved {
  // What nothing can be read into means one file, however it is read.
  if (!/[%\\]|^[.*]/.test(written) && there.has(written)) return { path: written, there: true, reading: 'rfc' };
  const rfc = decode(written, /%(?:0[AaDd]|25)/g);
  const readings: readonly (readonly [Reading, string])[] = [
    ['rfc', rfc],
    ['breaks', decode(written, /%0[AaDd]/g)],
    ['literal', written],
    ['dot', rfc.replace(/^(?:\.\/)+/, '')],
    ['star', rfc.replace(/^\*(?:\.\/)?/, '')],
    ['backslash', rfc.replace(/^\.\\/, '').replaceAll('\\', '/')],
  ];
  const [first, second] = readings.filter(([, path], i) => there.has(path) && readings.findIndex(([, other]) => other === path) === i);
  if (first) return { path: first[1], there: true, reading: first[0], ...(second ? { ambiguous: second[1] } : {}) };
  const other = byForm().get(rfc.normalize('NFC'));
  if (other !== undefined) return { path: other, there: true, reading: 'normal' };
  return { path: rfc, there: false, reading: 'rfc' };
}

/** A path that leaves the bag, or would on some system: it is never looked for. */
export function leavesBag(path: string): boolean {
  return (
    /^[/\\~]|^[A-Za-z]:/.test(path) ||
    path
      .replace(/^(?:\.\/)+/, '')
      .split(/[/\\]/)
      .some((part) => part === '..' || part === '.' || part === '')
  );
}

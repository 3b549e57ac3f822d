/** The files of a pack's folder: plain files of known kinds, none behind a link, none too large. Nothing else is opened. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths, type Finding, fault, finding, isSystemLeftover } from '../model/index.ts';

/** Bytes of one template or of pack.json: no form of this kind comes near it. */
const MAX_TEXT_BYTES = 1_000_000;
export const MAX_FONT_BYTES = 40 * 1024 * 1024;
const MAX_FILES = 200;

const TEXT = /^(?:pack\.json|_?[a-z][a-z0-9-]*\.hbs)$/;
const FONT = /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:ttf|otf)$/;
/** Notes and licences for people: no part of the pack, as little as what systems leave behind. */
const BESIDE = /\.(?:md|txt)$/i;

export interface PackFiles {
  /** By path below the folder, in the order of their bytes: `pack.json`, `transfer.hbs`, `fonts/x.ttf`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

/** `name` is how messages call the folder. @throws Fault PACK_UNREADABLE */
export function readPackFiles(dir: string, name: string): PackFiles {
  const files = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  const refuse = (path: string, reason: 'link' | 'kind' | 'folder' | 'large' | 'many'): void => {
    findings.push(finding('PACK_FILE_REFUSED', 'stop', { path, reason }, { at: { file: `${name}/${path}` } }));
  };
  const walk = (below: string): void => {
    for (const entry of entriesOf(join(dir, below), `${name}/${below}`)) {
      const path = `${below}${entry.name}`;
      const wanted = below === '' ? TEXT : FONT;
      if (entry.isSymbolicLink()) refuse(path, 'link');
      else if (entry.isDirectory()) {
        if (path === 'fonts') walk('fonts/');
        else refuse(path, 'folder');
      } else if (BESIDE.test(entry.name) || isSystemLeftover(entry.name)) continue;
      else if (!entry.isFile() || !wanted.test(entry.name)) refuse(path, 'kind');
      else if (files.size >= MAX_FILES) {
        refuse(path, 'many');
        return;
      } else {
        const bytes = readPlain(join(dir, path), `${name}/${path}`, below === '' ? MAX_TEXT_BYTES : MAX_FONT_BYTES);
        if (typeof bytes === 'string') refuse(path, bytes);
        else files.set(path, bytes);
      }
    }
  };
  if (lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink()) refuse('', 'link');
  else walk('');
  return { files, findings };
}

function entriesOf(dir: string, file: string) {
  try {
    return readdirSync(dir, { withFileTypes: true }).sort((a, b) => comparePaths(a.name, b.name));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Bytes of a file that is no link even if one took its place since. */
function readPlain(path: string, file: string, limit: number): Uint8Array | 'link' | 'kind' | 'large' {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(fd);
    if (!stat.isFile()) return 'kind';
    if (stat.size > limit) return 'large';
    return readFileSync(fd);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOOP') return 'link';
    throw unreadable(file, cause);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function unreadable(file: string, cause: unknown) {
  return fault('PACK_UNREADABLE', 2, { file, reason: cause instanceof Error ? cause.message : '' }, { at: { file } }, cause);
}

/** Patterns of file names (`*.jpg`, `02-书证/*`), expanded here because the command line of Windows does not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collisionKey } from '../../model/index.ts';

/** Any number of folders. */
const ANY_DEPTH = '**';
const WILD = /[*?]/;

/** `*`: any characters of one name; `?`: one; `**` as a whole segment: folders of any depth. Names that begin with a dot are not meant by `*`. */
export function isPattern(text: string): boolean {
  return WILD.test(text);
}

/** The paths that a pattern names, or that lie in a folder that it names: as written, else whatever case and Unicode form they have. */
export function matchesOf(pattern: string, paths: readonly string[]): readonly string[] {
  const exact = expressionOf(pattern, (text) => text);
  const found = paths.filter((path) => exact.test(path));
  if (found.length > 0) return found;
  const loose = expressionOf(pattern, collisionKey);
  return paths.filter((path) => loose.test(collisionKey(path)));
}

function expressionOf(pattern: string, spelled: (text: string) => string): RegExp {
  const segments = pattern.split('/');
  const source = segments.map((segment, i) => {
    const last = i === segments.length - 1;
    if (segment === ANY_DEPTH) return last ? '.+' : '(?:[^/]+/)*';
    return `${nameSource(segment, spelled)}${last ? '' : '/'}`;
  });
  return new RegExp(`^${source.join('')}(?:/.*)?$`, 'su');
}

function nameSource(segment: string, spelled: (text: string) => string): string {
  const hidden = /^[*?]/.test(segment) ? '(?!\\.)' : '';
  // Stars in a row are one star: they would only make the search slower.
  const parts = segment.replace(/\*+/g, '*').split(/([*?])/);
  return `${hidden}${parts.map((part) => (part === '*' ? '[^/]*' : part === '?' ? '[^/]' : escaped(spelled(part)))).join('')}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Is there anything on disk that the pattern names, seen from a folder? Folders of any depth are not looked through. */
export function namesOnDisk(folder: string, segments: readonly string[]): boolean {
  const [first, ...rest] = segments;
  if (first === undefined) return true;
  if (first === ANY_DEPTH) return false;
  if (first === '..' || first === '.' || first === '') return namesOnDisk(join(folder, first), rest);
  const name = expressionOf(first, (text) => text);
  return namesIn(folder).some((entry) => name.test(entry) && namesOnDisk(join(folder, entry), rest));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

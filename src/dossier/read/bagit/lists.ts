/** Manifests and fetch.txt of any bag: lines with all the habits of twenty years, each habit said once a file. */
import type { BagListForm } from '../../../model/index.ts';
import type { Collector } from '../collector.ts';
import type { TagEncoding } from './encodings.ts';
import { type TagText, tagText } from './tag-text.ts';

export interface Listed {
  readonly line: number;
  /** As it is written, without the star of md5sum. */
  readonly path: string;
  /** Lower-case hex. */
  readonly digest: string;
}

/** RFC 8493 §2.1.3: digest, white space, path. `length`: hex digits that the algorithm has; 0 when it is unknown. Undefined: no text that could be read. */
export function readManifestLines(
  { name, bytes, encoding, length }: { name: string; bytes: Uint8Array; encoding: TagEncoding; length: number },
  notes: Collector,
): Listed[] | undefined {
  const text = tagText(name, bytes, encoding, notes);
  if (!text) return undefined;
  const forms = newForms(name, notes);
  noteText(text, forms);
  return text.lines.flatMap((line, i) => {
    if (line.trim() === '') {
      forms.note('blank', i + 1, 'warning');
      return [];
    }
    const [, digest = '', space = '', star = '', path = ''] = /^([0-9a-fA-F]+)([ \t]+)(\*?)(.+)$/.exec(line) ?? [];
    if (path === '' || (length > 0 && digest.length !== length)) {
      notes.note('BAG_MANIFEST_LINE', { manifest: name, line: i + 1 }, { entry: name });
      return [];
    }
    if (star !== '') forms.note('star', i + 1);
    else if (space !== '  ' && space !== ' ') forms.note('space', i + 1);
    if (digest !== digest.toLowerCase()) forms.note('upper', i + 1);
    return [{ line: i + 1, path, digest: digest.toLowerCase() }];
  });
}

interface Forms {
  note(form: BagListForm, line: number, severity?: 'info' | 'warning'): void;
}

/** What is so of the whole text. */
function noteText({ carriage, emptyFrom }: TagText, forms: Forms): void {
  if (carriage) forms.note('carriage', 1);
  if (emptyFrom !== undefined) forms.note('blankEnd', emptyFrom);
}

/** A habit is said once a file, with the line where it is first seen. */
export function newForms(list: string, notes: Collector): Forms {
  const seen = new Set<BagListForm>();
  return {
    note(form, line, severity = 'info') {
      if (!seen.has(form)) notes.note('BAG_LIST_FORM', { list, form, line }, { entry: list }, severity);
      seen.add(form);
    },
  };
}

export interface Fetched {
  readonly line: number;
  readonly url: string;
  /** Bytes, or undefined where the line says `-`. */
  readonly length?: number;
  readonly path: string;
}

/** RFC 8493 §2.2.3: URL, length, path. Nothing is ever fetched. */
export function readFetchLines(
  { name, bytes, encoding }: { name: string; bytes: Uint8Array; encoding: TagEncoding },
  notes: Collector,
): Fetched[] {
  const text = tagText(name, bytes, encoding, notes);
  if (!text) return [];
  const forms = newForms(name, notes);
  noteText(text, forms);
  return text.lines.flatMap((line, i) => {
    if (line.trim() === '') {
      forms.note('blank', i + 1, 'warning');
      return [];
    }
    const [, url = '', length = '', path = ''] = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    if (path === '') {
      notes.note('BAG_FETCH_LINE', { line: i + 1 }, { entry: name });
      return [];
    }
    return [{ line: i + 1, url, path, ...(length === '-' ? {} : { length: Number(length) }) }];
  });
}

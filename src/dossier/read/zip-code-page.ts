/** Names without the flag of UTF-8: in which code page they stand, by the dossier's own list. */
import { inflated } from './inflate-entry.ts';
import { listedNames } from './listed-names.ts';
import type { Marks } from './marks.ts';
import { piecesOf, type Reader } from './source.ts';
import type { Walk } from './zip-walk.ts';

/** Of the systems that write such names in this part of the world; the first is the one of Chinese Windows. */
const CODE_PAGES = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const;
/** Names that are tried. */
const TRIED = 2000;
/** Names that a finding shows. */
const SHOWN = 3;

const utf8 = new TextEncoder();

/** The paths of `walk` are made right. False, with a finding, where no code page gives the names of the list. */
export function readCodePage(walk: Walk, reader: Reader, { notes }: Pick<Marks, 'notes'>, insist: boolean): boolean {
  const { entries, unflagged } = walk;
  // One name that is no UTF-8 shows in which code page all of them stand, those included that could be read as both.
  const strange = [...unflagged.values()].filter((bytes) => !isUtf8(bytes));
  if (strange.length === 0) return true;
  const chosen = chosenFor(strange, walk, reader);
  if (chosen === undefined && insist) {
    const gbk = new TextDecoder(CODE_PAGES[0]);
    const examples = strange.slice(0, SHOWN).map((bytes) => gbk.decode(bytes));
    notes.note('ZIP_NAMES_GARBLED', { count: strange.length, examples });
    return false;
  }
  const usual = new TextDecoder(CODE_PAGES[0]);
  const decoder = new TextDecoder(chosen ?? CODE_PAGES[0]);
  for (const [i, bytes] of unflagged) {
    const entry = entries[i];
    // Another name in the extra field says better what it is.
    if (entry && (isUtf8(bytes) || entry.path === usual.decode(bytes))) entry.path = decoder.decode(bytes);
  }
  return true;
}

/** The code page in which most names are listed; the usual one where no list says anything; undefined where none is. */
function chosenFor(names: readonly Uint8Array[], walk: Walk, reader: Reader): string | undefined {
  const { listed, prefix } = listOf(walk, reader);
  if (listed.size === 0) return CODE_PAGES[0];
  const hits = CODE_PAGES.map((label) => {
    const decoder = new TextDecoder(label);
    const path = (bytes: Uint8Array): string => decoder.decode(bytes.subarray(prefix)).replaceAll('\\', '/').normalize('NFC');
    return names.slice(0, TRIED).filter((bytes) => listed.has(path(bytes))).length;
  });
  const most = Math.max(...hits);
  return most === 0 ? undefined : CODE_PAGES[hits.indexOf(most)];
}

/** Listed names, and how many bytes of each name in the container are the folder around the lists. */
function listOf({ entries, unflagged }: Walk, reader: Reader): { readonly listed: ReadonlySet<string>; readonly prefix: number } {
  let prefix = 0;
  const listed = listedNames((list) => {
    const number = entries.findIndex(({ path }) => path === list || path.endsWith(`/${list}`) || path.endsWith(`\\${list}`));
    const entry = entries[number];
    if (!entry) return undefined;
    prefix = (unflagged.get(number) ?? utf8.encode(entry.path)).length - list.length;
    return entry.deflated ? inflated(reader, entry) : piecesOf(reader, entry.data, entry.size);
  });
  return { listed, prefix };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

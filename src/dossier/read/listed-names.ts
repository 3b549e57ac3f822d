/** Names as the bag's own lists have them, read before names are trusted: they say in which encoding the container's or the disk's stand. */
import { Fault } from '../../model/index.ts';
import { MANIFEST, TAG_MANIFEST } from '../format/index.ts';
import { growing } from './growing.ts';

/** What is not ASCII, and stands no further than this in a list, is enough to tell. */
const LIST_BYTES = 4 << 20;
const LISTS: readonly string[] = [MANIFEST.sha256, TAG_MANIFEST.sha256];
const LINE = /^[0-9a-f]{64}[ \t]+\*?(.*[\u0080-\uffff].*)$/gm;

/** Listed names with a character beyond ASCII. `contentOf` gives the pieces of a list, or nothing where it is not there. */
export function listedNames(contentOf: (list: string) => Iterable<Uint8Array> | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  for (const list of LISTS) {
    const text = new TextDecoder().decode(firstBytes(contentOf(list)));
    for (const [, name = ''] of text.matchAll(LINE)) names.add(name.normalize('NFC'));
  }
  return names;
}

function firstBytes(pieces: Iterable<Uint8Array> | undefined): Uint8Array {
  const held = growing(LIST_BYTES);
  try {
    for (const piece of pieces ?? []) {
      held.append(piece.subarray(0, LIST_BYTES - held.length));
      if (held.length >= LIST_BYTES) break;
    }
  } catch (error) {
    // Whoever reads it whole says what is wrong with it.
    if (!(error instanceof Fault)) throw error;
  }
  return held.taken();
}

/** bagit.txt: two lines in UTF-8 without byte order mark, exactly so (RFC 8493 §2.1.1). */
import { BAGIT, MAX_TAG_BYTES } from '../../format/index.ts';
import type { Collector } from '../collector.ts';
import type { Opened } from '../opened.ts';
import { readSmall } from '../text.ts';
import { encodingNamed, type TagEncoding } from './encodings.ts';

export interface Declaration {
  /** Such as `1.0`; empty when there is none. */
  readonly version: string;
  /** Of all other tag files. */
  readonly encoding: TagEncoding;
  /** From 1.0 on every payload manifest lists every payload file. */
  readonly everyManifest: boolean;
}

const KNOWN: readonly string[] = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];
const UNKNOWN: Declaration = { version: '', encoding: 'utf-8', everyManifest: false };

export function readDeclaration(opened: Opened, notes: Collector): Declaration {
  const at = { entry: BAGIT };
  if (!opened.entries.some(({ path }) => path === BAGIT)) {
    notes.note('BAG_NO_DECLARATION', {}, at);
    return UNKNOWN;
  }
  const bytes = readSmall(opened, BAGIT, MAX_TAG_BYTES, notes);
  if (!bytes) return UNKNOWN;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const exact = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+(?: \S+)?)(?:\r\n|\r|\n)?$/.exec(text);
  if (!exact) notes.note('BAG_DECLARATION', { problem: problemOf(text) }, at);
  const version = exact?.[1] ?? /BagIt-Version\s*:\s*(\d+\.\d+)/i.exec(text)?.[1] ?? '';
  const named = exact?.[2] ?? /Encoding\s*:\s*(\S+(?: \S+)?)/i.exec(text)?.[1] ?? 'UTF-8';
  if (version !== '' && !KNOWN.includes(version)) notes.note('BAG_VERSION', { found: version, known: KNOWN }, at, 'warning');
  return { version, encoding: encodingOf(named, notes), everyManifest: Number.parseFloat(version) >= 1 };
}

function problemOf(text: string): 'bom' | 'space' | 'lines' {
  if (text.startsWith('\ufeff')) return 'bom';
  return /^\s*BagIt-Version\s*:\s*\d+\.\d+\s+Tag-File-Character-Encoding\s*:\s*\S+\s*$/i.test(text) ? 'space' : 'lines';
}

function encodingOf(named: string, notes: Collector): TagEncoding {
  const encoding = encodingNamed(named);
  if (encoding === undefined) notes.note('BAG_ENCODING_UNKNOWN', { found: named }, { entry: BAGIT });
  else if (encoding !== 'utf-8') notes.note('BAG_ENCODING', { found: named }, { entry: BAGIT }, 'warning');
  return encoding ?? 'utf-8';
}

/** What people choose in place of a dossier: told by its first bytes, and by its name where the bytes say nothing. */
import type { OtherFile } from '../../model/index.ts';
import { LOCAL_SIGNATURE, SPANNED_SIGNATURE, SPANNING_SIGNATURE } from '../format/index.ts';
import type { Reader } from './source.ts';

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes. */
const HEADS: readonly (readonly [kind: OtherFile, bytes: readonly number[]])[] = [
  ['rar', ascii('Rar!\x1a\x07')],
  ['sevenZip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gz', [0x1f, 0x8b]],
  ['bz2', ascii('BZh')],
  ['xzip', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zst', [0x28, 0xb5, 0x2f, 0xfd]],
  ['cabinet', ascii('MSCF')],
  // Sectors of 2352 bytes, as burning programs keep them.
  ['disc', [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0]],
  ['pdf', ascii('%PDF')],
  ['office97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['rtf', ascii('{\\rtf')],
  ['link', [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0]],
  ['program', ascii('MZ')],
];

/** Beginnings of texts, without white space and byte order mark. */
const TEXTS: readonly (readonly [kind: OtherFile, pattern: RegExp])[] = [
  ['html', /^<(?:!doctype\s+html|html|head|body|script|meta|title)[\s>]/i],
  ['xml', /^<(?:\?xml|[a-z][\w:-]*[\s>])/i],
  ['link', /^\[InternetShortcut\]/i],
  ['mail', /^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+|From|Date|Subject):[ \t]/i],
];

const TAR = ascii('ustar');
const TAR_AT = 257;
/** Volume descriptors of ISO 9660 (ECMA-119 §8) and of UDF (ECMA-167 2/9.1) stand from sector 16 on; the identifier behind one byte. */
const DISC_AT = 0x8001;
const DISC = ['CD001', 'BEA01', 'NSR02', 'NSR03'];

/** Names of files that are still being downloaded. */
const DOWNLOADING = /\.(?:crdownload|part|partial|download|opdownload|td|xltd|tdl|downloading|aria2|!ut)$/i;
const HEAD_BYTES = 512;

/** Empty where nobody can tell. */
export function otherFile(file: Reader, label: string): OtherFile | '' {
  const head = file.read(0, Math.min(file.size, HEAD_BYTES));
  const starts = (bytes: readonly number[], at = 0): boolean => bytes.every((byte, i) => head[at + i] === byte);
  const found = HEADS.find(([, bytes]) => starts(bytes))?.[0];
  if (found) return found;
  if (starts(TAR, TAR_AT)) return 'tarball';
  if (isDisc(file)) return 'disc';
  if (DOWNLOADING.test(label)) return 'download';
  if (head.every((byte) => byte === 0)) return 'zeros';
  const text = new TextDecoder().decode(head).trimStart();
  return TEXTS.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
}

function isDisc(file: Reader): boolean {
  return file.size >= DISC_AT + 5 && DISC.includes(String.fromCharCode(...file.read(DISC_AT, 5)));
}

/** Names that programs give the parts of a split archive: of zip, of 7-Zip, of RAR. */
const VOLUME = /(?:\.z\d{2,3}|(?:\.(?:zip|7z))?\.\d{3}|\.part\d+\.rar|\.r\d{2})$/i;

/** Of a file that cannot be read as a zip: the end of its name, if that is a part's. */
export function volumeName(label: string): string | undefined {
  return VOLUME.exec(label)?.[0];
}

/** The mark with which the first part of a split zip begins (APPNOTE 8.5.3), or one that was meant to be split and has one part (8.5.4). */
export function isFirstVolume(file: Reader): boolean {
  if (file.size < 8) return false;
  const head = file.read(0, 8);
  const v = new DataView(head.buffer, head.byteOffset, 8);
  const mark = v.getUint32(0, true);
  return (mark === SPANNED_SIGNATURE || mark === SPANNING_SIGNATURE) && v.getUint32(4, true) === LOCAL_SIGNATURE;
}

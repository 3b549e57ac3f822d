/** The bag's own files: what they must hold, before any digest is taken. */
import type { DossierPurpose } from '../../model/index.ts';
import {
  ALGORITHMS,
  type Algorithm,
  BAG_INFO,
  BAGIT,
  BAGIT_TEXT,
  bagName,
  type FormatAge,
  formatAge,
  MANIFEST,
  MAX_TAG_BYTES,
  MAX_TEXT_BYTES,
  NEWEST_KNOWN,
  REQUIRED_LABELS,
  TAG_MANIFEST,
} from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Present } from './completeness.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { Opened } from './opened.ts';
import { readSmall, readText } from './text.ts';

export interface Bag {
  /** Labels of bag-info.txt. */
  readonly info: ReadonlyMap<string, string>;
  /** Absent: the manifest is not there or cannot be read. */
  readonly payload: Readonly<Partial<Record<Algorithm, Manifest>>>;
  readonly tags: Readonly<Partial<Record<Algorithm, Manifest>>>;
  /** Of the version that bag-info.txt gives. */
  readonly format: FormatAge;
}

export function readBag(opened: Opened, notes: Collector): Bag {
  const bagit = readSmall(opened, BAGIT, MAX_TAG_BYTES, notes);
  const text = bagit && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bagit);
  if (text !== undefined && text !== BAGIT_TEXT) {
    // All but the version is as it should be.
    const version = /^BagIt-Version: (\d{1,4}\.\d{1,4})\nTag-File-Character-Encoding: UTF-8\n$/.exec(text)?.[1];
    notes.note('DOSSIER_BAGIT_TEXT', version === undefined ? {} : { version }, { entry: BAGIT });
  }
  const info = readBagInfo(opened, notes);
  const manifests = (names: Record<Algorithm, string>, limit: number): Partial<Record<Algorithm, Manifest>> => {
    const found: Partial<Record<Algorithm, Manifest>> = {};
    for (const algorithm of ALGORITHMS) {
      const manifest = readManifest(opened, names[algorithm], limit, notes);
      if (manifest) found[algorithm] = manifest;
    }
    return found;
  };
  const format = formatAge(info.get('Mbpack-Format') ?? '');
  return { info, format, payload: manifests(MANIFEST, MAX_TEXT_BYTES), tags: manifests(TAG_MANIFEST, MAX_TAG_BYTES) };
}

function readBagInfo(opened: Opened, notes: Collector): ReadonlyMap<string, string> {
  const info = new Map<string, string>();
  const text = readText(opened, BAG_INFO, MAX_TAG_BYTES, notes);
  if (text === undefined) return info;
  const lines = text.split('\n');
  if (lines.pop() !== '') notes.note('DOSSIER_INFO_LINE', { line: lines.length + 1 }, { entry: BAG_INFO });
  lines.forEach((line, i) => {
    const [, label, value] = /^([A-Za-z0-9-]+): ([^\r]*)$/.exec(line) ?? [];
    if (label === undefined || value === undefined) notes.note('DOSSIER_INFO_LINE', { line: i + 1 }, { entry: BAG_INFO });
    else if (info.has(label)) notes.note('DOSSIER_INFO_TWICE', { label }, { entry: BAG_INFO });
    else info.set(label, value);
  });
  for (const label of REQUIRED_LABELS) if (!info.get(label)) notes.note('DOSSIER_INFO_MISSING', { label }, { entry: BAG_INFO });
  checkFormat(info.get('Mbpack-Format'), notes);
  return info;
}

/** What bag-info.txt says of the bag as a whole: bytes and files of the payload, and the folder's name. */
export function compareInfo({ info }: Bag, opened: Opened, present: Present, notes: Collector): void {
  checkOxum(info.get('Payload-Oxum'), opened, present, notes);
  checkBagName(info, opened, notes);
}

function checkFormat(found: string | undefined, notes: Collector): void {
  if (found === undefined) return;
  const age = formatAge(found);
  // 1.0 is the first, so another major version is a newer one. A newer minor one is no fault of the bag.
  if (age === 'otherMajor') notes.note('DOSSIER_FORMAT_NEWER', { found, known: NEWEST_KNOWN }, { entry: BAG_INFO });
  if (age === 'unknown') notes.note('DOSSIER_FORMAT_UNKNOWN', { found, known: NEWEST_KNOWN }, { entry: BAG_INFO });
}

/** Payload-Oxum: the cheapest test of completeness, bytes and number of payload files. */
function checkOxum(oxum: string | undefined, { entries }: Opened, present: Present, notes: Collector): void {
  if (oxum === undefined) return;
  let octets = 0n;
  let files = 0;
  for (const [number, path] of present) {
    if (!path.startsWith('data/')) continue;
    octets += BigInt(entries[number]?.size ?? 0);
    files += 1;
  }
  const found = `${octets}.${files}`;
  if (oxum !== found) notes.note('DOSSIER_OXUM', { expected: oxum, found }, { entry: BAG_INFO });
}

/** What a package that is not for the police says of itself in bag-info.txt. */
const OTHER_PURPOSE: DossierPurpose = '线索移送';

/** The folder's name is the one thing that no digest covers; in the zip it is made from case number and day. Unpacked it may be called anything. */
function checkBagName(info: ReadonlyMap<string, string>, opened: Opened, notes: Collector): void {
  const caseNo = info.get('External-Identifier');
  const day = info.get('Bagging-Date');
  if (opened.kind !== 'zip' || !caseNo || !day || opened.bagName === '') return;
  const purpose = info.get('Mbpack-Purpose');
  const expected = bagName(caseNo, day, purpose === OTHER_PURPOSE ? purpose : undefined);
  if (expected === opened.bagName) return;
  const severity = opened.form === 'repacked' ? 'warning' : 'stop';
  notes.note('DOSSIER_BAG_NAME', { expected, found: opened.bagName }, { entry: opened.bagName }, severity);
}

// No word of the program reaches an officer: every sentence of the catalogue, with every value that an enum of its arguments has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../src/messages/index.ts';
import { CUSTODY_ACTION_NAMES, type Finding, FONT_ROLES, FORM_NAMES } from '../../src/model/index.ts';

const MODEL = readdirSync('src/model').filter((name) => name.endsWith('.ts'));
const source = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const literals = (text: string): readonly string[] => [...text.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);

/** The Chinese catalogue, whose sentences declare their arguments. */
const CATALOGUE = source('src/messages/zh-CN');

/** Unions of words, by their name. */
const UNIONS = new Map<string, readonly string[]>([
  ['FormName', FORM_NAMES],
  ...[...MODEL.map((name) => readFileSync(`src/model/${name}`, 'utf8')), CATALOGUE]
    .flatMap((text) => [...text.matchAll(/type (\w+) =((?:\s*\|?\s*'[^']+')+);/g)])
    .map(([, name = '', union = '']): [string, readonly string[]] => [name, literals(union)]),
]);

const CODES = CATALOGUE.replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
/** Words that arguments declared as texts carry all the same, as they stand in the sources that make them. */
const READ = ['zip-end', 'zip-local', 'zip-directory'].map((name) => readFileSync(`src/dossier/read/${name}.ts`, 'utf8')).join('\n');
const ZIP_FIELDS = [
  ...READ.matchAll(/(?:differ|check|wrong)\('([^']+)'/g),
  ...READ.matchAll(/(?:DIFFER|END)', \{ field: '([^']+)'/g),
  ...READ.matchAll(/^ {4}\['([a-z ]+)', /gm),
].map(([, word = '']) => word);
const ACTIONS = Object.keys(CUSTODY_ACTION_NAMES);
const INDEX_FIELDS = ['role', 'title', 'evidenceNo', 'document', 'pages', 'size', 'sha256', 'sm3', 'caseNo'];
const ERRORS = [
  'ENOENT',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EROFS',
  'ENOSPC',
  'EIO',
  'EMFILE',
  'ENAMETOOLONG',
  'EACCES: permission denied, mkdir',
];
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  'FILE_NOT_EXPECTED.role': UNIONS.get('FileRole') ?? [],
  'DOSSIER_CUSTODY_DIGEST.action': ACTIONS,
  'DOSSIER_CUSTODY_UNKNOWN.action': ACTIONS,
  'DOSSIER_CUSTODY_NO_PACK.action': ACTIONS,
  'CUSTODY_ITEM_AWAY.action': ACTIONS,
  'CUSTODY_SAYS_TOO_LITTLE.action': ACTIONS,
  'INDEX_CONTRADICTS_CASE.field': INDEX_FIELDS,
  'DOSSIER_INDEX_DIFFERS.field': INDEX_FIELDS,
  'ZIP_END_RECORD.field': ZIP_FIELDS,
  'ZIP64_END.field': ZIP_FIELDS,
  'ZIP_HEADERS_DIFFER.field': ZIP_FIELDS,
  'PACK_FONT_BROKEN.role': FONT_ROLES,
  'DOCUMENT_INPUT_ABSENT.input': [...source('src/documents').matchAll(/input: '(\w+)'/g)].map(([, word = '']) => word),
  'COLLECT_LIST_NOT_WRITTEN.detail': ['TARGET_DISK_FULL', 'TARGET_NOT_WRITABLE', 'TARGET_TOO_LARGE', 'EACCES'],
  'DATASET_FAULT.kind': UNIONS.get('DatasetFaultKind') ?? [],
  'THRESHOLD_COMPARED.level': ['above', 'within', 'near', 'below', 'noFigure'],
};

/** Code, and what its arguments are declared to be; those of a shared part are told by what they carry. */
const DECLARED = [
  ...CODES.matchAll(/^ {2}([A-Z][A-Z0-9_]+): \((?:(?:\w+|\{[^}]*\}): ((?:[^{}]|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*?))?,?\s*\) =>/gm),
].map(([, code = '', type = '']) => {
  const shared = Object.keys(CARRIED).flatMap((key) =>
    key.startsWith(`${code}.`) ? [[key.slice(code.length + 1), 'string'] as const] : [],
  );
  const own = [...type.matchAll(/(\w+)\??: ([^;}]+)/g)].map(([, name = '', is = '']) => [name, is.trim()] as const);
  return [code, [...new Map([...shared, ...own])]] as const;
});

/** Every name of an argument, those of shared parts too. */
const MEMBERS = [...new Set([...CODES.matchAll(/(\w+)\??:/g)].map(([, name = '']) => name))];

/** Lists of more than words. */
const LISTS: Readonly<Record<string, unknown>> = {
  APPROVED_SUBSTANCE_CHANGED: { changes: [{ element: '罪名', approved: '某', now: '某' }] },
  APPROVE_OVER_ANOTHER: { fields: [{ field: '某', value: '某' }] },
  THRESHOLD_COMPARED: { persons: [{ name: '某', amount: '1', tier: '某', level: 'within' }] },
  FILES_NEED_EYES: {
    count: 11,
    paths: Array(10).fill('某'),
    reasons: ['no-reader', 'picture', 'damaged', 'locked', 'too-large', 'encoding', 'embedded', 'font', 'traditional', 'not-searched'].map(
      (why) => ({ why, where: '某', more: 2 }),
    ),
    named: true,
  },
  CUSTODY_HOLDERS_DIFFER: { holders: [{ evidenceNo: '某', holder: '某' }] },
  VALUE_AS_MEANT: { count: 2, taken: [{ pointer: '/name', field: '某', value: '某', reading: '某' }] },
  TEXT_UNUSUAL_CHARACTER: { characters: (UNIONS.get('UnusualKind') ?? []).map((kind) => ({ kind, codePoint: '4E00', position: 1 })) },
};

function valuesOf(code: string, name: string, type: string): readonly string[] {
  const carried = CARRIED[`${code}.${name}`];
  if (carried) return carried;
  if (name === 'reason' && type === 'string') return ERRORS;
  const union = type
    .replace(/^readonly /, '')
    .replace(" | ''", '')
    .replace(/^\(|\)\[\]$|\[\]$/g, '');
  return UNIONS.get(union) ?? (/^\|?\s*'/.test(union) ? literals(union) : []);
}

/** Is a text, a list of texts and a number, whichever a sentence takes it for. */
const anything: unknown = new Proxy(() => undefined, {
  get(_, key) {
    if (key === Symbol.toPrimitive) return () => '某';
    const list: unknown[] = ['某'];
    const member: unknown = Reflect.get(list, key);
    if (typeof member === 'function' && key !== 'toString') return member.bind(list);
    if (member !== undefined && key !== 'toString') return member;
    const text: unknown = Reflect.get(String.prototype, key);
    return typeof text === 'function' ? text.bind('某') : anything;
  },
});

function said(code: string, args: Readonly<Record<string, unknown>>): string {
  const all = { ...Object.fromEntries(MEMBERS.map((name) => [name, anything])), ...args };
  const { text, hint = '', caret = '' } = sentenceOf({ code, severity: 'stop', args: all } as unknown as Finding, 'zh-CN');
  return `${text} ${hint} ${caret}`;
}

/** Names of fields, as the schemas have them: they stand in the forms. */
const KEYS = new Set(
  readdirSync('schemas').flatMap((name) =>
    [...readFileSync(`schemas/${name}`, 'utf8').matchAll(/"([A-Za-z][A-Za-z0-9]*)": ?[{[]/g)].map(([, key = '']) => key),
  ),
);
/** What people call so themselves. */
const NAMES = new Set(
  'Excel WPS LibreOffice Windows Tab YAML JSON PDF ZIP Zip64 zip CSV TrueType OpenType Unicode UTF BOM NFC BagIt RFC SHA MD5 SM3 CRC GBK GB SQLite FAT32 NTFS exFAT macOS B KiB MB GiB CON NUL COM1 CR LF URL Oxum Payload md5sum certutil hashfile CD USB RAR gzip TAR XZ Zip bzip2 BZIP2 Zstandard CAB ISO JPEG PNG TIFF dpi RTF Deflate64 LZMA PPMd AES WavPack Shrink Implode Big5 Joliet UDF span N A Word XML HTML PDF/A null true false data bagit fetch manifest tagmanifest signed evidence fonts evidence local internal case records custody U NA XLSX xlsx xls et PEM DER CMS signatures'.split(
    ' ',
  ),
);

/** A sentence without its files, commands, options, elements, codes and instants. */
function bareOf(sentence: string): string {
  return sentence
    .replace(/[\w*/…-]*[\w*…-]+\.(?:yaml|jsonl|json|xlsx|xlsb|xls|ods|txt|hbs|pdf|html|zip|ttf|otf|md)\b/g, '')
    .replace(/\.(?:yaml|jsonl|json|xlsx|xlsb|xls|ods|txt|hbs|pdf|html|zip|ttf|otf|md)\b/g, '')
    .replace(/mbpack(?: [a-z]+)?/g, '')
    .replace(/--?[a-z][a-z-]*/g, '')
    .replace(/\{\{.*?\}\}|<\/?[a-z]+[^>]*>/g, '')
    .replace(/U\+[0-9A-F]+|0x[0-9a-f某]+|\d{4}-\d{2}-\d{2}T[\d:+]+|[A-Z]{1,3}-?\d+/g, '');
}

/** Words that are neither fields nor names of formats. */
function foreign(bare: string): readonly string[] {
  return (bare.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter((word) => !NAMES.has(word) && !KEYS.has(word));
}

const EVERY = DECLARED.flatMap(([code, members]) => [
  [code, '', ''] as const,
  ...members.flatMap(([name, type]) => valuesOf(code, name, type).map((value) => [code, name, value] as const)),
]);

describe('what the sources give', () => {
  test('codes, enums and fields are found', () => {
    expect([DECLARED.length > 400, EVERY.length > DECLARED.length + 200, ZIP_FIELDS.length > 20]).toEqual([true, true, true]);
    for (const [name, values] of Object.entries(CARRIED)) expect([name, values.length > 0]).toEqual([name, true]);
  });
});

/** A sentence with this value of this argument, and some value of every other. */
function sampleOf(code: string, name: string, value: string): string {
  // A table of a sentence gives nothing for what is no value of its enum: every enum has one.
  const members = DECLARED.find(([other]) => other === code)?.[1] ?? [];
  const args = members.flatMap(([other, type]): readonly (readonly [string, unknown])[] => {
    if (type === 'number') return [[other, 7]];
    const one = other === name ? value : valuesOf(code, other, type)[0];
    return one === undefined ? [] : [[other, type.endsWith('[]') ? [one] : one] as const];
  });
  return said(code, { ...Object.fromEntries(args), ...(LISTS[code] ?? {}) });
}

test('no sentence says a word of the program', () => {
  const wrong: string[] = [];
  for (const [code, name, value] of EVERY) {
    const bare = bareOf(sampleOf(code, name, value));
    const words = foreign(bare);
    const itself = /^[a-z]/.test(value) && new RegExp(`(?<![\\w/.-])${value}(?![\\w/.:-])`).test(bare);
    if (words.length > 0 || itself) wrong.push(`${code} ${name}=${value}: ${words.join(' ')} | ${bare}`);
  }
  expect(wrong).toEqual([]);
});

/** A key of two words is no word of Chinese, nor of anybody but the schemas. */
const TWO_WORDS = [...KEYS].filter((key) => /^[a-z]+[A-Z]/.test(key));

test('a field is named by its title first, its key in brackets behind it', () => {
  expect(TWO_WORDS.length).toBeGreaterThan(100);
  const bare = new RegExp(`(?<![\\w.（/-])(?:[a-z]+\\.)*(?:${TWO_WORDS.join('|')})(?![\\w/-])`);
  const wrong = EVERY.flatMap(([code, name, value]) => {
    if (TO_PROGRAMS.test(code)) return [];
    const sentence = sampleOf(code, name, value);
    const found = bare.exec(sentence.replace(/（[\w.、]+）/g, ''))?.[0];
    return found === undefined || found === value ? [] : [`${code}: ${found}`];
  });
  expect([...new Set(wrong)]).toEqual([]);
});

/** Written by programs, or by those who make packs of templates. */
const TO_PROGRAMS = /^(?:PACK|TEMPLATE|BAG|ZIP)_/;

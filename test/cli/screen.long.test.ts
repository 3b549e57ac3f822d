/** Whatever stands in a dossier, the screen of `verify` shows the verdict first and last, and nothing of a stranger's looks like it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { type Finding, sha256Hex } from '../../src/model/index.ts';
import { conclusionOf, type Verdict } from '../../src/verdict/index.ts';
import { canonical, sealed, type Tree, zipOf } from '../fuzz/seal.ts';
import { dossierTree } from '../fuzz/seeds.ts';
import { cleanUp, mbpack, scratch } from './run.ts';
import { onTerminal } from './terminal.ts';

/** Stands in every hostile text, and in nothing of ours. */
const MARK = 'ZQX';
const zh = uiOf('zh-CN');
const en = uiOf('en');
const rowsLike = (ui: typeof zh): string =>
  `${ui.conclusion.title(ui.conclusion.onPaper)}\n${ui.answers.title}\n  ${ui.answers.intact}          ${ui.answers.yesOnPaper}`;

const TEXTS: Readonly<Record<string, string>> = {
  'the screen cleared': `${MARK}\u001b[2J\u001b[3J\u001b[H\u001b[?1049h`,
  'a title, a link, a device string': `${MARK}\u001b]0;通过\u0007\u001b]8;;http://example.org\u001b\\链接\u001b]8;;\u001b\\\u001bP$q"p\u001b\\\u001b[6n`,
  'C1 controls': `${MARK}\u009b2J\u009d0;x\u009c\u0090q\u009c\u0085\u008d`,
  'rows of ours': `${MARK}\n${rowsLike(zh)}\r\n${rowsLike(en)}\u2028${rowsLike(zh)}\u2029\u0085${rowsLike(en)}`,
  'a row of ours at every place': ` ${zh.conclusion.title(zh.conclusion.onPaper)} ${MARK} `.repeat(60),
  'spaces to the next row': `${MARK}${' '.repeat(160)}${rowsLike(zh).replaceAll('\n', ' '.repeat(70))}${'　'.repeat(80)}`,
  'marks closed from inside': `${MARK}»\n${zh.conclusion.title(zh.conclusion.onPaper)}\n« ≫ ” " ${MARK}`,
  'the other direction': `${MARK}\u202e\u2066\u2067\u061c\u200f${rowsLike(zh)}\u202c\u2069 עברית العربية`,
  'backspaces and returns': `${MARK}${'\b'.repeat(400)}\r\u001b[A\u001b[2K${rowsLike(en)}`,
  '20,000 characters': `${MARK}${'长'.repeat(20_000)}${MARK}`,
  'wide and combining': `${MARK}${'ｗ'.repeat(90)}e${'\u0301\u0489'.repeat(300)}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\ufe0f`,
  'what is not seen': `${MARK}\u3164\u115f\u2800\u00ad\u034f\u{e0041}\u{f0000}\ue000\u0378\ufffe\ud800`,
};
const NASTIEST = Object.values(TEXTS).join('');

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Every text of a value replaced, but for those that tell the reader what it is. */
function filled(value: Json, text: string): Json {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((member: Json) => filled(member, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, key === 'path' ? member : filled(member, text)]));
}

let whole: Tree;
const changed = (path: string, change: (text: string) => string): Tree =>
  new Map([...whole, [path, Buffer.from(change(whole.get(path)?.toString('utf8') ?? ''))]]);
const inJson = (path: string, member: string, text: string): Tree =>
  changed(path, (before) => {
    const value = JSON.parse(before) as Record<string, Json>;
    return canonical({ ...value, [member]: filled(value[member] ?? '', text) });
  });
const inLog = (line: number, member: string, text: string): Tree =>
  changed('data/custody/custody.jsonl', (before) => {
    const lines = before.trimEnd().split('\n');
    const event = JSON.parse(lines[line] ?? '{}') as Record<string, Json>;
    lines[line] = canonical({ ...event, [member]: filled(event[member] ?? '', text) }).trimEnd();
    return `${lines.join('\n')}\n`;
  });
/** As far as a manifest can write it: one line, no separator. */
const named = (text: string): string =>
  text
    .replace(/[\n\r\0/\\]/g, '\u0001')
    .toWellFormed()
    .slice(0, 200);

/** Every place of a text, and the dossier with the text there: sealed again as a careful forger would. */
const PLACES: readonly (readonly [string, (text: string) => Tree])[] = [
  ...['caseName', 'caseNo', 'createdAt', 'purpose', 'template', 'engine', 'files', 'format'].map(
    (member) => [`index.json ${member}`, (text: string) => inJson('data/index.json', member, text)] as const,
  ),
  ['a new member of index.json', (text) => changed('data/index.json', (b) => canonical({ ...(JSON.parse(b) as object), [text]: text }))],
  ...['name', 'no', 'suspects', 'facts', 'officers', 'amount', 'recipient', 'sender', 'crimes', 'victim', 'period'].map(
    (member) => [`case.json ${member}`, (text: string) => inJson('data/case/case.json', member, text)] as const,
  ),
  ...['evidence.json', 'transfer.json', 'items.json', 'investigation.json', 'records.json'].map(
    (file) =>
      [
        file,
        (text: string) => changed(`data/case/${file}`, (b) => (b === '' ? text : canonical(filled(JSON.parse(b) as Json, text)))),
      ] as const,
  ),
  ['a new member of case.json', (text) => changed('data/case/case.json', (b) => canonical({ ...(JSON.parse(b) as object), [text]: text }))],
  ...['at', 'action', 'items', 'by', 'digests', 'from', 'to', 'place', 'note', 'prev'].map(
    (member) => [`custody ${member}`, (text: string) => inLog(0, member, text)] as const,
  ),
  ['custody line', (text) => changed('data/custody/custody.jsonl', (b) => `${b}${JSON.stringify(text)}\n${text}\n`)],
  ...['Source-Organization', 'External-Identifier', 'Bagging-Date', 'Bag-Software-Agent', 'Mbpack-Format'].map(
    (label) =>
      [
        label,
        (text: string) => changed('bag-info.txt', (b) => b.replace(new RegExp(`^${label}: .*$`, 'm'), () => `${label}: ${text}`)),
      ] as const,
  ),
  ['a label', (text) => changed('bag-info.txt', (b) => `${b}${text}: ${text}\n${text}: ${text}\n`)],
  ['bagit.txt', (text) => changed('bagit.txt', () => `BagIt-Version: ${text}\nTag-File-Character-Encoding: ${text}\n`)],
  ['校验说明.txt', (text) => changed('校验说明.txt', () => text)],
  ['a file name', (text) => new Map([...whole, [`data/evidence/${named(text)}.txt`, Buffer.from('x')]])],
  ['a tag file', (text) => new Map([...whole, [`${named(text)}.txt`, Buffer.from('x')]])],
  ['fetch.txt', (text) => new Map([...whole, ['fetch.txt', Buffer.from(`http://${named(text)} 5 data/${named(text)}\n`)]])],
];

beforeAll(async () => {
  whole = await dossierTree();
});
afterAll(cleanUp);

const fileOf = (bytes: Uint8Array, name = '卷.zip'): string => {
  const path = join(scratch(), name);
  writeFileSync(path, bytes);
  return path;
};

/** A byte of evidence, and a manifest's line that names the text. */
function tampered(tree: Tree, text: string): Tree {
  const manifest = tree.get('manifest-sha256.txt')?.toString('utf8') ?? '';
  return new Map([
    ...tree,
    ['data/evidence/书证/住院病历.txt', Buffer.from('改')],
    ['manifest-sha256.txt', Buffer.from(`${manifest}${'0'.repeat(64)}  data/${named(text)}\n`)],
  ]);
}

/** What stands on the screen besides what is in marks. */
const ours = (rows: readonly string[]): string => rows.join('\n').replace(/«[^«»]*»/gs, '«»');

async function looksTrue(path: string, columns: number, ...more: string[]): Promise<void> {
  const language = more.includes('en') ? 'en' : 'zh-CN';
  const ui = uiOf(language);
  const { exit, out } = await mbpack('verify', path, '--json', ...more);
  const said = JSON.parse(out) as Pick<Verdict, 'answers' | 'verifiable'> & {
    readonly paper?: string;
    readonly bag?: { readonly valid: boolean; readonly complete: boolean };
    readonly findings: readonly (Finding & { readonly message: string; readonly hint?: string })[];
  };
  for (const { message, hint = '' } of said.findings) expect(message + hint).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  const screen = await onTerminal(columns, ['verify', path, ...more]);
  expect([screen.exit, screen.deeds, screen.broken]).toEqual([exit, [], []]);
  const { conclusion, answers } = ui;
  const verdict = said.bag
    ? conclusion.title(said.bag.valid ? conclusion.validBag : said.bag.complete ? conclusion.bagNotValid : conclusion.bagNotComplete)
    : said.answers && conclusion.title(conclusionOf(said, ui, said.paper === 'same' || said.paper === 'differs'));
  if (verdict !== undefined) {
    expect([screen.rows[0], screen.rows.at(-1)]).toEqual([verdict, verdict]);
    expect(screen.rows.filter((row) => row.trim().startsWith(conclusion.title('')))).toHaveLength(2);
  }
  if (said.answers) {
    expect(screen.rows[1]).toBe(answers.title);
    const quoted = screen.rows.findIndex((row) => row.includes('«'));
    const places = [answers.intact, answers.authentic, answers.inOrder].map((label) =>
      screen.rows.flatMap((row, n) => (row.trim().startsWith(`${label} `) ? [n] : [])),
    );
    expect(places.map((found) => found.length)).toEqual([1, 1, 1]);
    expect(places.flat()).toEqual(places.flat().toSorted((a, b) => a - b));
    expect(quoted < 0 || quoted > Math.max(...places.flat())).toBe(true);
  }
  expect(ours(screen.rows)).not.toMatch(new RegExp(`${MARK}|长长|ｗｗ`));
  expect(ours(screen.rows)).not.toMatch(/[«»](?<!«»)(?!»)/);
}

/** Places from which the text reached the screen. */
const reached = new Set<string>();

describe('every place of a text', () => {
  afterAll(() => expect(reached.size).toBeGreaterThan(24));

  test.each(PLACES)('%s', async (place, hostile) => {
    const tree = hostile(NASTIEST);
    const nasty = fileOf(zipOf(sealed(tree)));
    await looksTrue(nasty, 80);
    await looksTrue(fileOf(zipOf(tampered(sealed(tree), NASTIEST))), 80);
    // One that every schema of a text lets through.
    const short = fileOf(zipOf(sealed(hostile(`${MARK}${zh.conclusion.title(zh.conclusion.onPaper)}`))));
    await looksTrue(short, 80);
    for (const path of [nasty, short])
      if ((await onTerminal(80, ['verify', path])).rows.some((row) => row.includes(MARK))) reached.add(place);
  });
});

describe('every kind of text, everywhere at once', () => {
  const everywhere = (text: string): Tree => {
    const before = whole;
    for (const [, hostile] of PLACES.filter(([name]) => !/format|line|bagit|fetch|new member|^custody (?:at|action)/.test(name)))
      whole = hostile(text);
    const all = whole;
    whole = before;
    return all;
  };
  test.each(Object.entries(TEXTS))('%s', async (_, text) => {
    const good = zipOf(sealed(everywhere(text)));
    const bad = fileOf(zipOf(tampered(sealed(everywhere(text)), text)));
    const tag = sealed(everywhere(text)).get('tagmanifest-sha256.txt') ?? Buffer.alloc(0);
    for (const columns of [80, 120]) {
      await looksTrue(fileOf(good), columns, '--expect', sha256Hex(tag));
      await looksTrue(bad, columns, '--lang', 'en');
      await looksTrue(bad, columns, '--expect', '0'.repeat(64));
      await looksTrue(bad, columns, '--bag');
      await looksTrue(fileOf(good), columns, '--bag', '--lang', 'en');
    }
  });
});

test('the name of the file itself, and of one that cannot be read', async () => {
  for (const text of [rowsLike(zh), `${MARK}\u001b[2J`, `${zh.conclusion.title(zh.conclusion.onPaper)}${MARK}`]) {
    const name = `${named(text).slice(0, 60)}.zip`;
    await looksTrue(fileOf(zipOf(whole), name), 80);
    await looksTrue(fileOf(Buffer.from('junk'), name), 80);
  }
  const { rows, deeds } = await onTerminal(80, ['verify', `${zh.conclusion.title('')}${MARK}\u001b[2J\n.zip`]);
  expect([rows[0]?.startsWith('«'), deeds]).toEqual([true, []]);
});

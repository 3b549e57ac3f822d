/** The walls of ARCHITECTURE.md, read off the imports; and which tests start programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

const ROOMS = [
  'model',
  'case',
  'law',
  'documents',
  'typeset',
  'pdf',
  'pdfium',
  'fonts',
  'deflate',
  'dossier/read',
  'dossier/write',
  'dossier/format',
  'dossier/disk',
  'exhibit',
  'digest',
  'leftovers',
  'program',
  'pack',
  'scan',
  'messages',
  'preview',
  'verdict',
  'web',
  'workbook',
  'xml',
  'operations',
  'cli',
];
const roomOf = (path: string): string | undefined => ROOMS.find((room) => path.startsWith(`src/${room}/`));

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'))
  .map((f) => `src/${f.replaceAll('\\', '/')}`);
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|import\s+'([^']+)'/g,
    ),
  ].map((m) => {
    const from = (m[1] ?? m[2] ?? m[3]) as string;
    return { file, from, target: from.startsWith('.') ? normalize(join(dirname(file), from)).replaceAll('\\', '/') : from };
  }),
);

const tell = (list: readonly Import[]): string[] => list.map((i) => `${i.file} → ${i.from}`);

test('the reader sees imports at all', () => expect(imports.length).toBeGreaterThan(300));

test('model imports itself and @noble/hashes only', () => {
  expect(
    tell(imports.filter((i) => roomOf(i.file) === 'model' && roomOf(i.target) !== 'model' && !i.from.startsWith('@noble/hashes/'))),
  ).toEqual([]);
});

test('law imports model only', () => {
  expect(tell(imports.filter((i) => roomOf(i.file) === 'law' && !['law', 'model'].includes(roomOf(i.target) ?? '')))).toEqual([]);
});

test('the verifier shares no code with the packer or the documents', () => {
  const forbidden = ['dossier/write', 'documents', 'operations', 'cli', 'pack'];
  const reading = ['dossier/read', 'dossier/disk'];
  expect(tell(imports.filter((i) => reading.includes(roomOf(i.file) ?? '') && forbidden.includes(roomOf(i.target) ?? '')))).toEqual([]);
  expect(tell(imports.filter((i) => roomOf(i.file) === 'dossier/write' && roomOf(i.target) === 'dossier/read'))).toEqual([]);
});

test('only preview/ listens, and it knows neither case nor documents', () => {
  const network = /^node:(?:http|https|http2|net|dgram|tls|dns)$/;
  expect(tell(imports.filter((i) => network.test(i.from) && roomOf(i.file) !== 'preview'))).toEqual([]);
  expect(tell(imports.filter((i) => roomOf(i.file) === 'preview' && !['preview', 'model', undefined].includes(roomOf(i.target))))).toEqual(
    [],
  );
});

test('the reading half and the format run in a browser: no node:, no Buffer, no process, nothing but model and each other', () => {
  const neutral = ['dossier/read', 'dossier/format'];
  const allowed = [...neutral, 'model'];
  const inside = imports.filter((i) => neutral.includes(roomOf(i.file) ?? ''));
  expect(tell(inside.filter((i) => !allowed.includes(roomOf(i.target) ?? '')))).toEqual([]);
  const globals = /\bBuffer\b|\bprocess\b|\bsetImmediate\b|\b__dirname\b|\brequire\(|import\.meta/;
  expect(files.filter((f) => neutral.includes(roomOf(f) ?? '') && globals.test(readFileSync(f, 'utf8')))).toEqual([]);
});

test('the verdict is reached alike in Node and in a browser: it knows rooms that run in both, and no machine', () => {
  const allowed = ['verdict', 'model', 'case', 'law', 'messages', 'dossier/read'];
  expect(tell(imports.filter((i) => roomOf(i.file) === 'verdict' && !allowed.includes(roomOf(i.target) ?? '')))).toEqual([]);
  const page = [...allowed, 'web', 'exhibit'];
  const libraries = /^(?:@noble\/hashes|pdfjs-dist)\//;
  const inside = imports.filter((i) => roomOf(i.file) === 'web' && !libraries.test(i.from));
  expect(tell(inside.filter((i) => !page.includes(roomOf(i.target) ?? '')))).toEqual([]);
});

test('a room is entered through its index', () => {
  const sideways = imports.filter((i) => {
    const to = roomOf(i.target);
    return to && to !== roomOf(i.file) && !i.target.endsWith(`src/${to}/index.ts`) && roomOf(i.file) !== undefined;
  });
  expect(tell(sideways)).toEqual([]);
});

test('one file a third-party library', () => {
  const doors = new Map<string, Set<string>>();
  for (const { file, from } of imports) {
    if (from.startsWith('.') || from.startsWith('node:') || from.startsWith('@noble/hashes')) continue;
    const library = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] as string);
    doors.set(library, (doors.get(library) ?? new Set()).add(file));
  }
  expect([...doors].filter(([, at]) => at.size > 1).map(([library, at]) => `${library}: ${[...at].join(' ')}`)).toEqual([]);
});

test('only cli/ prints, reads argv, env or the clock, or sets an exit code; the page reads its own clock once', () => {
  const outside = files.filter(
    (f) =>
      !f.startsWith('src/cli/') &&
      f !== 'src/web/main.ts' &&
      /process\.(?:stdout|stderr|argv|env|exit|exitCode)|console\.|Date\.now\(\)|new Date\(\)/.test(readFileSync(f, 'utf8')),
  );
  expect(outside).toEqual([]);
  expect(files.filter((f) => /process\.exit\(/.test(readFileSync(f, 'utf8')))).toEqual([]);
});

test.each([
  ['preview', 'src/preview/page'],
  ['verification', 'src/web'],
])('the page of %s takes text as text, and asks nobody else', (_, folder) => {
  const page = readdirSync(folder).map((f) => [f, readFileSync(`${folder}/${f}`, 'utf8')] as const);
  expect(page.length).toBeGreaterThan(8);
  const bad =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?:\/\/(?!www\.w3\.org\/2000\/svg)|style=|\son[a-z]+=/;
  expect(page.filter(([, text]) => bad.test(text)).map(([f]) => f)).toEqual([]);
  // Sentences stand in messages/. What a policy or a reader of comments sees is no sentence of the page.
  const words = page.filter(([, text]) => /[\u4e00-\u9fff]/.test(text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')));
  expect(words.map(([f]) => f)).toEqual([]);
});

/** A test file and what it imports of the tests, down to the last. */
function withHelpers(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+\.ts)'/g)) {
    const target = normalize(join(dirname(file), from)).replaceAll('\\', '/');
    if (target.startsWith('test/')) withHelpers(target, seen);
  }
  return seen;
}
/** Starts of programs: the first argument, as it is written. */
const started = (text: string): string[] => [
  ...[...text.matchAll(/(?<![.\w])(?:execFile|exec|spawn|fork)(?:Sync)?\(\s*([^,)]+)/g)].map(([, what = '']) => what),
  ...[...text.matchAll(/from 'playwright-core'/g)].map(() => 'a browser'),
];
const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((f) => `test/${f.replaceAll('\\', '/')}`)
  .filter((f) => f.endsWith('.test.ts') && f !== 'test/walls.test.ts');

test('a test that starts a program other than Node is a judge’s, by its name', () => {
  const plain = testFiles.filter((f) => !f.endsWith('.judge.test.ts'));
  expect(plain.length).toBeGreaterThan(80);
  const starting = plain.flatMap((file) =>
    [...withHelpers(file)].flatMap((part) =>
      started(readFileSync(part, 'utf8'))
        .filter((what) => what !== 'process.execPath')
        .map((what) => `${file} → ${part}: ${what}`),
    ),
  );
  expect(starting).toEqual([]);
});

test('a judge’s test starts one', () => {
  const judges = testFiles.filter((f) => f.endsWith('.judge.test.ts'));
  expect(judges.length).toBeGreaterThan(15);
  const idle = judges.filter(
    (file) => ![...withHelpers(file)].some((part) => started(readFileSync(part, 'utf8')).some((what) => what !== 'process.execPath')),
  );
  expect(idle).toEqual([]);
});

test('the page of verification asks no network at all', () => {
  const asking = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|\bimport\(|importScripts/;
  const sources = readdirSync('src/web')
    .filter((f) => !f.endsWith('.d.ts'))
    .filter((f) => asking.test(readFileSync(`src/web/${f}`, 'utf8')));
  expect(sources).toEqual([]);
});

/** Lists are read row by row: whatever JSON.parse says of the whole text, the rows and the rest say too, however the bytes come. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collector } from '../../src/dossier/read/collector.ts';
import { rowSplitter } from '../../src/dossier/read/json-rows.ts';
import { linesOf } from '../../src/dossier/read/lines.ts';
import { checkNames } from '../../src/dossier/read/names.ts';
import type { PackPlan } from '../../src/dossier/write/index.ts';
import { canonicalJson, comparePaths } from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';
import { BAG, build, check, custodyOf, indexOf, scratch, stops } from './fixture.ts';
import { partsOf } from './zip-maker.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (all: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(all);

/** What the splitter makes of a text; undefined where it or JSON refuses it. */
function bySplitter(whole: Uint8Array, cuts: readonly number[], limit = 1e6): unknown {
  const rows: unknown[] = [];
  const splitter = rowSplitter({
    member: 'files',
    longest: { row: limit, rest: limit },
    row: (row) => void rows.push(JSON.parse(text(row))),
  });
  try {
    let from = 0;
    for (const cut of [...cuts.map((c) => c % (whole.length + 1)).sort((a, b) => a - b), whole.length]) {
      // Pieces share one buffer, as they do when they come from a disk.
      splitter.push(whole.slice(from, cut));
      from = cut;
    }
    const { rest, met } = splitter.end();
    if (!rest || !met) return undefined;
    const head = JSON.parse(text(rest)) as Record<string, unknown>;
    return Object.hasOwn(head, 'files') ? { ...head, files: rows } : undefined;
  } catch {
    return undefined;
  }
}

function byParser(whole: string): unknown {
  try {
    return JSON.parse(whole);
  } catch {
    return undefined;
  }
}

const cuts = fc.array(fc.nat(2000), { maxLength: 8 });
const head = fc.dictionary(
  // A name with an escape on the first level may be the list's own: such a text is refused.
  fc.string().filter((key) => key !== 'files' && key !== '__proto__' && !JSON.stringify(key).includes('\\')),
  fc.jsonValue(),
  { maxKeys: 3 },
);
const written = fc
  .tuple(head, fc.array(fc.jsonValue(), { maxLength: 5 }), head, fc.constantFrom(undefined, 1, '\t'))
  .map(([before, files, after, space]) => JSON.stringify({ ...before, files, ...after }, null, space));
/** A text with some characters put in, taken out or doubled. */
const damaged = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(2000), fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', ':', ' ', '\n', '1', '', 'files')), {
      maxLength: 3,
    }),
  )
  .map(([whole, changes]) =>
    changes.reduce(
      (now, [at, put]) => `${now.slice(0, at % (now.length + 1))}${put}${now.slice((at % (now.length + 1)) + (put === '' ? 1 : 0))}`,
      whole,
    ),
  );

describe('rows of a list', () => {
  test('are those of the whole text, however its bytes come', () => {
    fc.assert(
      fc.property(written, cuts, (whole, at) => {
        expect(bySplitter(bytes(whole), at)).toEqual(byParser(whole));
      }),
      runs(500),
    );
  });

  test('of a damaged text: refused where JSON refuses it, else the same rows or refused', () => {
    let same = 0;
    fc.assert(
      fc.property(damaged, cuts, (whole, at) => {
        const found = bySplitter(bytes(whole), at);
        const parsed = byParser(whole);
        if (parsed === undefined) expect(found).toBeUndefined();
        else if (found !== undefined) {
          expect(found).toEqual(parsed);
          same += 1;
        }
      }),
      runs(3000),
    );
    expect(same).toBeGreaterThan(100);
  });

  test.each([
    ['twice', '{"files":[1],"files":[2]}'],
    ['twice, empty the second time', '{"files":[1],"files":[]}'],
    ['twice, the second no list', '{"files":[1],"files":2}'],
    ['under an escaped name as well', '{"files":[1],"fil\\u0065s":[2]}'],
    ['under an escaped name only', '{"fil\\u0065s":[2]}'],
    ['no list', '{"files":{"0":1}}'],
    ['deeper only', '{"a":{"files":[1]}}'],
    ['in an array', '[{"files":[1]}]'],
    ['a comma too much', '{"files":[1,]}'],
    ['a comma before all', '{"files":[,1]}'],
    ['a comma alone', '{"files":[,]}'],
    ['no comma', '{"files":[1 2]}'],
    ['not closed', '{"files":[1,2'],
    ['closed by the wrong bracket', '{"files":[1}}'],
    ['two texts', '{"files":[1]}{"files":[2]}'],
  ])('the list %s: refused', (_, whole) => {
    expect(bySplitter(bytes(whole), [])).toBeUndefined();
  });

  test.each([
    ['a row', `{"files":["${'x'.repeat(5000)}"]}`],
    ['the rest', `{"a":"${'x'.repeat(5000)}","files":[]}`],
  ])('%s longer than may be held: refused, and the next text is read', (_, whole) => {
    expect(bySplitter(bytes(whole), [10, 3000], 4500)).toBeUndefined();
    expect(bySplitter(bytes(whole), [10, 3000], 6000)).toEqual(JSON.parse(whole));
  });
});

test('lines are those of the whole text, however its bytes come', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', ''))), cuts, (lines, at) => {
      const whole = bytes(lines.map((line) => `${line}\n`).join(''));
      const pieces: Uint8Array[] = [];
      let from = 0;
      for (const cut of [...at.map((c) => c % (whole.length + 1)).sort((a, b) => a - b), whole.length]) {
        pieces.push(whole.slice(from, cut));
        from = cut;
      }
      expect([...linesOf(pieces, 1e6)].map((line) => [line.text, line.ended])).toEqual(
        text(whole)
          .split('\n')
          .slice(0, -1)
          .map((line) => [line, true]),
      );
    }),
  );
  expect([...linesOf([bytes('ab\nlong'), bytes('er\nc')], 4)].map(({ text: line, ended }) => [line, ended])).toEqual([
    ['ab', true],
    [undefined, true],
    ['c', false],
  ]);
});

describe('a sealed dossier whose list is written oddly', () => {
  const indexed = (change: (canonical: string) => string): Partial<PackPlan> => ({
    index: (files) => [change(canonicalJson(indexOf([...files])))],
  });
  test.each<[string, (canonical: string) => string, string[]]>([
    ['white space', (t) => JSON.stringify(JSON.parse(t), null, 3), []],
    ['another member order', (t) => t.replace('{', '{"mbpack":"1.0",').replace(',"mbpack":"1.0"', ''), []],
    ['files twice', (t) => t.replace('"files":', '"files":[],"files":'), ['DOSSIER_INDEX_SHAPE']],
    ['files twice, the other way round', (t) => t.replace(/\}$/, ',"files":[]}'), ['DOSSIER_INDEX_SHAPE']],
    ['files under an escaped name', (t) => t.replace('"files":', '"fil\\u0065s":'), ['DOSSIER_INDEX_SHAPE']],
    ['a comma too much', (t) => t.replace(/\}\](?=,"fonts")/, '},]'), ['DOSSIER_INDEX_UNREADABLE']],
    ['cut', (t) => t.slice(0, -20), ['DOSSIER_INDEX_UNREADABLE']],
    ['a byte order mark', (t) => `\ufeff${t}`, ['DOSSIER_TEXT_ENCODING']],
    ['a row of five megabytes', (t) => t.replace('"title":"', `"title":"${'长'.repeat(2_000_000)}`), ['DOSSIER_INDEX_UNREADABLE']],
  ])('%s', async (_, change, expected) => {
    expect(stops(await check((await build(scratch(), {}, indexed(change))).path))).toEqual(expected);
  });

  test.each<[string, (canonical: string) => string, string[]]>([
    ['white space between digests', (t) => t.replace('},{', '}, {'), ['DOSSIER_CUSTODY_LINE']],
    ['white space in a digest', (t) => t.replace('"path":', '"path": '), ['DOSSIER_CUSTODY_LINE']],
    ['digests twice', (t) => t.replace('"digests":', '"digests":[],"digests":'), ['DOSSIER_CUSTODY_LINE']],
    ['a digest that is no object', (t) => t.replace('"digests":[', '"digests":[1,'), ['DOSSIER_CUSTODY_SHAPE']],
    ['an escape that is not needed', (t) => t.replace('"path":"', '"path":"\\u0061'), ['DOSSIER_CUSTODY_LINE']],
  ])('custody: %s', async (_, change, expected) => {
    const found = stops(await check((await build(scratch(), { custody: (evidence) => change(custodyOf(evidence)) })).path));
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});

describe('what a reviewer found', () => {
  const unpacked = (zip: string): string => {
    const folder = join(scratch(), BAG);
    for (const { name, content } of partsOf(readFileSync(zip))) {
      const path = join(folder, name.slice(BAG.length + 1));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return folder;
  };

  test('a file that a system left is listed in the index: no manifest vouches for it', async () => {
    const stray = {
      path: 'data/evidence/病历/Thumbs.db',
      size: 5,
      sha256: 'b'.repeat(64),
      sm3: 'c'.repeat(64),
      role: 'evidence',
      title: 'x',
    };
    const index: PackPlan['index'] = (files) => {
      const made = indexOf([...files]);
      const all = [...(made.files as { path: string }[]), stray].sort((a, b) => comparePaths(a.path, b.path));
      return [canonicalJson({ ...made, files: all })];
    };
    const { path } = await build(scratch(), {}, { index, accept: async () => ({ zipSha256: '' }) });
    const folder = unpacked(path);
    writeFileSync(join(folder, stray.path), 'hello');
    expect(stops(await check(folder))).toEqual(['DOSSIER_INDEX_UNKNOWN']);
  });

  test('an unreadable last line says nothing of the files it names', async () => {
    const bad = (log: string): string => `${log}{"digests":[{"path":"结算明细.csv","sha256":"${'a'.repeat(64)}"}],"x" :1}\n`;
    const { path } = await build(scratch(), { custody: (e) => bad(custodyOf(e)) }, { accept: async () => ({ zipSha256: '' }) });
    expect(stops(await check(path))).toEqual(['DOSSIER_CUSTODY_LINE']);
  });

  test('a log of very many lines that cannot be read is given up', async () => {
    const { path } = await build(scratch(), { custody: () => '\n'.repeat(300_000) }, { accept: async () => ({ zipSha256: '' }) });
    const result = await check(path);
    const counted = result.findings.find((f) => f.code === 'DOSSIER_MORE');
    expect([stops(result), counted?.args]).toEqual([
      expect.arrayContaining(['DOSSIER_CUSTODY_LINE']),
      { code: 'DOSSIER_CUSTODY_LINE', listed: 500, count: 2001 },
    ]);
  });

  test.each([[['data/X', 'data/x', 'data/X/y']], [['data/x', 'data/X', 'data/X/y']], [['data/X/y', 'data/X', 'data/x']]])(
    'of any bag: %j, a file that is also a folder',
    (paths) => {
      const notes = collector();
      const path = (i: number): string => paths[i] as string;
      expect(checkNames({ length: paths.length, path, name: path }, notes, 'bag')).toBeUndefined();
      expect(notes.has('DOSSIER_FILE_AND_FOLDER')).toBe(true);
    },
  );
});

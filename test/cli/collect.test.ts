/** 固定: each scenario one line; after every run no file of evidence is touched, and the log is whole and only grew. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chainFaults, custodyLink, followCustody } from '../../src/model/index.ts';
import { textOf } from '../pdf-text.ts';
import { collect, eventsOf, fixedOf, folder, ITEM, linesOf, logOf, OFFICERS, put, TWO } from './collecting.ts';
import { AT, cleanUp, codes as codesOf, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

describe('the first hour', () => {
  test('nothing but a folder with evidence: everything is fixed, each file with a number of its own', async () => {
    const dir = folder({ 'evidence/书证/甲.txt': '一', 'evidence/明细.csv': '姓名,金额\n张某一,1.00\n', 'evidence/b.bin': 'b' });
    const { exit, codes, verified, fixed, chainHead } = await collect(
      dir,
      ...TWO,
      '--place',
      '某某医院',
      '--from',
      '病案室',
      '--system',
      'HIS',
    );
    expect({ exit, codes, verified, fixed }).toEqual({ exit: 0, codes: [], verified: 0, fixed: 3 });
    expect(fixedOf(dir)).toEqual(['E001 b.bin', 'E002 书证/甲.txt', 'E003 明细.csv']);
    const [first, , last] = eventsOf(dir);
    expect(first).toMatchObject({
      action: 'collect',
      at: AT,
      recordedAt: AT,
      to: '周某甲',
      from: '病案室',
      place: '某某医院',
      system: 'HIS',
    });
    expect(first?.by).toEqual([
      { name: '周某甲', certNo: '99010001' },
      { name: '梁某乙', certNo: '99010002' },
    ]);
    const bytes = readFileSync(join(dir, 'evidence/明细.csv'));
    expect(last?.digests).toMatchObject([
      {
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        sm3: createHash('sm3').update(bytes).digest('hex'),
        content: { rows: 1, columns: 2 },
      },
    ]);
    expect(chainHead).toBe(custodyLink(linesOf(dir).at(-1) as string));
    expect(followCustody(eventsOf(dir)).faults).toEqual([]);
  });
  test('the list is on stdout, in columns, with the head of the chain in groups', async () => {
    const dir = folder({ 'evidence/甲.txt': '一' });
    const { out, err } = await mbpack('collect', dir, ...TWO);
    const [heading = '', row = '', head = ''] = out.split('\n');
    expect(row.indexOf(createHash('sha256').update('一').digest('hex'))).toBeGreaterThan(0);
    expect(heading).toContain('SM3');
    expect(head.replace(/\s/g, '')).toContain(custodyLink(linesOf(dir)[0] as string));
    expect(err).toContain('已核对 0 个，新固定 1 个');
  });
  test('again: only what is new, and two officers only where something is', async () => {
    const dir = folder({ 'evidence/a': 'a' });
    await collect(dir, ...TWO);
    expect(await collect(dir)).toMatchObject({ exit: 0, codes: [], verified: 1, fixed: 0 });
    put(dir, 'evidence/b', 'b');
    expect(await collect(dir, ...TWO)).toMatchObject({ exit: 0, codes: [], verified: 1, fixed: 1 });
    expect(fixedOf(dir)).toEqual(['E001 a', 'E002 b']);
  });
  test('a case form that is hardly filled in names the officers', async () => {
    const dir = folder({ 'evidence/a': 'a', 'case.yaml': `name:\n${OFFICERS}` });
    const { exit, codes, entries } = await collect(dir, '--by', '甲、梁某乙');
    expect({ exit, codes }).toEqual({ exit: 0, codes: [] });
    expect(entries).toContain('collectors: [甲, 乙]');
  });
  test.each([
    ['somebody who is not among them', `name:\n${OFFICERS}`, ['--by', '甲', '--by', '柳某丙/99010003'], ['COLLECT_OFFICER_NOT_IN_CASE']],
    ['a case form that cannot be read', 'name: "', TWO, ['FORM_SYNTAX']],
  ])('%s: told, and fixed all the same', async (_, form, by, expected) => {
    const dir = folder({ 'evidence/a': 'a', 'case.yaml': form });
    expect(await collect(dir, ...by)).toMatchObject({ exit: 0, codes: expected, fixed: 1 });
  });
});

describe('what was recorded', () => {
  const recorded = async (files: Readonly<Record<string, string>> = { 'evidence/a': 'aaaa', 'evidence/b': 'bbbb' }) => {
    const dir = folder(files);
    await collect(dir, ...TWO);
    return dir;
  };
  const rows: readonly (readonly [string, (dir: string) => void, readonly string[], number, readonly string[]])[] = [
    ['a byte changed', (d) => put(d, 'evidence/a', 'aaab'), ['COLLECT_FILE_CHANGED'], 1, ['E001 a', 'E002 b']],
    [
      'a file changed and another is new',
      (d) => {
        put(d, 'evidence/a', 'x');
        put(d, 'evidence/c', 'c');
      },
      ['COLLECT_FILE_CHANGED'],
      1,
      ['E001 a', 'E002 b', 'E003 c'],
    ],
    ['a file is gone', (d) => rmSync(join(d, 'evidence/a')), ['COLLECT_FILE_MISSING'], 1, ['E001 a', 'E002 b']],
    [
      'a file was renamed',
      (d) => renameSync(join(d, 'evidence/a'), join(d, 'evidence/z')),
      ['COLLECT_FILE_RENAMED'],
      1,
      ['E001 a', 'E002 b'],
    ],
    ['a copy of a file', (d) => put(d, 'evidence/z', 'aaaa'), ['COLLECT_SAME_CONTENT'], 0, ['E001 a', 'E002 b', 'E003 z']],
    [
      'two copies of a new one',
      (d) => {
        put(d, 'evidence/y', 'y');
        put(d, 'evidence/z', 'y');
      },
      ['COLLECT_SAME_CONTENT'],
      0,
      ['E001 a', 'E002 b', 'E003 y', 'E004 z'],
    ],
    [
      'a link in its place',
      (d) => {
        rmSync(join(d, 'evidence/a'));
        symlinkSync('b', join(d, 'evidence/a'));
      },
      ['EVIDENCE_IS_LINK'],
      1,
      ['E001 a', 'E002 b'],
    ],
  ];
  test.each(rows)('%s', async (_, change, codes, exit, log) => {
    const dir = await recorded();
    change(dir);
    expect(await collect(dir, ...TWO)).toMatchObject({ codes, exit });
    expect(fixedOf(dir)).toEqual(log);
  });
  test('a changed file is shown with both digests and the place of the record', async () => {
    const dir = await recorded();
    put(dir, 'evidence/b', 'bbbc');
    const { findings } = await collect(dir);
    const hex = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(findings[0]).toMatchObject({ severity: 'stop', args: { recorded: hex('bbbb'), found: hex('bbbc'), line: 2 } });
  });
  test.each([
    ['sha256', 'other', ['COLLECT_FILE_CHANGED'], 1],
    ['sm3', 'other', ['COLLECT_FILE_CHANGED'], 1],
    ['sm3', 'a', [], 0],
  ])('the %s of the evidence list is a record, too', async (algorithm, content, codes, exit) => {
    const digest = createHash(algorithm).update(content).digest('hex');
    const dir = folder({ 'evidence/a': 'a', 'evidence.yaml': `evidence:\n${ITEM('E9', 'a')}        ${algorithm}: ${digest}\n` });
    expect(await collect(dir)).toMatchObject({ codes, exit, fixed: 0 });
    expect(logOf(dir)).toBe('');
  });
  test.each([
    ['changed', (text: string) => text.replace('周某甲', '周某乙')],
    ['cut in its middle', (text: string) => text.slice(0, 40)],
    ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ])('a log that was %s: nothing is appended to it', async (_, damage) => {
    const dir = await recorded();
    writeFileSync(join(dir, 'custody.jsonl'), damage(logOf(dir)));
    const before = logOf(dir);
    put(dir, 'evidence/c', 'c');
    const { exit, codes } = await collect(dir, ...TWO);
    expect(exit).toBe(1);
    expect(codes).toContain('COLLECT_NOT_RECORDED');
    expect(logOf(dir)).toBe(before);
  });
});

describe('refused before anything is read', () => {
  const dir = () => folder({ 'evidence/a': 'a', 'evidence/书证/b': 'b', '外.txt': 'x', 'case.yaml': OFFICERS });
  test.each([
    ['nobody', [], 'COLLECT_TWO_OFFICERS'],
    ['one officer', ['--by', '甲'], 'COLLECT_TWO_OFFICERS'],
    ['one officer twice', ['--by', '甲', '--by', '周某甲/99010001'], 'COLLECT_TWO_OFFICERS'],
    ['an id that is none', ['--by', '甲', '--by', '丁'], 'COLLECT_BY_UNKNOWN'],
    ['a name without certificate', ['--by', '甲', '--by', '柳某丙/'], 'COLLECT_BY_UNKNOWN'],
    ['a file outside', ['/etc/hostname', '--by', '甲、乙'], 'COLLECT_PATH_OUTSIDE'],
    ['a file of the case outside', ['外.txt', '--by', '甲、乙'], 'COLLECT_PATH_OUTSIDE'],
    ['a way out', ['evidence/../外.txt', '--by', '甲、乙'], 'COLLECT_PATH_OUTSIDE'],
    ['a file that is not there', ['没有.txt', '--by', '甲、乙'], 'COLLECT_PATH_MISSING'],
    ['a paper in the evidence', ['-o', 'EVIDENCE/x.pdf', '--by', '甲、乙'], 'TARGET_IN_CASE'],
    ['a number with a space', ['--item', 'E 1', '--by', '甲、乙'], 'FIELD_PATTERN'],
    ['a place of many lines', ['--place', '一楼\n二楼', '--by', '甲、乙'], 'FIELD_ONE_LINE'],
    ['a text that is too long', ['--system', '一'.repeat(300), '--by', '甲、乙'], 'FIELD_TOO_LONG'],
    ['a time to come', ['--at', '2026-09-16T09:00+08:00', '--by', '甲、乙'], 'CUSTODY_IN_FUTURE'],
  ])('%s', async (_, args, code) => {
    const d = dir();
    const { exit, out } = await mbpack('collect', d, '--json', ...args.map((a) => a.replace('EVIDENCE', join(d, 'evidence'))));
    expect([exit, JSON.parse(out).findings[0].code]).toEqual([code === 'CUSTODY_IN_FUTURE' ? 1 : 2, code]);
    expect(existsSync(join(d, 'custody.jsonl'))).toBe(false);
  });
  test('a paper that is there already', async () => {
    const d = dir();
    const pdf = join(scratch(), 'x.pdf');
    writeFileSync(pdf, 'mine');
    const { exit, out } = await mbpack('collect', d, '--json', '-o', pdf, '--by', '甲、乙');
    expect([exit, JSON.parse(out).findings[0].code, readFileSync(pdf, 'utf8')]).toEqual([2, 'TARGET_EXISTS', 'mine']);
  });
  test('a time before the last event', async () => {
    const d = dir();
    await collect(d, 'a', '--by', '甲、乙');
    const { exit, out } = await mbpack('collect', d, '--json', '--by', '甲、乙', '--at', '2026-09-14T09:00+08:00');
    expect([exit, JSON.parse(out).findings[0].code, linesOf(d).length]).toEqual([1, 'CUSTODY_BEFORE_LAST', 1]);
  });
  test.each([
    ['a folder without evidence', scratch, 'COLLECT_NO_EVIDENCE'],
    ['an empty one', () => folder({}), 'COLLECT_NOTHING'],
    ['no folder', () => join(scratch(), '没有'), 'NOT_A_CASE_FOLDER'],
  ])('%s', async (_, make, code) => {
    const { exit, out } = await mbpack('collect', make(), '--json', ...TWO);
    expect([exit, JSON.parse(out).findings[0].code]).toEqual([2, code]);
  });
});

describe('what is looked at', () => {
  const files = { 'evidence/a': 'a', 'evidence/书证/b': 'b', 'evidence/书证/c': 'c', 'evidence/书证册/d': 'd' };
  test.each([
    ['evidence/a', ['E001 a']],
    ['a', ['E001 a']],
    ['书证', ['E001 书证/b', 'E002 书证/c']],
    ['evidence/书证/', ['E001 书证/b', 'E002 书证/c']],
    ['ABS/evidence/书证/c', ['E001 书证/c']],
    ['evidence', ['E001 a', 'E002 书证/b', 'E003 书证/c', 'E004 书证册/d']],
  ])('%s', async (path, log) => {
    const dir = folder(files);
    await collect(dir, path.replace('ABS', dir), ...TWO);
    expect(fixedOf(dir)).toEqual(log);
  });
  test.each([
    [
      'junk',
      (d: string) => {
        put(d, 'evidence/Thumbs.db', 'x');
        put(d, 'evidence/~$清单.docx', 'x');
      },
      ['EVIDENCE_FILE_JUNK', 'EVIDENCE_FILE_JUNK'],
      0,
    ],
    [
      'what a system keeps for itself: once',
      (d: string) => {
        put(d, 'evidence/$RECYCLE.BIN/a.txt', 'x');
        put(d, 'evidence/$RECYCLE.BIN/b.txt', 'x');
      },
      ['EVIDENCE_FILE_JUNK'],
      0,
    ],
    ['an unfinished download', (d: string) => put(d, 'evidence/a.txt.crdownload', 'x'), ['COLLECT_NOT_RECORDED', 'EXHIBIT_INCOMPLETE'], 1],
    ['a link', (d: string) => symlinkSync('/etc/hostname', join(d, 'evidence/l')), ['EVIDENCE_IS_LINK'], 1],
    ['a linked folder', (d: string) => symlinkSync('/etc', join(d, 'evidence/l')), ['EVIDENCE_IS_LINK'], 1],
    ['a name that Windows cannot keep', (d: string) => put(d, 'evidence/a:b', 'x'), ['EVIDENCE_NAME_BAD'], 1],
    [
      'nothing but names that are bad',
      (d: string) => {
        for (const name of ['a', 'b']) renameSync(join(d, 'evidence', name), join(d, 'evidence', `${name}.`));
      },
      ['EVIDENCE_NAME_BAD', 'EVIDENCE_NAME_BAD'],
      1,
    ],
    ['names alike', (d: string) => put(d, 'evidence/A', 'x'), ['EVIDENCE_NAME_COLLISION'], 1],
  ])('%s is named and not fixed; the others are', async (_, add, codes, exit) => {
    const dir = folder({ 'evidence/a': 'a', 'evidence/b': 'b' });
    add(dir);
    expect(await collect(dir, ...TWO)).toMatchObject({ codes, exit });
    expect(fixedOf(dir).length).toBe(codes.includes('EVIDENCE_NAME_BAD') && codes.length === 2 ? 0 : 2);
  });
});

describe('what the log will not tell', () => {
  const CASE = `name: 某案\n${OFFICERS}`;
  test.each<[string, string | undefined, string[], string[] | undefined]>([
    ['all', CASE, ['--place', '病案室', '--from', '某某医院'], undefined],
    ['no place', CASE, ['--from', '某某医院'], ['place']],
    ['nothing', undefined, [], ['place', 'from', 'caseName']],
    ['blanks', CASE, ['--place', ' ', '--from', '某某医院'], ['place']],
  ])('said at once what the paper lacks: %s', async (_, form, args, missing) => {
    const dir = folder({ 'evidence/a': 'a', ...(form === undefined ? {} : { 'case.yaml': form }) });
    const { findings, exit } = await collect(dir, ...TWO, ...args);
    const told = findings.find(({ code }) => code === 'COLLECT_PAPER_LACKS');
    expect([exit, told?.args.missing]).toEqual([0, missing]);
  });
  test('again with --from: nothing is rewritten, and the way to supplement is told', async () => {
    const dir = folder({ 'evidence/a': 'a' });
    await collect(dir, ...TWO);
    const before = logOf(dir);
    const { codes, findings } = await collect(dir, ...TWO, '--from', '病案室', '--record', 'R1');
    expect([codes, findings[0]?.args.options, logOf(dir)]).toEqual([['COLLECT_DETAILS_IGNORED'], ['--from', '--record'], before]);
    expect((await mbpack('collect', dir, '--from', '病案室')).err).toMatch(/mbpack custody \S+ E001 --add 检查 .*--note/);
  });
  test.each([
    ['T-9', 'extractions:\n  - recordNo: T-1\n', 2],
    ['T-1', 'extractions:\n  - recordNo: T-1\n', 0],
    ['T-9', 'extractions: []\n', 0],
    ['T-9', 'extractions: [', 0],
  ])('--record %s, with %j in records.yaml: exit %i', async (record, records, exit) => {
    const dir = folder({ 'evidence/a': 'a', 'records.yaml': records });
    const ran = await mbpack('collect', dir, '--json', ...TWO, '--record', record);
    expect([ran.exit, existsSync(join(dir, 'custody.jsonl'))]).toEqual([exit, exit === 0]);
    if (exit === 2) expect(JSON.parse(ran.out).findings[0]).toMatchObject({ code: 'COLLECT_RECORD_UNKNOWN', args: { known: ['T-1'] } });
  });
  test('renamed files alone: nobody is asked who collects', async () => {
    const dir = folder({ 'evidence/a': 'a', 'evidence/b': 'b' });
    await collect(dir, ...TWO);
    renameSync(join(dir, 'evidence/a'), join(dir, 'evidence/z'));
    expect(await collect(dir)).toMatchObject({ exit: 1, codes: ['COLLECT_FILE_RENAMED'], fixed: 0 });
    put(dir, 'evidence/neu', 'new');
    const { exit, out } = await mbpack('collect', dir, '--json');
    expect([exit, JSON.parse(out).findings[0].code]).toEqual([2, 'COLLECT_TWO_OFFICERS']);
  });
  test('a renamed file: check and collect give the same advice', async () => {
    const dir = copyOf();
    const evidence = join(dir, 'evidence');
    const [file] = (readdirSync(evidence, { recursive: true, encoding: 'utf8' }) as string[]).filter((p) => p.endsWith('.xlsx')).sort();
    renameSync(join(evidence, file as string), join(evidence, '改过名.xlsx'));
    const advice = `改回原名 «${file}»；确需改名的，原文件不动，另复制一份用新名字`;
    expect((await mbpack('collect', dir)).err).toContain(advice);
    expect((await mbpack('check', dir, '--at', AT)).err).toContain(advice);
  });
  test('numbers follow the paths, figures by their value', async () => {
    const dir = folder({ 'evidence/图10.jpg': 'j', 'evidence/图2.jpg': 'b', 'evidence/A.txt': 'a', 'evidence/书证/1.pdf': 'c' });
    await collect(dir, ...TWO, '--as-found');
    expect(fixedOf(dir)).toEqual(['E001 A.txt', 'E002 书证/1.pdf', 'E003 图2.jpg', 'E004 图10.jpg']);
  });
});

describe('numbers and the list', () => {
  const list = `# 清单\nevidence: # 逐件\n${ITEM('Z-09', 'a', 'b')}`;
  test('files of the list under their number, others under the next of its style', async () => {
    const dir = folder({ 'evidence/a': '1', 'evidence/b': '2', 'evidence/c': '3', 'evidence.yaml': list });
    await collect(dir, ...TWO);
    expect(fixedOf(dir)).toEqual(['Z-09 a', 'Z-09 b', 'Z-10 c']);
    put(dir, 'evidence/d', '4');
    await collect(dir, ...TWO);
    expect(fixedOf(dir).at(-1)).toBe('Z-11 d');
  });
  test('--item for all that no item names', async () => {
    const dir = folder({ 'evidence/a': '1', 'evidence/c': '3', 'evidence/d': '4', 'evidence.yaml': list });
    const { entries } = await collect(dir, ...TWO, '--item', '照片-1');
    expect(fixedOf(dir)).toEqual(['Z-09 a', '照片-1 c', '照片-1 d']);
    expect(entries?.match(/- path/g)?.length).toBe(2);
  });
  test('--item that the list has: no second entry of that number', async () => {
    const dir = folder({ 'evidence/c': '3', 'evidence.yaml': list });
    const { entries, further } = await collect(dir, ...TWO, '--item', 'Z-09');
    expect([entries, further?.includes('path: c')]).toEqual([undefined, true]);
    expect(readFileSync(join(dir, 'evidence.yaml'), 'utf8')).toBe(list);
    expect(await collect(dir, '--write-list')).toMatchObject({ listWritten: true, further, codes: [] });
    const text = readFileSync(join(dir, 'evidence.yaml'), 'utf8');
    expect([text.startsWith(list), text.match(/- path/g)?.length, text.match(/evidenceNo/g)?.length]).toEqual([true, 3, 1]);
    const { further: left, verified } = await collect(dir);
    expect([left, verified]).toEqual([undefined, 1]);
  });
  test.each([
    ['--item', ['--item', 'E7'], 1, ['E7 a']],
    ['a list that cannot be read', [], 1, []],
  ])('%s', async (_, args, exit, log) => {
    const dir = folder({ 'evidence/a': 'a', 'evidence.yaml': 'evidence: [' });
    const { codes, ...result } = await collect(dir, ...TWO, ...args);
    expect(result.exit).toBe(exit);
    expect(codes.includes('COLLECT_NOT_RECORDED')).toBe(log.length === 0);
    expect(fixedOf(dir)).toEqual(log);
  });

  const written: readonly (readonly [string, string | undefined, boolean])[] = [
    ['a list with comments', `${list}  # 以上核对无误\n\n# 完\n`, true],
    ['a list without last line feed', list.trimEnd(), true],
    ['a list of Windows', list.replaceAll('\n', '\r\n'), true],
    ['a list with a byte order mark', `\ufeff${list}`, true],
    ['a list that is not indented', 'evidence:\n- evidenceNo: E1\n  files: []\n', true],
    ['a list with nothing in it', 'evidence:\n', true],
    ['no list yet', undefined, true],
    ['a list that is not last', `${list}local:\n  x: 1\n`, true],
    ['a list before a blank field', `${list}local:\n`, true],
    ['a list in brackets', 'evidence: []\n', true],
    ['a list in brackets with an item in it', 'evidence: [{evidenceNo: E1, files: []}] # 一行\n', true],
    ['no list', 'evidence:\n  a: 1\n', false],
    ['a text that ends in a block', `${list}    remark: |+\n      一\n`, true],
  ];
  test.each(written)('--write-list: %s', async (_, before, ok) => {
    const dir = folder({ 'evidence/新 文件.txt': '新', ...(before === undefined ? {} : { 'evidence.yaml': before }) });
    const { listWritten, codes, exit } = await collect(dir, ...TWO, '--write-list', '--place', '某某医院: "二楼" #3');
    const after = existsSync(join(dir, 'evidence.yaml')) ? readFileSync(join(dir, 'evidence.yaml'), 'utf8') : '';
    expect([exit, listWritten, codes.includes('COLLECT_LIST_NOT_WRITTEN')]).toEqual([0, ok, !ok]);
    // Every character that was there is there, in its order; brackets of an empty list alone are gone.
    let at = 0;
    for (const char of (before ?? 'evidence:\n').replace(' []', '')) at = after.indexOf(char, at) + 1 || Number.POSITIVE_INFINITY;
    expect(at).toBeLessThanOrEqual(after.length);
    if (!ok) expect(after).toBe(before);
    // What was written is what the next run reads: nothing is new, and the files are the list's.
    expect(await collect(dir)).toMatchObject({ exit: 0, verified: 1, fixed: 0, codes: [] });
    if (ok) {
      writeFileSync(join(dir, 'custody.jsonl'), '');
      rmSync(join(dir, 'custody.jsonl'));
      expect(await collect(dir)).toMatchObject({ exit: 0, verified: 1, fixed: 0 });
    }
  });
  test('what an earlier run fixed and nobody listed is told again, and written when asked', async () => {
    const dir = folder({ 'evidence/a': 'a', 'case.yaml': OFFICERS });
    const { entries } = await collect(dir, '--by', '甲、乙', '--place', '某处', '--record', 'R1');
    expect(await collect(dir)).toMatchObject({ fixed: 0, verified: 1, entries });
    expect(entries).toContain('collectors: [甲, 乙]');
    expect(await collect(dir, '--write-list')).toMatchObject({ fixed: 0, verified: 1, entries, listWritten: true });
    expect(readFileSync(join(dir, 'evidence.yaml'), 'utf8')).toBe(`evidence:\n${entries}`);
    expect((await collect(dir)).entries).toBe(undefined);
  });
  test('a workbook is written to, and told for typing where it cannot be', async () => {
    const dir = join(scratch(), '案件');
    await mbpack('init', dir);
    put(dir, 'evidence/a', 'a');
    put(dir, 'evidence/b', 'b');
    const { codes, exit, fixed, listWritten } = await collect(dir, ...TWO, '--write-list', '--place', '某某医院');
    expect({ codes, exit, fixed, listWritten }).toEqual({ codes: [], exit: 0, fixed: 2, listWritten: true });
    expect(await collect(dir)).toMatchObject({ verified: 2, fixed: 0, codes: [] });
    const { findings } = await codesOf('check', dir);
    expect(findings.filter(({ code }) => /^(?:COLLECT|SHEET_LINES|CELL)/.test(code))).toEqual([]);
    put(dir, 'evidence/b2', 'b2');
    put(dir, 'evidence/b3', 'b3');
    expect(await collect(dir, ...TWO, '--write-list', '--item', 'E002')).toMatchObject({
      listWritten: true,
      fixed: 2,
      codes: [],
    });
    expect((await collect(dir, 'E002')).verified).toBe(3);
    const again = await collect(dir);
    expect(again).toMatchObject({ verified: 4, fixed: 0, codes: [] });
    expect([again.entries, again.further]).toEqual([undefined, undefined]);
    put(dir, 'evidence/c', 'c');
    put(dir, '~$evidence.xlsx', '');
    const held = await codesOf('collect', dir, ...TWO, '--write-list');
    expect(held.findings.find(({ code }) => code === 'COLLECT_LIST_NOT_WRITTEN')).toMatchObject({ args: { reason: 'open' } });
    const { err } = await mbpack('collect', dir, ...TWO);
    expect([err.includes('证据编号：E003'), err.includes('evidenceNo:'), err.includes('SHA-256：')]).toEqual([true, false, false]);
    expect(err).toContain('校验值不用抄');
  });
});

describe('beside others', () => {
  /** Two lines of a cell. */
  const halves = (hex: string) => [hex.slice(0, 32), hex.slice(32)];
  test('the example case is as it was recorded, and a paper can be printed of it', async () => {
    const dir = copyOf();
    const pdf = join(scratch(), '清单.pdf');
    const { exit, verified, fixed } = await collect(dir, '-o', pdf);
    expect({ exit, fixed }).toEqual({ exit: 0, fixed: 0 });
    expect(verified).toBeGreaterThan(25);
    expect(await textOf(pdf)).toContain('固定清单');
  });
  test.each<[string, (dir: string) => void, readonly string[], boolean]>([
    ['nothing happened', () => undefined, [], true],
    ['a file changed', (d) => put(d, 'evidence/甲.txt', '二'), ['COLLECT_PAPER_NOT_MADE', 'COLLECT_FILE_CHANGED'], false],
    ['a file is gone', (d) => rmSync(join(d, 'evidence/甲.txt')), ['COLLECT_PAPER_NOT_MADE', 'COLLECT_FILE_MISSING'], false],
    [
      'a file was renamed',
      (d) => renameSync(join(d, 'evidence/甲.txt'), join(d, 'evidence/丙.txt')),
      ['COLLECT_PAPER_NOT_MADE', 'COLLECT_FILE_RENAMED'],
      false,
    ],
    [
      'a link in its place',
      (d) => {
        rmSync(join(d, 'evidence/甲.txt'));
        symlinkSync('乙.txt', join(d, 'evidence/甲.txt'));
      },
      ['COLLECT_PAPER_NOT_MADE', 'EVIDENCE_IS_LINK'],
      false,
    ],
    [
      'the log was edited',
      (d) => writeFileSync(join(d, 'custody.jsonl'), logOf(d).replace('周某甲', '周某乙')),
      ['COLLECT_PAPER_NOT_MADE', 'CUSTODY_CHAIN_BROKEN'],
      false,
    ],
  ])('a paper for signature, after %s', async (_, change, codes, written) => {
    const dir = folder({ 'evidence/甲.txt': '一', 'evidence/乙.txt': '乙' });
    await collect(dir, ...TWO);
    change(dir);
    const pdf = join(scratch(), '清单.pdf');
    expect(await collect(dir, '-o', pdf)).toMatchObject({ codes, exit: written ? 0 : 1 });
    expect(existsSync(pdf)).toBe(written);
  });
  test('a paper of files that are sound, beside one that changed', async () => {
    const dir = folder({ 'evidence/甲.txt': '一', 'evidence/乙.txt': '乙' });
    await collect(dir, ...TWO);
    put(dir, 'evidence/乙.txt', '二');
    const pdf = join(scratch(), '清单.pdf');
    expect(await collect(dir, '甲.txt', '-o', pdf)).toMatchObject({ codes: [], exit: 0 });
    expect(existsSync(pdf)).toBe(true);
  });
  test('the head on the paper is that of the line named there', async () => {
    const dir = folder({ 'evidence/甲.txt': '一' });
    await collect(dir, ...TWO);
    await mbpack('custody', dir, 'E001', '--add', '检查', '--by', '周某甲/99010001', '--by', '梁某乙/99010002', '--at', AT);
    const pdf = join(scratch(), '清单.pdf');
    await collect(dir, '-o', pdf);
    const text = await textOf(pdf);
    const line = Number(/保管链校验值（保管记录第(\d+)条/.exec(text)?.[1]);
    expect(linesOf(dir).length).toBe(2);
    for (const half of halves(custodyLink(linesOf(dir)[line - 1] as string))) expect(text).toContain(half);
  });
  test('the paper of the first hour bears files, digests and head', async () => {
    const dir = folder({ 'evidence/甲.txt': '一' });
    const pdf = join(scratch(), '清单.pdf');
    const { chainHead } = await collect(dir, ...TWO, '-o', pdf);
    const text = await textOf(pdf);
    for (const said of [
      '甲.txt',
      '周某甲',
      '梁某乙',
      ...halves(createHash('sha256').update('一').digest('hex')),
      ...halves(chainHead ?? ''),
    ])
      expect(text).toContain(said);
  });

  const start = (dir: string) => {
    const child = spawn(process.execPath, [resolve('bin/mbpack.js'), 'collect', dir, '--json', '--json-progress', ...TWO], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
    /** It has begun to read. */
    const reads = new Promise<void>((done) => child.stderr.once('data', () => done()));
    child.stderr.resume();
    return { child, ended, reads };
  };
  test('two runs at once: every file is fixed once', async () => {
    const dir = folder(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`evidence/f${i}`, `${i}`])));
    const exits = await Promise.all([start(dir).ended, start(dir).ended]);
    expect(exits).toContain(0);
    expect(chainFaults(linesOf(dir))).toEqual([]);
    expect(new Set(fixedOf(dir)).size).toBe(300);
    expect(fixedOf(dir).length).toBe(300);
  });
  test.each(['SIGKILL', 'SIGINT'] as const)('%s while it reads: no half record, and the next run completes', async (signal) => {
    const dir = folder({ 'evidence/a': 'a', 'evidence/big': '' });
    await collect(dir, 'a', ...TWO);
    const before = logOf(dir);
    // Much longer than a signal takes.
    truncateSync(join(dir, 'evidence/big'), 4096 * 2 ** 20);
    const { child, ended, reads } = start(dir);
    await Promise.race([reads, ended]);
    child.kill(signal);
    expect(await ended).toBe(signal === 'SIGINT' ? 130 : null);
    expect(logOf(dir)).toBe(before);
    expect(readdirSync(dir).sort()).toEqual(['custody.jsonl', 'evidence']);
    truncateSync(join(dir, 'evidence/big'), 1 << 20);
    appendFileSync(join(dir, 'evidence/big'), 'end');
    expect(await collect(dir, ...TWO)).toMatchObject({ exit: 0, verified: 1, fixed: 1 });
  });
});

/** A file that the log fixed stays with its item until the log says what became of it: in check, build, collect and verify. Each scenario one line. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, copyOf, scratch } from './run.ts';
import { CaseFolder, type Item } from './sender-sees/folder.ts';
import { AT, run } from './sender-sees/seen.ts';

afterAll(cleanUp);

const TWO = ['--by', '甲', '--by', '乙', '--at', '2026-06-08T16:00+08:00'];
const PHOTO = '住院登记照片.jpg';
const SCAN = '住院登记簿（第12页）.jpg';

function example(): CaseFolder {
  return new CaseFolder(copyOf(resolve('examples/冒名就医')));
}

/** Changes the entry of one item in the list. */
function list(folder: CaseFolder, no: string, change: (item: Item, all: Item[]) => void): void {
  const all = folder.items();
  change(all.find(({ evidenceNo }) => evidenceNo === no) as Item, all);
  folder.writeItems(all);
}
const rename = (folder: CaseFolder, no: string, from: string, to: string, content?: string, digest = false): void => {
  renameSync(folder.at(`evidence/${from}`), folder.at(`evidence/${to}`));
  if (content !== undefined) writeFileSync(folder.at(`evidence/${to}`), content);
  const now = folder.bytes(`evidence/${to}`);
  list(folder, no, ({ files }) => {
    for (const f of files)
      if (f.path === from) {
        f.path = to;
        delete f.sha256;
        delete f.sm3;
        if (digest) f.sha256 = createHash('sha256').update(now).digest('hex');
      }
  });
};
const unlist = (folder: CaseFolder, no: string, path: string): void =>
  list(folder, no, (item) => {
    item.files = item.files.filter((f) => f.path !== path);
  });

type Row = readonly [name: string, change: (folder: CaseFolder) => void, check: readonly string[], collect: readonly string[]];

const ROWS: readonly Row[] = [
  ['nothing was changed', () => undefined, [], []],
  ['removed from the folder', (f) => f.remove(`evidence/${SCAN}`), ['EVIDENCE_FILE_MISSING'], ['COLLECT_FILE_MISSING']],
  ['removed from the list, one of several of its item', (f) => unlist(f, 'Z-02', SCAN), ['FIXED_FILE_GONE'], []],
  [
    'removed from list and folder, one of several of its item',
    (f) => {
      unlist(f, 'Z-02', SCAN);
      f.remove(`evidence/${SCAN}`);
    },
    ['FIXED_FILE_GONE'],
    ['COLLECT_FILE_MISSING'],
  ],
  [
    'renamed in the folder',
    (f) => f.rename(`evidence/${PHOTO}`, 'evidence/照片.jpg'),
    ['EVIDENCE_FILE_MISSING', 'EVIDENCE_FILE_UNLISTED'],
    ['COLLECT_FILE_RENAMED'],
  ],
  ['renamed in folder and list', (f) => rename(f, 'Z-03', PHOTO, '照片.jpg'), ['FIXED_FILE_GONE'], ['COLLECT_FILE_RENAMED']],
  ['replaced, renamed and listed anew', (f) => rename(f, 'Z-03', PHOTO, '照片.jpg', '另一张'), ['FIXED_FILE_GONE'], ['COLLECT_SUBSTITUTE']],
  [
    'replaced, renamed and listed anew with its digest',
    (f) => rename(f, 'Z-03', PHOTO, '照片.jpg', '另一张', true),
    ['FIXED_FILE_GONE'],
    ['COLLECT_SUBSTITUTE'],
  ],
  [
    'renamed and listed anew with its digest',
    (f) => rename(f, 'Z-03', PHOTO, '照片.jpg', undefined, true),
    ['FIXED_FILE_GONE'],
    ['COLLECT_FILE_RENAMED'],
  ],
  [
    'one of several replaced, renamed and listed anew',
    (f) => rename(f, 'Z-02', SCAN, '登记簿.jpg', '另一页'),
    ['FIXED_FILE_GONE'],
    ['COLLECT_SUBSTITUTE'],
  ],
  [
    'moved to another item',
    (f) => {
      unlist(f, 'Z-02', SCAN);
      list(f, 'Z-04', ({ files }) => void files.push({ path: SCAN }));
    },
    ['FIXED_FILE_ELSEWHERE'],
    ['COLLECT_OTHER_ITEM'],
  ],
  [
    'its item renumbered',
    (f) =>
      list(f, 'Z-03', (item) => {
        item.evidenceNo = 'Z-30';
      }),
    ['FIXED_FILE_ELSEWHERE'],
    ['COLLECT_OTHER_ITEM'],
  ],
  [
    'its item removed from the list, with its files',
    (f) => {
      list(f, 'Z-03', (item, all) => void all.splice(all.indexOf(item), 1));
      f.remove(`evidence/${PHOTO}`);
    },
    ['FIXED_FILE_GONE'],
    ['COLLECT_FILE_MISSING'],
  ],
];

describe.each(ROWS)('%s', (_, change, check, collect) => {
  let folder: CaseFolder;
  beforeAll(() => {
    folder = example();
    change(folder);
  });
  /** What speaks of files; an item that is gone from the list has other consequences as well. */
  const OF_FILES = /^(?:FIXED_|EVIDENCE_FILE|COLLECT_(?!PAPER_LACKS|DIGEST_MISSING|FILE_FORMAT))/;
  const stops = (findings: Awaited<ReturnType<typeof run>>['findings']): string[] =>
    findings.filter(({ severity, code }) => severity === 'stop' && OF_FILES.test(code)).map(({ code }) => code);

  test('check and build stop, or neither', async () => {
    const checked = await run('check', folder.dir, '--at', AT);
    expect(stops(checked.findings)).toEqual(check);
    const zip = join(scratch(), '案卷.zip');
    const built = await run('build', folder.dir, '-o', zip, '--at', AT);
    expect(stops(built.findings)).toEqual(check);
    expect([checked.exit, built.exit, existsSync(zip)]).toEqual(check.length > 0 ? [1, 1, false] : [0, 0, true]);
  });
  test('collect stops, fixes nothing, and does so again', async () => {
    const log = folder.log();
    for (let time = 0; time < 2; time++) {
      const { exit, findings } = await run('collect', folder.dir, ...TWO);
      expect([exit, stops(findings)]).toEqual([collect.length > 0 ? 1 : 0, collect]);
      expect(folder.log()).toEqual(log);
    }
  });
});

describe('what the log says of a file that is gone', () => {
  const NEW = '补充说明.txt';
  /** An item of its own, fixed. */
  async function withNew(): Promise<CaseFolder> {
    const folder = example();
    writeFileSync(folder.at(`evidence/${NEW}`), '补充说明');
    const like = folder.items().find(({ kind }) => kind === '书证');
    const { sha256: _, sm3: __, ...rest } = structuredClone(like) as Item & { sha256?: string; sm3?: string };
    folder.writeItems([
      ...folder.items(),
      {
        ...rest,
        evidenceNo: 'Z-08',
        title: '补充说明',
        docType: '说明',
        kind: '书证',
        records: ['K-1'],
        facts: [],
        files: [{ path: NEW }],
      },
    ]);
    expect((await run('collect', folder.dir, ...TWO, '--to', '简一宁')).exit).toBe(0);
    expect(folder.events().at(-1)).toMatchObject({ action: 'collect', items: ['Z-08'] });
    return folder;
  }
  const add = (folder: CaseFolder, action: string, at: string, ...rest: string[]): ReturnType<typeof run> =>
    run('custody', folder.dir, 'Z-08', '--add', action, '--by', '丙', '--by', '甲', '--at', `2026-06-08T${at}+08:00`, ...rest);
  function drop(folder: CaseFolder): void {
    folder.writeItems(folder.items().filter(({ evidenceNo }) => evidenceNo !== 'Z-08'));
    rmSync(folder.at(`evidence/${NEW}`));
  }
  const told = async (folder: CaseFolder): Promise<string[]> =>
    (await run('check', folder.dir, '--at', AT)).findings
      .filter(({ rule }) => rule === 'E-13')
      .map(({ code, severity }) => `${severity} ${code}`);

  test('nothing, or that it was moved: a stop', async () => {
    const folder = await withNew();
    drop(folder);
    expect(await told(folder)).toEqual(['stop FIXED_FILE_GONE']);
    expect((await add(folder, '移动', '17:00', '--place', '档案室')).exit).toBe(0);
    expect(await told(folder)).toEqual(['stop FIXED_FILE_GONE']);
    expect((await run('collect', folder.dir)).findings.map(({ code }) => code)).toEqual(['COLLECT_FILE_MISSING']);
  });
  test('that it was returned: a remark, to the receiver as well; come back it must be there again', async () => {
    const folder = await withNew();
    expect((await add(folder, '返还', '17:00', '--to', '示例市示范县某某医院', '--place', '示例市示范县医疗保障局')).exit).toBe(0);
    drop(folder);
    expect(await told(folder)).toEqual(['info FIXED_FILE_LEFT']);
    expect((await run('collect', folder.dir)).findings).toEqual([]);
    const zip = join(scratch(), '案卷.zip');
    expect((await run('build', folder.dir, '-o', zip, '--at', AT)).exit).toBe(0);
    const { findings } = await run('verify', zip);
    expect(findings.filter(({ code }) => /FIXED|CUSTODY_UNKNOWN/.test(code)).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info FIXED_FILE_LEFT',
    ]);
    expect((await add(folder, '接收', '18:00', '--to', '简一宁')).exit).toBe(0);
    expect(await told(folder)).toEqual(['stop FIXED_FILE_GONE']);
  });
  test('a further file of an item that has fixed files takes its own fixing', async () => {
    const folder = await withNew();
    writeFileSync(folder.at('evidence/附件.txt'), '附件');
    list(folder, 'Z-08', ({ files }) => void files.push({ path: '附件.txt' }));
    expect(await told(folder)).toEqual(['stop FIXED_ITEM_TAKES_FILE']);
    expect((await run('collect', folder.dir, ...TWO, '--to', '简一宁')).exit).toBe(0);
    expect(await told(folder)).toEqual([]);
  });
  test('a form that cannot be read hides nothing of it', async () => {
    const folder = await withNew();
    drop(folder);
    writeFileSync(folder.at('items.yaml'), `${readFileSync(folder.at('items.yaml'), 'utf8')}\nunknown: [`);
    expect(await told(folder)).toEqual(['stop FIXED_FILE_GONE']);
  });
});

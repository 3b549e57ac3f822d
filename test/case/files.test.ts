/** Guards: the disk and the lists agree, no link is followed, and a new case folder leads and never overwrites. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evidenceFiles, folderSource, initCase, loadCase, signedScans } from '../../src/case/index.ts';
import { Fault } from '../../src/model/index.ts';
import { brief, FIXTURE } from './memory-case.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mbpack-case-'));
  cpSync(FIXTURE, join(dir, 'case'), { recursive: true });
  dir = join(dir, 'case');
});
afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return `${error.finding.code} ${error.exit}`;
    throw error;
  }
  return '';
}

async function files() {
  const { forms, locate } = await loadCase(folderSource(dir), { internal: 'required' });
  if (!forms.evidence) throw new Error('the fixture must load');
  return evidenceFiles(dir, forms.evidence, signedScans(forms), locate);
}

describe('evidence on disk', () => {
  test('what is listed and there', async () => {
    const { files: list, findings } = await files();
    expect(findings).toEqual([]);
    expect(list.map(({ path, role, size }) => [path, role, size])).toEqual([
      ['evidence/书证/住院病历-2.txt', 'evidence', 16],
      ['evidence/书证/住院病历.txt', 'evidence', 13],
      ['signed/移送书.pdf', 'signedScan', 890],
    ]);
  });

  const list = (from: string, to: string) => () =>
    writeFileSync(
      join(dir, 'evidence.yaml'),
      readFileSync(join(dir, 'evidence.yaml'), 'utf8').replace(`path: ${from},`, () => `path: '${to}',`),
    );
  const put =
    (name: string, content = 'x') =>
    () =>
      writeFileSync(join(dir, name), content);
  /** Below `evidence/`: Linux keeps any bytes. */
  const named = (bytes: readonly number[], ending = ''): Buffer =>
    Buffer.concat([Buffer.from(join(dir, 'evidence/')), Buffer.from(bytes), Buffer.from(ending)]);
  test.each<[string, () => void, string[]]>([
    ['listed, missing', () => rmSync(join(dir, 'evidence/书证/住院病历.txt')), ['EVIDENCE_FILE_MISSING evidence.yaml:17:17']],
    [
      'no evidence folder',
      () => rmSync(join(dir, 'evidence'), { recursive: true }),
      ['EVIDENCE_FILE_MISSING evidence.yaml:18:17', 'EVIDENCE_FILE_MISSING evidence.yaml:17:17'],
    ],
    ['signed scan missing', () => rmSync(join(dir, 'signed/移送书.pdf')), ['EVIDENCE_FILE_MISSING transfer.yaml:7:21']],
    ['written with its folder', list('书证/住院病历.txt', 'evidence/书证/住院病历.txt'), ['EVIDENCE_FILE_MISSING evidence.yaml:17:17']],
    ['backslash: told where the path was read', list('书证/住院病历.txt', '书证\\住院病历.txt'), []],
    ['a drive: told where the path was read', list('书证/住院病历.txt', 'C:\\案件\\evidence\\书证\\住院病历.txt'), []],
    ['there, not listed', put('evidence/b.pdf'), ['EVIDENCE_FILE_UNLISTED evidence/b.pdf']],
    ['hidden', put('evidence/.b'), ['EVIDENCE_FILE_UNLISTED evidence/.b']],
    ['Thumbs.db', put('evidence/书证/Thumbs.db'), ['EVIDENCE_FILE_JUNK evidence/书证/Thumbs.db']],
    ['lock of an office program', put('evidence/~$病历.docx'), ['EVIDENCE_FILE_JUNK evidence/~$病历.docx']],
    ...[
      '$RECYCLE.BIN/S-1-5-21/desktop.ini',
      'System Volume Information/IndexerVolumeGuid',
      '@eaDir/a.jpg/SYNOFILE_THUMB.jpg',
      '.git/objects/00/0',
      '.svn/entries',
      '~WRL0001.tmp',
      '.~lock.病历.docx#',
      '.DS_Store',
      '._病历.txt',
      '__MACOSX/._病历.txt',
      '.Spotlight-V100/store',
      '.Trashes/501/a',
      '.fseventsd/0',
      'lost+found/#1',
      '#recycle/a.txt',
      '.sync/ID',
      '.nomedia',
      '.病历.txt.swp',
    ].map((path): [string, () => void, string[]] => [
      `${path}, once for a folder`,
      () => {
        const [top = '', ...below] = path.split('/');
        mkdirSync(join(dir, 'evidence', ...path.split('/').slice(0, -1)), { recursive: true });
        put(`evidence/${path}`)();
        if (below.length > 0) put(`evidence/${top}/another`)();
      },
      [`EVIDENCE_FILE_JUNK evidence/${path.split('/')[0]}`],
    ]),
    [
      'a name that is no UTF-8',
      () => writeFileSync(named([0xb2, 0xa1, 0xc0, 0xfa], '.txt'), 'x'),
      ['EVIDENCE_NAME_BYTES evidence/\\xb2\\xa1\\xc0\\xfa.txt'],
    ],
    [
      'two of them, and a folder of such a name: the rest is looked at',
      () => {
        writeFileSync(named([0xb2, 0xa1]), 'x');
        mkdirSync(named([0xff]));
        put('evidence/b.pdf')();
      },
      ['EVIDENCE_NAME_BYTES evidence/\\xb2\\xa1', 'EVIDENCE_NAME_BYTES evidence/\\xff', 'EVIDENCE_FILE_UNLISTED evidence/b.pdf'],
    ],
    ['an old scan', put('signed/旧.pdf'), ['SIGNED_FILE_UNLISTED signed/旧.pdf']],
    ['empty', put('evidence/书证/住院病历.txt', ''), ['EVIDENCE_FILE_EMPTY evidence/书证/住院病历.txt']],
    [
      'other case',
      () => {
        rmSync(join(dir, 'evidence/书证/住院病历.txt'));
        put('evidence/书证/住院病历.TXT')();
      },
      ['EVIDENCE_NAME_DIFFERS evidence/书证/住院病历.TXT'],
    ],
    [
      'two that differ by case',
      put('evidence/书证/住院病历.TXT'),
      ['EVIDENCE_NAME_COLLISION evidence/书证/住院病历.txt', 'EVIDENCE_FILE_UNLISTED evidence/书证/住院病历.TXT'],
    ],
    [
      'decomposed name',
      put('evidence/e\u0301.txt'),
      ['EVIDENCE_NAME_BAD evidence/e\u0301.txt', 'EVIDENCE_FILE_UNLISTED evidence/e\u0301.txt'],
    ],
    [
      'bidi name',
      put('evidence/a\u202efdp.exe'),
      ['EVIDENCE_NAME_BAD evidence/a\u202efdp.exe', 'EVIDENCE_FILE_UNLISTED evidence/a\u202efdp.exe'],
    ],
    ['link to a file', () => symlinkSync('/etc/hostname', join(dir, 'evidence/link.txt')), ['EVIDENCE_IS_LINK evidence/link.txt']],
    [
      'link in the place of a listed file',
      () => {
        rmSync(join(dir, 'evidence/书证/住院病历.txt'));
        symlinkSync('/etc/hostname', join(dir, 'evidence/书证/住院病历.txt'));
      },
      ['EVIDENCE_IS_LINK evidence/书证/住院病历.txt'],
    ],
    ['link to a folder', () => symlinkSync('/etc', join(dir, 'evidence/etc')), ['EVIDENCE_IS_LINK evidence/etc']],
    ['link to its own folder', () => symlinkSync('.', join(dir, 'evidence/loop')), ['EVIDENCE_IS_LINK evidence/loop']],
  ])('%s', async (_, act, expected) => {
    act();
    expect((await files()).findings.map((f) => brief(f).replace(`${dir}/`, ''))).toEqual(expected);
  });

  test('the evidence folder itself is a link', async () => {
    rmSync(join(dir, 'evidence'), { recursive: true });
    symlinkSync('/etc', join(dir, 'evidence'));
    expect((await files()).findings.map(({ code }) => code)).toContain('EVIDENCE_IS_LINK');
  });

  test('unreadable', async () => {
    chmodSync(join(dir, '..'), 0o755);
    chmodSync(join(dir, 'evidence/书证/住院病历.txt'), 0);
    // Root may read everything: be nobody for the length of the call.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      expect((await files()).findings.map(brief)).toEqual(['EVIDENCE_UNREADABLE evidence/书证/住院病历.txt']);
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});

describe('the folder', () => {
  test.each<[string, () => unknown, string]>([
    ['not there', () => folderSource(join(dir, 'nowhere')), 'NOT_A_CASE_FOLDER 2'],
    ['a file', () => folderSource(join(dir, 'case.yaml')), 'NOT_A_CASE_FOLDER 2'],
    ['no case form', () => folderSource(join(dir, 'evidence')), 'CASE_FORM_ABSENT 1'],
    ['init in a filled folder', () => initCase(dir), 'INIT_NOT_EMPTY 2'],
    ['init on a file', () => initCase(join(dir, 'case.yaml')), 'INIT_NOT_EMPTY 2'],
    ['init below a file', () => initCase(join(dir, 'case.yaml/x')), 'INIT_NOT_EMPTY 2'],
  ])('%s', (_, act, expected) => {
    expect(faultOf(act)).toBe(expected);
  });

  test('a form that is a link is refused, one that is too large is not read', async () => {
    rmSync(join(dir, 'transfer.yaml'));
    symlinkSync('case.yaml', join(dir, 'transfer.yaml'));
    writeFileSync(join(dir, 'receipt.yaml'), 'x'.repeat(6 * 1024 * 1024));
    const { findings } = await loadCase(folderSource(dir), { internal: 'required' });
    expect(findings.map(({ code }) => code)).toEqual(['FORM_TOO_LARGE', 'FORM_IS_LINK']);
  });
});

describe('init', () => {
  test.each(['xlsx', 'yaml'] as const)('a new folder with %s lists leads by titles', async (lists) => {
    const fresh = join(dir, 'new/案件');
    const written = initCase(fresh, { lists });
    for (const path of written) expect(existsSync(join(fresh, path))).toBe(true);
    expect(readdirSync(join(fresh, 'evidence'))).toEqual([]);
    const { findings, forms } = await loadCase(folderSource(fresh), { internal: 'required' });
    const codes = new Set(findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(
      lists === 'xlsx' ? ['FIELD_MISSING', 'LIST_TOO_SHORT', 'SHEET_EXAMPLE_ROW'] : ['FIELD_MISSING', 'LIST_TOO_SHORT'],
    );
    expect(findings.find(({ code }) => code === 'FIELD_MISSING')?.args).toMatchObject({ field: expect.stringMatching(/\p{Script=Han}/u) });
    expect(Object.keys(forms)).toEqual(['internal', 'receipt', 'records']);
    expect(faultOf(() => initCase(fresh))).toBe('INIT_NOT_EMPTY 2');
  });

  test('the words of behaviours stand beside their codes, and no comment breaks inside a word', () => {
    const fresh = join(dir, 'new');
    initCase(fresh);
    const text = readFileSync(join(fresh, 'case.yaml'), 'utf8');
    expect(text).toMatch(/# {3}YS-B3（.*）虚构医药服务项目、虚开医疗服务费用\n/);
    const comments = text.split('\n').filter((line) => line.trimStart().startsWith('# '));
    const carriedOn = comments.filter(
      (line, i) => i > 0 && /^ *# [^（：:]+[。、；]?$/.test(line) && !/[、，。；]$/.test(comments[i - 1] ?? ''),
    );
    expect(carriedOn.filter((line) => !/^ *# (?:\w+:|- )/.test(line))).toEqual([]);
  });

  test('comments hold no more than explanations: they parse away', () => {
    const fresh = join(dir, 'new');
    initCase(fresh, { lists: 'yaml' });
    for (const name of ['case', 'items', 'evidence']) {
      const facts = readFileSync(join(fresh, `${name}.yaml`), 'utf8')
        .split('\n')
        .filter((line) => /^[^#]*:\s*[^\s#[\]]/.test(line) && !line.trimStart().startsWith('#'));
      expect(facts).toEqual(name === 'case' ? ['mbpack: "1.0"', 'pack: national'] : []);
    }
  });
});

/** `mbpack custody`: the chain shown, one event appended, and nothing else touched whatever happens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { type CustodyEvent, chainFaults, custodyLine, custodyLink } from '../../src/model/index.ts';
import { type Call, killedAt } from './kill-at.ts';
import { cleanUp, codes, copyOf, GOOD, mbpack, type Ran, scratch } from './run.ts';

afterAll(cleanUp);

const logOf = (dir: string): string => readFileSync(join(dir, 'custody.jsonl'), 'utf8');
const linesOf = (dir: string): string[] => logOf(dir).trimEnd().split('\n');
const validate = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

interface Shown {
  readonly ok: boolean;
  readonly custody: {
    readonly added?: number;
    readonly lines: number;
    readonly head: string;
    readonly events: readonly {
      readonly seq: number;
      readonly action: string;
      readonly at: string;
      readonly recordedAt?: string;
      readonly from?: string;
    }[];
    readonly items: readonly {
      readonly evidenceNo: string;
      readonly holder: string;
      readonly sealed: boolean;
      readonly seal: string;
      readonly out: boolean;
    }[];
  };
}

async function json(...argv: string[]): Promise<Shown> {
  const { out } = await mbpack('--json', 'custody', ...argv);
  const value: unknown = JSON.parse(out);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  return value as Shown;
}

/** Digest of every file but the log. */
function rest(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'custody.jsonl' && statSync(join(dir, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')}`,
    )
    .sort();
}

describe('shown', () => {
  test('files that were not read are not called in order, and what reads them is told', async () => {
    const dir = copyOf();
    for (const name of readdirSync(join(dir, 'evidence'), { recursive: true, encoding: 'utf8' }))
      if (statSync(join(dir, 'evidence', name)).isFile()) writeFileSync(join(dir, 'evidence', name), 'x');
    const { exit, err } = await mbpack('custody', dir);
    expect([exit, err.includes(uiOf('zh-CN').tally({ stop: 0, error: 0, warning: 0, info: 0 }))]).toEqual([0, false]);
    expect(err).toContain(`mbpack collect ${dir}`);
  });
  test('all of a case in order', async () => {
    const { ok, custody } = await json(GOOD);
    expect(ok).toBe(true);
    expect(custody.events).toHaveLength(linesOf(GOOD).length);
    expect(custody.head).toBe(custodyLink(linesOf(GOOD).at(-1) ?? ''));
  });

  test('one item, in Chinese, with its holder and its seal', async () => {
    const { exit, out } = await mbpack('custody', GOOD, 'Z-38');
    expect(exit).toBe(0);
    expect(out).toMatch(/启封 .*0000231至0000233/);
    expect(out).toMatch(/Z-38 «门禁控制主机»：«柳知微» 保管.*封存 «0000241至0000243»/);
    expect(out).not.toContain('Z-01');
  });

  test.each<[string, (lines: string[]) => string[], string]>([
    ['changed', (l) => l.with(2, custodyLine({ ...JSON.parse(l[2] ?? ''), note: 'x' })), '3 changed'],
    ['removed', (l) => l.toSpliced(4, 1), '5 removed'],
    ['reordered', (l) => l.toSpliced(4, 2, l[5] ?? '', l[4] ?? ''), '6 reordered'],
    ['inserted', (l) => l.toSpliced(5, 0, custodyLine({ ...JSON.parse(l[4] ?? ''), seq: 6, prev: custodyLink(l[4] ?? '') })), '6 inserted'],
  ])('a log with a line %s', async (_, change, expected) => {
    const dir = copyOf();
    writeFileSync(join(dir, 'custody.jsonl'), `${change(linesOf(dir)).join('\n')}\n`);
    const { exit, findings } = await codes('custody', dir);
    expect(exit).toBe(1);
    const found = findings as unknown as { code: string; args: { line: number; fault: string } }[];
    expect(found.filter((f) => f.code === 'CUSTODY_CHAIN_BROKEN').map((f) => `${f.args.line} ${f.args.fault}`)).toEqual([expected]);
  });

  test('a fault is marked at its line', async () => {
    const dir = bare([{ action: 'move', from: '柳某', to: '周某甲' }]);
    const { exit, out, err } = await mbpack('custody', dir);
    expect(exit).toBe(1);
    expect(out).toMatch(/^× +2 /m);
    expect(err).toContain('CUSTODY_HOLDER_DIFFERS');
  });

  test('a case with nothing filled in, and no log', async () => {
    const dir = join(scratch(), '新案');
    await mbpack('init', dir);
    const { exit, out } = await mbpack('custody', dir);
    expect([exit, out.includes('mbpack collect')]).toEqual([0, true]);
    expect(await json(dir)).toMatchObject({ custody: { lines: 0, head: null, events: [], items: [] } });
  });

  test.each([
    [['Z-99'], 'CUSTODY_NO_SUCH_ITEM'],
    [['Z-01', '--add', '烧毁', '--by', '甲'], 'CUSTODY_ACTION_UNKNOWN'],
    [['Z-01', '--add', '固定', '--by', '甲'], 'CUSTODY_ACTION_UNKNOWN'],
    [['--add', '检查', '--by', '甲'], 'CUSTODY_SAYS_TOO_LITTLE'],
    [['Z-01', '--add', '检查'], 'CUSTODY_SAYS_TOO_LITTLE'],
    [['Z-01', '--add', '移交', '--by', '甲'], 'CUSTODY_SAYS_TOO_LITTLE'],
    [['Z-01', '--add', '移动', '--by', '甲'], 'CUSTODY_SAYS_TOO_LITTLE'],
    [['Z-01', '--add', '检查', '--by', '谁'], 'COLLECT_BY_UNKNOWN'],
    [['Z-01', '--add', '检查', '--by', '甲', '--record', 'T-99'], 'COLLECT_RECORD_UNKNOWN'],
  ])('a call that says too little: %j', async (argv, code) => {
    const before = logOf(GOOD);
    expect(await codes('custody', GOOD, ...argv)).toMatchObject({ exit: 2, codes: [code] });
    expect(logOf(GOOD)).toBe(before);
  });
});

describe('appended', () => {
  test('a day of the evidence room', async () => {
    const dir = copyOf();
    const before = logOf(dir);
    const others = rest(dir);
    const lines = linesOf(dir).length;
    const by = ['--by', '甲', '--by', '丙'];
    const steps: [string[], Record<string, unknown>][] = [
      [['--add', '启封', '--seal-before', '0000241至0000243', '--at', '2026-09-15T09:00+08:00'], { sealed: false, holder: '柳知微' }],
      [['--add', 'examine', '--method', '读取日志', '--tool', '只读接口'], { sealed: false }],
      [['--add', '复制', '--media-no', 'GP-01', '--seal-after', 'FT-9'], { sealed: false }],
      [['--add', '封存', '--seal-after', '0000251'], { sealed: true, seal: '0000251' }],
      [['--add', '移动', '--to', '梁慎行', '--place', '物证室'], { holder: '梁慎行', out: false }],
      [
        ['--add', '移交', '--to', '示例市公安局示例区分局', '--place', '示例市公安局示例区分局', '--by', '乙'],
        { holder: '示例市公安局示例区分局', out: true },
      ],
      [['--add', '接收', '--note', '退回补正'], { holder: '周执中', out: false, seal: '0000251' }],
      [['--add', '返还', '--to', '示例市某某康复医院有限公司'], { out: true }],
    ];
    for (const [i, [argv, state]] of steps.entries()) {
      const { ok, custody } = await json(dir, 'Z-38', ...by, ...argv);
      expect([ok, custody.added, custody.items[0]]).toMatchObject([true, lines + i + 1, state]);
      expect(custody.head).toBe(custodyLink(linesOf(dir).at(-1) ?? ''));
    }
    expect(logOf(dir).startsWith(before)).toBe(true);
    expect(chainFaults(linesOf(dir))).toEqual([]);
    expect(rest(dir)).toEqual(others);
    const written = linesOf(dir)
      .slice(lines)
      .map((l) => JSON.parse(l));
    expect(written.map((e) => e.from)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '柳知微',
      '梁慎行',
      '示例市公安局示例区分局',
      '周执中',
    ]);
    expect(written[0]).toMatchObject({
      at: '2026-09-15T09:00:00+08:00',
      recordedAt: '2026-09-15T14:00:00+08:00',
      by: [{ name: '周执中', certNo: '99010126001' }, { name: '柳知微' }],
    });
    expect((await codes('custody', dir)).codes).toEqual(['CUSTODY_ITEM_AWAY']);
  });

  test.each<[string, string[], string]>([
    ['another seal', ['--add', '启封', '--seal-before', '0000231至0000233'], 'CUSTODY_SEAL_DIFFERS'],
    ['no seal', ['--add', '启封'], 'CUSTODY_SEAL_UNNAMED'],
    ['opened by a copy', ['--add', '复制', '--media-no', 'GP-01'], 'CUSTODY_SEAL_UNNAMED'],
    ['sealed twice', ['--add', '封存', '--seal-after', 'X'], 'CUSTODY_SEALED_TWICE'],
    ['not the holder', ['--add', '移交', '--from', '周执中', '--to', '公安局', '--place', '公安局'], 'CUSTODY_HOLDER_DIFFERS'],
    [
      'before the last line',
      ['--add', '检查', '--seal-before', '0000241至0000243', '--at', '2026-09-14T08:49+08:00'],
      'CUSTODY_BEFORE_LAST',
    ],
    ['in the future', ['--add', '检查', '--seal-before', '0000241至0000243', '--at', '2026-09-15T14:00:01+08:00'], 'CUSTODY_IN_FUTURE'],
    ['two lines in a place', ['--add', '移动', '--place', '物证室\n2号柜'], 'FIELD_ONE_LINE'],
    ['a name turned round', ['--add', '移动', '--to', '周\u202e某'], 'TEXT_UNUSUAL_CHARACTER'],
  ])('refused: %s', async (_, argv, code) => {
    const dir = copyOf();
    const [before, others] = [logOf(dir), rest(dir)];
    expect(await codes('custody', dir, 'Z-38', '--by', '甲、丙', ...argv)).toMatchObject({ exit: 1, codes: [code] });
    expect([logOf(dir), rest(dir)]).toEqual([before, others]);
  });

  test.each<[string, string[]]>([
    ['handed over', ['--add', '移交', '--to', '公安局', '--place', '门口']],
    ['handed over in the name of the holder, with a note', ['--add', '移交', '--from', '柳知微', '--to', '公安局', '--note', '代交']],
    ['given back', ['--add', '返还', '--to', '示例市某某康复医院有限公司']],
    ['taken over, and nobody gave it', ['--add', '接收', '--to', '周执中']],
  ])('refused, the holder did not act: %s', async (_, argv) => {
    const dir = copyOf();
    expect(await codes('custody', dir, 'Z-01', '--by', '甲', ...argv)).toMatchObject({ exit: 1, codes: ['CUSTODY_GIVER_NOT_HOLDER'] });
    expect(logOf(dir)).toBe(logOf(GOOD));
    expect((await codes('custody', dir, 'Z-01', '--by', '甲、丙', ...argv)).exit).toBe(0);
  });

  test('fetched while the holder was away: what happened is written, and the gap told', async () => {
    const dir = copyOf();
    expect(await codes('custody', dir, 'Z-01', '--by', '甲', '--add', '移动', '--to', '周执中')).toMatchObject({
      exit: 0,
      codes: ['CUSTODY_GIVER_NOT_HOLDER'],
    });
    expect(linesOf(dir)).toHaveLength(linesOf(GOOD).length + 1);
    expect((await codes('custody', dir, 'Z-01', '--by', '甲', '--add', '移交', '--to', '公安局', '--place', '门口')).exit).toBe(0);
  });

  test('refused in words: what the log says, how to mend, and that nothing was written', async () => {
    const { exit, out, err } = await mbpack('custody', copyOf(), 'Z-38', '--by', '甲、丙', '--add', '启封', '--seal-before', '1');
    expect([exit, out]).toEqual([1, '']);
    expect(err).toMatch(/应为«0000241至0000243»[\s\S]*建议[\s\S]*没有追加/);
  });

  test('items with different people are not handed over in one', async () => {
    const dir = copyOf();
    await json(dir, 'Z-01', '--add', '移动', '--to', '周执中', '--by', '甲');
    expect(await codes('custody', dir, 'Z-01', 'Z-02', '--add', '移交', '--to', '公安局', '--by', '甲')).toMatchObject({
      exit: 1,
      codes: ['CUSTODY_HOLDERS_DIFFER'],
    });
  });

  test.each<[string, string[]]>([
    ['one person seals', ['--add', '封存', '--seal-after', 'F1', '--by', '甲']],
    ['the same person twice', ['--add', '封存', '--seal-after', 'F1', '--by', '甲', '--by', '甲']],
    ['a copy on nothing', ['--add', '复制', '--by', '甲']],
    ['handed over nowhere', ['--add', '移交', '--to', '公安局', '--by', '丙']],
  ])('asked before a line that cannot be taken back: %s', async (_, argv) => {
    const dir = copyOf();
    expect(await codes('custody', dir, 'Z-01', ...argv)).toMatchObject({ exit: 2, codes: ['CUSTODY_SAYS_TOO_LITTLE'] });
    expect(logOf(dir)).toBe(logOf(GOOD));
    expect((await codes('custody', dir, 'Z-01', ...argv, '--note', '当时只能如此')).exit).toBe(0);
    expect(linesOf(dir)).toHaveLength(linesOf(GOOD).length + 1);
  });

  test('the answer says that the line stays', async () => {
    const { err } = await mbpack('custody', copyOf(), 'Z-01', '--add', '检查', '--by', '甲');
    expect(err).toContain('写入后不能删改；写错的，再追加一条更正');
  });

  test('a name twice is one person, and told', async () => {
    const { codes: found } = await codes('custody', copyOf(), 'Z-01', '--add', '检查', '--by', '甲', '--by', '甲');
    expect(found).toEqual(['COLLECT_BY_TWICE']);
  });

  test('one person alone with a reason is written and told', async () => {
    const dir = copyOf();
    const found = await codes('custody', dir, 'Z-01', '--add', '封存', '--seal-after', 'F1', '--by', '甲', '--note', '另一人在途中');
    expect(found).toMatchObject({ exit: 0, codes: ['CUSTODY_ONE_PERSON'] });
    expect(linesOf(dir)).toHaveLength(linesOf(GOOD).length + 1);
  });

  test('not to a log that is not whole', async () => {
    const dir = copyOf();
    writeFileSync(join(dir, 'custody.jsonl'), `${linesOf(dir).toSpliced(3, 1).join('\n')}\n`);
    const before = logOf(dir);
    const found = await codes('custody', dir, 'Z-01', '--add', '检查', '--by', '甲');
    expect(found).toMatchObject({ exit: 1, codes: ['CUSTODY_CHAIN_BROKEN'] });
    expect(logOf(dir)).toBe(before);
  });
});

/** A folder with a log and nothing else: an item collected, and what follows. */
function bare(more: readonly object[], padding = 0): string {
  const dir = join(scratch(), '案件');
  mkdirSync(join(dir, 'evidence'), { recursive: true });
  const filler = Array.from({ length: padding }, () => ({ action: 'examine', note: '清点'.repeat(1500) }));
  const lines: string[] = [];
  let prev: string | null = null;
  for (const [i, event] of [{ action: 'collect', to: '周某甲' }, ...filler, ...more].entries()) {
    const by = [
      { name: '周某甲', certNo: '1' },
      { name: '吴某乙', certNo: '2' },
    ];
    const whole = { at: '2026-05-13T10:00:00+08:00', items: ['E01'], by, ...event, seq: i + 1, prev };
    const line = custodyLine(whole as unknown as CustodyEvent);
    prev = createHash('sha256').update(line).digest('hex');
    lines.push(line);
  }
  writeFileSync(join(dir, 'custody.jsonl'), `${lines.join('\n')}\n`);
  return dir;
}

const EXAMINE = ['E01', '--add', '检查', '--by', '周某甲/1'];

function start(dir: string, ...node: string[]): { child: ChildProcess; ran: Promise<Ran> } {
  const child = spawn(process.execPath, [...node, resolve('bin/mbpack.js'), 'custody', dir, ...EXAMINE, '--json'], {
    env: { PATH: process.env.PATH },
  });
  const ran = new Promise<Ran>((done) => {
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('close', (exit) => done({ exit: exit ?? -1, out, err: '' }));
  });
  return { child, ran };
}

describe('several processes', () => {
  test('at once: every line that was reported is there, once; who lost is told', async () => {
    const dir = bare([], 150);
    const before = logOf(dir);
    const all = await Promise.all(Array.from({ length: 4 }, () => start(dir).ran));
    const won = all.filter(({ exit }) => exit === 0);
    expect(won.length).toBeGreaterThan(0);
    for (const { out } of all.filter(({ exit }) => exit !== 0)) {
      const { findings } = JSON.parse(out) as { findings: { code: string }[] };
      expect(['CUSTODY_LOCKED', 'CUSTODY_CHANGED_MEANWHILE']).toContain(findings[0]?.code);
    }
    const lines = linesOf(dir);
    expect(logOf(dir).startsWith(before)).toBe(true);
    expect(chainFaults(lines)).toEqual([]);
    const numbers = won.map(({ out }) => (JSON.parse(out) as Shown).custody.added).sort();
    expect(numbers).toEqual(Array.from({ length: won.length }, (_, i) => 152 + i));
    expect(lines).toHaveLength(151 + won.length);
    expect(readdirSync(dir).sort()).toEqual(['custody.jsonl', 'evidence']);
  });

  test.each<[string, Call, number, readonly string[], boolean]>([
    ['before it has the lock', 'linkSync', 1, ['mbpack-…', 'custody.jsonl', 'evidence'], false],
    ['before the new log has a byte', 'writeSync', 2, ['mbpack-…', 'custody.jsonl', 'custody.jsonl.lock', 'evidence'], false],
    ['before it is on the disk', 'fsyncSync', 1, ['mbpack-…', 'custody.jsonl', 'custody.jsonl.lock', 'evidence'], false],
    ['before it has its name', 'renameSync', 1, ['mbpack-…', 'custody.jsonl', 'custody.jsonl.lock', 'evidence'], false],
    ['when it has its name', 'fsyncSync', 2, ['custody.jsonl', 'custody.jsonl.lock', 'evidence'], true],
  ])('killed while it writes, %s: the old log or the new one, and the next run takes the lock over', async (_, call, nth, left, added) => {
    const dir = bare([], 300);
    const before = logOf(dir);
    const { exit } = await start(dir, ...killedAt(call, nth)).ran;
    const names = readdirSync(dir).map((name) => name.replace(/^mbpack-.*\.part$/, 'mbpack-…'));
    expect([exit, names.sort()]).toEqual([-1, [...left].sort()]);
    expect([logOf(dir).startsWith(before), linesOf(dir).length, chainFaults(linesOf(dir))]).toEqual([true, added ? 302 : 301, []]);
    expect((await mbpack('custody', dir)).exit).toBe(0);
    expect((JSON.parse((await start(dir).ran).out) as Shown).custody.added).toBe(added ? 303 : 302);
    expect(logOf(dir).startsWith(before)).toBe(true);
    expect(readdirSync(dir).sort()).toEqual(['custody.jsonl', 'evidence']);
  });
});

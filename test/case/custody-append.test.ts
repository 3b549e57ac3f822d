/** Appending to a custody log: whole, in order, and nothing lost whatever stands in the way. */
import { execFileSync } from 'node:child_process';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { appendCustody, type CustodyDraft } from '../../src/case/index.ts';
import { ownerText } from '../../src/leftovers/index.ts';
import { chainFaults, custodyLink, Fault } from '../../src/model/index.ts';

const made: string[] = [];
afterAll(() => made.forEach((dir) => void rmSync(dir, { recursive: true, force: true })));

const BY = [{ name: '周某甲', certNo: '99010001' }, { name: '吴某乙' }];
const COLLECT: CustodyDraft = { at: '2026-05-13T10:00+08:00', action: 'collect', items: ['E01'], by: BY, to: '柳某', place: '某某医院' };
const SEAL: CustodyDraft = { at: '2026-05-13T11:00+08:00', action: 'seal', items: ['E01'], by: BY, sealAfter: '封0001' };
const NOW = { recordedAt: '2026-05-13T12:00:00+08:00' };

function folder(log?: string): { dir: string; log: () => string } {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-custody-'));
  made.push(dir);
  if (log !== undefined) writeFileSync(join(dir, 'custody.jsonl'), log);
  return { dir, log: () => readFileSync(join(dir, 'custody.jsonl'), 'utf8') };
}

function begun(): ReturnType<typeof folder> {
  const f = folder();
  appendCustody(f.dir, [COLLECT], NOW);
  return f;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return `${error.exit} ${error.finding.code}`;
    throw error;
  }
  return 'none';
}

test('a log begins, and goes on without a changed byte', () => {
  const { dir, log } = begun();
  const first = log();
  const { events, lines, head } = appendCustody(dir, [SEAL, { ...COLLECT, at: SEAL.at, action: 'unseal', sealBefore: '封0001' }], NOW);
  expect(log().startsWith(first)).toBe(true);
  expect(log()).toBe(`${first}${lines.join('\n')}\n`);
  expect(chainFaults(log().trimEnd().split('\n'))).toEqual([]);
  expect(events.map((e) => [e.seq, e.recordedAt])).toEqual([
    [2, NOW.recordedAt],
    [3, NOW.recordedAt],
  ]);
  expect(head).toBe(custodyLink(lines.at(-1) ?? ''));
  expect(readdirSync(dir)).toEqual(['custody.jsonl']);
});

test('nothing to append writes nothing', () => {
  const { dir } = folder();
  expect(appendCustody(dir, [], NOW).head).toBeNull();
  expect(readdirSync(dir)).toEqual([]);
});

test('a last line without line feed keeps its bytes', () => {
  const { dir, log } = begun();
  const cut = log().trimEnd();
  writeFileSync(join(dir, 'custody.jsonl'), cut);
  appendCustody(dir, [SEAL], NOW);
  expect(log().startsWith(`${cut}\n`)).toBe(true);
  expect(log().trimEnd().split('\n')).toHaveLength(2);
});

const spoilt = (change: (log: string) => string) => {
  const f = begun();
  appendCustody(f.dir, [SEAL], NOW);
  writeFileSync(join(f.dir, 'custody.jsonl'), change(f.log()));
  return f;
};

test.each<[string, () => ReturnType<typeof folder>, string]>([
  ['a changed line', () => spoilt((log) => log.replace('柳某', '李某')), '1 CUSTODY_CHAIN_BROKEN'],
  ['a line cut out', () => spoilt((log) => log.slice(log.indexOf('\n') + 1)), '1 CUSTODY_CHAIN_BROKEN'],
  ['half a line', () => spoilt((log) => log.slice(0, -40)), '1 CUSTODY_LINE_BAD'],
  ['CR LF', () => spoilt((log) => log.replaceAll('\n', '\r\n')), '1 CUSTODY_LINE_BAD'],
  ['an empty log', () => folder(''), '1 FORM_EMPTY'],
  ['a member that is none', () => spoilt((log) => log.replace('{"action":"seal"', '{"Action":1,"action":"seal"')), '1 FIELD_UNKNOWN'],
])('refused, and left alone: %s', (_, make, code) => {
  const { dir, log } = make();
  const before = log();
  expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe(code);
  expect(log()).toBe(before);
  expect(readdirSync(dir)).toEqual(['custody.jsonl']);
});

test.each<[string, Partial<CustodyDraft>, string]>([
  ['unknown action', { action: 'burn' as 'seal' }, '1 FIELD_ENUM'],
  ['not a time', { at: 'yesterday' }, '1 INSTANT_INVALID'],
  ['no such day', { at: '2026-02-30T10:00+08:00' }, '1 INSTANT_INVALID'],
  ['an invisible character in a name', { by: [{ name: '周\u202e某' }] }, '1 TEXT_UNUSUAL_CHARACTER'],
  ['half a character', { by: [{ name: '周\ud800' }] }, '1 TEXT_UNUSUAL_CHARACTER'],
  ['a delete character', { note: 'x\u007f' }, '1 TEXT_UNUSUAL_CHARACTER'],
  ['two lines in a name', { place: 'a\nb' }, '1 FIELD_ONE_LINE'],
  ['before the last line', { at: '2026-05-13T09:00+08:00' }, '1 CUSTODY_BEFORE_LAST'],
  ['after the clock', { at: '2026-05-13T12:00:01+08:00' }, '1 CUSTODY_IN_FUTURE'],
  ['never collected', { items: ['E02'] }, '1 CUSTODY_FIRST_EVENT'],
  ['not who holds it', { action: 'move', from: '郑某', to: '吴某乙' }, '1 CUSTODY_HOLDER_DIFFERS'],
  ['a seal that is not on it', { action: 'unseal', sealBefore: '封0009' }, '1 CUSTODY_NOT_SEALED'],
])('an event that cannot be: %s', (_, change, code) => {
  const { dir, log } = begun();
  const before = log();
  expect(codeOf(() => appendCustody(dir, [{ ...SEAL, ...change }], NOW))).toBe(code);
  expect(log()).toBe(before);
  expect(readdirSync(dir)).toEqual(['custody.jsonl']);
});

test('one event of several that cannot be keeps all out', () => {
  const { dir, log } = begun();
  const before = log();
  expect(codeOf(() => appendCustody(dir, [SEAL, SEAL], NOW))).toBe('1 CUSTODY_SEALED_TWICE');
  expect(log()).toBe(before);
});

test('a lock is told and not broken, a link is not followed', () => {
  const { dir, log } = begun();
  const before = log();
  writeFileSync(join(dir, 'custody.jsonl.lock'), 'half');
  expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe('2 CUSTODY_LOCKED');
  expect(readFileSync(join(dir, 'custody.jsonl.lock'), 'utf8')).toBe('half');
  rmSync(join(dir, 'custody.jsonl.lock'));
  symlinkSync('/tmp/mbpack-no-such-file', join(dir, 'custody.jsonl.lock'));
  expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe('2 CUSTODY_LOCKED');
  expect(log()).toBe(before);

  const linked = folder();
  symlinkSync(join(dir, 'custody.jsonl'), join(linked.dir, 'custody.jsonl'));
  expect(codeOf(() => appendCustody(linked.dir, [SEAL], NOW))).toBe('1 FORM_IS_LINK');
  expect(readdirSync(linked.dir)).toEqual(['custody.jsonl']);
});

/** A process that has ended. */
const goneOwner = (): string =>
  execFileSync(
    process.execPath,
    ['-e', `import(${JSON.stringify(resolve('dist/leftovers/index.js'))}).then((m) => console.log(m.ownerText()))`],
    {
      encoding: 'utf8',
    },
  ).trim();

test.each<[string, () => { text: string; ageSeconds?: number }, string]>([
  ['whose holder was killed is taken over', () => ({ text: `${goneOwner()}\n` }), 'none'],
  ['without a name, from yesterday, is taken over', () => ({ text: '', ageSeconds: 86_400 }), 'none'],
  ['without a name, of this moment, stands', () => ({ text: '' }), '2 CUSTODY_LOCKED'],
  ['of a process that runs stands', () => ({ text: `${ownerText()}\n` }), '2 CUSTODY_LOCKED'],
  ['of another machine stands', () => ({ text: '00000000-1\n' }), '2 CUSTODY_LOCKED'],
])('a lock %s', (_, make, expected) => {
  const { dir, log } = begun();
  const before = log();
  const lock = join(dir, 'custody.jsonl.lock');
  const { text, ageSeconds = 0 } = make();
  writeFileSync(lock, text);
  if (ageSeconds > 0) utimesSync(lock, Date.now() / 1000 - ageSeconds, Date.now() / 1000 - ageSeconds);
  expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe(expected);
  expect(log().startsWith(before)).toBe(true);
  expect(log().split('\n').length).toBe(expected === 'none' ? 3 : 2);
  expect(readdirSync(dir).sort()).toEqual(expected === 'none' ? ['custody.jsonl'] : ['custody.jsonl', 'custody.jsonl.lock']);
});

test('a turn at taking over whose holder was killed is taken over, too', () => {
  const { dir } = begun();
  for (const name of ['custody.jsonl.lock', 'custody.jsonl.lock.turn']) writeFileSync(join(dir, name), `${goneOwner()}\n`);
  appendCustody(dir, [SEAL], NOW);
  expect(readdirSync(dir)).toEqual(['custody.jsonl']);
});

test('without hard links (FAT, exFAT) the lock is taken and given back all the same', () => {
  const { dir, log } = begun();
  const link = vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM' });
  });
  syncBuiltinESMExports();
  try {
    appendCustody(dir, [SEAL], NOW);
    writeFileSync(join(dir, 'custody.jsonl.lock'), `${ownerText()}\n`);
    expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe('2 CUSTODY_LOCKED');
  } finally {
    link.mockRestore();
    syncBuiltinESMExports();
  }
  expect(log().trimEnd().split('\n')).toHaveLength(2);
  expect(readdirSync(dir)).toEqual(['custody.jsonl', 'custody.jsonl.lock']);
});

test('a new log that a killed call left unfinished is cleared away', () => {
  const { dir, log } = begun();
  const owner = goneOwner();
  writeFileSync(join(dir, `mbpack-${owner}-0123456789abcdef.part`), log().slice(0, 50));
  writeFileSync(join(dir, `mbpack-${ownerText()}-0123456789abcdef.part`), 'held');
  appendCustody(dir, [SEAL], NOW);
  expect(readdirSync(dir).sort()).toEqual(['custody.jsonl', `mbpack-${ownerText()}-0123456789abcdef.part`].sort());
});

test.each<[string, string, string]>([
  ['a full disk', 'writeSync', 'ENOSPC'],
  ['an error of the disk at the end', 'fsyncSync', 'EIO'],
  ['no more file handles', 'openSync', 'EMFILE'],
  ['a name that cannot be given', 'renameSync', 'EROFS'],
])('%s: told, the log as it was, nothing left', (_, call, code) => {
  const { dir, log } = begun();
  const before = log();
  const failing = vi.spyOn(fs, call as 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  syncBuiltinESMExports();
  try {
    expect(codeOf(() => appendCustody(dir, [SEAL], NOW))).toBe('2 CUSTODY_NOT_WRITTEN');
  } finally {
    failing.mockRestore();
    syncBuiltinESMExports();
  }
  expect(log()).toBe(before);
  expect(readdirSync(dir)).toEqual(['custody.jsonl']);
});

test('what is a gap and no contradiction is written and told', () => {
  const { dir } = begun();
  const alone = appendCustody(dir, [{ ...SEAL, by: BY.slice(0, 1) }], NOW);
  expect(alone.faults.map((f) => f.kind)).toEqual(['onePerson']);
});

/** What tests of `collect` share: a folder to fix, and a call after which no file of evidence was touched and the log only grew. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { type CustodyEvent, chainFaults } from '../../src/model/index.ts';
import { mbpack, scratch } from './run.ts';

export const TWO = ['--by', '周某甲/99010001', '--by', '梁某乙/99010002'];
export const OFFICERS = 'officers:\n  - { id: 甲, name: 周某甲, certNo: "99010001" }\n  - { id: 乙, name: 梁某乙, certNo: "99010002" }\n';
export const ITEM = (no: string, ...paths: string[]) =>
  `  - evidenceNo: ${no}\n    title: 某材料\n    files:\n${paths.map((p) => `      - path: ${p}\n`).join('')}`;

/** A folder with these files; names without `evidence/` stand at its root. */
export function folder(files: Readonly<Record<string, string>>): string {
  const dir = join(scratch(), '案件');
  mkdirSync(join(dir, 'evidence'), { recursive: true });
  for (const [name, content] of Object.entries(files)) put(dir, name, content);
  return dir;
}
export function put(dir: string, name: string, content: string): void {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), content);
}

/** Bytes and time of everything in the case but the log. */
export function state(dir: string): Readonly<Record<string, string>> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && e.name !== 'custody.jsonl');
  return Object.fromEntries(
    files.map((e) => {
      const path = join(e.parentPath, e.name);
      return [path, `${statSync(path).mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`];
    }),
  );
}
export const logOf = (dir: string) => (existsSync(join(dir, 'custody.jsonl')) ? readFileSync(join(dir, 'custody.jsonl'), 'utf8') : '');
export const linesOf = (dir: string) => logOf(dir).split('\n').slice(0, -1);
export const eventsOf = (dir: string) => linesOf(dir).map((line) => JSON.parse(line) as CustodyEvent);
/** `E001 a.txt`, in the order of the log. */
export const fixedOf = (dir: string) => eventsOf(dir).flatMap((e) => (e.digests ?? []).map((d) => `${e.items.join('+')} ${d.path}`));

const validate = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

export interface Collected {
  readonly exit: number;
  readonly codes: readonly string[];
  readonly findings: readonly { code: string; severity: string; args: Record<string, unknown>; at?: { file: string } }[];
  readonly verified: number;
  readonly fixed: number;
  readonly chainHead: string | null;
  readonly entries?: string;
  readonly further?: string;
  readonly listWritten: boolean;
}

export async function collect(dir: string, ...args: string[]): Promise<Collected> {
  const before = state(dir);
  const log = logOf(dir);
  const { exit, out } = await mbpack('collect', dir, '--json', ...args);
  const said = JSON.parse(out);
  expect(validate(said), JSON.stringify(validate.errors)).toBe(true);
  const { collected, findings } = said;
  const list = args.includes('--write-list') ? Object.keys(state(dir)).find((p) => /evidence\.(?:ya?ml|json|xlsx)$/.test(p)) : undefined;
  const { [list ?? '']: _now, ...after } = state(dir);
  const { [list ?? '']: _then, ...was } = before;
  expect(after).toEqual(was);
  expect(logOf(dir).startsWith(log)).toBe(true);
  if (log === '' || chainFaults(log.split('\n').slice(0, -1)).length === 0) expect(chainFaults(linesOf(dir))).toEqual([]);
  // Said of nearly every short call of these tests; its own test is below.
  const codes = findings.map((f: { code: string }) => f.code).filter((code: string) => code !== 'COLLECT_PAPER_LACKS');
  return { exit, findings, codes, ...collected };
}

/** A copy of an example that is to be changed: its forms as values, its log as events, its files by their names. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, stringify } from 'yaml';
import { type CustodyEvent, custodyLine, custodyLink } from '../../../src/model/index.ts';

export type Value = null | boolean | number | string | Value[] | { [member: string]: Value };
export type Members = { [member: string]: Value };

export const FORMS = ['case', 'internal', 'transfer', 'investigation', 'receipt', 'items', 'evidence', 'records'] as const;
export type FormFile = (typeof FORMS)[number];

export interface Item extends Members {
  evidenceNo: string;
  files: ({ path: string } & Members)[];
}

export class CaseFolder {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  form(name: FormFile): Members {
    const path = this.at(this.formFile(name));
    return existsSync(path) ? ((parse(readFileSync(path, 'utf8')) as Members | null) ?? {}) : {};
  }
  writeForm(name: FormFile, value: Value): void {
    // The forms know no anchors: what stands in two places is written twice.
    const file = this.formFile(name);
    writeFileSync(this.at(file), file.endsWith('.json') ? JSON.stringify(value) : stringify(value, { aliasDuplicateObjects: false }));
  }
  private formFile(name: FormFile): string {
    return existsSync(this.at(`${name}.json`)) ? `${name}.json` : `${name}.yaml`;
  }
  items(): Item[] {
    const { evidence } = this.form('evidence');
    return Array.isArray(evidence) ? (evidence as Item[]).filter(({ files }) => Array.isArray(files)) : [];
  }
  writeItems(evidence: readonly Item[]): void {
    this.writeForm('evidence', { ...this.form('evidence'), evidence: evidence as Item[] });
  }

  log(): string[] {
    const path = this.at('custody.jsonl');
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  }
  writeLog(lines: readonly string[]): void {
    writeFileSync(this.at('custody.jsonl'), lines.map((line) => `${line}\n`).join(''));
  }
  events(): CustodyEvent[] {
    return this.log().flatMap((line) => {
      try {
        return [JSON.parse(line) as CustodyEvent];
      } catch {
        return [];
      }
    });
  }
  /** The log written anew as a whole: numbered and linked as a log should be. */
  writeEvents(events: readonly CustodyEvent[]): void {
    let prev: string | null = null;
    const lines = events.map((event, i) => {
      const line = custodyLine({ ...event, seq: i + 1, prev });
      prev = custodyLink(line);
      return line;
    });
    this.writeLog(lines);
  }

  /** The files below `evidence` or `signed`, by their paths there. */
  files(folder: 'evidence' | 'signed'): string[] {
    if (!existsSync(this.at(folder))) return [];
    const all = readdirSync(this.at(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return all.map((entry) => relative(this.at(folder), join(entry.parentPath, entry.name))).sort();
  }
  bytes(name: string): Buffer {
    return readFileSync(this.at(name));
  }
  write(name: string, bytes: Uint8Array): void {
    writeFileSync(this.at(name), bytes);
  }
  rename(from: string, to: string): void {
    renameSync(this.at(from), this.at(to));
  }
  remove(name: string): void {
    rmSync(this.at(name), { force: true });
  }
  at(name: string): string {
    return join(this.dir, name);
  }
}

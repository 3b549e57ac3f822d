/** The fixture in memory, with files replaced: what the tables of bad cases are written against. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LoadedCase, type LoadOptions, loadCase } from '../../src/case/index.ts';
import type { Finding, Source } from '../../src/model/index.ts';

export const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

export function fixtureText(name: string): string {
  return readFileSync(`${FIXTURE}/${name}`, 'utf8');
}

export function memorySource(changes: Files = {}): Source {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(FIXTURE, { withFileTypes: true }))
    if (entry.isFile()) files.set(entry.name, readFileSync(`${FIXTURE}/${entry.name}`));
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) files.delete(name);
    else files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return { fileOf: (name) => `case/${name}`, names: [...files.keys()].sort(), read: (name) => files.get(name) };
}

export function load(changes: Files = {}, options: LoadOptions = { internal: 'required' }): Promise<LoadedCase> {
  return loadCase(memorySource(changes), options);
}

/** `CODE case/x.yaml:3:5` or `CODE case/x.xlsx!表!B2`, as the tables write it. */
export function brief({ code, at }: Finding): string {
  if (!at) return code;
  if ('entry' in at) return `${code} ${at.entry}`;
  if ('line' in at) return `${code} ${at.file}:${at.line}:${at.column}`;
  return 'cell' in at ? `${code} ${at.file}!${at.sheet}!${at.cell}` : `${code} ${at.file}`;
}

/** Codes and places of everything found in the fixture with these changes. */
export async function found(changes: Files, options?: LoadOptions): Promise<string[]> {
  return (await load(changes, options)).findings.map(brief);
}

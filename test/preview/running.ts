/** `mbpack preview` as a process of its own, from a copy of the program whose templates may be spoilt; and what it tells a page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { basename, dirname, join, resolve } from 'node:path';
import { AT, scratch } from '../cli/run.ts';
import { PATIENCE_MS } from './patience.ts';

export interface Shown {
  readonly id: string;
  readonly state: string;
  readonly sha256: string;
  readonly pages: number;
}

export interface Told {
  readonly state: { readonly turn: number; readonly busy: boolean; readonly documents: readonly Shown[] };
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly place: string;
    readonly blocking: boolean;
    readonly document?: string;
    readonly excerpt?: { readonly line: number; readonly mark: string };
  }[];
}

/** dist, schemas, templates and page in a folder of their own, with a province's pack that extends the national one. */
export function programCopy(): string {
  const root = join(scratch(), 'mbpack');
  mkdirSync(join(root, 'src', 'preview'), { recursive: true });
  // Another test may be making the page of verification: its temporary file would be gone before it is copied.
  const page = resolve('dist/verify.html');
  for (const part of ['bin', 'dist', 'schemas', 'package.json', 'src/preview/page', 'templates/national'])
    cpSync(resolve(part), join(root, part), { recursive: true, filter: (path) => !path.startsWith(page) });
  for (const part of ['node_modules', 'templates/fonts']) symlinkSync(resolve(part), join(root, part));
  mkdirSync(join(root, 'templates', 'sample-province'));
  const pack = { id: 'sample-province', version: '1.0.0', title: '示例省模板', extends: 'national' };
  writeFileSync(join(root, 'templates', 'sample-province', 'pack.json'), JSON.stringify(pack));
  return root;
}

const children = new Set<ChildProcess>();

/** What a failed test left running. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

export interface Running {
  /** What stood on stdout. */
  readonly out: string;
  readonly address: string;
  readonly port: number;
  readonly child: ChildProcess;
  readonly told: () => Told;
  /** Waits until what was told fits. */
  until(fits: (told: Told) => boolean): Promise<Told>;
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

export async function preview(dir: string, { program = resolve('.'), options = [] as readonly string[] } = {}): Promise<Running> {
  // Named as an officer would: from the folder beside it.
  const child = spawn(process.execPath, [join(program, 'bin/mbpack.js'), 'preview', basename(dir), '--at', AT, ...options], {
    cwd: dirname(dir),
  });
  children.add(child);
  const exited = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  void exited.then(() => children.delete(child));
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const out = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (chunk) => done(String(chunk).trim()));
    void exited.then((code) => fail(new Error(`exit ${code}: ${err}`)));
  });
  const address = /http:\S+\//.exec(out)?.[0] ?? '';
  const heard: { -readonly [K in keyof Told]: Told[K] } = { state: { turn: 0, busy: true, documents: [] }, findings: [] };
  const stream = await answerOf(`${address}events`);
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const events = (rest + chunk).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (name && data) Object.assign(heard, { [name]: JSON.parse(data) });
    }
  });
  stream.on('error', () => undefined);
  return {
    out,
    address,
    port: Number(new URL(address).port),
    child,
    told: () => heard,
    async until(fits) {
      for (let left = PATIENCE_MS; left > 0; left -= 20) {
        if (fits(heard)) return heard;
        await new Promise((tick) => setTimeout(tick, 20));
      }
      throw new Error(`not told: ${JSON.stringify({ ...heard.state, findings: heard.findings.map((f) => f.code) })}`);
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return exited;
    },
  };
}

export function answerOf(
  url: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    get(url, options, done).on('error', fail);
  });
}

export async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export const settled = ({ state }: Told): boolean => !state.busy;
export const shaOf = ({ state }: Told, id: string): string => state.documents.find((d) => d.id === id)?.sha256 ?? '';
export const stateOf = ({ state }: Told, id: string): string => state.documents.find((d) => d.id === id)?.state ?? '';

/** Runs the command line on a terminal and reads its screen: both streams go where a person sees them, in their order. */
import { Terminal } from '@xterm/headless';
import { main } from '../../dist/cli/main.js';
import { AT } from './run.ts';

export interface Screen {
  readonly exit: number;
  /** Rows from the first that was written to the last, without the spaces that fill them up. */
  readonly rows: readonly string[];
  /** Numbers of the rows that the terminal broke, and not the program. */
  readonly broken: readonly number[];
  /** What was done to the terminal besides writing on it. */
  readonly deeds: readonly string[];
}

/** Sequences that the program itself writes: colours, and the line of progress that it takes away again. */
const ESCAPE = '\u001b';
const OWN = new RegExp(`${ESCAPE}\\[[0-9;]*[mK]|\\r(?=${ESCAPE}\\[K)`, 'g');

export async function onTerminal(columns: number, argv: readonly string[]): Promise<Screen> {
  const written: string[] = [];
  const stream = { write: (text: string) => void written.push(text), isTTY: true, columns };
  const io = { argv: [...argv], env: {}, stdout: stream, stderr: stream, now: () => Date.parse(AT), onInterrupt: () => () => undefined };
  const exit = await main(io);
  const terminal = new Terminal({ cols: columns, rows: 24, scrollback: 100_000, convertEol: true, allowProposedApi: true });
  const deeds: string[] = [];
  terminal.onTitleChange((title) => deeds.push(`title ${title}`));
  terminal.onBell(() => deeds.push('bell'));
  terminal.onData((data) => deeds.push(`answered ${JSON.stringify(data)}`));
  terminal.buffer.onBufferChange(() => deeds.push('another screen'));
  const text = written.join('');
  await new Promise<void>((done) => terminal.write(text, done));
  for (const [control] of text.replace(OWN, '').matchAll(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu)) deeds.push(`wrote ${JSON.stringify(control)}`);
  const buffer = terminal.buffer.active;
  const lines = Array.from({ length: buffer.length }, (_, i) => buffer.getLine(i));
  const rows = lines.map((line) => line?.translateToString(true) ?? '');
  const last = rows.findLastIndex((row) => row !== '');
  const broken = lines.flatMap((line, i) => (line?.isWrapped ? [i] : []));
  terminal.dispose();
  return { exit, rows: rows.slice(0, last + 1), broken, deeds };
}

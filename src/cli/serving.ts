/** Commands that serve a page of this machine until Ctrl-C: `preview` and `open`. */
import { column } from '../messages/index.ts';
import type { Preview, WorkbenchOptions } from '../operations/index.ts';
import { type CommandName, UsageError } from './options.ts';
import { clockOf, conclude, type Session } from './session.ts';
import { shownFinding } from './shown-finding.ts';

const MOST_PORT = 65_535;

export interface Serving {
  readonly command: CommandName;
  readonly start: (options: WorkbenchOptions) => Promise<Preview>;
  /** What the page says. */
  readonly words: object;
  /** The address follows on a line of its own. */
  readonly ready: string;
  readonly ended: string;
  readonly opened?: ((address: string) => void) | undefined;
}

/** Ctrl-C is how these commands are meant to end: exit 0, for nothing was broken off. */
export async function serve(session: Session, { command, start, words, ready, ended, opened }: Serving): Promise<number> {
  const { io, call, voice, signal } = session;
  const { at, port = '0', template } = call.options;
  if (!/^\d{1,5}$/.test(port) || Number(port) > MOST_PORT) throw new UsageError(voice.ui.usageProblems.badPort(column(port)));
  const dir = call.argument ?? '';
  const running = await start({
    dir,
    template,
    port: Number(port),
    now: () => clockOf(io, at, voice),
    clock: () => io.now(),
    version: session.version,
    words,
    say: (finding, line) => shownFinding(finding, line, dir, voice),
  });
  const { address } = running;
  try {
    conclude(session, { command, input: dir, exit: 0, findings: [], address }, { talk: ready, result: address });
    opened?.(address);
    await interrupted(signal);
  } finally {
    await running.close();
  }
  if (!call.options.quiet && !call.options.json) io.stderr.write(`${ended}\n`);
  return 0;
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

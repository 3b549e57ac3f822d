/** `mbpack preview CASE`: a page of this machine that shows the documents at every save, until Ctrl-C. */
import { column } from '../../messages/index.ts';
import { previewCase } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { clockOf, conclude, type Session } from '../session.ts';
import { shownFinding } from '../shown-finding.ts';

const MOST_PORT = 65_535;

/** Ctrl-C is how this command is meant to end: exit 0, for nothing was broken off. */
export async function preview(session: Session): Promise<number> {
  const { io, call, voice, signal } = session;
  const { at, port = '0', template } = call.options;
  if (!/^\d{1,5}$/.test(port) || Number(port) > MOST_PORT) throw new UsageError(voice.ui.usageProblems.badPort(column(port)));
  const dir = call.argument ?? '';
  const running = await previewCase({
    dir,
    template,
    port: Number(port),
    now: () => clockOf(io, at, voice),
    words: voice.ui.preview.page,
    say: (finding, line) => shownFinding(finding, line, dir, voice),
  });
  const { address } = running;
  try {
    conclude(
      session,
      { command: 'preview', input: dir, exit: 0, findings: [], address },
      { talk: voice.ui.preview.ready, result: address },
    );
    await interrupted(signal);
  } finally {
    await running.close();
  }
  if (!call.options.quiet && !call.options.json) io.stderr.write(`${voice.ui.preview.ended}\n`);
  return 0;
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

/** What a sender is told of a case folder, and what whoever receives its dossier is told: nothing more, and nothing graver. */
import { existsSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { main } from '../../../dist/cli/main.js';
import type { JsonFinding } from '../run.ts';

/** The afternoon after the approval of the example. */
export const AT = '2026-06-09T15:00:00+08:00';

interface Said {
  readonly exit: number;
  readonly findings: readonly JsonFinding[];
}

/** In this process, with the clock at `AT`. */
export async function run(...argv: string[]): Promise<Said> {
  const out: string[] = [];
  const exit = await main({
    argv: ['--json', ...argv],
    env: {},
    stdout: { write: (t: string) => void out.push(t), isTTY: false, columns: 80 },
    stderr: { write: () => undefined, isTTY: false, columns: 80 },
    now: () => Date.parse(AT),
    onInterrupt: () => () => undefined,
  });
  const { findings } = JSON.parse(out.join('')) as { findings: readonly JsonFinding[] };
  return { exit, findings };
}

const RANK: readonly string[] = ['info', 'warning', 'error', 'stop'];
const rank = ({ severity }: JsonFinding): number => RANK.indexOf(severity);

export interface Seen {
  readonly checked: Said;
  readonly built: boolean;
  /** What the receiver is told and the sender was not, or less gravely. */
  readonly unseen: readonly JsonFinding[];
}

/** check, build, and where there is a dossier verify. `zip` is where it may stand meanwhile; `options`: what all three are called with. */
export async function seen(dir: string, zip: string, ...options: readonly string[]): Promise<Seen> {
  const checked = await run('check', dir, '--at', AT, ...options);
  rmSync(zip, { force: true });
  const build = await run('build', dir, '-o', zip, '-f', '--at', AT, '--no-readback', ...options);
  const built = existsSync(zip);
  // They stop at the same: what only one of them stops at is a surprise as well.
  if (built !== (checked.exit === 0)) return { checked, built, unseen: built ? checked.findings.filter(blocks) : build.findings };
  if (!built) return { checked, built, unseen: [] };
  const verified = await run('verify', zip, ...options);
  return { checked, built, unseen: missed(verified.findings, checked.findings) };
}

export const blocks = (f: JsonFinding): boolean => rank(f) > 1;

function missed(received: readonly JsonFinding[], told: readonly JsonFinding[]): readonly JsonFinding[] {
  return received.filter(
    (f) => rank(f) > 0 && !told.some((t) => t.code === f.code && rank(t) >= rank(f) && isDeepStrictEqual(t.args, f.args)),
  );
}

/** argv → one operation → print → exit code: 0 fine, 1 the case or dossier is at fault, 2 mbpack could not do its job, 130 interrupted. */
import { column, harmless, uiOf } from '../messages/index.ts';
import { Fault } from '../model/index.ts';
import { ownVersion } from '../program/index.ts';
import type { Io } from './io.ts';
import { type Call, languageOf, UsageError, type Voice } from './options.ts';
import { type ProgressForm, progressOn } from './progress.ts';
import { clockOf, conclude, type Session } from './session.ts';

export { type Io, processIo } from './io.ts';

type Run = (session: Session) => Promise<number>;

/** Each command is loaded when it is called: `--version` needs none of them. */
const COMMANDS: Readonly<Record<Call['command'], () => Promise<Run>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  check: async () => (await import('./commands/check.ts')).check,
  build: async () => (await import('./commands/build.ts')).build,
  collect: async () => (await import('./commands/collect.ts')).collect,
  verify: async () => (await import('./commands/verify.ts')).verify,
  custody: async () => (await import('./commands/custody.ts')).custody,
  open: async () => (await import('./commands/open.ts')).open,
  preview: async () => (await import('./commands/preview.ts')).preview,
  deadlines: async () => (await import('./commands/deadlines.ts')).deadlines,
  rules: async () => (await import('./commands/rules.ts')).rules,
  templates: async () => (await import('./commands/templates.ts')).templates,
  approve: async () => (await import('./commands/approve.ts')).approve,
  fix: async () => (await import('./commands/fix.ts')).fix,
  set: async () => (await import('./commands/set.ts')).set,
  schema: async () => (await import('./commands/schema.ts')).schema,
};

export async function main(io: Io): Promise<number> {
  const version = ownVersion();
  if (io.argv.length === 1 && (io.argv[0] === '--version' || io.argv[0] === '-V')) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  const asked = languageOf(io.argv, io.env);
  const language = asked === 'en' ? 'en' : 'zh-CN';
  const voice: Voice = { language, ui: uiOf(language) };
  const abort = new AbortController();
  const stopListening = io.onInterrupt(() => abort.abort());
  try {
    if (asked !== 'en' && asked !== 'zh-CN') throw new UsageError(voice.ui.usageProblems.badLanguage(column(asked)));
    const { parse } = await import('./program.ts');
    const parsed = parse(io.argv, voice, version);
    if ('text' in parsed) {
      io.stdout.write(parsed.text);
      return 0;
    }
    return await run(io, parsed.call, voice, version, abort.signal);
  } catch (error) {
    return failed(io, error, voice, abort.signal.aborted);
  } finally {
    stopListening();
  }
}

async function run(io: Io, call: Call, voice: Voice, version: string, signal: AbortSignal): Promise<number> {
  const session: Session = {
    io,
    call,
    voice,
    version,
    signal,
    progress: progressOn(io, progressForm(call.options), voice.ui),
    now: clockOf(io, call.options.at, voice),
  };
  try {
    const command = await COMMANDS[call.command]();
    return await command(session);
  } catch (error) {
    if (!(error instanceof Fault) || signal.aborted) throw error;
    const outcome = { command: call.command, input: call.argument ?? '', exit: error.exit, findings: [error.finding] };
    const exit = conclude(session, outcome, { receiver: call.command === 'verify' });
    if (call.options.debug && error.cause) io.stderr.write(`${debugText(error.cause)}\n`);
    return exit;
  } finally {
    session.progress.clear();
  }
}

function progressForm({ json, jsonProgress, quiet }: Call['options']): ProgressForm {
  if (jsonProgress) return 'json';
  return json || quiet ? 'none' : 'line';
}

function failed(io: Io, error: unknown, { ui }: Voice, aborted: boolean): number {
  if (aborted) {
    io.stderr.write(`${ui.interrupted}\n`);
    return 130;
  }
  if (error instanceof UsageError) {
    io.stderr.write(`${harmless(ui.usage(error.message))}\n`);
    return 2;
  }
  io.stderr.write(`${harmless(ui.crash(error instanceof Error ? error.message : String(error)))}\n${ui.crashHint}\n`);
  if (io.argv.includes('--debug')) io.stderr.write(`${debugText(error)}\n`);
  return 2;
}

function debugText(error: unknown): string {
  return harmless(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

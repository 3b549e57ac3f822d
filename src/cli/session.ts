/** What every command has at hand while it runs. */

import { column, typed } from '../messages/index.ts';
import { type Finding, instantMeant, instantReadings } from '../model/index.ts';
import type { Io, Stream } from './io.ts';
import { type Outcome, outcomeJson } from './json.ts';
import { type Call, UsageError, type Voice } from './options.ts';
import { countFindings, type Excerpt, findingsText } from './print.ts';
import type { Progress } from './progress.ts';
import { painter } from './style.ts';
import { wrapped } from './wrap.ts';

export interface Session {
  readonly io: Io;
  readonly call: Call;
  readonly voice: Voice;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** The one clock reading: `--at`, SOURCE_DATE_EPOCH, or now. Milliseconds since 1970. */
  readonly now: number;
}

/** What it may mean, where that is more than one time; as it is typed. */
function whenReadings(text: string): readonly string[] {
  const readings = instantReadings(text);
  return readings.length < 2 ? [] : readings.map((instant) => instant.slice(0, 16).replace('T', ' '));
}

/** The clock of a command (`--at` wins; SOURCE_DATE_EPOCH of reproducible-builds.org next). */
export function clockOf(io: Io, at: string | undefined, voice: Voice): number {
  if (at !== undefined) {
    const ms = instantMeant(at);
    if (ms === undefined) throw new UsageError(voice.ui.usageProblems.badTime(column(at), whenReadings(at)));
    return ms;
  }
  const epoch = io.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && epoch !== '') {
    if (!/^\d{1,11}$/.test(epoch)) throw new UsageError(voice.ui.usageProblems.badTime(column(`SOURCE_DATE_EPOCH=${epoch}`)));
    return Number(epoch) * 1000;
  }
  return Math.floor(io.now() / 1000) * 1000;
}

export interface Words {
  readonly excerpt?: Excerpt | undefined;
  readonly talk?: string | undefined;
  readonly result?: string;
  /** What people are shown of the findings; by default all. */
  readonly shown?: readonly Finding[];
  /** Of these only the number is told. */
  readonly counted?: readonly Finding[];
  /** Nothing was judged: “nothing found” would praise what was not looked at. */
  readonly untallied?: boolean;
  /** As it is typed again after mending, where that is not the command and its argument. */
  readonly again?: string;
  /** The reader did not make the case: what its maker should do is asked of the maker. */
  readonly receiver?: boolean;
  /** The verdict in one line of our own words: it begins the result, which then stands first, and ends the talk. */
  readonly conclusion?: string;
}

/** Commands that judge nothing: “nothing found” would praise what was not looked at. */
const TALLYLESS: readonly string[] = ['init', 'deadlines', 'open', 'preview'];

/**
 * Prints an outcome: JSON alone on stdout, or findings and tally on stderr and the result on stdout. The result stands
 * last, next to the summary; but a verdict of what strangers made stands first, and once more below what may scroll it away.
 */
export function conclude(session: Session, outcome: Outcome, words: Words): number {
  const { io, call, voice, version, progress } = session;
  progress.clear();
  if (call.options.json) {
    io.stdout.write(outcomeJson(outcome, version, voice.language, words.receiver));
    return outcome.exit;
  }
  const stranger = words.receiver === true;
  if (words.conclusion !== undefined) say(io.stdout, stranger, `${words.conclusion}\n${words.result ?? ''}\n`);
  const paint = painter(io.stderr, io.env, call.options.color);
  const all = words.shown ?? outcome.findings;
  const counted = new Set(call.options.all ? [] : words.counted);
  const told = all.filter((f) => !counted.has(f));
  const shown = call.options.quiet ? told.filter((f) => f.severity === 'stop' || f.severity === 'error') : told;
  say(
    io.stderr,
    stranger,
    findingsText(shown, {
      language: voice.language,
      paint,
      base: outcome.input,
      excerpt: words.excerpt,
      receiver: words.receiver,
      full: call.options.debug,
      each: call.options.all,
    }),
  );
  if (!call.options.quiet) {
    if (words.talk) say(io.stderr, stranger, `${words.talk}\n`);
    if (!(words.untallied || TALLYLESS.includes(outcome.command)) || all.length > 0)
      say(io.stderr, stranger, tally(session, { ...outcome, findings: all }, counted.size > 0, words.again));
  }
  const scrolled = shown.length > 0 || !call.options.quiet;
  if (words.conclusion !== undefined) io.stderr.write(scrolled ? `${words.conclusion}\n` : '');
  else if (words.result) say(io.stdout, stranger, `${words.result}\n`);
  return outcome.exit;
}

/** What strangers wrote is broken into rows here, so that no row of a screen begins with it. */
function say(stream: Stream, stranger: boolean, text: string): void {
  if (text !== '') stream.write(stranger && stream.isTTY ? wrapped(text, stream.columns) : text);
}

/** A path that is the result: for programs as it is, for people as it is typed. */
export function pathResult({ stdout }: Io, path: string): string {
  return stdout.isTTY ? typed(path) : path;
}

/** Commands of which nothing is mended by editing what they were given: a dossier, a chain of custody; a call of `set` is typed anew. */
const NOT_EDITED: ReadonlySet<string> = new Set(['approve', 'verify', 'custody', 'set', 'fix']);

/** As it is typed. */
export function callText(command: string, path: string): string {
  return `mbpack ${command} ${typed(path)}`;
}

function tally(
  { call, voice }: Session,
  { findings, exit, input, command }: Outcome,
  onlyCounted: boolean,
  typed = callText(call.command, input),
): string {
  const line = `${voice.ui.tally(countFindings(findings))}${onlyCounted ? voice.ui.remarksCounted(callText('check', input)) : ''}`;
  const again = exit === 1 && !NOT_EDITED.has(command) ? ` ${voice.ui.again(typed)}` : '';
  return `${line}${again ? `。${again.trim()}` : ''}\n`;
}

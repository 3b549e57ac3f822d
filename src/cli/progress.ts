/** How far the work is: one line on a terminal, rewritten; or a JSON object a line for other programs (`--json-progress`). Both on stderr. */
import { bytesText, type Ui } from '../messages/index.ts';
import type { Io } from './io.ts';
import { displayWidth } from './width.ts';

export type Phase = keyof Ui['phases'];

export interface Progress {
  /** Never runs backwards, and never past the total. Bytes; of `rendering`, documents. */
  report(phase: Phase, done: number, total?: number): void;
  /** The work is over, or something else is to be printed. */
  clear(): void;
}

export type ProgressForm = 'none' | 'line' | 'json';

/** What takes less is over before anyone looks. */
const FIRST_AFTER_MS = 1000;
const EVERY_MS = 200;
/** A rate of the first moments says nothing. */
const RATE_AFTER_MS = 500;

interface State {
  readonly phase: Phase;
  readonly began: number;
  done: number;
  total: number | undefined;
  told: boolean;
}

interface Figures {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number | undefined;
  /** A second. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
}

export function progressOn(io: Io, form: ProgressForm, ui: Ui): Progress {
  if (form === 'none' || (form === 'line' && !io.stderr.isTTY)) return { report: () => undefined, clear: () => undefined };
  const start = io.now();
  let last = form === 'line' ? start + FIRST_AFTER_MS - EVERY_MS : Number.NEGATIVE_INFINITY;
  let state: State | undefined;
  let shown = false;

  function tell(now: number): void {
    if (!state) return;
    last = now;
    state.told = true;
    const figures = figuresOf(state, now);
    if (form === 'json') io.stderr.write(`${JSON.stringify(recordOf(figures))}\n`);
    else io.stderr.write(`\r\u001b[K${lineOf(figures, ui, io.stderr.columns)}`);
    shown = form === 'line';
  }
  /** Another program learns how each phase ended. */
  function close(now: number): void {
    if (form === 'json' && state && !state.told) tell(now);
    state = undefined;
  }
  return {
    report(phase, done, total) {
      const now = io.now();
      const begins = state?.phase !== phase;
      if (begins) close(now);
      state ??= { phase, began: now, done: 0, total, told: false };
      state.total = total ?? state.total;
      const reached = Math.min(Math.max(done, state.done), state.total ?? Number.POSITIVE_INFINITY);
      if (!begins && reached === state.done) return;
      state.done = reached;
      state.told = false;
      if (now - last >= EVERY_MS || (begins && form === 'json')) tell(now);
    },
    clear() {
      close(io.now());
      if (shown) io.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

function figuresOf({ phase, began, done, total }: State, now: number): Figures {
  const rate = now - began >= RATE_AFTER_MS && done > 0 ? (done * 1000) / (now - began) : undefined;
  const secondsLeft = rate !== undefined && total !== undefined ? Math.ceil((total - done) / rate) : undefined;
  return { phase, done, total, rate, secondsLeft };
}

/** As schemas/progress.schema.json says; members that are undefined are left out. */
function recordOf({ phase, done, total, rate, secondsLeft }: Figures): Readonly<Record<string, unknown>> {
  return { phase, done, total, unit: unitOf(phase), rate: rate === undefined ? undefined : Math.round(rate), secondsLeft };
}

function unitOf(phase: Phase): 'bytes' | 'documents' {
  return phase === 'rendering' ? 'documents' : 'bytes';
}

/** As much of it as the terminal is wide: a line that wraps cannot be rewritten. */
function lineOf({ phase, done, total, rate, secondsLeft }: Figures, { phases, timeLeft }: Ui, columns: number): string {
  const amount = unitOf(phase) === 'bytes' ? bytesText : String;
  const parts = [
    `${phases[phase]}  ${amount(done)}${total === undefined ? '' : ` / ${amount(total)}`}`,
    ...(total ? [`${Math.floor((done * 100) / total)}%`] : []),
    ...(rate !== undefined && unitOf(phase) === 'bytes' ? [`${bytesText(Math.round(rate))}/s`] : []),
    ...(secondsLeft === undefined ? [] : [timeLeft(secondsLeft)]),
  ];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}  ${part}`;
    if (line !== '' && displayWidth(longer) >= columns) break;
    line = longer;
  }
  return line;
}

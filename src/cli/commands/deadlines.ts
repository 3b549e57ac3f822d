/** `mbpack deadlines CASE`: every period, when it began, when it is due, and whether it was kept. */
import { column, sentenceOf, type Ui } from '../../messages/index.ts';
import { formatInstant, parseInstant } from '../../model/index.ts';
import { blocks, type Deadline, type DeadlineBoard, showDeadlines } from '../../operations/index.ts';
import { byGravity } from '../gravity.ts';
import type { Voice } from '../options.ts';
import { spotOf } from '../places.ts';
import { callText, conclude, type Session } from '../session.ts';
import { displayWidth } from '../width.ts';

const MINUTE = 60_000;
const BROKEN: readonly Deadline['state'][] = ['missed', 'late'];

export async function deadlines(session: Session): Promise<number> {
  const { call, voice, now } = session;
  const { strict, template } = call.options;
  const input = call.argument ?? '';
  const board = await showDeadlines({ dir: input, now, template });
  const broken = board.deadlines.filter((d) => BROKEN.includes(d.state)).length;
  const exit = blocks(board.findings) || (strict && broken > 0) ? 1 : 0;
  const rows = board.deadlines.map(({ due, rolled, ...d }) => ({
    ...d,
    ...(due === undefined ? {} : { due: formatInstant(due) }),
    ...(rolled === undefined ? {} : { rolled: formatInstant(rolled) }),
  }));
  const outcome = { command: 'deadlines', input, exit, findings: board.findings, deadlines: { at: formatInstant(now), rows } };
  const { ui } = voice;
  const { excerpt } = board;
  // Without a readable case: a line a form, for all of it is what `check` is for.
  if (board.deadlines.length === 0 && board.unread.length > 0)
    return conclude(session, outcome, { shown: [], talk: unreadText(board, input, voice) });
  const text = [ui.deadlines.title(clock(formatInstant(now))), ...table(board.deadlines, now, ui), ui.deadlines.note].join('\n');
  return conclude(session, outcome, { excerpt, ...(board.deadlines.length > 0 ? { result: text } : {}) });
}

function unreadText({ unread }: DeadlineBoard, input: string, { ui, language }: Voice): string {
  const forms = unread.map(({ file, findings }) => {
    const first = byGravity(findings).find(({ severity }) => severity === 'stop') ?? findings[0];
    return first
      ? ui.deadlines.unreadable(column(file), findings.length, spotOf(first, ui.spot), sentenceOf(first, language).text)
      : column(file);
  });
  return [...forms, ui.deadlines.none(callText('check', input))].join('\n');
}

/** Aligned by display width; a period that has not begun says what begins it. */
function table(board: readonly Deadline[], now: number, { deadlines: words }: Ui): string[] {
  const { headings } = words;
  const cells = [
    [headings.id, headings.duty, headings.counted, headings.begun, headings.due, headings.state, headings.basis],
    ...board.map((d) => [
      d.id,
      words.duty(d.who, d.duty),
      words.counted(d.counted),
      d.begun ? clock(d.begun) : words.after(d.from),
      dueText(d, words),
      words.states[d.state](stateDetails(d, now)),
      `${d.basis.document} ${d.basis.article}`,
    ]),
  ].map((row) => row.map((cell) => column(cell)));
  const widths = cells[0]?.map((_, i) => Math.max(...cells.map((row) => displayWidth(row[i] ?? '')))) ?? [];
  return cells.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Both days where days off stand between them. */
function dueText({ due, rolled }: Deadline, words: Ui['deadlines']): string {
  if (due === undefined) return '—';
  const text = clock(formatInstant(due));
  return rolled === undefined ? text : words.rolled(text, clock(formatInstant(rolled)));
}

function stateDetails(
  { due, rolled = due, done, unknownYear, state }: Deadline,
  now: number,
): Parameters<Ui['deadlines']['states']['met']>[0] {
  const end = state === 'running' && due !== undefined && now > due ? rolled : due;
  const minutes = end === undefined ? 0 : Math.abs(Math.floor((end - now) / MINUTE));
  return { minutes, done: done ? clock(done) : '', year: unknownYear ?? 0 };
}

/** `2026-11-20 16:40` in China's time; a day stays a day. */
function clock(at: string): string {
  const ms = parseInstant(at);
  return ms === undefined ? at : formatInstant(ms).slice(0, 16).replace('T', ' ');
}

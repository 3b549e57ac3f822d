/** The chain of custody on the page: every line as it is written, what corrects it, where each item stands; and one line more, which `custody` appends. */
import { column } from '../../messages/index.ts';
import { CUSTODY_ACTION_NAMES, type CustodyEvent, formatInstant, parseInstant } from '../../model/index.ts';
import type { Tools } from '../../preview/index.ts';
import { addCustody, type CustodyAddition, type CustodyView, showCustody } from '../custody.ts';
import { CORRECTED_TEXTS } from '../custody-correct.ts';
import { type Asked, asRecord, instantOf, textMembers, textsOf } from './asked.ts';
import { type SaidOf, toldFault, type Work } from './work.ts';

export interface CustodyDesk {
  readonly dir: string;
  /** Milliseconds since 1970, whole seconds: the machine's clock. */
  readonly clock: () => number;
  readonly said: SaidOf;
  readonly work: Work;
}

export function custodyTools({ dir, clock, said, work }: CustodyDesk): Tools {
  return {
    look(name) {
      if (name !== 'custody') return undefined;
      return toldFault(said, async () => {
        const view = await showCustody({ dir, items: [], now: clock() });
        return { outcome: 'read', ...shownChain(view), findings: said(view.findings) };
      });
    },
    act(name, given) {
      const asked = asRecord(given);
      if (name !== 'custody' || typeof asked.action !== 'string') return undefined;
      return work.run(async (tools) => {
        const done = await addCustody({ dir, ...additionOf(asked, clock()), ...tools });
        if ('refused' in done) return { outcome: 'refused', findings: said(done.refused) };
        return { outcome: 'made', added: done.added, compared: done.compared, findings: said(done.findings) };
      });
    },
  };
}

/** @throws Fault COLLECT_TIME_UNREAD (2) */
function additionOf(asked: Asked, clock: number): Omit<CustodyAddition, 'dir'> {
  const { at, action = '', reason } = textMembers(asked, ['at', 'action', 'reason']);
  const { line } = asked;
  const happened = at === undefined ? undefined : instantOf(at);
  // Of a correction a text that is empty says that the line should have said nothing; of another line it says nothing.
  const emptied = asked.action === CUSTODY_ACTION_NAMES.correct ? textsOf(asked.emptied) : [];
  return {
    items: textsOf(asked.items),
    action,
    by: textsOf(asked.by),
    now: happened ?? clock,
    clock,
    happened,
    line: Number.isSafeInteger(line) ? (line as number) : undefined,
    reason,
    isVoid: asked.void === true,
    restore: asked.restore === true,
    voidFiles: textsOf(asked.voidFiles),
    actualBy: textsOf(asked.actualBy),
    actualItems: textsOf(asked.actualItems),
    ...textMembers(asked, CORRECTED_TEXTS),
    ...Object.fromEntries(CORRECTED_TEXTS.filter((key) => emptied.includes(key)).map((key) => [key, ''])),
  };
}

/** Texts of the log are anybody's: all of them through the door. */
function shownChain({ events, corrected, marks, items, lines, head }: CustodyView): object {
  const state = ({ seq }: CustodyEvent): string => {
    const line = corrected.get(seq);
    return line ? (line.counts ? 'corrected' : 'void') : '';
  };
  return {
    lines,
    head,
    events: events.map((event) => ({
      seq: event.seq,
      at: clockText(event.at),
      action: CUSTODY_ACTION_NAMES[event.action],
      items: event.items.map((item) => column(item)),
      by: event.by.map(({ name }) => column(name)),
      ...shownTexts(event),
      // What is shown otherwise than it is written is not typed anew from the screen.
      altered: SHOWN.filter((key) => typeof event[key] === 'string' && column(event[key]) !== event[key]),
      files: (event.digests ?? []).length,
      state: state(event),
      mark: marks.get(event.seq) ?? '',
      ...(event.corrects === undefined ? {} : { corrects: event.corrects, isVoid: event.void === true }),
    })),
    items: items.map(({ evidenceNo, title, holder, heldSince, place = '', sealed, seal, out }) => ({
      evidenceNo: column(evidenceNo),
      title: column(title),
      holder: column(holder),
      heldSince,
      place: column(place),
      sealed,
      seal: column(seal),
      out,
    })),
  };
}

const SHOWN = [...CORRECTED_TEXTS, 'reason'] as const;

function shownTexts(event: CustodyEvent): Readonly<Record<string, string>> {
  return Object.fromEntries(
    SHOWN.flatMap((key) => {
      const text = event[key];
      return typeof text === 'string' && text !== '' ? [[key, column(text)]] : [];
    }),
  );
}

/** `2026-09-15 09:40`, in China's time. */
function clockText(at: string): string {
  const ms = parseInstant(at);
  return ms === undefined ? column(at) : formatInstant(ms).slice(0, 16).replace('T', ' ');
}

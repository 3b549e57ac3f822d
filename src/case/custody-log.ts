/** custody.jsonl: one event a line. Here only its shape; the chain of digests is judged by the dossier. */
import { type CustodyEvent, type Finding, finding } from '../model/index.ts';
import { formText } from './form-text.ts';
import { knownPart } from './known-part.ts';
import { MAX_CUSTODY_LINE } from './limits.ts';
import type { Positions } from './positions.ts';
import { schemaFindings } from './schema-findings.ts';

/** A damaged file has as many bad lines as lines. */
const MAX_BAD_LINES = 20;

export interface CustodyLog {
  /** The lines as they stand, without line feeds; digests are taken over them. */
  readonly lines: readonly string[];
  /** The events of the lines; fewer than lines only when there are findings. */
  readonly events: readonly CustodyEvent[];
}

/** `packed`: the log of a dossier, whose pack event names every file in one line, and whose reader has told which members are not known. */
export function readCustody(
  bytes: Uint8Array,
  file: string,
  { packed = false } = {},
): { readonly log: CustodyLog; readonly findings: readonly Finding[] } {
  const { text, findings: unread } = formText(bytes, file, { exact: true });
  if (text === undefined) return { log: { lines: [], events: [] }, findings: unread };
  const lines = text.replace(/\n$/, '').split('\n');
  const events: CustodyEvent[] = [];
  const findings: Finding[] = [];
  let bad = 0;
  for (const [i, line] of lines.entries()) {
    const faults = lineFindings(line, { line: i + 1, file, packed }, events);
    if (faults.length > 0 && ++bad <= MAX_BAD_LINES) findings.push(...faults);
  }
  if (bad > MAX_BAD_LINES) findings.push(finding('MORE_FINDINGS', 'stop', { count: bad - MAX_BAD_LINES }, { at: { file } }));
  return { log: { lines, events }, findings };
}

function lineFindings(
  text: string,
  { line, file, packed }: { readonly line: number; readonly file: string; readonly packed: boolean },
  events: CustodyEvent[],
): Finding[] {
  const place = (pointer: string) => ({ file, pointer, line, column: 1 });
  const bad = (problem: 'json' | 'blank' | 'too-long'): Finding[] => [
    finding('CUSTODY_LINE_BAD', 'stop', { line, problem }, { at: place('') }),
  ];
  if (text.trim() === '') return bad('blank');
  if (!packed && text.length > MAX_CUSTODY_LINE) return bad('too-long');
  // A byte order mark or CR would be part of what the chain's digests are taken over.
  if (/^\s|\s$/.test(text)) return bad('json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad('json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('json');
  const positions: Positions = { valueAt: place, keyAt: place, source: () => undefined, excerpt: () => undefined };
  const context = { schema: 'custody-event', value, positions } as const;
  const judged = packed ? knownPart(context) : { value, findings: schemaFindings(context) };
  if (judged.findings.length === 0) events.push(judged.value as CustodyEvent);
  return [...judged.findings];
}

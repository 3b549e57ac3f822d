/** New files as lines of the custody log: their numbers, what is asked of them before anything is read, and the appending. */
import { type Appended, appendCustody, composedCustody, draftFindings } from '../../case/index.ts';
import {
  type CustodyEvent,
  custodyLink,
  Fault,
  type Finding,
  fault,
  finding,
  formatInstant,
  parseInstant,
  STEP_CODES,
  stepArgs,
} from '../../model/index.ts';
import { numberFiles } from './numbers.ts';
import type { CollectScene } from './open.ts';
import { insidersOf } from './people.ts';
import type { ReadFile } from './read.ts';
import { draftsOf, type FixedFile } from './record.ts';
import type { Settings } from './setting.ts';

/** Stand for what is not known before the files are read. */
const ANY_NUMBER = 'E001';
const ANY_FILE = { path: 'a', sha256: '0'.repeat(64), sm3: '0'.repeat(64), size: 0 };

export interface EnteringOptions {
  readonly dir: string;
  /** The machine's clock, milliseconds since 1970. */
  readonly clock: number;
  /** Number for files that no item names. */
  readonly item?: string | undefined;
  /** Shown and not written. */
  readonly dryRun?: boolean;
}

/** Before hours of reading, not after: what the log would refuse. */
export function checkCall(
  { rough }: CollectScene,
  settings: Settings,
  numbers: readonly string[],
  { clock, item = ANY_NUMBER }: EnteringOptions,
): void {
  const last = rough.custody.events.at(-1);
  for (const evidenceNo of numbers.length > 0 ? numbers : [item]) {
    const setting = settings.of(evidenceNo);
    for (const draft of draftsOf([{ ...ANY_FILE, evidenceNo }], () => setting))
      for (const found of draftFindings(draft)) throw new Fault(found, 2);
    const { at } = setting;
    const ms = parseInstant(at) ?? 0;
    if (ms > clock) throw fault('CUSTODY_IN_FUTURE', 1, { at, now: formatInstant(clock) });
    if (last && ms < (parseInstant(last.at) ?? 0)) throw fault('CUSTODY_BEFORE_LAST', 1, { at, last: last.at, line: last.seq });
  }
}

export function numbered(files: readonly ReadFile[], { rough }: CollectScene, { item }: EnteringOptions): readonly FixedFile[] {
  const logged = rough.custody.events.flatMap(({ items }) => items);
  const numbers = numberFiles(
    files.map(({ path }) => path),
    { items: rough.items, logged, item },
  );
  return files.flatMap(({ path, digests, stat: { size }, content }) => {
    const number = numbers.get(path);
    return number ? [{ path, ...digests, size, ...(content ? { content } : {}), ...number }] : [];
  });
}

/** `found`: what of each file is not as its name and format say. In a dry run the lines are made and not written. @throws Fault as `appendCustody` */
export function enter(
  { rough }: CollectScene,
  fixed: readonly FixedFile[],
  found: Parameters<typeof draftsOf>[2],
  settings: Settings,
  { dir, clock, dryRun }: EnteringOptions,
): Appended {
  const last = rough.custody.lines.at(-1);
  return (dryRun ? composedCustody : appendCustody)(dir, draftsOf(fixed, settings.of, found), {
    recordedAt: formatInstant(clock),
    insiders: insidersOf(rough),
    after: last === undefined ? null : custodyLink(last),
  });
}

/** What of the new events does not quite fit the chain. */
export function gaps(
  { faults }: { readonly faults: Appended['faults']; readonly events: readonly CustodyEvent[] },
  { rough }: CollectScene,
): readonly Finding[] {
  const file = rough.fileOf('custody.jsonl');
  return faults.map((f) => finding(STEP_CODES[f.kind], 'warning', stepArgs(f), { at: { file, pointer: '', line: f.line, column: 1 } }));
}

/** custody --add 更正: one line more, which says what an earlier one should have said; or that it, or files that it took, count for nothing. */
import type { CustodyDraft } from '../case/index.ts';
import {
  type CorrectionOption,
  type CustodyAction,
  type CustodyEvent,
  type CustodyPerson,
  type CustodyReplacement,
  correctedLog,
  correctedMembers,
  correctionItems,
  fault,
  formatInstant,
} from '../model/index.ts';
import { peopleOf } from './collect/people.ts';
import type { CustodyScene } from './custody-view.ts';

/** What a call says of a correction. A text that is empty: the line should have said nothing there. */
export interface CorrectionCall {
  /** Number of the line that is wrong. */
  readonly line?: number | undefined;
  readonly reason?: string | undefined;
  readonly isVoid: boolean;
  /** Files recorded by mistake, below `evidence/`. */
  readonly voidFiles: readonly string[];
  /** The line stands as it was written. */
  readonly restore: boolean;
  readonly actualBy: readonly string[];
  readonly actualItems: readonly string[];
  /** When it really happened, milliseconds since 1970; absent where the time is not wrong. */
  readonly happened?: number | undefined;
}

/** Texts of a line that a call may put right. */
export const CORRECTED_TEXTS = [
  'from',
  'to',
  'place',
  'sealBefore',
  'sealAfter',
  'method',
  'tool',
  'record',
  'mediaNo',
  'note',
] as const satisfies readonly (keyof CustodyReplacement)[];
export type CorrectedTexts = { readonly [K in (typeof CORRECTED_TEXTS)[number]]?: string | undefined };

/** What two people did is put right by two. */
const BY_TWO: ReadonlySet<CustodyAction> = new Set(['collect', 'extract', 'seal', 'unseal']);

const ACTION = 'correct';
const lacks = (missing: 'line' | 'reason' | 'second' | 'change' | 'whole' | 'voided') =>
  fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action: ACTION, missing });

/**
 * The line to append; what it may not speak of (a correction, the pack event, no line at all) is refused where it is appended.
 * @throws Fault CUSTODY_SAYS_TOO_LITTLE, CUSTODY_CORRECTS_OTHERS, CUSTODY_OPTIONS_CLASH, COLLECT_BY_UNKNOWN (2)
 */
export function correctionDraft(
  call: CorrectionCall & CorrectedTexts,
  { items, by, clock }: { readonly items: readonly string[]; readonly by: readonly CustodyPerson[]; readonly clock: number },
  { rough }: CustodyScene,
): CustodyDraft {
  const { line: corrects, reason, voidFiles } = call;
  if (corrects === undefined) throw lacks('line');
  if (reason === undefined || reason.trim() === '') throw lacks('reason');
  const { events } = rough.custody;
  const written = events.find(({ seq }) => seq === corrects);
  const before = correctedLog(events).corrected.get(corrects);
  const known = new Set([...(written?.items ?? []), ...(before?.counts?.items ?? [])]);
  for (const evidenceNo of written ? items : [])
    if (!known.has(evidenceNo)) throw fault('CUSTODY_CORRECTS_OTHERS', 2, { corrects, evidenceNo, items: [...known] });
  if (written && BY_TWO.has(written.action) && new Set(by.map(({ name }) => name)).size < 2) throw lacks('second');
  const last = before?.corrections.at(-1);
  const given = replacementOf(call, rough.officers);
  refuseClash(call);
  if (last?.void && !call.restore && !call.isVoid) throw lacks('voided');
  // A correction says all that is wrong with its line: what an earlier one put right stays right.
  const replace = call.isVoid ? given : different(written, call.restore ? {} : { ...last?.replace, ...given });
  const files = call.restore ? [] : [...new Set([...(call.isVoid ? [] : (last?.voidFiles ?? [])), ...voidFiles.map(straightPath)])];
  const taken = written?.digests?.map(({ path }) => path) ?? [];
  if (files.length > 0 && taken.length > 0 && taken.every((path) => files.includes(path))) throw lacks('whole');
  const draft: CustodyDraft = {
    at: formatInstant(clock),
    action: ACTION,
    items: written ? correctionItems(written, replace) : [...items],
    by,
    corrects,
    reason,
    ...(call.isVoid ? { void: true } : {}),
    ...(files.length > 0 ? { voidFiles: files } : {}),
    ...(call.isVoid && Object.keys(replace).length === 0 ? {} : { replace }),
  };
  if (last && sameSaid(last, draft)) throw lacks('change');
  if (written && !before && !call.isVoid && files.length === 0 && Object.keys(replace).length === 0) throw lacks('change');
  return draft;
}

const OPTION_OF: Readonly<Record<(typeof CORRECTED_TEXTS)[number], CorrectionOption>> = {
  from: '--from',
  to: '--to',
  place: '--place',
  sealBefore: '--seal-before',
  sealAfter: '--seal-after',
  method: '--method',
  tool: '--tool',
  record: '--record',
  mediaNo: '--media-no',
  note: '--note',
};

/** A line that is void, or as it was written, has nothing else put right. @throws Fault CUSTODY_OPTIONS_CLASH */
function refuseClash(call: CorrectionCall & CorrectedTexts): void {
  const { isVoid, restore, happened, actualBy, actualItems, voidFiles } = call;
  if (!isVoid && !restore) return;
  const beside: readonly (CorrectionOption | false)[] = [
    restore && isVoid && '--void',
    happened !== undefined && '--at',
    actualItems.length > 0 && '--actual-item',
    actualBy.length > 0 && '--actual-by',
    ...CORRECTED_TEXTS.map((key) => call[key] !== undefined && OPTION_OF[key]),
    voidFiles.length > 0 && '--void-file',
  ];
  const given = beside.filter((option) => option !== false);
  if (given.length > 0) throw fault('CUSTODY_OPTIONS_CLASH', 2, { option: restore ? '--restore' : '--void', beside: given });
}

function replacementOf(call: CorrectionCall & CorrectedTexts, officers: CustodyScene['rough']['officers']): CustodyReplacement {
  const texts = CORRECTED_TEXTS.flatMap((key) => {
    const text = call[key];
    return text === undefined ? [] : [[key, text.trim() === '' ? null : text] as const];
  });
  return {
    ...(call.happened === undefined ? {} : { at: formatInstant(call.happened) }),
    ...(call.actualItems.length === 0 ? {} : { items: [...new Set(call.actualItems)] }),
    ...(call.actualBy.length === 0 ? {} : { by: peopleOf(call.actualBy, officers).people }),
    ...Object.fromEntries(texts),
  };
}

/** Without what the line says anyway. */
function different(written: CustodyEvent | undefined, replace: CustodyReplacement): CustodyReplacement {
  if (!written) return replace;
  const changed = new Set<string>(correctedMembers(written, replace));
  return Object.fromEntries(Object.entries(replace).filter(([key]) => changed.has(key)));
}

function sameSaid(one: CustodyEvent, other: CustodyDraft): boolean {
  const said = ({ void: isVoid, voidFiles = [], replace = {} }: CustodyDraft): string =>
    JSON.stringify([isVoid === true, [...voidFiles].sort(), Object.entries(replace).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return said(one) === said(other);
}

/** As the log has it, however it was typed. */
function straightPath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:evidence\/)?/, '');
}

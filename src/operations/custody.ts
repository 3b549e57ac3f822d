/** custody: the chain of one item or all, and one event appended to it. */
import { appendCustody, type CustodyDraft, composedCustody } from '../case/index.ts';
import {
  CUSTODY_ACTION_NAMES,
  CUSTODY_ACTIONS,
  type CustodyAction,
  type CustodyEvent,
  type CustodyFault,
  type CustodyPerson,
  correctedLog,
  correctionItems,
  type Finding,
  fault,
  finding,
  formatInstant,
  nearest,
  TAKES,
  wholeOf,
} from '../model/index.ts';
import { peopleOf } from './collect/people.ts';
import { knownRecord } from './collect/told.ts';
import { CORRECTED_TEXTS, type CorrectedTexts, type CorrectionCall, correctionDraft } from './custody-correct.ts';
import { touchedFiles, touchesFiles } from './custody-files.ts';
import { type CustodyScene, type CustodyView, custodyScene, logPlace, numbersOf, stepFinding } from './custody-view.ts';

export type { CustodyItem, CustodyView } from './custody-view.ts';

export interface CustodyOptions {
  readonly dir: string;
  /** Evidence numbers; all when empty. */
  readonly items: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @throws Fault as `custodyScene` */
export async function showCustody({ dir, items, now }: CustodyOptions): Promise<CustodyView> {
  return (await custodyScene(dir, items, now)).view;
}

export interface CustodyAddition extends CustodyOptions, CorrectionCall, CorrectedTexts {
  /** 封存 or `seal` … */
  readonly action: string;
  /** Officers by id, or 姓名/证号. */
  readonly by: readonly string[];
  /** The machine's clock, milliseconds since 1970; `now` is when it happened. */
  readonly clock: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of evidence digested, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CustodyAdded extends CustodyView {
  /** Number of the event appended. */
  readonly added: number;
  /** Files whose digests were taken again, and are as they were recorded. */
  readonly compared: number;
}

/** What the files at hand say against the event: nothing was appended. */
export interface CustodyRefused {
  readonly refused: readonly Finding[];
}

/**
 * Appends one event. `from` is the present holder when it is not given.
 * @throws Fault of the call (CUSTODY_ACTION_UNKNOWN, CUSTODY_SAYS_TOO_LITTLE, CUSTODY_NO_SUCH_ITEM, COLLECT_BY_UNKNOWN: 2),
 *   of what contradicts the log (CUSTODY_HOLDER_DIFFERS, CUSTODY_CORRECTION_BAD … : 1), or as `appendCustody`; nothing is appended then
 */
export async function addCustody(options: CustodyAddition): Promise<CustodyAdded | CustodyRefused> {
  const action = actionOf(options.action);
  if (action !== 'correct') refuseIdle(action, options);
  if (options.by.length === 0 && !(action === 'correct' && options.line === undefined))
    throw fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action, missing: 'by' });
  return action === 'correct' ? addCorrection(options) : addEvent(action, options);
}

async function addEvent(action: CustodyAction, options: CustodyAddition): Promise<CustodyAdded | CustodyRefused> {
  const { dir, items, clock } = options;
  if (items.length === 0) throw fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action, missing: 'items' });
  const scene = await custodyScene(dir, items, clock);
  knownRecord(options.record, scene.rough.records);
  const { people, findings } = peopleOf(options.by, scene.rough.officers);
  const draft = draftOf(action, people, options, scene);
  const lacking = unsaid(action, people.length, options);
  if (lacking !== undefined) throw fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action, missing: lacking });
  // What the log refuses anyway is told before hours of reading.
  const appending = { ...scene.context, recordedAt: formatInstant(clock), after: scene.view.head, refuses: isRefused };
  if (touchesFiles(action)) composedCustody(dir, [draft], appending);
  const files = await touchedFiles({ ...options, action }, scene);
  if (files.refused.length > 0) return { refused: [...files.refused, ...files.told] };
  const { faults } = appendCustody(dir, [withFiles(draft, files)], appending);
  const { view, rough } = await custodyScene(dir, items, clock);
  const told: readonly Finding[] = [...findings, ...faults.map((f) => stepFinding(f, logPlace(rough))), ...files.told];
  return { ...view, findings: told, added: view.lines, compared: files.compared };
}

function withFiles(
  draft: CustodyDraft,
  { digests, note }: { readonly digests?: CustodyDraft['digests']; readonly note?: string },
): CustodyDraft {
  const notes = [draft.note, note].filter((text) => text !== undefined);
  return { ...draft, ...(digests ? { digests } : {}), ...(notes.length === 0 ? {} : { note: notes.join('；') }) };
}

/** 更正. What the corrected log no longer agrees with is told: of what really happened more than one line may be wrong. */
async function addCorrection(options: CustodyAddition): Promise<CustodyAdded> {
  const { dir, items, clock } = options;
  const scene = await custodyScene(dir, [], clock);
  knownRecord(options.record || undefined, scene.rough.records);
  numbersOf(options.actualItems, scene.rough, scene.followed);
  const { people, findings } = peopleOf(options.by, scene.rough.officers);
  const draft = correctionDraft(options, { items, by: people, clock }, scene);
  appendCustody(dir, [draft], { ...scene.context, recordedAt: formatInstant(clock), after: scene.view.head, refuses: () => false });
  const written = scene.rough.custody.events.find(({ seq }) => seq === draft.corrects);
  const concerned = written ? correctionItems(written, draft.replace) : draft.items;
  const { view, rough, followed } = await custodyScene(dir, [], clock);
  const before = new Set(scene.followed.faults.map(faultKey));
  const brought = followed.faults
    .filter((f) => !before.has(faultKey(f)))
    .map((f) => ({ ...stepFinding(f, logPlace(rough)), severity: 'warning' }) as Finding);
  const unfixed = concerned.filter((item) => isTaken(scene.rough.custody.events, item) && !isTaken(rough.custody.events, item));
  if (unfixed.length > 0) brought.push(finding('CUSTODY_NOT_FIXED', 'warning', { evidence: unfixed, line: draft.corrects ?? 0 }));
  const states = view.items.filter(({ evidenceNo }) => concerned.includes(evidenceNo));
  return { ...view, items: states, findings: [...findings, ...brought], added: view.lines, compared: 0 };
}

/** Does a line that counts take it? */
const isTaken = (events: readonly CustodyEvent[], item: string): boolean =>
  correctedLog(events).events.some(({ action, items }) => TAKES.has(action) && items.includes(item));

const faultKey = ({ line, kind, item = '' }: CustodyFault): string => `${line} ${kind} ${item}`;

/** Options of a correction in another action. @throws Fault CUSTODY_OPTION_IDLE */
function refuseIdle(action: CustodyAction, { line, reason, isVoid, voidFiles, restore, actualBy, actualItems }: CustodyAddition): void {
  const given = {
    '--line': line !== undefined,
    '--reason': reason !== undefined,
    '--void': isVoid,
    '--void-file': voidFiles.length > 0,
    '--restore': restore,
    '--actual-by': actualBy.length > 0,
    '--actual-item': actualItems.length > 0,
  };
  for (const [option, isGiven] of Object.entries(given)) if (isGiven) throw fault('CUSTODY_OPTION_IDLE', 2, { action, option });
}

/**
 * What happened cannot be helped afterwards and is written; what the call left out or wrote wrongly can: also who gave a thing away that
 * another holds, be it the holder's own name or the move before. That a thing was fetched while its holder was away must be written.
 */
function isRefused({ kind, action, found }: CustodyFault): boolean {
  if (kind === 'giver') return action !== 'move';
  return kind !== 'onePerson' && kind !== 'twoPlaces' && (kind !== 'gap' || found === '');
}

const APPENDED: readonly CustodyAction[] = ['seal', 'unseal', 'examine', 'copy', 'move', 'hand-over', 'receive', 'return', 'correct'];

/** What people call them as well. */
const OTHER_WORDS: Readonly<Record<string, CustodyAction>> = {
  解封: 'unseal',
  拆封: 'unseal',
  检验: 'examine',
  退还: 'return',
  退回: 'return',
  交接: 'hand-over',
  入库: 'move',
  出库: 'move',
  改正: 'correct',
  勘误: 'correct',
  作废: 'correct',
};

function actionOf(text: string): CustodyAction {
  const word = text.trim();
  const named =
    (Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined) ??
    CUSTODY_ACTIONS.find((a) => CUSTODY_ACTION_NAMES[a] === word) ??
    CUSTODY_ACTIONS.find((a) => a === word.toLowerCase());
  const near = named ?? nearest(word.toLowerCase(), APPENDED);
  if (named && APPENDED.includes(named)) return named;
  const because = near === 'pack' ? 'pack' : near === 'collect' || near === 'extract' ? 'collect' : 'unknown';
  throw fault('CUSTODY_ACTION_UNKNOWN', 2, { action: text, because });
}

/** Actions that take two officers. */
const BY_TWO: ReadonlySet<CustodyAction> = new Set(['seal', 'unseal']);

/** What is not law for every line, but cannot be put in afterwards: asked for, unless a note says why it is not there. */
function unsaid(
  action: CustodyAction,
  people: number,
  { mediaNo, place, note }: CustodyAddition,
): 'second' | 'mediaNo' | 'where' | undefined {
  if (note !== undefined && note.trim() !== '') return undefined;
  if (BY_TWO.has(action) && people < 2) return 'second';
  if (action === 'copy' && mediaNo === undefined) return 'mediaNo';
  return action === 'hand-over' && place === undefined ? 'where' : undefined;
}

/** Actions by which it goes from one to another. */
const PASSING: ReadonlySet<CustodyAction> = new Set(['move', 'hand-over', 'return']);

function draftOf(action: CustodyAction, by: readonly CustodyPerson[], options: CustodyAddition, scene: CustodyScene): CustodyDraft {
  const { items, now, to, place } = options;
  if ((action === 'hand-over' || action === 'return') && to === undefined)
    throw fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action, missing: 'to' });
  if (action === 'move' && to === undefined && place === undefined) throw fault('CUSTODY_SAYS_TOO_LITTLE', 2, { action, missing: 'place' });
  const parts = {
    ...Object.fromEntries(CORRECTED_TEXTS.map((key) => [key, options[key]])),
    from: options.from ?? presentHolder(action, items, scene),
    to: to ?? (action === 'receive' ? by[0]?.name : undefined),
  };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { at: formatInstant(now), action, items: [...new Set(items)], by, ...Object.fromEntries(given) };
}

/** Who has it now, where the action asks from whom. @throws Fault CUSTODY_HOLDERS_DIFFER */
function presentHolder(action: CustodyAction, items: readonly string[], { followed: { states } }: CustodyScene): string | undefined {
  // A part that nothing was written of yet is where its item is.
  const known = items.flatMap((item) => {
    const state = states.get(item) ?? states.get(wholeOf(item, (number) => states.has(number)) ?? '');
    return state ? [{ ...state, evidenceNo: item }] : [];
  });
  const comesBack = action === 'receive' && known.some(({ out }) => out);
  if (!PASSING.has(action) && !comesBack) return undefined;
  const holders = new Set(known.map(({ holder }) => holder));
  if (holders.size > 1)
    throw fault('CUSTODY_HOLDERS_DIFFER', 1, { holders: known.map(({ evidenceNo, holder }) => ({ evidenceNo, holder })) });
  const [holder] = holders;
  return holder === '' ? undefined : holder;
}

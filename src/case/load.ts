/** A Source → a Case that knows where each value stands. Everything is collected; nothing is changed. */
import {
  type Case,
  Fault,
  type Finding,
  FORM_NAMES,
  type FormName,
  type Forms,
  finding,
  type LogRef,
  NO_RECORDS,
  OPTIONAL_FORMS,
  PACKED_FORMS,
  type Place,
  type Ref,
  type Source,
  sortFindings,
} from '../model/index.ts';
import type { ParsedForm } from './_yaml.ts';
import { asMeant } from './as-meant.ts';
import { withoutBlankGroups } from './blank.ts';
import { characterFindings } from './characters.ts';
import { commentedOut } from './commented-out.ts';
import { type CustodyLog, readCustody } from './custody-log.ts';
import { pathFindings } from './evidence-paths.ts';
import { CUSTODY_FILE, formFile } from './form-files.ts';
import { formText } from './form-text.ts';
import { knownPart } from './known-part.ts';
import { type Positions, wholeFile } from './positions.ts';
import { referenceFindings } from './references.ts';
import { referencesAsMeant } from './references-meant.ts';
import { kindOf, schemaFindings } from './schema-findings.ts';
import { schemaTree, titleAt } from './schemas.ts';
import { readSheetForm } from './sheet-form.ts';
import { readTextForm, tooLargeFinding } from './text-form.ts';

/** A form with more faults than this was filled in by another rule; the rest are counted. */
const MAX_FINDINGS_A_FILE = 50;

export interface LoadedCase {
  /** Present when every form passed its schema. Findings may still stop it. */
  readonly case?: Case;
  /** The forms that passed their schema. */
  readonly forms: Partial<Forms>;
  /** Forms that are there and did not pass. */
  readonly unread: readonly FormName[];
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** Of a dossier: members that no schema names, which a newer version may have written. The forms are without them. */
  readonly unknown: readonly { readonly form: FormName; readonly member: string }[];
  /** Where a value stands: line and column, or sheet and cell; its nearest ancestor when it is not written. */
  locate(ref: Ref | LogRef): Place | undefined;
  /** Where the name of a member of a form stands; of one that is not written, the name of the nearest above it, or the start of the form. */
  locateKey(ref: Ref): Place | undefined;
  /** Where the values of a form stand, and how they are written. */
  positionsOf(form: FormName): Positions;
  /** The source line of a place, for the caret. */
  excerpt(place: Place): string | undefined;
  readonly custody?: CustodyLog;
}

export interface LoadOptions {
  /** `required` in a case folder, `absent` in a dossier, where 内卷 must not be. */
  readonly internal: 'required' | 'absent';
  /** Of a package that carries other forms than a dossier for the police. */
  readonly forms?: readonly FormName[];
  /** False: the log was found wrong before, and is not read whole. */
  readonly custody?: boolean;
}

export async function loadCase(source: Source, { internal, forms: wanted, custody: logged = true }: LoadOptions): Promise<LoadedCase> {
  const findings: Finding[] = [];
  const unknown: { form: FormName; member: string }[] = [];
  const unread: FormName[] = [];
  const forms: { -readonly [N in FormName]?: Forms[N] } = {};
  const positions = new Map<FormName, Positions>();
  for (const form of wanted ?? (internal === 'required' ? FORM_NAMES : PACKED_FORMS)) {
    if (form === 'records') forms.records = NO_RECORDS;
    if (!wanted && OPTIONAL_FORMS.includes(form) && !isThere(form, source)) continue;
    const file = formFile(form, source);
    const read =
      'finding' in file
        ? { positions: wholeFile(''), findings: [file.finding], unknown: [], value: undefined }
        : await readForm(form, file.name, source, internal === 'absent');
    if (!('finding' in file)) positions.set(form, read.positions);
    if (read.value !== undefined) Object.assign(forms, { [form]: form === 'records' ? { ...NO_RECORDS, ...read.value } : read.value });
    else {
      delete forms[form];
      unread.push(form);
    }
    findings.push(...capped(read.findings));
    for (const pointer of read.unknown) unknown.push({ form, member: pointer.slice(1) });
  }
  if (internal === 'absent') findings.push(...leaked(source, wanted ?? PACKED_FORMS));
  const positionsOf = (form: FormName): Positions => positions.get(form) ?? wholeFile(source.fileOf(`${form}.yaml`));
  if (internal === 'required') {
    const meant = referencesAsMeant(forms, positionsOf);
    Object.assign(forms, meant.forms);
    findings.push(...meant.findings);
  }
  findings.push(...capped([...referenceFindings(forms, positionsOf), ...pathFindings(forms, positionsOf)]));
  const custody = logged ? readLog(source, findings, internal === 'absent') : undefined;
  const lineOf = lineFinder(custody);
  const complete = PACKED_FORMS.every((form) => forms[form]) && (internal === 'absent' || forms.internal);
  return {
    ...(complete ? { case: forms as Case } : {}),
    forms,
    unread,
    findings: sortFindings(findings),
    unknown,
    locate: ({ form, pointer }) =>
      form === 'custody'
        ? { file: source.fileOf(CUSTODY_FILE), pointer: '', line: lineOf(Number(pointer.slice(1)) || 1), column: 1 }
        : positions.get(form)?.valueAt(pointer),
    locateKey: ({ form, pointer }) => positions.get(form)?.keyAt(pointer),
    positionsOf,
    excerpt: (place) => {
      if (!('file' in place)) return undefined;
      const form = [...positions].find(([, p]) => fileOf(p.valueAt('')) === place.file);
      return form?.[1].excerpt(place);
    },
    ...(custody ? { custody } : {}),
  };
}

/** Under its name, or under one that was meant for it (`records.yaml.txt`). */
function isThere(form: FormName, source: Source): boolean {
  const file = formFile(form, source);
  return 'name' in file || file.finding.code !== 'FORM_MISSING' || file.finding.args.similar !== undefined;
}

/** Events are told by their number; where lines were taken out, that is the number of another line or of none. */
function lineFinder(log: CustodyLog | undefined): (number: number) => number {
  let lines: Map<number, number> | undefined;
  const numbered = (): Map<number, number> => {
    const found = new Map<number, number>();
    for (const [i, line] of (log?.lines ?? []).entries()) {
      const seq = Number(/"seq":\s*(\d+)\b/.exec(line)?.[1] ?? 0);
      if (!found.has(seq)) found.set(seq, i + 1);
    }
    return found;
  };
  return (number) => {
    if (!log || number <= log.lines.length) return number;
    lines ??= numbered();
    return lines.get(number) ?? 1;
  };
}

function fileOf(place: Place): string | undefined {
  return 'file' in place ? place.file : undefined;
}

/** One form, from its bytes to its typed value; of a dossier, what the schema knows of it. */
async function readForm(
  form: FormName,
  name: string,
  source: Source,
  packed: boolean,
): Promise<ParsedForm & { readonly unknown: readonly string[] }> {
  const file = source.fileOf(name);
  const bytes = readBytes(source, name, packed);
  if (!(bytes instanceof Uint8Array)) return { positions: wholeFile(file), findings: [bytes], unknown: [] };
  const parsed = name.endsWith('.xlsx') ? await readSheetForm(form, bytes, file) : readTextForm(bytes, name, file);
  const { positions } = parsed;
  // JSON is what programs write: there an empty group is one.
  const whole =
    /\.ya?ml$/.test(name) && kindOf(parsed.value) === 'group' ? withoutBlankGroups(parsed.value, schemaTree(form)) : parsed.value;
  const findings = [...parsed.findings, ...(packed || !/\.ya?ml$/.test(name) ? [] : hidden(form, bytes, file))];
  if (whole === undefined) return { positions, findings, unknown: [] };
  if (kindOf(whole) !== 'group') {
    return {
      positions,
      unknown: [],
      findings: [...findings, finding('FORM_NOT_A_MAP', 'stop', { found: kindOf(whole) }, { at: positions.valueAt('') })],
    };
  }
  // Programs wrote what is packed: there a value is what it is.
  const meant = packed ? { value: whole, findings: [] } : asMeant(form, whole, positions);
  findings.push(...meant.findings);
  const context = { schema: form, value: meant.value, positions };
  const {
    value,
    unknown,
    findings: found,
  } = packed ? knownPart(context) : { value: meant.value, unknown: [], findings: schemaFindings(context) };
  const faults = found.filter((fault) => !parsed.explains?.(fault));
  const quoted = new Set(faults.filter(({ code }) => code === 'FIELD_IN_QUOTES').map(({ at }) => JSON.stringify(at)));
  const characters = characterFindings(value, (pointer) => titleAt(form, pointer), positions, form);
  findings.push(...faults, ...characters.filter(({ code, at }) => code !== 'FIELD_IN_QUOTES' || !quoted.has(JSON.stringify(at))));
  const sound = faults.length === 0 && !parsed.findings.some(({ severity }) => severity === 'stop');
  return { ...(sound ? { value } : {}), positions, findings, unknown };
}

/** What is written behind a # in a form that reads. */
function hidden(form: FormName, bytes: Uint8Array, file: string): readonly Finding[] {
  const { text, lines } = formText(bytes, file);
  return text === undefined || lines === undefined ? [] : commentedOut(form, text, file, lines);
}

/** The bytes, or the finding why they are not read. What the machine is at fault for is thrown on. A dossier has limits of its own, which its reader keeps. */
function readBytes(source: Source, name: string, packed: boolean): Uint8Array | Finding {
  try {
    const bytes = source.read(name) ?? new Uint8Array();
    return (packed ? undefined : tooLargeFinding(bytes, name, source.fileOf(name))) ?? bytes;
  } catch (error) {
    if (error instanceof Fault && error.exit === 1) return error.finding;
    throw error;
  }
}

function readLog(source: Source, findings: Finding[], packed: boolean): CustodyLog | undefined {
  if (!source.names.includes(CUSTODY_FILE)) return undefined;
  const bytes = readBytes(source, CUSTODY_FILE, packed);
  if (!(bytes instanceof Uint8Array)) {
    findings.push(bytes);
    return undefined;
  }
  const { log, findings: faults } = readCustody(bytes, source.fileOf(CUSTODY_FILE), { packed });
  findings.push(...faults);
  return log;
}

function leaked(source: Source, wanted: readonly FormName[]): Finding[] {
  return source.names
    .filter((name) => /^(?:internal|supervision|correspondence)\./i.test(name) && !wanted.some((form) => name === `${form}.json`))
    .map((file) => finding('INTERNAL_PRESENT', 'stop', { file }, { at: { file: source.fileOf(file) } }));
}

/** The first findings of a file, and how many more there are. What stops is never dropped in favour of a warning. */
function capped(all: readonly Finding[]): readonly Finding[] {
  const findings = all.filter(({ code }) => code !== 'MORE_FINDINGS');
  const uncounted = all.reduce((sum, f) => sum + (f.code === 'MORE_FINDINGS' ? f.args.count : 0), 0);
  if (findings.length <= MAX_FINDINGS_A_FILE && uncounted === 0) return findings;
  const sorted = sortFindings(findings);
  const stopping = sorted.filter(({ severity }) => severity === 'stop');
  const chosen = [...stopping, ...sorted.filter(({ severity }) => severity !== 'stop')].slice(0, MAX_FINDINGS_A_FILE);
  const severity = stopping.length > chosen.length || uncounted > 0 ? 'stop' : 'warning';
  const at = chosen[0]?.at;
  const parts = at && 'file' in at ? { at: { file: at.file } } : {};
  return [...chosen, finding('MORE_FINDINGS', severity, { count: findings.length - chosen.length + uncounted }, parts)];
}

/**
 * A case in its first hours, for `collect`: the little that case and evidence form say already, whatever else is blank
 * or wrong. Nothing here is fit to be printed as the truth of a form; `loadCase` is for that.
 */
import { Fault, type Finding, type FormName, type Place, RECORD_LISTS, type RecordList, type Source } from '../model/index.ts';
import { type ParsedForm, parseYaml } from './_yaml.ts';
import { asMeant } from './as-meant.ts';
import { type CustodyLog, readCustody } from './custody-log.ts';
import { CUSTODY_FILE, formFile } from './form-files.ts';
import { formText } from './form-text.ts';
import { child, valueAt } from './pointer.ts';
import { wholeFile } from './positions.ts';
import { readSheetForm } from './sheet-form.ts';

export interface RoughOfficer {
  readonly id: string;
  readonly name: string;
  readonly certNo?: string;
}

export interface RoughFile {
  readonly path: string;
  readonly sha256?: string;
  readonly sm3?: string;
  /** Where the path is written. */
  readonly at: Place;
}

export interface RoughItem {
  readonly evidenceNo?: string;
  readonly title?: string;
  /** Where the original is kept, which need not be here. */
  readonly originalLocation?: string;
  readonly author?: string;
  readonly source?: string;
  readonly collectedAt?: string;
  readonly place?: string;
  /** Ids of officers. */
  readonly collectors: readonly string[];
  /** Numbers of records. */
  readonly records: readonly string[];
  readonly files: readonly RoughFile[];
}

/** A record of collection, as far as it is filled in. */
export interface RoughRecord {
  readonly list: RecordList;
  readonly recordNo: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly place?: string;
  readonly method?: string;
  readonly system?: string;
  /** Ids of officers. */
  readonly officers: readonly string[];
  /** Name of who gave or held it, or was heard. */
  readonly giver?: string;
}

export interface RoughCase {
  readonly fileOf: (name: string) => string;
  /** Texts of the case form; blank ones are absent. */
  readonly main: {
    readonly pack?: string;
    readonly caseNo?: string;
    readonly name?: string;
    readonly cause?: string;
    readonly sender?: string;
  };
  readonly officers: readonly RoughOfficer[];
  readonly items: readonly RoughItem[];
  /** The file of the evidence list; absent when there is none. */
  readonly listFile?: string;
  /** Forms that are there and cannot be read at all; `findings` say why. */
  readonly unread: readonly FormName[];
  readonly custody: CustodyLog;
  /** Of the records form; absent where that cannot be read or is not there. */
  readonly records?: readonly RoughRecord[];
  /** Of forms that cannot be read, and of the log. */
  readonly findings: readonly Finding[];
}

/** @throws Fault of the machine */
export async function roughCase(source: Source): Promise<RoughCase> {
  const findings: Finding[] = [];
  const unread: FormName[] = [];
  const read = async (form: FormName): Promise<ParsedForm & { readonly name?: string }> => {
    const nothing = { positions: wholeFile(''), findings: [] };
    const file = formFile(form, source);
    // A form that is not there yet is no fault; two of one form, or one that is called otherwise, is.
    const hidden = 'finding' in file && file.finding.code === 'FORM_MISSING' && file.finding.args.similar === undefined;
    if (hidden) return nothing;
    const parsed = 'finding' in file ? { ...nothing, findings: [file.finding] } : await parse(form, file.name, source);
    if (parsed.value === undefined && parsed.findings.some(({ code }) => code !== 'FORM_EMPTY')) {
      unread.push(form);
      // Without the case form files can be fixed all the same; without the evidence list nobody knows under which number.
      const severity = form === 'case' ? 'warning' : 'stop';
      findings.push(...parsed.findings.filter((f) => f.severity === 'stop').map((f) => ({ ...f, severity }) as Finding));
    }
    return 'name' in file ? { ...parsed, name: file.name } : parsed;
  };
  const main = await read('case');
  const list = await read('evidence');
  const { name: sender } = texts(main, '/sender', ['name']);
  const log = readLog(source);
  const records = await recordsOf(source);
  return {
    fileOf: source.fileOf,
    main: { ...texts(main, '', ['pack', 'caseNo', 'name', 'cause']), ...(sender === undefined ? {} : { sender }) },
    officers: pointers(main, '/officers').flatMap((at) => {
      const { id, name, certNo } = texts(main, at, ['id', 'name', 'certNo']);
      return name === undefined ? [] : [{ id: id ?? name, name, ...(certNo === undefined ? {} : { certNo }) }];
    }),
    items: pointers(list, '/evidence').map((at) => ({
      ...texts(list, at, ['evidenceNo', 'title', 'originalLocation', 'author', 'source', 'collectedAt', 'place']),
      collectors: ids(list, `${at}/collectors`),
      records: ids(list, `${at}/records`),
      files: pointers(list, `${at}/files`).flatMap((file) => {
        const { path, ...digests } = texts(list, file, ['path', 'sha256', 'sm3']);
        return path === undefined ? [] : [{ path, ...digests, at: list.positions.valueAt(`${file}/path`) }];
      }),
    })),
    ...(list.name === undefined ? {} : { listFile: list.name }),
    unread,
    custody: log.log,
    ...(records === undefined ? {} : { records }),
    findings: [...findings, ...log.findings],
  };
}

async function recordsOf(source: Source): Promise<readonly RoughRecord[] | undefined> {
  const file = formFile('records', source);
  const form = 'name' in file ? await parse('records', file.name, source) : undefined;
  if (form?.value === undefined) return undefined;
  return (Object.keys(RECORD_LISTS) as RecordList[]).flatMap((list) =>
    pointers(form, `/${list}`).flatMap((at) => {
      const { recordNo, ...said } = texts(form, at, ['recordNo', 'startedAt', 'endedAt', 'place', 'method', 'system']);
      const giver = GIVERS.flatMap((member) => texts(form, `${at}/${member}`, ['name']).name ?? []).at(0);
      const officers = ids(form, `${at}/officers`);
      return recordNo === undefined ? [] : [{ list, recordNo, ...said, officers, ...(giver === undefined ? {} : { giver }) }];
    }),
  );
}

/** Where the kinds of record name the person on the other side. */
const GIVERS = ['provider', 'holder', 'party', 'interviewee'] as const;

/** Without its schema: members may be of any kind. What was meant is taken as everywhere. */
async function parse(form: FormName, name: string, source: Source): Promise<ParsedForm> {
  const parsed = await parsedForm(form, name, source);
  return parsed.value === undefined ? parsed : { ...parsed, value: asMeant(form, parsed.value, parsed.positions).value };
}

async function parsedForm(form: FormName, name: string, source: Source): Promise<ParsedForm> {
  const file = source.fileOf(name);
  const positions = wholeFile(file);
  try {
    const bytes = source.read(name) ?? new Uint8Array();
    if (name.endsWith('.xlsx')) return await readSheetForm(form, bytes, file);
    const { text, lines, findings } = formText(bytes, file);
    return text === undefined || lines === undefined ? { positions, findings } : parseYaml(text, file, lines);
  } catch (error) {
    if (error instanceof Fault && error.exit === 1) return { positions, findings: [error.finding] };
    throw error;
  }
}

function readLog(source: Source): ReturnType<typeof readCustody> {
  const empty = { lines: [], events: [] };
  if (!source.names.includes(CUSTODY_FILE)) return { log: empty, findings: [] };
  try {
    return readCustody(source.read(CUSTODY_FILE) ?? new Uint8Array(), source.fileOf(CUSTODY_FILE));
  } catch (error) {
    if (error instanceof Fault && error.exit === 1) return { log: empty, findings: [error.finding] };
    throw error;
  }
}

/** Pointers of the members of a list; none where there is no list. */
function pointers({ value }: ParsedForm, pointer: string): readonly string[] {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list.map((_, i) => child(pointer, i)) : [];
}

/** The texts of a list; none where there is no list. */
function ids({ value }: ParsedForm, pointer: string): readonly string[] {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string' && id.trim() !== '') : [];
}

/** Texts that are filled in. A number whose quotes were forgotten is taken as it is written, with its leading zeros. */
function texts<K extends string>({ value, positions }: ParsedForm, pointer: string, keys: readonly K[]): { readonly [P in K]?: string } {
  const found = keys.flatMap((key) => {
    const at = child(pointer, key);
    const member = valueAt(value, at);
    const text = typeof member === 'number' ? positions.source(at) : member;
    return typeof text === 'string' && text.trim() !== '' ? [[key, text] as const] : [];
  });
  return Object.fromEntries(found) as { readonly [P in K]?: string };
}

/** 固定清单 as a PDF, in the first hour too: what the case form does not say yet stays blank on the paper. */
import { resolve } from 'node:path';
import { folderSource, loadCase, type RoughCase } from '../../case/index.ts';
import { type FixingData, renderDocument } from '../../documents/index.ts';
import { writeFileSafely } from '../../dossier/write/index.ts';
import {
  type Case,
  type CaseForm,
  type CustodyEvent,
  correctedLog,
  Fault,
  type Finding,
  type Forms,
  finding,
  formatInstant,
  NO_RECORDS,
} from '../../model/index.ts';
import { findPack, type LoadedPack, loadPack } from '../../pack/index.ts';
import type { CollectScene } from './open.ts';
import type { FixedFile } from './record.ts';

const USUAL_PACK = 'national';

/** @throws Fault of a pack that is not there */
export function packOf({ main }: RoughCase, template: string | undefined): LoadedPack {
  return template === undefined ? loadPack(main.pack ?? USUAL_PACK) : findPack(template);
}

export interface Paper {
  readonly scene: CollectScene;
  readonly fixed: readonly FixedFile[];
  readonly events: readonly CustodyEvent[];
  readonly head: string;
  /** Number of the line that the head is the digest of. */
  readonly headLine: number;
  /** Paths of the files that were found as they were recorded. */
  readonly same: readonly string[];
}

interface PaperOptions {
  readonly dir: string;
  readonly now: number;
  readonly overwrite: boolean;
  readonly pack: LoadedPack;
}

/**
 * With nothing new, what was fixed before is printed once more; the paper says that its digests were verified, so it is
 * not written while one of its files was not found as recorded. The log stands whatever becomes of the paper, so faults are findings.
 */
export async function writePaper(
  output: string,
  { dir, now, overwrite, pack }: PaperOptions,
  { scene, fixed, events, head, headLine, same }: Paper,
): Promise<{ readonly pages?: number; readonly findings: readonly Finding[] }> {
  const told = events.length > 0 ? { events, files: fixed.map(titled) } : earlier(scene);
  const sound = new Set([...same, ...fixed.map(({ path }) => path)]);
  const unsound = new Set(told.files.map(({ path }) => path).filter((path) => !sound.has(path))).size;
  if (unsound > 0 || scene.logBroken) return { findings: [finding('COLLECT_PAPER_NOT_MADE', 'stop', { target: output, files: unsound })] };
  const fixing = { ...told, chainHead: head, chainLine: headLine };
  try {
    const { forms } = await loadCase(folderSource(dir, { bare: true }), { internal: 'required' });
    const input = { case: caseSoFar(forms, scene.rough), pack, at: formatInstant(now), draft: false, fixing };
    const { bytes, pages, findings } = await renderDocument('fixing', input);
    await writeFileSafely(resolve(output), overwrite, bytes);
    return { pages, findings };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { findings: [error.finding] };
  }
}

function titled<F extends FixedFile>(file: F): F & { readonly title: string } {
  return { ...file, title: file.title ?? '' };
}

/** Of the scene, what the log's own events are told from. */
interface Logged {
  readonly rough: {
    readonly items: readonly (Pick<RoughCase['items'][number], 'evidenceNo' | 'title'> & {
      readonly files: readonly { readonly path: string }[];
    })[];
    readonly custody: { readonly events: readonly CustodyEvent[] };
  };
  readonly selected: (path: string) => boolean;
}

/** What the log says of the selected files. */
export function earlier({ rough, selected }: Logged): Omit<FixingData, 'chainHead' | 'chainLine'> {
  const listed = new Map(
    rough.items.flatMap(({ evidenceNo, title, files }) => files.map(({ path }) => [path, { evidenceNo, title }] as const)),
  );
  const { events: history, corrected } = correctedLog(rough.custody.events);
  const events = history.filter(({ action, digests }) => action === 'collect' && digests?.some(({ path }) => selected(path)));
  const files = events.flatMap(({ digests = [], items }) =>
    digests
      .filter(({ path }) => selected(path))
      .map((digest) => {
        const { evidenceNo, title = '' } = listed.get(digest.path) ?? {};
        return { ...digest, evidenceNo: (items.length === 1 ? items[0] : evidenceNo) ?? '', title };
      }),
  );
  return { events: events.map((event) => withCorrection(event, corrected.get(event.seq)?.corrections.at(-1)?.seq)), files };
}

/** The list prints what counts, and says where to read what the line said. */
function withCorrection(event: CustodyEvent, line: number | undefined): CustodyEvent {
  if (line === undefined) return event;
  const note = `本条由第${line}条更正，原来所记见保管记录`;
  return { ...event, note: event.note === undefined ? note : `${event.note}；${note}` };
}

/** What the paper does not print is empty, not invented. */
function caseSoFar(forms: Partial<Forms>, rough: RoughCase): Case {
  return {
    case: forms.case ?? blankCase(rough),
    transfer: { docNo: '', issuedOn: '', factSummary: '', legalBasis: [] },
    investigation: {
      reportedOn: '',
      steps: [],
      seizure: '',
      proof: [],
      intentEvidence: [],
      adminLaw: [],
      nature: '',
      criminalLaw: [],
      property: '',
      adminHandling: [],
      recommendation: '',
    },
    receipt: {},
    items: { none: false, items: [] },
    evidence: forms.evidence ?? { evidence: [] },
    records: forms.records ?? NO_RECORDS,
  };
}

function blankCase({ main, officers }: RoughCase): CaseForm {
  return {
    mbpack: '1.0',
    pack: main.pack ?? USUAL_PACK,
    caseNo: main.caseNo ?? '',
    name: main.name ?? '',
    cause: main.cause ?? '',
    source: { type: '', receivedOn: '', narrative: '' },
    filing: { docNo: '', filedOn: '' },
    sender: { name: main.sender ?? '', level: '县' },
    recipient: { name: '', type: '公安机关', level: '县' },
    cc: [],
    officers: officers.map(({ id, name, certNo = '' }) => ({ id, name, certNo, role: '其他' })),
    parties: [],
    suspects: [],
    crimes: [],
    period: { from: '', to: '' },
    facts: [],
    amount: { fundLoss: '0', byFund: [], method: '其他', methodNote: '', certifiedBy: [], basis: [] },
    penalty: { decided: false },
    measures: [],
  };
}

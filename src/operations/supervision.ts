/**
 * The package for the supervisory organ: 线索移送函, its list, the evidence that it names, and nothing of the police dossier
 * (国务院令第310号 art. 19; 指导意见 arts 5, 7). The police dossier, in turn, knows nothing of it.
 */
import { type CustodyLog, custodyPart, exportForms, type PayloadPart, signedScans } from '../case/index.ts';
import { materialRows, type RenderInput, renderDocument } from '../documents/index.ts';
import { bagName, type FileDigest, formatOf, readEvidence } from '../dossier/write/index.ts';
import {
  type Case,
  type CustodyExtract,
  custodyExtract,
  custodyLink,
  type DocumentId,
  dayInChina,
  documentTitles,
  type Finding,
  finding,
  type SupervisionForm,
  wholeOf,
} from '../model/index.ts';
import { digestsByPath } from '../verdict/index.ts';
import type { BuildOptions, BuildResult } from './build.ts';
import { fileFindings } from './file-facts.ts';
import { unreadFindings, unsearched } from './leaks.ts';
import { evidenceSources } from './materials.ts';
import { type OpenedCase, openCase, placed } from './open-case.ts';
import { openRules } from './open-rules.ts';
import { packBag } from './pack-bag.ts';
import { documentPart, materialSources, renderInput } from './payload.ts';
import { lookedAt } from './scans.ts';

/** What another package's approval and materials ask for does not hold this one back. */
const ELSEWHERE = /^(?:P|M-0[1-6]|S-01)/;

/** Thrown inside the packer to end it; never leaves this file. */
class Blocked extends Error {}

/** @throws Fault as `buildDossier` */
export async function buildSupervision(options: BuildOptions): Promise<BuildResult> {
  const opened = await openCase({ ...options, draft: true, supervision: true });
  const { loaded, pack } = opened;
  const { supervision } = loaded.forms;
  // Its own letter's scan; those of the police dossier are in that one.
  const scans = await lookedAt({ forms: supervision ? { supervision } : {}, locate: loaded.locate }, opened.files, {
    ...options,
    beside: [],
  });
  const findings = [...opened.findings.filter(holdsBack), ...scans.findings.filter((f) => f.severity === 'stop')];
  if (!supervision && !loaded.unread.includes('supervision')) findings.push(finding('SUPERVISION_FORM_MISSING', 'stop', {}));
  if (!loaded.case || !pack || !supervision || findings.length > 0) return { loaded, findings };
  const c = seenBySupervision(loaded.case, supervision);
  const wanted = new Set(c.evidence.evidence.flatMap(({ files }) => files.map(({ path }) => path)));
  const sources = evidenceSources(opened.files, options.dir).filter(({ path }) => wanted.has(path));
  try {
    const bag = bagName(c.case.caseNo, dayInChina(options.now), '线索移送');
    const packed = await packBag({
      case: c,
      pack,
      options,
      bag,
      format: formatOf(enclosed(loaded.custody ?? NO_LOG, c).events),
      purpose: '线索移送',
      sources,
      compose: async (evidence) => {
        const changed = (await fileFindings(opened, options, evidence)).findings.filter(holdsBack);
        const { parts, findings: rendered } = await compose(opened, c, { options, evidence });
        findings.push(...changed, ...rendered);
        if (findings.some(holdsBack)) throw new Blocked();
        return parts;
      },
    });
    const unread = unsearched(sources.map(({ path }) => `evidence/${path}`));
    return { loaded, findings: [...findings, ...packed.remarks, ...unreadFindings({ unread, named: false })], written: packed };
  } catch (error) {
    if (error instanceof Blocked) return { loaded, findings };
    throw error;
  }
}

function holdsBack({ severity, rule }: Finding): boolean {
  return severity === 'stop' && !(rule && ELSEWHERE.test(rule));
}

/** Another receiver, and of the evidence only what the letter names. */
function seenBySupervision(c: Case, { recipient, evidence, docNo }: SupervisionForm): Case {
  return {
    ...c,
    case: { ...c.case, recipient: { ...c.case.recipient, name: recipient, type: '监察机关' }, cc: [] },
    transfer: { ...c.transfer, docNo },
    evidence: { ...c.evidence, evidence: c.evidence.evidence.filter(({ evidenceNo }) => evidence.includes(evidenceNo)) },
  };
}

const NO_LOG: CustodyLog = { lines: [], events: [] };

interface Around {
  readonly options: BuildOptions;
  readonly evidence: readonly FileDigest[];
}

async function compose(
  opened: OpenedCase,
  c: Case,
  { options, evidence }: Around,
): Promise<{ readonly parts: readonly PayloadPart[]; readonly findings: readonly Finding[] }> {
  const { loaded, pack } = opened;
  if (!pack || !loaded.case) throw new TypeError('buildSupervision: the case is not complete');
  const whole = loaded.custody ?? NO_LOG;
  const named = new Set(c.evidence.evidence.map(({ evidenceNo }) => evidenceNo));
  // What happened to the enclosed items; the log itself speaks of all evidence of the case and stays with it.
  const custody = { ...enclosed(whole, c), ...headOf(whole) };
  const input = { case: c, pack, now: options.now, draft: false, custody, evidence };
  const data = exportForms(c, ['supervision', 'evidence']);
  const parts: PayloadPart[] = [...data].map(([name, text]) => ({
    path: `data/case/${name}`,
    role: 'caseData',
    title: name === 'supervision.json' ? '线索移送函数据' : '证据清单数据',
    bytes: new TextEncoder().encode(text),
  }));
  const findings: Finding[] = [];
  const render = async (id: DocumentId, number: string, extra: Partial<RenderInput> = {}): Promise<void> => {
    const document = await renderDocument(id, { ...renderInput(input), ...extra });
    findings.push(...document.findings);
    parts.push(documentPart(document, number));
  };
  // The letter speaks of the whole case; its view takes from it only what it names.
  await render('supervision', '01', { case: loaded.case });
  parts.push(...(await scanOf(opened, options, parts.at(-1)?.title ?? '')));
  if (named.size > 0) {
    await render('legality', '03', openRules({ ...input, digests: digestsByPath(evidence) }));
    await render('custody', '04');
  }
  parts.push(custodyPart(input));
  await render('materials', '02', { materials: materialRows(c, materialSources({ case: c, evidence }, parts), documentTitles(pack.pack)) });
  return { parts, findings: placed(findings, loaded) };
}

/** The chain of the enclosed evidence alone. */
function enclosed({ events }: CustodyLog, { evidence }: Case): CustodyExtract {
  const items = new Set(evidence.evidence.map(({ evidenceNo }) => evidenceNo));
  const isListed = (no: string): boolean => items.has(no);
  const paths = new Set(evidence.evidence.flatMap(({ files }) => files.map(({ path }) => path)));
  return custodyExtract(
    events,
    (no) => isListed(no) || wholeOf(no, isListed) !== undefined,
    (path) => paths.has(path),
  );
}

/** Of the whole log, for whoever compares the extract with it. */
function headOf({ lines }: CustodyLog): Pick<NonNullable<RenderInput['custody']>, 'whole'> {
  const last = lines.at(-1);
  return last === undefined ? {} : { whole: { lines: lines.length, head: custodyLink(last) } };
}

async function scanOf({ loaded, files }: OpenedCase, { signal }: BuildOptions, title: string): Promise<readonly PayloadPart[]> {
  const named = signedScans(loaded.forms).find(({ form }) => form === 'supervision');
  const file = named && files.find((f) => f.role === 'signedScan' && f.path === named.scan.path);
  if (!file) return [];
  const bytes = await readEvidence({ source: file.absolute, label: file.path }, { signal });
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(file.path)?.[0].toLowerCase() ?? '';
  const path = `data/documents/01-${title}（签章扫描件）${ending}`;
  return [{ path, role: 'signedScan', title, document: 'supervision', pages: named.scan.pages, bytes }];
}

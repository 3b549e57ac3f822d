/** Drafts: every document marked 草稿, nothing packed; or one document by name, internal forms too. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedCase } from '../case/index.ts';
import { documentApplies, renderDocument } from '../documents/index.ts';
import { bagName, writeFileSafely } from '../dossier/write/index.ts';
import { dayInChina, type Finding, PACKAGE_DOCUMENTS, placeOfDocument, viewIdOf } from '../model/index.ts';
import { digestsByPath } from '../verdict/index.ts';
import { listedFiles } from './check.ts';
import { fileFindings } from './file-facts.ts';
import { unreadFindings } from './leaks.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, inkOnce, type OpenedCase, openCase, placed } from './open-case.ts';
import { openRules } from './open-rules.ts';
import { besideCase, makeFolder, protectCase, refuseExisting } from './output.ts';
import { paperOf } from './paper.ts';
import { renderInput } from './payload.ts';
import { lookedAt } from './scans.ts';
import { unfinishedFindings } from './unfinished.ts';

export interface DraftOptions extends CaseOptions {
  /** Folder for the drafts; by default `<bag>.草稿` beside the case folder. */
  readonly output?: string | undefined;
  readonly overwrite: boolean;
}

export interface DraftResult {
  readonly loaded: LoadedCase;
  readonly findings: readonly Finding[];
  readonly folder?: string;
  readonly count: number;
}

/** Findings do not keep a draft back, short of a case that cannot be read or rendered: a draft is for seeing what is wrong. */
export async function buildDrafts(given: DraftOptions): Promise<DraftResult> {
  const options = { ...given, draft: true };
  const opened = await openCase(options);
  const { loaded, pack } = opened;
  const scans = await lookedAt(loaded, opened.files, options);
  const evidence = await measureAll(opened, options);
  const told = await fileFindings(opened, options, evidence);
  const findings: Finding[] = [...opened.findings, ...scans.findings, ...told.findings, ...unreadFindings(told)];
  findings.push(...unfinishedFindings(opened, options, evidence));
  const c = loaded.case;
  if (!c || !pack || evidence.length !== listedFiles(opened)) return { loaded, findings, count: 0 };
  const payload = await payloadOf(opened, options, evidence, { scans });
  findings.push(...payload.findings);
  const asked = () => openRules({ case: c, pack, now: options.now, custody: loaded.custody ?? NO_LOG, digests: digestsByPath(evidence) });
  // 校验单, 登记表, 固定清单 and 核验记录 have nothing to say yet, and the letter to 监察机关 has a package of its own.
  const own = pack.pack.documents.filter((d) => placeOfDocument(d) === 'internal');
  const beside = pack.pack.documents.filter((d) => placeOfDocument(d) === 'beside' && !NOT_DRAFTED.includes(d.id) && documentApplies(d, c));
  const apart = await Promise.all(
    [...own, ...beside].map((d) =>
      renderDocument(d.id, {
        ...renderInput({ case: c, pack, now: options.now, draft: true, custody: loaded.custody ?? NO_LOG, evidence }),
        ...(viewIdOf(d) === 'legality' ? asked() : {}),
        paper: paperOf(payload.parts),
        ...internalOf(opened),
      }),
    ),
  );
  const apartFindings = apart.flatMap((d) => d.findings);
  findings.splice(0, findings.length, ...inkOnce([...findings, ...placed(apartFindings, loaded)]));
  if (findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings, count: 0 };
  const folder = options.output ?? besideCase(options.dir, `${bagName(c.case.caseNo, dayInChina(options.now))}.草稿`);
  const files = [
    ...payload.parts.filter((p) => p.role === 'document').map((p) => ({ name: p.path.replace(/^.*\//, ''), bytes: p.bytes })),
    ...apart.map((d, i) => ({ name: `${i < own.length ? '内卷' : '卷外'}-${d.title}.pdf`, bytes: d.bytes })),
  ];
  const targets = files.map((f) => ({ path: join(folder, f.name), bytes: f.bytes }));
  const paths = targets.map((t) => t.path);
  protectCase(options.dir, ...paths);
  const overwrite =
    options.overwrite ||
    ownFolder(
      folder,
      files.map((f) => f.name),
    );
  if (!overwrite) refuseExisting(...paths);
  makeFolder(folder);
  for (const { path, bytes } of targets) await writeFileSafely(path, overwrite, bytes);
  return { loaded, findings, folder, count: files.length };
}

const NOT_DRAFTED: readonly string[] = [...PACKAGE_DOCUMENTS, 'fixing', 'verification', 'supervision'];
const NO_LOG = { lines: [], events: [] };

/** A folder with nothing in it but such drafts was made by an earlier run: drafts are made again every day. */
function ownFolder(folder: string, names: readonly string[]): boolean {
  return existsSync(folder) && readdirSync(folder).every((name) => names.includes(name));
}

export function internalOf({ loaded }: OpenedCase) {
  return loaded.forms.internal ? { internal: loaded.forms.internal } : {};
}

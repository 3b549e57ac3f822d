/** build: the dossier zip, its 校验单, and a report. */
import type { LoadedCase } from '../case/index.ts';
import { bagName, formatOf, type Software } from '../dossier/write/index.ts';
import { dayInChina, type Finding } from '../model/index.ts';
import { renderAhead } from './ahead.ts';
import { listedFiles } from './check.ts';
import { fileFindings } from './file-facts.ts';
import { type LeakReport, unreadFindings } from './leaks.ts';
import { evidenceSources, payloadOf } from './materials.ts';
import { blocks, type CaseOptions, openCase } from './open-case.ts';
import { type PackedBag, packBag } from './pack-bag.ts';
import { lookedAt } from './scans.ts';
import { unfinishedFindings } from './unfinished.ts';

export interface BuildOptions extends CaseOptions {
  /** The zip; by default `<bag>.zip` beside the case folder. */
  readonly output?: string | undefined;
  readonly overwrite: boolean;
  readonly software: Software;
  /** False: what was written is not read back by the verifier before it gets its name. */
  readonly readBack?: boolean | undefined;
}

export interface BuildResult {
  readonly loaded: LoadedCase;
  readonly findings: readonly Finding[];
  /** Absent when findings kept the dossier from being built. */
  readonly written?: PackedBag;
}

/** Bytes of evidence from which its digests take longer than a thread takes to begin. */
const WORTH_A_THREAD = 64 << 20;

/** Thrown inside the packer to end it; never leaves this file. */
class Blocked extends Error {}

/** @throws Fault of the machine, the target, or a file that changed; nothing half-written is left */
export async function buildDossier(options: BuildOptions): Promise<BuildResult> {
  const opened = await openCase(options);
  const { loaded, pack, files } = opened;
  const findings: Finding[] = [...opened.findings, ...unfinishedFindings(opened, options)];
  const c = loaded.case;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const small = bytes < WORTH_A_THREAD;
  const looking = lookedAt(loaded, files, options);
  // Awaited below; where something else ends the build first, that is told.
  looking.catch(() => {});
  // Told though other findings end the build (who mends these mends the scans as well), and before gigabytes of evidence are packed.
  const early = !small || blocks(findings, options.strict) || !c || !pack;
  if (early) findings.push(...(await looking).findings);
  if (blocks(findings, options.strict) || !c || !pack) return { loaded, findings };
  const note = (more: readonly Finding[]): void => {
    findings.push(...more);
    if (blocks(more, options.strict)) throw new Blocked();
  };
  const sources = evidenceSources(files, options.dir);
  if (sources.length !== listedFiles(opened)) throw new TypeError('buildDossier: a listed file is missing');
  let searched: Pick<LeakReport, 'unread' | 'named'> = { unread: [], named: false };
  const ahead = small
    ? undefined
    : renderAhead({
        case: c,
        pack,
        template: options.template ?? c.case.pack,
        now: options.now,
        draft: options.draft,
        custody: loaded.custody ?? { lines: [], events: [] },
      });
  try {
    const packed = await packBag({
      case: c,
      pack,
      options,
      bag: bagName(c.case.caseNo, dayInChina(options.now)),
      format: formatOf(loaded.custody?.events ?? []),
      sources,
      compose: async (evidence) => {
        const told = await fileFindings(opened, options, evidence);
        searched = told;
        note(told.findings);
        const payload = await payloadOf(opened, options, evidence, { ahead, scans: looking });
        note([...(early ? [] : (await looking).findings), ...payload.findings]);
        return payload.parts;
      },
    });
    return { loaded, findings: [...findings, ...packed.remarks, ...unreadFindings(searched)], written: packed };
  } catch (error) {
    if (error instanceof Blocked) return { loaded, findings };
    throw error;
  } finally {
    ahead?.close();
  }
}

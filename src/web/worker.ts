/** The worker of the page: reads what was chosen and judges it; or digests a share of it for another worker. */
import type { Opened } from '../dossier/read/index.ts';
import { Fault } from '../model/index.ts';
import { judge, type KnownPack, type Machine, type Verdict } from '../verdict/index.ts';
import { digestShare } from './digest-share.ts';
import { evidenceIn } from './evidence.ts';
import { webHashing } from './hashing.ts';
import { filesOf, openChosen } from './open-chosen.ts';
import type { Chosen, Order, Report, ShareReport } from './protocol.ts';
import { sharedPass } from './shared-pass.ts';
import { turn } from './turn.ts';

/** Bytes of a compressed file that are unpacked into memory to be looked at. */
const MOST_UNPACKED = 200_000_000;
/** Milliseconds between two reports of how far it is. */
const REPORT_EVERY = 120;
/** Below this other workers would take longer to start than the work takes. */
const SHARED_FROM = 8 << 20;

interface Shared {
  readonly chosen: Chosen;
  readonly cores: number;
  readonly source: Blob;
}

let opened: Opened | undefined;
let blobOf: (file: string) => Blob | undefined = () => undefined;

const tell = (report: Report | ShareReport): void => self.postMessage(report);

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'verify') void verify(data);
  else if (data.kind === 'content') content(data.path, data.serial);
  else digestShare(data.chosen, data.share, tell).catch((error: unknown) => tell({ kind: 'broken', reason: reasonOf(error) }));
};

async function verify({ chosen, cores, source }: Extract<Order, { kind: 'verify' }>): Promise<void> {
  const began = performance.now();
  let reported = 0;
  try {
    opened = openChosen(chosen);
    blobOf = blobsOf(chosen);
    const size = opened.entries.reduce((sum, entry) => sum + entry.size, 0);
    const dossier = opened;
    const judged = (shared: Shared | undefined): Promise<Verdict> =>
      judge(dossier, machineOf(shared), {
        onProgress(done, total) {
          if (performance.now() - reported < REPORT_EVERY) return;
          reported = performance.now();
          tell({ kind: 'progress', done, total });
        },
      });
    // A browser that lets no worker start others: one does it all.
    const verdict = size < SHARED_FROM ? await judged(undefined) : await judged({ chosen, cores, source }).catch(() => judged(undefined));
    tell({ kind: 'verdict', verdict, seconds: (performance.now() - began) / 1000 });
  } catch (error) {
    tell({ kind: 'failed', reason: reasonOf(error), ...(error instanceof Fault ? { finding: error.finding } : {}) });
  }
}

function machineOf(shared: Shared | undefined): Machine {
  return {
    version: PAGE.version,
    platform: { hashing: webHashing, turn, ...(shared ? { pass: sharedPass(shared.chosen, shared.cores, shared.source) } : {}) },
    evidence: (check, signal) => evidenceIn(check, blobOf, signal),
    recordedPack: ({ id, sha256 }) =>
      PAGE.released.find((pack) => pack.sha256 === sha256) ?? (Object.hasOwn(PAGE.packs, id) ? PAGE.packs[id] : undefined),
    fallbackPack,
    engine: () => PAGE.engine,
  };
}

function fallbackPack(id: string): KnownPack {
  const pack = PAGE.packs[id];
  if (!pack) throw new Error(id);
  return pack;
}

function blobsOf(chosen: Chosen): typeof blobOf {
  if (chosen.kind === 'zip') return () => chosen.file;
  const byPath = new Map(filesOf(chosen).files.map(({ path, file }) => [path, file]));
  return (path) => byPath.get(path);
}

/** A stretch of what was chosen costs no memory; what is compressed is unpacked, up to a limit. */
function content(path: string, serial: number): void {
  tell({ kind: 'content', serial, ...blobAt(path) });
}

function blobAt(path: string): { readonly blob?: Blob } {
  const stretch = opened?.place(path);
  const blob = stretch && blobOf(stretch.file);
  if (blob) return { blob: blob.slice(stretch.offset, stretch.offset + stretch.size) };
  try {
    const bytes = opened?.read(path, MOST_UNPACKED);
    return bytes ? { blob: new Blob([new Uint8Array(bytes)]) } : {};
  } catch {
    return {};
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

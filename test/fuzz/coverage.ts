/** Which blocks of the program ran, by V8's own counters: what leads the fuzzer on. */
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Characters of the program's own text that ran, by folder, of all in those of its files that were loaded. */
export interface Reach {
  readonly folder: string;
  readonly covered: number;
  readonly total: number;
}

export interface Coverage {
  /** Did blocks of the program run since the last call that never ran before? */
  grown(): Promise<boolean>;
  /** Blocks that ran so far. */
  blocks(): number;
  reach(folders: readonly string[]): readonly Reach[];
}

type Scripts = readonly Profiler.ScriptCoverage[];

function take(session: Session): Promise<Scripts> {
  return new Promise((resolve, reject) =>
    session.post('Profiler.takePreciseCoverage', (error, { result }) => (error ? reject(error) : resolve(result))),
  );
}

export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const texts = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  return {
    async grown() {
      const before = seen.size;
      for (const script of await take(session)) {
        if (!script.url.includes('/dist/')) continue;
        const known = seen.size;
        for (const { ranges } of script.functions)
          for (const { startOffset, endOffset, count } of ranges) if (count > 0) seen.add(`${script.url}:${startOffset}:${endOffset}`);
        if (seen.size > known) mark(texts, script);
      }
      return seen.size > before;
    },
    blocks: () => seen.size,
    reach: (folders) =>
      folders.map((folder) => {
        const files = [...texts].filter(([url]) => url.includes(`/dist/${folder}/`)).map(([, ran]) => ran);
        const covered = files.reduce((sum, one) => sum + one.reduce((n, byte) => n + byte, 0), 0);
        return { folder, covered, total: files.reduce((sum, one) => sum + one.length, 0) };
      }),
  };
}

/** Outer functions come first; inner ranges correct them. What ran once has run. */
function mark(texts: Map<string, Uint8Array>, { url, functions }: Profiler.ScriptCoverage): void {
  const ran = texts.get(url) ?? new Uint8Array(readFileSync(fileURLToPath(url), 'utf8').length);
  texts.set(url, ran);
  const now = new Uint8Array(ran.length);
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  for (let i = 0; i < now.length; i++) if (now[i]) ran[i] = 1;
}

/** Files that are not as their names and formats say: told alike before they are fixed and when a case is checked. */
import { type Condition, readConditions } from '../exhibit/index.ts';
import { type Basis, type CustodyEvent, Fault, type Finding, finding, saysAsFound } from '../model/index.ts';

/** 收集、提取的电子数据应当保持完整性. */
const WHOLE: readonly Basis[] = [{ document: '法发〔2016〕22号', article: '第五条' }];

/** `path`: below `evidence/`; `file`: as people name it. Empty files are told by those who list the folder. `noted`: the log says it. */
export function conditionFindings(path: string, file: string, conditions: readonly Condition[], noted = false): readonly Finding[] {
  return conditions.flatMap((condition) => conditionFinding(path, file, condition, noted) ?? []);
}

function conditionFinding(path: string, file: string, condition: Condition, noted: boolean): Finding | undefined {
  const parts = { at: { file }, basis: WHOLE };
  const severity = noted ? 'info' : 'warning';
  switch (condition.kind) {
    case 'empty':
      return undefined;
    case 'misnamed': {
      const { ending, format } = condition;
      return finding('EXHIBIT_MISNAMED', severity, { path, ending, ...(format === undefined ? {} : { format }), noted }, parts);
    }
    case 'incomplete':
      return finding('EXHIBIT_INCOMPLETE', severity, { path, format: condition.format, lacks: condition.lacks, noted }, parts);
    case 'unread':
      return finding('EXHIBIT_UNREAD', 'info', { path, format: condition.format }, { at: { file } });
  }
}

/** Enough to keep the disk busy. */
const READERS = 4;
const EVIDENCE = 'evidence/';

/** The evidence of a case, file by file in the order given. @throws Fault ABORTED */
export async function evidenceConditions(
  files: readonly { readonly path: string; readonly absolute: string; readonly role: string }[],
  events: readonly CustodyEvent[],
  { fileOf, signal }: { readonly fileOf: (path: string) => string; readonly signal?: AbortSignal | undefined },
): Promise<readonly Finding[]> {
  const noted = new Set(events.filter(saysAsFound).flatMap(({ digests = [] }) => digests.map(({ path }) => path)));
  const evidence = files.filter(({ role }) => role === 'evidence');
  const found = new Map<string, readonly Finding[]>();
  const queue = evidence.values();
  const reader = async (): Promise<void> => {
    for (const { path, absolute } of queue) {
      const below = path.slice(EVIDENCE.length);
      const conditions = await conditionsOf(absolute, below, signal);
      if (conditions.length > 0) found.set(path, conditionFindings(below, fileOf(path), conditions, noted.has(below)));
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return evidence.flatMap(({ path }) => found.get(path) ?? []);
}

/** A file that cannot be read is told by those who take its digests. */
async function conditionsOf(absolute: string, name: string, signal: AbortSignal | undefined): Promise<readonly Condition[]> {
  try {
    return await readConditions(absolute, name, { signal });
  } catch (error) {
    if (error instanceof Fault && error.finding.code === 'ABORTED') throw error;
    return [];
  }
}

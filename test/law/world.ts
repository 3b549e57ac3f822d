/** Runs the law over the good case with one thing changed; shared by the tables of scenarios. */
import { checkCase } from '../../src/law/index.ts';
import {
  type Case,
  custodyLine,
  custodyLink,
  type DatasetRead,
  type Digests,
  type Finding,
  type TemplatePack,
} from '../../src/model/index.ts';
import { goodCase, NOW, PACK } from './fixture.ts';

export type C = ReturnType<typeof goodCase>;
export interface World {
  draft?: boolean;
  now?: number;
  custody?: string[];
  digests?: Map<string, Digests>;
  pack?: Partial<TemplatePack>;
  /** Another case than the small one. */
  base?: () => C;
  datasets?: Map<string, DatasetRead>;
  weakDigests?: Map<string, { md5?: string; sha1?: string }>;
}
/** Rule, name, what is changed, `severity CODE form/pointer` that it must give. */
export type Scenario = readonly [rule: string, name: string, change: (c: C) => unknown, expected: string, world?: World];

export const FIRST = custodyLine({
  seq: 1,
  at: '2026-05-13T10:00+08:00',
  action: 'collect',
  items: ['E01', 'E02', 'E03', 'E11'],
  by: [{ name: '周某甲' }, { name: '吴某乙' }],
  prev: null,
});
export const SECOND = custodyLine({
  seq: 2,
  at: '2026-05-14T10:00+08:00',
  action: 'copy',
  items: ['E01'],
  by: [{ name: '周某甲' }, { name: '吴某乙' }],
  mediaNo: 'GP-01、GP-02',
  sealAfter: 'FT-0001',
  prev: custodyLink(FIRST),
});
export const DIGESTS = new Map([
  ['结算/明细.csv', { sha256: 'a'.repeat(64), sm3: 'c'.repeat(64) }],
  ['结算/汇总.pdf', { sha256: 'b'.repeat(64), sm3: 'd'.repeat(64) }],
]);

export function findingsOf(change: (c: C) => unknown, world: World = {}): Finding[] {
  const c = (world.base ?? goodCase)();
  change(c);
  const lines = world.custody ?? [FIRST, SECOND];
  const events = lines.flatMap((l) => (l.startsWith('{') ? [JSON.parse(l)] : []));
  const input = {
    case: c as Case,
    pack: { ...PACK, ...world.pack },
    now: world.now ?? NOW,
    draft: world.draft ?? false,
    custody: { lines, events },
    digests: world.digests ?? DIGESTS,
    ...(world.datasets ? { datasets: world.datasets } : {}),
    ...(world.weakDigests ? { weakDigests: world.weakDigests } : {}),
  };
  return checkCase(input, (ref) => ({ file: `${ref.form}.yaml`, pointer: ref.pointer, line: 1, column: 1 }));
}

export const brief = (f: Finding): string =>
  `${f.severity} ${f.code}${f.at && 'pointer' in f.at ? ` ${f.at.file.replace('.yaml', '')}${f.at.pointer}` : ''}`;

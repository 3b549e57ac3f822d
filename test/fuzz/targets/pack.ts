/** pack.json, alone and joined with the pack it extends; and the law by what a pack that was accepted says. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFindings } from '../../../src/case/index.ts';
import { checkCase } from '../../../src/law/index.ts';
import type { Case, Finding } from '../../../src/model/index.ts';
import { type LoadedPack, PACK_ROOT, readPack } from '../../../src/pack/index.ts';
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { TEXT_MUTATORS } from '../mutate-text.ts';
import { answered, holds, judged } from '../oracle.ts';
import { caseOf, corpusOf, SMALL } from '../seeds.ts';
import type { Target } from '../target.ts';

const root = mkdtempSync(join(tmpdir(), 'mbpack-fuzz-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const dir = join(root, 'own');
mkdirSync(dir);

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
let small: Case | undefined;

/** Periods, thresholds, calendar and fields of the pack, applied to a case. */
function byItsData({ pack: own }: LoadedPack): readonly Finding[] {
  if (!small) return [];
  const locate = () => undefined;
  const read = { forms: small, locate, locateKey: locate };
  return [...localFindings(read, own.fields ?? {}), ...checkCase({ case: small, pack: own, now: NOW, draft: false }, locate)];
}

/** A pack with a field of every kind, a document of its own, periods, thresholds and a calendar. */
const RICH = {
  id: 'own',
  version: '1.0.0',
  title: '示例市文书',
  extends: 'national',
  docNoPattern: '^示医保案〔\\d{4}〕\\d{1,4}号$',
  documents: [{ id: 'x-note', title: '说明', template: 'note.hbs', view: 'transfer', place: 'volume' }],
  strings: { copiesLine: '一式{1}份' },
  copies: { police: 2 },
  fields: {
    case: {
      title: '本局加填',
      required: ['line'],
      properties: {
        line: { type: 'string', title: '条线', maxLength: 20, enum: ['门诊', '住院'] },
        day: { type: 'string', title: '日期', format: 'date' },
        count: { type: 'integer', title: '次数', minimum: 0, maximum: 9 },
        rows: {
          type: 'array',
          title: '各次',
          items: { type: 'object', title: '一次', properties: { on: { type: 'string', title: '日' } } },
        },
      },
    },
  },
};

export const pack: Target = {
  name: 'pack',
  reach: ['pack', 'case'],
  async seeds() {
    small = await caseOf(SMALL);
    return [
      ...['national', 'guangdong', 'chongqing', 'jiangsu'].map((id) => readFileSync(join(PACK_ROOT, id, 'pack.json'))),
      Buffer.from(JSON.stringify(RICH, null, 2)),
      ...corpusOf('pack'),
    ];
  },
  mutators: [...TEXT_MUTATORS, ...TEXT_MUTATORS, ...BYTE_MUTATORS],
  async run(bytes) {
    writeFileSync(join(dir, 'pack.json'), bytes);
    writeFileSync(join(dir, 'note.hbs'), '<document layout="letter"><title>说明</title><p>{{caseName}}</p></document>\n');
    try {
      const { loaded, findings } = readPack({ dir });
      const reached = judged(findings, (file) => (file === `${dir}/pack.json` ? bytes : ofParent(file)));
      holds(loaded !== undefined || findings.some((f) => f.severity === 'stop'), 'no pack, and nothing stops');
      return loaded ? [...reached, ...judged(byItsData(loaded))] : reached;
    } catch (error) {
      return judged(answered(error));
    }
  },
};

/** Findings of a parent stand in its own file. */
function ofParent(file: string): Uint8Array | undefined {
  const name = /^templates\/(.+)$/.exec(file)?.[1];
  return name === undefined ? undefined : readFileSync(join(PACK_ROOT, name));
}

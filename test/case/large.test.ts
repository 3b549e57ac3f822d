/** What a case folder lets in, the dossier made of it lets in again, however many files there are. */
import { expect, test } from 'vitest';
import { caseData, custodyPart, folderSource, loadCase } from '../../src/case/index.ts';
import { MAX_CUSTODY_LINE, MAX_FORM_BYTES, MAX_LIST_BYTES } from '../../src/case/limits.ts';
import { comparePaths, type EvidenceForm, type Source } from '../../src/model/index.ts';

const { case: c, custody } = await loadCase(folderSource('examples/挂床住院'), { internal: 'required' });
if (!c || !custody) throw new Error('the example cannot be read');
const [first] = c.evidence.evidence;
if (!first) throw new Error('the example has no evidence');

const FILES = 120_000;
const A_LIST = 5000;
const HEX = 'a'.repeat(64);

function manyFiles(): EvidenceForm {
  const items = Array.from({ length: FILES / A_LIST }, (_, i) => ({
    ...first,
    evidenceNo: `B-${i + 1}`,
    files: Array.from({ length: A_LIST }, (__, j) => ({ path: `批量/${i}/${j}.txt`, sha256: HEX, sm3: HEX })),
  }));
  return { evidence: [...(c?.evidence.evidence ?? []), ...items] } as EvidenceForm;
}

/** A dossier's data, by bare names. */
function sourceOf(files: ReadonlyMap<string, Uint8Array>): Source {
  return { names: [...files.keys()].sort(comparePaths), fileOf: (name) => `x.zip/data/case/${name}`, read: (name) => files.get(name) };
}

const large = { ...c, evidence: manyFiles() };
const digests = large.evidence.evidence.flatMap(({ files }) =>
  files.map(({ path }) => ({ path: `data/evidence/${path}`, size: 1, sha256: HEX, sm3: HEX })),
);
const log = custodyPart({ case: large, now: Date.parse('2026-09-15T14:00+08:00'), custody, evidence: digests }).bytes;
const data = new Map(caseData(large).map(({ path, bytes }) => [path.replace(/^.*\//, ''), bytes]));

test(`${FILES} files with both digests`, async () => {
  expect(data.get('evidence.json')?.length).toBeGreaterThan(MAX_FORM_BYTES);
  expect(log.length - log.lastIndexOf(0x0a, log.length - 2)).toBeGreaterThan(MAX_CUSTODY_LINE);
  const loaded = await loadCase(sourceOf(new Map([...data, ['custody.jsonl', log]])), { internal: 'absent' });
  expect(loaded.findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
  expect(loaded.custody?.events.at(-1)?.digests).toHaveLength(digests.length);
  expect(loaded.case?.evidence).toEqual(large.evidence);
});

test('larger than people write and not as the packer writes it', async () => {
  const spaced = new TextEncoder().encode(`{ "evidence": [] ${' '.repeat(MAX_LIST_BYTES)} }\n`);
  const loaded = await loadCase(sourceOf(new Map([...data, ['evidence.json', spaced]])), { internal: 'absent' });
  expect(loaded.findings.map(({ code }) => code)).toContain('FORM_TOO_LARGE');
});

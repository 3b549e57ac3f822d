/** What officers made of evidence: 《复制件制作说明》 (解释 arts 82, 86) and 《数据统计说明》 (法发〔2016〕22号 art. 19). */
import type { Case, CopyRecord, DerivationRecord, EvidenceItem } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { amount, day, paragraphs, sentences, text } from './common.ts';
import { FEW_FILES, fixedItems, fixedView } from './fixed-files.ts';
import { bytes } from './materials.ts';
import { anchorView, baseView, itemsOf, onlyRendered, signerView } from './record-parts.ts';

export function copyView(input: RenderInput): object {
  return { records: onlyRendered(input.case.records.copies).map((record) => copyRecord(input, record)) };
}

function copyRecord({ case: forms, custody }: RenderInput, record: CopyRecord): object {
  const items = itemsOf(forms, record.recordNo);
  return {
    ...baseView(forms, record, custody),
    items: items.map((item) => ({
      no: item.evidenceNo,
      title: item.title,
      originality: item.originality,
      copies: `${item.copies}份`,
      pages: item.pages === undefined ? '' : `${item.pages}页`,
      location: item.originalLocation ?? '',
    })),
    reason: sentences(record.reason),
    method: sentences(record.method),
    originalLocation: text(record.originalLocation),
    provider: signerView(record.provider),
    verified: record.verified ?? '',
    verifiedOn: day(record.verifiedOn),
    anchor: anchorView(record, items, custody),
  };
}

export function derivationView(input: RenderInput): object {
  return { records: onlyRendered(input.case.records.derivations).map((record) => derivationRecord(input, record)) };
}

function derivationRecord(input: RenderInput, record: DerivationRecord): object {
  const { case: forms, custody } = input;
  const sources = byNumbers(forms, record.sources);
  const result = byNumbers(forms, [record.result]);
  return {
    ...baseView(forms, record, custody),
    sources: fixedView(fixedItems(sources, input), FEW_FILES),
    result: fixedView(fixedItems(result, input), FEW_FILES),
    query: paragraphs(record.query),
    tool: text(record.tool),
    rowsIn: record.rowsIn === undefined ? null : bytes(record.rowsIn),
    rowsOut: record.rowsOut === undefined ? null : bytes(record.rowsOut),
    sum: record.sum === undefined ? null : amount(record.sum),
    reproducible: record.reproducible ?? '',
    anchor: anchorView(record, result, custody),
  };
}

function byNumbers(forms: Case, numbers: readonly string[]): readonly EvidenceItem[] {
  return forms.evidence.evidence.filter((item) => numbers.includes(item.evidenceNo));
}

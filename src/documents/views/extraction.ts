/** 《电子数据提取笔录》 with its 《电子数据提取固定清单》 (法发〔2016〕22号 art. 14), one pair for each record. */
import type { Case, EvidenceItem, ExtractionRecord } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { paragraphs, sentence, sentences, text } from './common.ts';
import { fixedItems, fixedView } from './fixed-files.ts';
import { anchorView, baseView, evidenceList, itemsOf, onlyRendered, signerView, witnessView } from './record-parts.ts';

export function extractionView(input: RenderInput): object {
  return { records: onlyRendered(input.case.records.extractions).map((record) => recordView(input, record)) };
}

function recordView(input: RenderInput, record: ExtractionRecord): object {
  const { case: forms, custody } = input;
  const items = dataItems(forms, record);
  const { compression } = record;
  return {
    ...baseView(forms, record, custody),
    purpose: record.purpose,
    mode: record.mode,
    target: record.target,
    system: record.system,
    sealed: record.originalMedium === '已封存',
    originalMediaNo: text(record.originalMediaNo),
    originalSealNo: text(record.originalSealNo),
    originalPhotos: evidenceList(forms, record.originalPhotos),
    notSealedReason: text(record.notSealedReason),
    originalLocation: text(record.originalLocation),
    method: paragraphs(record.method),
    tools: record.tools.map(({ name, version }) => (version === undefined ? name : `${name}（版本${version}）`)),
    technicians: (record.technicians ?? []).flatMap((id) => technicianView(forms, id)),
    query: text(record.query),
    clockOffset: text(record.clockOffset),
    process: record.process.map(sentence),
    compression: compression ? { method: compression.method, path: compression.path, sha256: text(compression.sha256) } : null,
    provider: signerView(record.provider),
    witness: witnessView(record.witness),
    noWitnessReason: record.noWitnessReason === undefined ? [] : sentences(record.noWitnessReason),
    video: evidenceList(forms, record.video === undefined ? [] : [record.video]),
    backups: (record.backups ?? []).map((b) => ({
      mediaNo: b.mediaNo,
      use: b.use,
      sealNo: b.sealNo ?? '',
      place: b.place,
      photos: b.photos?.join('、') ?? '',
    })),
    anchor: anchorView(record, items, custody),
    list: fixedView(fixedItems(items, input)),
  };
}

function technicianView({ case: c }: Case, id: string): readonly { readonly name: string; readonly unit: string }[] {
  return (c.participants ?? []).filter((p) => p.id === id).map(({ name, unit }) => ({ name, unit }));
}

/** What was extracted: data that name the record, but not the photographs and films that were made of the work. */
function dataItems(forms: Case, record: ExtractionRecord): readonly EvidenceItem[] {
  const made = new Set([record.video, ...(record.originalPhotos ?? []), ...(record.backups ?? []).flatMap((b) => b.photos ?? [])]);
  return itemsOf(forms, record.recordNo).filter(
    (item) => (item.kind === '电子数据' || item.kind === '视听资料') && !made.has(item.evidenceNo),
  );
}

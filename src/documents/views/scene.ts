/** 《现场笔录》 (最高法刑诉法解释 arts 102–103; 行政强制法 art. 18). */
import type { Case, SceneRecord } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { sentence, sentences, text } from './common.ts';
import { anchorView, baseView, evidenceList, itemsOf, onlyRendered, signerView, witnessView } from './record-parts.ts';

export function sceneView(input: RenderInput): object {
  return { records: onlyRendered(input.case.records.scenes).map((record) => recordView(input, record)) };
}

function recordView({ case: forms, custody }: RenderInput, record: SceneRecord): object {
  const items = itemsOf(forms, record.recordNo);
  return {
    ...baseView(forms, record, custody),
    reasonsTold: record.reasonsTold ?? '',
    recusalTold: record.recusalTold ?? '',
    recusalAsked: record.recusalAsked ?? '',
    recusalDecision: text(record.recusalDecision),
    reason: record.reason,
    party: signerView(record.party),
    present: record.present ?? [],
    process: record.process.map(sentence),
    findings: sentences(record.findings),
    preserved: preserved(forms, record.recordNo),
    taken: evidenceList(
      forms,
      items.map((i) => i.evidenceNo),
    ),
    photos: evidenceList(forms, record.photos),
    video: evidenceList(forms, record.video === undefined ? [] : [record.video]),
    witness: witnessView(record.witness),
    noWitnessReason: record.noWitnessReason === undefined ? [] : sentences(record.noWitnessReason),
    anchor: anchorView(record, items, custody),
  };
}

/** Measures taken there: `先行登记保存（示医保登存〔2026〕3号），共2项`. */
function preserved(forms: Case, recordNo: string): readonly string[] {
  return forms.records.preservations
    .filter((p) => p.scene === recordNo)
    .map(({ measure, docNo, list }) => `${measure}${docNo === undefined ? '' : `（${docNo}）`}，清单共${list.length}项`);
}

/**
 * Kinds of evidence: 行政处罚法 art. 46 beside 刑事诉讼法 art. 50, and what art. 54(2) of the latter, 解释 art. 75 and
 * 指导意见 art. 18 make of them. A: named, may be used as evidence. B: used after review. C: words, collected anew.
 */
import type { EvidenceKind } from './case.ts';

export interface KindRow {
  /** Stable English name of the kind. */
  readonly code: string;
  /** Counterpart in 刑事诉讼法 art. 50. */
  readonly criminal: string;
  readonly admissibility: 'A' | 'B' | 'C';
}

export const EVIDENCE_KINDS: Readonly<Record<EvidenceKind, KindRow>> = {
  书证: { code: 'documentary', criminal: '书证', admissibility: 'A' },
  物证: { code: 'physical', criminal: '物证', admissibility: 'A' },
  视听资料: { code: 'audiovisual', criminal: '视听资料', admissibility: 'A' },
  电子数据: { code: 'electronic', criminal: '电子数据', admissibility: 'A' },
  证人证言: { code: 'testimony', criminal: '证人证言', admissibility: 'C' },
  当事人的陈述: { code: 'partyStatement', criminal: '犯罪嫌疑人供述和辩解', admissibility: 'C' },
  鉴定意见: { code: 'expertOpinion', criminal: '鉴定意见', admissibility: 'B' },
  '勘验笔录、现场笔录': { code: 'sceneRecord', criminal: '勘验、检查等笔录', admissibility: 'B' },
  专业报告: { code: 'specialReport', criminal: '有专门知识的人出具的报告', admissibility: 'B' },
};

/** Marks a row of evidence of words, where the note stands once below the rows. */
export const CLASS_C_MARK = '言词证据';
/** What is printed beside evidence of words (刑事诉讼法 art. 54(2) does not name it). */
export const CLASS_C_NOTE = '言词证据，刑诉法第五十四条第二款未列举，由办案机关依法审查、收集';

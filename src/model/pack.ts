/** A template pack as data: what a province may change. The folder holds no code. Schema: schemas/pack.schema.json. */
import type { Basis } from './finding.ts';

/** The documents that part of the tool knows how to fill. `internal` ones never enter a dossier. */
export const DOCUMENT_IDS = ['transfer', 'investigation', 'items', 'receipt', 'materials', 'report', 'approval', 'slip'] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

export interface PackDocument {
  readonly id: DocumentId;
  /** Chinese title, also the file name of the rendered PDF. */
  readonly title: string;
  /** Template file below the pack's folder. */
  readonly template: string;
  /** 内卷: rendered by `--only`, never packed. */
  readonly internal?: boolean;
}

/** A period of law (docs/rules.md, D rows). Days are calendar days, the first not counted. */
export interface PackPeriod {
  readonly length: number;
  readonly unit: 'hour' | 'day';
  readonly basis: Basis;
}

export interface TemplatePack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly extends?: string;
  readonly documents: readonly PackDocument[];
  /** Regular expression (RegExp source) that a 发文字号 must match. */
  readonly docNoPattern: string;
  readonly periods: { readonly approve: PackPeriod; readonly transfer: PackPeriod };
  /** Words in an agency's name that count as one level, e.g. 分局 with 区. */
  readonly levelPairs: readonly { readonly sender: string; readonly recipient: string }[];
}

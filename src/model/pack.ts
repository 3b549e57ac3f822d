/** A template pack as data: what a province may change. The folder holds no code. Schema: schemas/pack.schema.json. */
import type { Day, Yuan } from './case-facts.ts';
import type { Basis } from './finding.ts';

/** The documents that part of the tool knows how to fill. `internal` ones never enter a dossier. */
export const DOCUMENT_IDS = [
  'transfer',
  'investigation',
  'items',
  'receipt',
  'materials',
  'extraction',
  'scene',
  'preservation',
  'copy',
  'derivation',
  'legality',
  'custody',
  'matrix',
  'statement',
  'report',
  'approval',
  'supervision',
  'slip',
  'fixing',
  'supplement',
  'handover',
  'consultation',
  'urgent',
  'procuratorate',
  'cover',
  'contents',
  'notes',
  'register',
] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

/** Made of the form `correspondence`: letters and lists about the case, and what the paper file is bound with. */
export const CORRESPONDENCE_DOCUMENTS = [
  'supplement',
  'handover',
  'consultation',
  'urgent',
  'procuratorate',
  'cover',
  'contents',
  'notes',
] as const satisfies readonly DocumentId[];
/** Documents that are about one finished package: they stand beside it. */
export const PACKAGE_DOCUMENTS = ['slip', 'register'] as const satisfies readonly DocumentId[];
/** Documents that stand beside a dossier and are never inside one: these, 固定清单, and the letter to 监察机关, whose package is another. */
export const DOCUMENTS_BESIDE: readonly DocumentId[] = [...PACKAGE_DOCUMENTS, 'fixing', 'supervision', ...CORRESPONDENCE_DOCUMENTS];

export interface PackDocument {
  readonly id: DocumentId;
  /** Chinese title, also the file name of the rendered PDF. */
  readonly title: string;
  /** Template file below the pack's folder. */
  readonly template: string;
  /** 内卷: rendered by `--only`, never packed. */
  readonly internal?: boolean;
}

/**
 * A period of law (docs/rules.md, D rows). Hours never pause; the first day is not counted. `calendar`: no extension over
 * holidays; `rollover`: a last day on a holiday moves to the next working day (刑诉法 art. 105); `workday`: working days only.
 */
export interface PackPeriod {
  readonly length: number;
  readonly unit: 'hour' | 'day';
  readonly count?: 'calendar' | 'rollover' | 'workday';
  readonly basis: Basis;
}

/** D1–D16 of the table of periods. */
export const PERIOD_IDS = [
  'approve',
  'transfer',
  'correctionNotice',
  'correction',
  'forwarding',
  'review',
  'reviewVerify',
  'reviewComplex',
  'notify',
  'reconsider',
  'reconsiderDecision',
  'supervision',
  'itemsHandover',
  'preservation',
  'sealing',
  'sealingExtension',
  'urgentApproval',
  'penaltyCopy',
] as const;
export type PeriodId = (typeof PERIOD_IDS)[number];

/** A region's amounts for an offence, yuan as decimal strings; never says that anything is a crime. */
export interface Threshold {
  /** `全国` is the range within which regions set theirs. */
  readonly region: string;
  readonly crime: string;
  /** 数额较大 from; the upper end only in a national range. */
  readonly large?: Yuan;
  readonly largeTo?: Yuan;
  readonly huge?: Yuan;
  readonly hugeTo?: Yuan;
  readonly enormous?: Yuan;
  readonly enormousTo?: Yuan;
  readonly source: string;
  /** `原文` read in the document itself, `转引` read elsewhere, `待核` recalled. */
  readonly certainty: '原文' | '转引' | '待核';
  /** What another source says. */
  readonly conflict?: string;
  /** What makes an amount near 较大 count, e.g. 诈骗社会保险款物. */
  readonly nearFactors?: readonly string[];
}

/** Days off and days on in a year, as announced; without a year's row working days of it are not computed. */
export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly Day[];
  /** Saturdays and Sundays on which one works. */
  readonly workdays: readonly Day[];
}

/** About 20 mm of paper. Recalled, not read: a pack sets its archive's own. */
export const DEFAULT_VOLUME_PAGES = 200;

export interface TemplatePack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly extends?: string;
  readonly documents: readonly PackDocument[];
  /** Regular expression (RegExp source) that a 发文字号 must match. */
  readonly docNoPattern: string;
  readonly periods: { readonly approve: PackPeriod; readonly transfer: PackPeriod } & Partial<Record<PeriodId, PackPeriod>>;
  readonly thresholds?: readonly Threshold[];
  /** Share of 数额较大 from which an amount is called near; absent where no source says so. */
  readonly nearShare?: string;
  readonly calendar?: readonly CalendarYear[];
  /** Most pages of one 卷 of the paper file; DEFAULT_VOLUME_PAGES without it. */
  readonly maxPagesPerVolume?: number;
  /** Words in an agency's name that count as one level, e.g. 分局 with 区. */
  readonly levelPairs: readonly { readonly sender: string; readonly recipient: string }[];
}

/** A template pack as data: what a province may change. The folder holds no code. Schema: schemas/pack.schema.json. */
import type { Day, Yuan } from './case-facts.ts';
import type { Basis, Severity } from './finding.ts';
import type { LocalGroup } from './local-field.ts';
import type { PackOffence } from './offences.ts';

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
  'referral',
  'commission',
  'pledge',
  'cover',
  'contents',
  'notes',
  'register',
  'verification',
] as const;
export type KnownDocumentId = (typeof DOCUMENT_IDS)[number];
/** A document that a pack adds; it prints the view of one that is known. */
export type AddedDocumentId = `x-${string}`;
export type DocumentId = KnownDocumentId | AddedDocumentId;

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
/** Made of the form `case`: the letter to another department, and what persons of other houses are asked for and promise. */
export const OUTSIDE_HELP_DOCUMENTS = ['referral', 'commission', 'pledge'] as const satisfies readonly DocumentId[];
/** Documents that are about one finished package: they stand beside it. */
export const PACKAGE_DOCUMENTS = ['slip', 'register'] as const satisfies readonly DocumentId[];
/** Documents that stand beside a dossier and are never inside one: these, 固定清单, the receiver's 核验记录, and the letter to 监察机关, whose package is another. */
export const DOCUMENTS_BESIDE: readonly DocumentId[] = [
  ...PACKAGE_DOCUMENTS,
  'fixing',
  'verification',
  'supervision',
  ...OUTSIDE_HELP_DOCUMENTS,
  ...CORRESPONDENCE_DOCUMENTS,
];

/** What a pack may leave out: the rest is asked for by law (国务院令第310号 arts 5, 6; 指导意见 art. 18) or by the dossier. */
export const DOCUMENTS_OPTIONAL: readonly DocumentId[] = [
  'copy',
  'derivation',
  'matrix',
  'statement',
  'register',
  'verification',
  ...OUTSIDE_HELP_DOCUMENTS,
  ...CORRESPONDENCE_DOCUMENTS,
];

/** Views of 内卷: whatever prints them stays in the house. */
export const INTERNAL_VIEWS: readonly KnownDocumentId[] = ['report', 'approval'];

/** Whose data an added document may print: not of what is made of the finished dossier, nor of another receiver's letter. */
export const VIEWS_TO_BORROW: readonly KnownDocumentId[] = DOCUMENT_IDS.filter(
  (id) => id !== 'materials' && !DOCUMENTS_BESIDE.includes(id),
);

/** In the dossier; beside it, by `--only` and `--draft`; or 内卷, never packed. */
export const DOCUMENT_PLACES = ['dossier', 'beside', 'internal'] as const;
export type DocumentPlace = (typeof DOCUMENT_PLACES)[number];

export interface PackDocument {
  readonly id: DocumentId;
  /** Chinese title, also the file name of the rendered PDF. */
  readonly title: string;
  /** Template file below the pack's folder. */
  readonly template: string;
  /** 内卷: rendered by `--only`, never packed. */
  readonly internal?: boolean;
  /** Of an added document: whose data it prints, and where it goes. */
  readonly view?: KnownDocumentId;
  readonly place?: DocumentPlace;
}

export function isKnownDocument(id: string): id is KnownDocumentId {
  return (DOCUMENT_IDS as readonly string[]).includes(id);
}

/** The known document whose data a document prints: itself, or the one that an added document names. */
export function viewIdOf({ id, view }: Pick<PackDocument, 'id' | 'view'>): KnownDocumentId {
  return isKnownDocument(id) ? id : (view ?? 'transfer');
}

/** What the pack calls each document, by id: one that is left out has no title. */
export type DocumentTitles = Readonly<Partial<Record<DocumentId, string>>>;

export function documentTitles({ documents }: Pick<TemplatePack, 'documents'>): DocumentTitles {
  return Object.fromEntries(documents.map(({ id, title }) => [id, title]));
}

export function placeOfDocument({ id, internal, place }: Pick<PackDocument, 'id' | 'internal' | 'place'>): DocumentPlace {
  return internal ? 'internal' : DOCUMENTS_BESIDE.includes(id) ? 'beside' : (place ?? 'dossier');
}

/**
 * A period of law (docs/reference/rules.md, D rows). Hours never pause; the first day is not counted. `calendar`: no extension over
 * holidays; `rollover`: a last day on a holiday moves to the next working day (刑诉法 art. 105); `workday`: working days only.
 */
export interface PackPeriod {
  readonly length: number;
  readonly unit: 'hour' | 'day';
  readonly count?: 'calendar' | 'rollover' | 'workday';
  readonly basis: Basis;
}

/** How long a period is and how it is counted, without its source. */
export type PeriodLength = Pick<PackPeriod, 'length' | 'unit' | 'count'>;

export function periodLength({ length, unit, count }: PackPeriod): PeriodLength {
  return { length, unit, ...(count === undefined ? {} : { count }) };
}

/** D1–D17 of the table of periods, and the measure of 及时 for an urgent notice. */
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
  'urgentNotice',
  'handling',
  'handlingExtension',
  'handlingDiscussion',
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
  /** The province whose other places the row is for, where a province has several rows. */
  readonly province?: string;
  /** Cities that the row is for, without 市. */
  readonly cities?: readonly string[];
}

/** A situation of a province's finer list: which conduct of the national table it is says what follows from it. */
export interface PackBehaviour {
  readonly code: string;
  /** Codes of the national table. */
  readonly of: readonly string[];
  readonly text: string;
  readonly source: string;
  readonly certainty: '原文' | '转引' | '待核';
}

/** The beginning of a text: what is to be filled in stands in braces, `{笔数}`; the page puts in what the case says already, the rest stays marked. */
export interface PackNarrative {
  // Form and pointer, a star for numbers, as in schemas/screens.json.
  readonly field: string;
  /** Of several for one field; a child's takes the place of its parent's of the same name. */
  readonly title: string;
  /** Codes of the national table or of the pack's own; absent: for any. */
  readonly behaviours?: readonly string[];
  readonly text: string;
}

/** A fund or a department that a province names besides the national kinds. */
export interface PackName {
  readonly name: string;
  /** The national kind that it is of: `FundType`, or one of `DEPARTMENTS`. */
  readonly of: string;
  readonly source: string;
  readonly certainty: '原文' | '转引' | '待核';
}

/** A rule that a province takes more or less seriously, within `allowedSeverities`. */
export interface PackSeverity {
  readonly rule: string;
  readonly severity: Severity;
  readonly source: string;
}

/** What no source gives and somebody has to fill in: 占位. */
export interface PackPlaceholder {
  /** A place in pack.json: `docNoPattern`, `recipients.joint`, `strings.copiesLine`. */
  readonly field: string;
  readonly note: string;
}

/** Roles of fonts that a pack may bring along. */
export const FONT_ROLES = ['Fang', 'Song', 'Hei', 'Kai', 'Biao'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/** Forms whose `local` a pack may describe. */
export const LOCAL_FORMS = [
  'case',
  'internal',
  'transfer',
  'investigation',
  'receipt',
  'items',
  'evidence',
  'records',
  'supervision',
] as const;
export type LocalForm = (typeof LOCAL_FORMS)[number];

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
  /** From this day on a decision is entered with the code of what was approved; before, the papers did not print one. */
  readonly approvalCodeSince?: Day;
  readonly calendar?: readonly CalendarYear[];
  /** Most pages of one 卷 of the paper file; DEFAULT_VOLUME_PAGES without it. */
  readonly maxPagesPerVolume?: number;
  /** Words in an agency's name that count as one level, e.g. 分局 with 区. */
  readonly levelPairs: readonly { readonly sender: string; readonly recipient: string }[];
  /** Documents in their order; those not named follow. */
  readonly order?: readonly DocumentId[];
  /** Documents of the parent that are left out. */
  readonly omit?: readonly DocumentId[];
  /** Wording of templates: `{{words.copiesLine}}`. */
  readonly strings?: Readonly<Record<string, string>>;
  /** What each form's `local` holds. */
  readonly fields?: Partial<Readonly<Record<LocalForm, LocalGroup>>>;
  /** The region of cases that name none. */
  readonly region?: string;
  /** `cc`: who gets a copy when the case names nobody; `ccAlways`: whatever it says, so that `cc: []` of a case means nobody besides. */
  readonly recipients?: { readonly cc?: readonly string[]; readonly ccAlways?: readonly string[]; readonly joint?: readonly string[] };
  /** How many copies of a letter are made when its form does not say. */
  readonly copies?: Partial<Readonly<Record<'transfer' | 'supervision', number>>>;
  /** Font files below the pack's folder by role. */
  readonly fonts?: Partial<Readonly<Record<FontRole, string>>>;
  readonly placeholders?: readonly PackPlaceholder[];
  readonly behaviours?: readonly PackBehaviour[];
  readonly narratives?: readonly PackNarrative[];
  readonly offences?: readonly PackOffence[];
  readonly funds?: readonly PackName[];
  readonly departments?: readonly PackName[];
  readonly severities?: readonly PackSeverity[];
}

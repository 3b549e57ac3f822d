/** A case in which every field is a blank, made from the schemas: what a form prints that is filled in by hand. */
import {
  BLANK_DAY,
  BLANK_INSTANT,
  BLANK_LINE,
  BLANK_TEXT,
  type Case,
  FORM_NAMES,
  type FormName,
  type InternalForm,
  type SupervisionForm,
} from '../model/index.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';

/** Rows that a list has on paper: as many as a case of the usual size needs; one where nothing is said. */
const ROWS: Readonly<Record<string, number>> = {
  'case.officers': 2,
  'case.suspects': 2,
  'case.facts': 2,
  'case.measures': 2,
  'case.referrals.requests': 3,
  'case.referrals.evidence': 3,
  'case.amount.byFund': 3,
  'case.amount.byYear': 3,
  'case.amount.bySuspect': 3,
  'case.amount.recovered': 3,
  'transfer.legalBasis': 3,
  'investigation.steps': 8,
  'investigation.steps.officers': 2,
  'investigation.proof': 6,
  'investigation.intentEvidence': 2,
  'investigation.adminHandling': 2,
  'investigation.openIssues': 2,
  'items.items': 8,
  'evidence.evidence': 8,
  'evidence.evidence.collectors': 2,
  'records.extractions.officers': 2,
  'records.extractions.process': 4,
  'records.extractions.backups': 2,
  'records.scenes.officers': 2,
  'records.scenes.process': 4,
  'records.preservations.officers': 2,
  'records.preservations.list': 6,
  'records.copies.officers': 2,
  'records.derivations.officers': 2,
  'records.defects': 2,
  'supervision.persons': 2,
  'correspondence.corrections.items': 6,
  'correspondence.handovers.items': 8,
  'correspondence.handovers.materials': 3,
  'correspondence.consultations.matters': 3,
  'correspondence.consultations.attachments': 2,
  'correspondence.urgentNotices.risks': 2,
  'correspondence.urgentNotices.persons': 2,
  'correspondence.urgentNotices.requests': 3,
  'correspondence.procuratorateLetter.attachments': 2,
};

/** What is on no blank form: the scan of a signed paper, a pack's own fields, and what only some cases have to say. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'paper',
  'local',
  'signedScan',
  'urgent',
  'extendedTo',
  'disposition',
  'noWitnessReason',
  'suspectUnknownReason',
  'noReportReason',
  'noIdReason',
  'intentReason',
  'listed',
  'untraced',
  'equivalents',
  'localFund',
  'localDepartment',
  'reply',
  'compression',
  'video',
  'docDate',
]);

/** Evidence keeps numbers apart, though nobody sees them: tables are made by number. */
const NUMBERED = ['evidence.evidence.evidenceNo', 'case.facts.factNo', 'items.items.itemNo'];
const FIRST_NUMBER = 0xe100;

/** `rows` by the path of a list, in place of the usual number. */
export function blankCase(rows: Readonly<Record<string, number>> = {}): BlankCase {
  const forms = Object.fromEntries(FORM_NAMES.map((form) => [form, blankForm(form, { ...ROWS, ...rows })]));
  return tied(forms as unknown as BlankCase);
}

type BlankCase = Case & { readonly internal: InternalForm; readonly supervision: SupervisionForm };

/** References lead somewhere: what a form prints of facts and evidence it prints with rows for them. */
function tied(forms: BlankCase): BlankCase {
  const facts = forms.case.facts.map(({ factNo }) => factNo);
  const evidence = forms.evidence.evidence.map(({ evidenceNo }) => evidenceNo);
  return {
    ...forms,
    case: { ...forms.case, facts: forms.case.facts.map((fact) => ({ ...fact, evidence })) },
    supervision: { ...forms.supervision, facts, evidence },
    records: {
      ...forms.records,
      derivations: forms.records.derivations.map((record) => ({ ...record, sources: evidence.slice(0, 1), result: evidence[1] ?? '' })),
    },
  };
}

/** Forms that are printed before anybody has filled them in: their templates rule the space themselves. */
const BLANK_ALREADY: readonly FormName[] = ['receipt', 'internal'];

function blankForm(form: FormName, rows: Readonly<Record<string, number>>): unknown {
  if (BLANK_ALREADY.includes(form)) return {};
  const value = blankOf(resolve(schemaTree(form)), form, rows, 0);
  if (form !== 'records') return value;
  // Two papers in one: each is printed.
  const records = value as { preservations: readonly object[] };
  const [blank] = records.preservations;
  return { ...records, preservations: ['先行登记保存', '封存'].map((measure) => ({ ...blank, measure })) };
}

function blankOf(field: FieldSchema, path: string, rows: Readonly<Record<string, number>>, index: number): unknown {
  if (field.const !== undefined) return field.const;
  if (field.enum) return field.enum[0];
  if (field.type === 'boolean') return false;
  if (field.type === 'integer' || field.type === 'number') return 1;
  if (field.type === 'array') {
    const item = resolve(field.items ?? {});
    return Array.from({ length: rows[path] ?? 1 }, (_, i) => blankOf(item, path, rows, i));
  }
  if (field.properties) {
    const members = Object.entries(field.properties).filter(([name]) => !LEFT_OUT.has(name));
    return Object.fromEntries(members.map(([name, raw]) => [name, blankOf(resolve(raw), `${path}.${name}`, rows, index)]));
  }
  if (field.format === 'day') return BLANK_DAY;
  if (field.format === 'instant') return BLANK_INSTANT;
  if (isProse(field)) return BLANK_TEXT;
  return NUMBERED.includes(path) ? `${BLANK_LINE}${String.fromCharCode(FIRST_NUMBER + index)}` : BLANK_LINE;
}

const PROSE = 1000;

function isProse({ maxLength = 0 }: FieldSchema): boolean {
  return maxLength > PROSE;
}

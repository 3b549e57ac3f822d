/**
 * 《事实与证据对照表》: which evidence each fact and each element of the offence rests on. For the house's own copy a fact on a
 * single item, or on words alone (class C), is marked: 指导意见 art. 19 and 刑诉法 art. 54 ask for more. The one that is handed over
 * says what the evidence is, not what weighs against it.
 */
import { type Case, EVIDENCE_KINDS, type EvidenceItem, type Fact } from '../../model/index.ts';
import { evidenceIn } from './basis-evidence.ts';
import { amount, asCase } from './common.ts';
import { overlapOf, totalsOf } from './fact-amounts.ts';

/** More columns of evidence than this cannot be read on a page that lies across. */
const MAX_GRID = 12;

/** The elements of an offence, in the order of printing, and the words by which the report's own wording is sorted among them. */
const ELEMENTS = [
  { name: '行为', words: /行为$/ },
  { name: '数额', words: /数额|金额|损失/ },
  // 项目的 is no purpose.
  { name: '主观方面', words: /主观|故意|(?<!项)目的|明知|知情/ },
  { name: '主体', words: /主体|身份|人员|责任人|行为人|的人$/ },
] as const;
type ElementName = (typeof ELEMENTS)[number]['name'];

export function matrixView(forms: Case): object {
  const { case: main } = forms;
  const rows = main.facts.map((fact) => ({ fact, numbers: evidenceOf(forms, fact) }));
  const columns = inOrder(
    forms,
    rows.flatMap((r) => r.numbers),
  );
  const grid = columns.length > 0 && columns.length <= MAX_GRID;
  const totals = totalsOf(forms);
  const overlapWidth = totals.overlap === null ? [] : ['27'];
  const apart = forms.evidence.evidence.filter((e) => !columns.includes(e.evidenceNo));
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    factCount: String(main.facts.length),
    evidenceCount: String(forms.evidence.evidence.length),
    grid,
    gridWidths: ['36', '30', ...overlapWidth, ...columns.map(() => '11'), '*'].join(' '),
    listWidths: ['12', '50', '32', ...overlapWidth, '*', '16', '40'].join(' '),
    plainWidths: ['12', '60', '32', ...overlapWidth, '*', '16'].join(' '),
    totals,
    columns: columns.map((no) => ({ no, class: classOf(forms, no) })),
    facts: rows.map(({ fact, numbers }) => ({
      no: fact.factNo,
      title: fact.title,
      figures: amount(fact.amount).figures,
      overlap: overlapOf(fact),
      cells: columns.map((no) => (numbers.includes(no) ? '√' : '')),
      groups: byClass(forms, numbers),
      count: String(numbers.length),
      marks: marks(forms, numbers),
    })),
    elements: rows.map(({ fact }) => ({ no: fact.factNo, title: fact.title, rows: elementRows(forms, fact) })),
    whole: wholeCase(forms),
    apart: apart.map((e) => ({ no: e.evidenceNo, title: e.title, class: EVIDENCE_KINDS[e.kind].admissibility, proves: e.proves })),
  };
}

/** Evidence that the fact, the list of evidence or the report's table of proof ties to the fact. */
function evidenceOf(forms: Case, fact: Fact): readonly string[] {
  const tied = forms.evidence.evidence.filter((e) => e.facts.includes(fact.factNo)).map((e) => e.evidenceNo);
  const proof = forms.investigation.proof.filter((p) => p.fact === fact.factNo).flatMap((p) => p.evidence);
  return inOrder(forms, [...fact.evidence, ...tied, ...proof]);
}

/** Each number once, in the order of the list of evidence; what the list does not have comes last. */
function inOrder({ evidence }: Case, numbers: readonly string[]): readonly string[] {
  const place = new Map(evidence.evidence.map((e, i) => [e.evidenceNo, i]));
  return [...new Set(numbers)].sort((a, b) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size));
}

const itemOf = ({ evidence }: Case, no: string): EvidenceItem | undefined => evidence.evidence.find((e) => e.evidenceNo === no);

function classOf(forms: Case, no: string): string {
  const item = itemOf(forms, no);
  return item ? EVIDENCE_KINDS[item.kind].admissibility : '—';
}

/** `A类：1、3；C类：2` as lines. */
function byClass(forms: Case, numbers: readonly string[]): readonly string[] {
  return ['A', 'B', 'C', '—'].flatMap((name) => {
    const own = numbers.filter((no) => classOf(forms, no) === name);
    if (own.length === 0) return [];
    return [`${name === '—' ? '未列入证据清单' : `${name}类`}：${own.join('、')}`];
  });
}

/** What a reader of the file must know before he relies on it. */
function marks(forms: Case, numbers: readonly string[]): readonly string[] {
  if (numbers.length === 0) return ['无证据'];
  return [
    ...(numbers.length === 1 ? ['仅有一件证据'] : []),
    ...(numbers.every((no) => classOf(forms, no) === 'C') ? ['仅有言词证据'] : []),
  ];
}

function elementRows(forms: Case, fact: Fact): readonly object[] {
  const own = forms.investigation.proof.filter((p) => p.fact === fact.factNo);
  const rows = ELEMENTS.map(({ name }) => ({
    name,
    rows: [
      ...own.filter((p) => elementName(p.element) === name).map((p) => elementRow(forms, name, p.element, inOrder(forms, p.evidence))),
      ...(name === '主观方面' && fact.knowledge ? [knowledgeRow(forms, fact.knowledge)] : []),
    ],
  }));
  // What the report names for the whole case stands below.
  const whole = new Set(wholeCase(forms).map((row) => row.element));
  const missing = rows.filter((r) => r.rows.length === 0).map((r) => r.name);
  const below = missing.filter((name) => whole.has(name));
  const absent = missing.filter((name) => !whole.has(name));
  return [
    ...rows.flatMap((r) => r.rows).map((row) => ({ ...row, open: false, below: false })),
    ...(below.length > 0 ? [{ element: below.join('、'), proves: null, groups: [], marks: ['见全案'], open: false, below: true }] : []),
    ...(absent.length > 0
      ? [{ element: absent.join('、'), proves: null, groups: [], marks: ['调查报告未单列'], open: true, below: false }]
      : []),
  ];
}

function elementName(text: string): ElementName {
  return ELEMENTS.find((e) => e.words.test(text))?.name ?? '行为';
}

interface ElementRow {
  readonly element: ElementName;
  readonly proves: string;
  readonly groups: readonly string[];
  readonly marks: readonly string[];
}

function elementRow(forms: Case, element: ElementName, proves: string, numbers: readonly string[]): ElementRow {
  return { element, proves, groups: byClass(forms, numbers), marks: marks(forms, numbers) };
}

/** 指导意见 art. 9: what shows that they knew, and what they answered. */
function knowledgeRow(forms: Case, knowledge: NonNullable<Fact['knowledge']>): ElementRow {
  const answer = `对方辩解：${knowledge.rebuttal}${knowledge.response === undefined ? '' : `；核查情况：${knowledge.response}`}`;
  return elementRow(forms, '主观方面', `明知：${knowledge.grounds.join('、')}；${answer}`, inOrder(forms, knowledge.evidence));
}

/** A typed text, with the evidence that it names itself: how many it names says nothing of its strength. */
function namingRow(forms: Case, element: ElementName, text: string): ElementRow {
  const numbers = inOrder(forms, evidenceIn(forms, text));
  const groups = byClass(forms, numbers);
  return { element, proves: text, groups: groups.length > 0 ? groups : ['见证明对象'], marks: [] };
}

/** Evidence of intent as the report names it for the whole case, and the support of the amount (指导意见 art. 19). */
function wholeCase(forms: Case): readonly ElementRow[] {
  const { investigation, case: main } = forms;
  const numbers = investigation.intentEvidence.filter((text) => itemOf(forms, text));
  const words = investigation.intentEvidence.filter((text) => !itemOf(forms, text));
  // One kind of support among others: how many papers it has says nothing by itself.
  const support = (main.amount.support ?? []).map((s) => ({ ...elementRow(forms, '数额', s.type, inOrder(forms, s.evidence)), marks: [] }));
  return [
    ...(numbers.length > 0 ? [elementRow(forms, '主观方面', '以骗取医疗保障基金为目的', inOrder(forms, numbers))] : []),
    ...words.map((text) => namingRow(forms, '主观方面', text)),
    ...support,
    ...(main.amount.basis.length > 0 ? [namingRow(forms, '数额', `认定依据：${main.amount.basis.join('、')}`)] : []),
  ];
}

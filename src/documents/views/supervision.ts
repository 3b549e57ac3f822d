/** 《线索移送函》 to 监察机关 (国务院令第310号 art. 19). Of the case it tells only the persons, facts and evidence that it names. */
import {
  type Case,
  chineseDay,
  chineseNumber,
  EVIDENCE_KINDS,
  fault,
  formatFen,
  type SupervisionForm,
  type Suspect,
  sumYuan,
  type TemplatePack,
} from '../../model/index.ts';
import { amount, asCase, bothKinds, officerText, period, sentences, text, youWord } from './common.ts';
import { suspectLine } from './people.ts';

export function supervisionView(forms: Case, title: string, usual: Pick<TemplatePack, 'copies'>): object {
  const { case: main, supervision: letter } = forms;
  if (!letter) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'supervision' });
  const copies = letter.copies ?? usual.copies?.supervision;
  const lead = main.officers.find((o) => o.role === '主办') ?? main.officers[0];
  const facts = main.facts.filter((f) => letter.facts.includes(f.factNo));
  const evidence = forms.evidence.evidence.filter((e) => letter.evidence.includes(e.evidenceNo));
  return {
    agency: main.sender.name,
    docNo: letter.docNo,
    recipient: letter.recipient,
    you: youWord(letter.recipient),
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    persons: [...letter.persons.map((id) => personView(id, main.suspects)), ...(letter.otherPersons ?? []).map(otherView)],
    clue: sentences(letter.clue),
    facts: facts.map((f) => ({
      no: f.factNo,
      title: f.title,
      period: period(f.period),
      place: f.place,
      narrative: sentences(f.narrative),
      figures: amount(f.amount).figures,
    })),
    total: facts.length > 1 ? formatFen(sumYuan(facts.map((f) => f.amount)) - sumYuan(facts.map((f) => f.overlap ?? '0'))) : null,
    evidence: evidence.map((e) => ({
      no: e.evidenceNo,
      title: e.title,
      kind: bothKinds(e.kind, EVIDENCE_KINDS[e.kind].criminal),
      originality: e.originality,
      amount: `${e.copies}份${e.pages === undefined ? '' : `，${e.pages}页`}`,
      proves: e.proves,
    })),
    evidenceCount: String(evidence.length),
    // Whoever is referred to the police is referred apart from this letter.
    other: main.recipient.type === '公安机关' ? main.recipient.name : null,
    lead: lead === undefined ? null : officerText(lead),
    phone: text(lead?.phone) ?? text(main.sender.phone),
    issuedOn: chineseDay(letter.issuedOn),
    copies: copies === undefined ? null : chineseNumber(copies),
  };
}

/** Who is not among the suspects of the case stands in this letter alone. What nobody has established is 待查. */
function otherView({ name, employer, position, office, publicOfficial = '待查', usedOffice = '待查' }: OtherPerson): object {
  return { line: `${name}，${employer}${position}`, office, participation: null, publicOfficial, usedOffice };
}

type OtherPerson = NonNullable<SupervisionForm['otherPersons']>[number];

function personView(id: string, suspects: readonly Suspect[]): object {
  const person = suspects.find((s) => s.id === id);
  if (!person) return { line: id, office: null, participation: null, publicOfficial: '待查', usedOffice: '待查' };
  return {
    line: suspectLine(person),
    office: text(`${person.employer ?? ''}${person.position ?? ''}`) ?? person.role,
    participation: person.participation,
    publicOfficial: person.publicOfficial,
    usedOffice: person.usedOffice,
  };
}

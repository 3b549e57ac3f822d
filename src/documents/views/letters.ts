/** Letters about the case: 商请咨询函 (法发〔2024〕6号 art. 23), 紧急通报函 (49号 四（一）), 抄送函 to 检察院 (高检会〔2006〕2号 一). */
import {
  type Case,
  type Consultation,
  chineseInstant,
  type Day,
  documentTitles,
  fault,
  type TemplatePack,
  type UrgentNotice,
} from '../../model/index.ts';
import { asCase, day, minute, officerText, sentence, sentences, text, youWord } from './common.ts';
import { suspectLine } from './people.ts';

export interface Letter {
  readonly docNo?: string;
  readonly issuedOn?: Day;
}

/** What every letter says of itself. */
export function letterHead(forms: Case, { docNo, issuedOn }: Letter, recipient: string): object {
  const { case: main } = forms;
  const lead = main.officers.find((o) => o.role === '主办') ?? main.officers[0];
  return {
    agency: main.sender.name,
    docNo: text(docNo),
    issuedOn: day(issuedOn),
    recipient,
    you: youWord(recipient),
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    lead: lead === undefined ? null : officerText(lead),
    phone: text(lead?.phone) ?? text(main.sender.phone),
  };
}

export function consultationView(forms: Case): object {
  return { records: (forms.correspondence?.consultations ?? []).map((letter) => consultation(forms, letter)) };
}

function consultation(forms: Case, letter: Consultation): object {
  return {
    ...letterHead(forms, letter, letter.recipient),
    summary: sentences(letter.summary),
    matters: letter.matters.map(({ topic, question }) => ({ topic, question: sentences(question) })),
    attachments: letter.attachments ?? [],
    replyBy: day(letter.replyBy),
  };
}

export function urgentView(forms: Case): object {
  return { records: (forms.correspondence?.urgentNotices ?? []).map((letter) => urgentNotice(forms, letter)) };
}

function urgentNotice(forms: Case, letter: UrgentNotice): object {
  const { suspects } = forms.case;
  return {
    ...letterHead(forms, letter, letter.recipient ?? forms.case.recipient.name),
    risks: letter.risks.map(({ type, situation }) => ({ type, situation: sentences(situation) })),
    persons: (letter.persons ?? []).map((id) => {
      const person = suspects.find((s) => s.id === id);
      return { line: person ? suspectLine(person) : id, whereabouts: text(person?.whereabouts) };
    }),
    requests: letter.requests.map(sentence),
    toldAt: minute(letter.toldAt, chineseInstant),
    toldTo: text(letter.toldTo),
  };
}

export function procuratorateView(forms: Case, title: string, usual: Pick<TemplatePack, 'documents'>): object {
  const { case: main, transfer, receipt, correspondence } = forms;
  const letter = correspondence?.procuratorateLetter;
  if (!letter) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'procuratorateLetter' });
  return {
    ...letterHead(forms, letter, letter.recipient),
    police: main.recipient.name,
    transferNo: transfer.docNo,
    transferredAt: minute(receipt.transferredAt, chineseInstant),
    crimes: main.crimes.map((c) => c.name).join('、'),
    attachments: letter.attachments ?? [`${documentTitles(usual).transfer}（副本）`],
  };
}

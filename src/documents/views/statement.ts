/** 《情况说明》: what was wrong in collecting evidence, and how it was cured (最高法刑诉法解释 arts 86, 90, 113). */
import { type Case, chineseDay, type Defect, madeBefore } from '../../model/index.ts';
import { asCase, numberRuns, officerText, sentences } from './common.ts';

/** Most items that are named with their titles. */
const NAMED = 6;

/** `madeBy`: the version that made the dossier whose papers this is compared with. */
export function statementView(forms: Case, madeBy?: string): object {
  const { case: main, records } = forms;
  const people = new Set(records.defects.flatMap((d) => d.by));
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    count: String(records.defects.length),
    defects: records.defects.map((d) => defectView(forms, d, madeBefore('0.2.0', madeBy))),
    officers: main.officers.filter((o) => people.has(o.id)).map(({ name, certNo }) => ({ name, certNo })),
  };
}

function defectView(forms: Case, { evidence, defect, cure, explanation, on, by }: Defect, oneByOne: boolean): object {
  const runs = numberRuns(
    evidence,
    forms.evidence.evidence.map((e) => e.evidenceNo),
  );
  return {
    heading: oneByOne ? `关于证据${evidence.join('、')}` : `关于${runs.startsWith('全部') ? '' : '证据'}${runs}`,
    // Of many the numbers are in the heading; their titles are in the list of materials.
    evidence: (oneByOne || evidence.length <= NAMED ? evidence : []).map((no) => {
      const item = forms.evidence.evidence.find((e) => e.evidenceNo === no);
      return item ? `${no}《${item.title}》（${item.kind}）` : no;
    }),
    defect: sentences(defect),
    cure: cure === '补正' ? '补正情况' : '合理解释',
    explanation: sentences(explanation),
    on: chineseDay(on),
    by: by.map((id) => {
      const officer = forms.case.officers.find((o) => o.id === id);
      return officer ? officerText(officer) : id;
    }),
  };
}

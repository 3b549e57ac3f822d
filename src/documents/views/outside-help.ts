/**
 * 案件线索移交函 to a department whose matter something is (法发〔2024〕6号 art. 25), and the 委托书 and 保密承诺书 of persons of other
 * houses who help (条例 arts 27, 32): one paper a letter, one a person.
 */
import { type Case, isCommissioned } from '../../model/index.ts';
import { sentence, sentences, text } from './common.ts';
import { letterHead } from './letters.ts';

export function referralView(forms: Case): object {
  const titled = (no: string): string => {
    const item = forms.evidence.evidence.find((e) => e.evidenceNo === no);
    return item ? `${item.title}（${no}，复印件）` : no;
  };
  return {
    records: (forms.case.referrals ?? []).map(({ docNo, on, recipient, localDepartment, matter, requests = [], evidence = [] }) => ({
      ...letterHead(
        forms,
        { ...(docNo === undefined ? {} : { docNo }), ...(on === undefined ? {} : { issuedOn: on }) },
        recipient ?? localDepartment ?? '',
      ),
      matter: sentences(matter),
      requests: requests.map(sentence),
      attachments: evidence.map(titled),
    })),
  };
}

/** `blank`: for whomever it is printed. */
export function outsideHelpView(forms: Case, blank: boolean): object {
  const { case: main } = forms;
  const people = (main.participants ?? []).filter((person) => blank || isCommissioned(person));
  return {
    records: people.map(({ name, unit, identity, task, commission }) => ({
      ...letterHead(forms, commission === undefined ? {} : { docNo: commission }, unit),
      name,
      unit,
      identity: text(identity),
      task: sentence(task),
    })),
  };
}

/** P-08: what goes to 监察机关, in a package of its own (国务院令第310号 art. 19; 指导意见 arts 5, 7). */
import { behaviour } from '../model/index.ts';
import { isConductOfOffice, isForSupervision, usedOffice } from './office.ts';
import { basis, type Hit, hit, type Rule, type RuleInput, stricter } from './rule.ts';
import { letterSearch } from './supervision-leaks.ts';
import { outwardTexts } from './texts.ts';

/** A case of which nothing is for the police: by its conduct, or because everybody used an office. */
function* alone({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { facts, suspects, recipient } = c;
  if (recipient.type !== '公安机关') return;
  const ofConduct = facts.length > 0 && facts.every((f) => isConductOfOffice(c, f));
  const ofPeople = (suspects.length > 0 && suspects.every(usedOffice)) || (facts.length > 0 && facts.every((f) => isForSupervision(c, f)));
  if (!ofConduct && !ofPeople) return;
  const found = hit('SUPERVISION_SOLE_BASIS', { recipient: recipient.name }, 'case', ofConduct ? '/facts' : '/suspects', 'error');
  yield stricter(found, '0.2.0', ofConduct ? 'warning' : 'info');
}

function* routed({ case: { case: c, internal, supervision } }: RuleInput): Iterable<Hit> {
  const lead = c.facts.map((f) => isConductOfOffice(c, f));
  for (const [i, { name, publicOfficial, usedOffice: used }] of c.suspects.entries()) {
    if ((publicOfficial === '待查' && used !== '否') || (used === '待查' && publicOfficial !== '否'))
      yield hit('OFFICE_FACTS_OPEN', { name }, 'case', `/suspects/${i}/usedOffice`, 'info');
  }
  // A dossier carries neither 内卷 nor the letter: there is nothing to compare.
  if (!internal) return;
  for (const [i, suspect] of c.suspects.entries()) {
    if (usedOffice(suspect) && !supervision?.persons.includes(suspect.id))
      yield hit('SUPERVISORY_REFERRAL_NEEDED', { name: suspect.name }, 'case', `/suspects/${i}/usedOffice`);
  }
  for (const [i, { factNo, behaviour: code }] of c.facts.entries()) {
    if (lead[i] && !supervision?.facts.includes(factNo))
      yield hit('SUPERVISORY_BEHAVIOUR', { fact: factNo, behaviour: behaviour(code)?.text ?? '' }, 'case', `/facts/${i}/behaviour`);
  }
}

/** What only the letter may say, in a form, a file name or the custody log that the police get. */
function* apart(input: RuleInput): Iterable<Hit> {
  const search = letterSearch(input.case);
  if (!search) return;
  for (const { form, pointer, text } of outwardTexts(input)) {
    const [leak] = search(text);
    if (leak?.kind === 'number') yield hit('SUPERVISION_LEAKED', {}, form, pointer, 'stop');
    else if (leak?.kind === 'person') yield hit('SUPERVISION_PERSON_NAMED', {}, form, pointer, leak.certain ? 'stop' : 'warning');
    else if (leak?.kind === 'words') yield hit('SUPERVISION_WORDS', { word: leak.word }, form, pointer);
    else if (leak) yield hit('SUPERVISION_TEXT_REPEATED', {}, form, pointer);
  }
}

export const SUPERVISION_RULES: readonly Rule[] = [
  {
    id: 'P-08',
    severity: 'warning',
    basis: [...basis('国务院令第310号', '第十九条'), ...basis('法发〔2024〕6号', '第五条', '第七条')],
    asks: '国家工作人员利用职务便利骗取基金的，线索移送监察机关：制作线索移送函（supervision），列明人员和事实，单独成卷。是否国家工作人员、是否利用职务便利是两个事实，分别填写。给公安机关的案卷不出现线索移送函的文号和文字、只写在函里的人、收函的监察机关，也不能只有这一部分事实：按人分，全部涉嫌人员都是利用职务便利的国家工作人员的，全案移送监察机关（错误，记录理由可以放行）。各表、保管记录、文件名和文件里能读出的文字由程序检查。',
    why: '职务犯罪由监察机关管辖；公立医院的普通医师不因身份当然转监察机关。',
    right: '是否国家工作人员: 是；是否利用职务便利: 否（普通医师），不列入线索移送函。',
    wrong: '移送书里写“已以示医保线〔2026〕1号移送区监委”。',
    codes: [
      'SUPERVISORY_REFERRAL_NEEDED',
      'SUPERVISORY_BEHAVIOUR',
      'OFFICE_FACTS_OPEN',
      'SUPERVISION_SOLE_BASIS',
      'SUPERVISION_LEAKED',
      'SUPERVISION_TEXT_REPEATED',
      'SUPERVISION_PERSON_NAMED',
      'SUPERVISION_WORDS',
    ],
    check: function* (input) {
      yield* alone(input);
      yield* routed(input);
      yield* apart(input);
    },
  },
];

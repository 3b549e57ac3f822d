/** P-06 … P-08: to whom a case goes. */
import { behaviour } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* samePolice({ case: { case: c }, pack }: RuleInput): Iterable<Hit> {
  const { sender, recipient } = c;
  if (recipient.type !== '公安机关')
    yield hit('RECIPIENT_NOT_POLICE', { name: recipient.name, type: recipient.type }, 'case', '/recipient/type');
  const paired = pack.levelPairs.some((p) => sender.name.includes(p.sender) && recipient.name.includes(p.recipient));
  if (sender.level !== recipient.level && !paired) {
    yield hit(
      'RECIPIENT_LEVEL_DIFFERS',
      { sender: sender.name, senderLevel: sender.level, recipient: recipient.name, recipientLevel: recipient.level },
      'case',
      '/recipient/level',
    );
  }
}

function* procuratorate({ case: { case: c } }: RuleInput): Iterable<Hit> {
  if (!c.cc.some((name) => name.includes('检察院'))) yield hit('PROCURATORATE_NOT_COPIED', {}, 'case', '/cc');
}

function* supervisory({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, suspect] of c.suspects.entries()) {
    const at = `/suspects/${i}/usedOffice`;
    if (suspect.publicOfficial === '是' && suspect.usedOffice === '是') {
      yield hit('SUPERVISORY_REFERRAL_NEEDED', { name: suspect.name }, 'case', at);
    } else if (suspect.publicOfficial !== '否' && suspect.usedOffice !== '否') {
      yield hit('OFFICE_FACTS_OPEN', { name: suspect.name }, 'case', at, 'info');
    }
  }
  for (const [i, fact] of c.facts.entries()) {
    const row = behaviour(fact.behaviour);
    if (row?.supervisory) yield hit('SUPERVISORY_BEHAVIOUR', { fact: fact.factNo, behaviour: row.text }, 'case', `/facts/${i}/behaviour`);
  }
}

export const RECIPIENT_RULES: readonly Rule[] = [
  {
    id: 'P-06',
    severity: 'warning',
    basis: basis('医保发〔2021〕49号', '二'),
    asks: '受移送机关是同级公安机关。分局、直辖市的区、兵团等对应关系由模板包配置。',
    why: '送错机关会耽误时间；公安机关应当转送，但二十四小时仍在走。',
    codes: ['RECIPIENT_NOT_POLICE', 'RECIPIENT_LEVEL_DIFFERS'],
    check: samePolice,
  },
  {
    id: 'P-07',
    severity: 'warning',
    basis: basis('高检会〔2006〕2号', '一'),
    asks: '移送书抄送同级人民检察院。',
    why: '检察机关据此进行立案监督。',
    codes: ['PROCURATORATE_NOT_COPIED'],
    check: procuratorate,
  },
  {
    id: 'P-08',
    severity: 'warning',
    basis: [...basis('国务院令第310号', '第十九条'), ...basis('法发〔2024〕6号', '第五条', '第七条')],
    asks: '国家工作人员利用职务便利骗取基金的，线索移送监察机关；是否国家工作人员、是否利用职务便利是两个事实，分别填写。',
    why: '职务犯罪由监察机关管辖；公立医院的普通医师不因身份当然转监察机关。给监察机关的材料另行成卷，不放进给公安机关的案卷。',
    codes: ['SUPERVISORY_REFERRAL_NEEDED', 'SUPERVISORY_BEHAVIOUR', 'OFFICE_FACTS_OPEN'],
    check: supervisory,
  },
];

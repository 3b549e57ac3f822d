/** P-06, P-07: to whom a case goes. P-08 stands in supervision-rules.ts. */
import { copiedTo, isMeant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput, stricter } from './rule.ts';

/** Organs that are no police, whatever the form says of their kind. */
const OTHER_ORGAN = /人民检察院|人民法院|监察委员会|纪律检查委员会|监委$/u;

function* samePolice({ case: { case: c }, pack }: RuleInput): Iterable<Hit> {
  const { sender, recipient } = c;
  const { name, type } = recipient;
  if (type !== '公安机关') {
    yield stricter(hit('RECIPIENT_NOT_POLICE', { name, type }, 'case', '/recipient/type'), '0.2.0', 'warning');
    return;
  }
  const [other] = OTHER_ORGAN.exec(name) ?? [];
  if (other !== undefined) {
    yield stricter(hit('RECIPIENT_NOT_POLICE', { name, type: other }, 'case', '/recipient/name'), '0.2.0');
    return;
  }
  const paired = pack.levelPairs.some((p) => sender.name.includes(p.sender) && recipient.name.includes(p.recipient));
  if (sender.level !== recipient.level && !paired) {
    const args = { sender: sender.name, senderLevel: sender.level, recipient: recipient.name, recipientLevel: recipient.level };
    yield stricter(hit('RECIPIENT_LEVEL_DIFFERS', args, 'case', '/recipient/level'), '0.2.0', 'warning');
  }
}

function* procuratorate({ case: { case: c, correspondence }, pack }: RuleInput): Iterable<Hit> {
  const copied = copiedTo(c.cc, pack.recipients);
  if (!copied.some((name) => name.includes('检察院'))) yield hit('PROCURATORATE_NOT_COPIED', {}, 'case', '/cc');
  const letter = correspondence?.procuratorateLetter;
  if (letter && !copied.some((name) => isMeant(name, letter.recipient)))
    yield hit('PROCURATORATE_LETTER_ELSEWHERE', { recipient: letter.recipient }, 'correspondence', '/procuratorateLetter/recipient');
}

export const RECIPIENT_RULES: readonly Rule[] = [
  {
    id: 'P-06',
    severity: 'error',
    basis: [...basis('医保发〔2021〕49号', '二'), ...basis('国务院令第310号', '第五条')],
    asks: '受移送机关是同级公安机关。分局、直辖市的区、兵团等对应关系由模板包配置；确须移送其他机关的，在内卷记录理由。',
    why: '送错机关会耽误时间；公安机关应当转送，但二十四小时仍在走；检察院是抄送的机关，不是受移送的机关。',
    right: '示例区医疗保障局移送示例市公安局示例区分局。',
    wrong: '县医疗保障局直接移送省公安厅；或者把受移送机关写成人民检察院。',
    codes: ['RECIPIENT_NOT_POLICE', 'RECIPIENT_LEVEL_DIFFERS'],
    check: samePolice,
  },
  {
    id: 'P-07',
    severity: 'warning',
    basis: basis('高检会〔2006〕2号', '一'),
    asks: '移送书抄送同级人民检察院；另有抄送函的，抄送函的对象与移送书的抄送机关一致。',
    why: '检察机关据此进行立案监督。',
    right: 'cc 写“示例市示例区人民检察院”。',
    wrong: 'cc 空着，或者只抄送纪委监委。',
    codes: ['PROCURATORATE_NOT_COPIED', 'PROCURATORATE_LETTER_ELSEWHERE'],
    check: procuratorate,
  },
];

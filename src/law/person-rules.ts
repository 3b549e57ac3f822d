/** S-11 … S-13, F-13: who a person is, and where it was done, so that the police can find both. */
import { birthOf, type CaseForm, genderInside, type Identified, looksLike } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

interface Known extends Identified {
  readonly name: string;
  readonly at: string;
}

const POLICE_RULES = '公安机关办理刑事案件程序规定';
/** Papers that only foreigners have, or that do not say of which country their holder is. */
const OF_ANY_COUNTRY: readonly string[] = ['护照', '外国人永久居留身份证'];
/** Where a character could not be typed, or was hidden on purpose. 某 is a writer's choice, and asked for nowhere. */
const LOST = /[?？□■◻◼▯*＊]/u;

/** Suspects, and parties that are persons. */
export function* personsOf({ suspects, parties }: CaseForm): Iterable<Known> {
  for (const [i, suspect] of suspects.entries()) yield { ...suspect, at: `/suspects/${i}` };
  for (const [i, party] of parties.entries()) if (party.type === '个人') yield { ...party, at: `/parties/${i}` };
}

function* identified({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const { name, at, idNo, otherIdType, otherIdNo, noIdReason, nationality } of personsOf(c)) {
    if (!idNo && !otherIdNo && !otherIdType && !noIdReason) yield hit('IDENTITY_MISSING', { name }, 'case', at);
    if (otherIdType && !otherIdNo) yield hit('OTHER_ID_HALF', { name, lacks: '证件号码' }, 'case', `${at}/otherIdType`);
    if (otherIdNo && !otherIdType) yield hit('OTHER_ID_HALF', { name, lacks: '证件种类' }, 'case', `${at}/otherIdNo`);
    if (otherIdType && OF_ANY_COUNTRY.includes(otherIdType) && !nationality)
      yield hit('NATIONALITY_MISSING', { name, paper: otherIdType }, 'case', `${at}/otherIdType`);
  }
}

function* spelt({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const names = [
    ...c.suspects.map(({ name }, i) => ({ name, at: `/suspects/${i}/name` })),
    ...c.officers.map(({ name }, i) => ({ name, at: `/officers/${i}/name` })),
    ...c.parties.flatMap(({ name, legalRepresentative = '' }, i) => [
      { name, at: `/parties/${i}/name` },
      { name: legalRepresentative, at: `/parties/${i}/legalRepresentative` },
    ]),
  ];
  for (const { name, at } of names) {
    const char = LOST.exec(name)?.[0];
    if (char) yield hit('NAME_CHARACTER_LOST', { name, char }, 'case', at);
  }
}

function* numbered({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const { name, at, otherIdType, otherIdNo } of personsOf(c))
    if (otherIdType && otherIdNo && !looksLike(otherIdType, otherIdNo))
      yield hit('OTHER_ID_BAD', { name, paper: otherIdType, number: otherIdNo }, 'case', `${at}/otherIdNo`);
}

/** Numbers of 15 digits and of permits for residents of Hong Kong, Macao and Taiwan hold birth and sex. */
function* contradicted({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, { name, otherIdType, otherIdNo, birthDate, gender }] of c.suspects.entries()) {
    if (!otherIdType || !otherIdNo || !looksLike(otherIdType, otherIdNo)) continue;
    const at = `/suspects/${i}`;
    const born = birthOf({ otherIdNo });
    if (birthDate && born && birthDate !== born)
      yield hit('OTHER_ID_CONTRADICTS', { name, field: '出生日期', written: birthDate, inside: born }, 'case', `${at}/birthDate`);
    const sex = genderInside(otherIdNo);
    if (gender !== '不详' && sex && gender !== sex)
      yield hit('OTHER_ID_CONTRADICTS', { name, field: '性别', written: gender, inside: sex }, 'case', `${at}/gender`);
  }
}

/** Asked in the bureau's own folder, where there is a 内卷; not of the reader of a dossier. */
function* placed({ case: { case: c, internal } }: RuleInput): Iterable<Hit> {
  const open = c.facts.flatMap(({ resultPlace, factNo }, i) => (resultPlace?.trim() ? [] : [{ factNo, i }]));
  const [first] = open;
  if (internal && first)
    yield hit('RESULT_PLACE_MISSING', { facts: open.map(({ factNo }) => factNo).join('、') }, 'case', `/facts/${first.i}`);
}

export const PERSON_RULES: readonly Rule[] = [
  {
    id: 'S-11',
    since: '0.2.0',
    severity: 'warning',
    basis: basis(POLICE_RULES, '第六十九条'),
    asks: '每名涉嫌人员和个人当事人有公民身份号码；没有的，写其他证件的种类和号码（护照、来往内地或者大陆通行证、居住证、永久居留身份证、十五位老号码）和国籍；查过没有查到的，写原因。',
    why: '身份是公安机关必须查明的事实；同名的人很多，没有号码就不知道是谁。',
    right: '国籍：示例国；其他证件种类：护照；其他证件号码：E00000000。',
    wrong: '只写姓名，没有号码，也不说为什么没有；或者只写护照号码，没有国籍。',
    codes: ['IDENTITY_MISSING', 'OTHER_ID_HALF', 'NATIONALITY_MISSING'],
    check: identified,
  },
  {
    id: 'S-12',
    since: '0.2.0',
    severity: 'warning',
    basis: basis(POLICE_RULES, '第六十九条'),
    asks: '姓名、名称里没有问号、方框、星号：生僻字照证件原字填写，不用别的符号代替，也不遮去一字。',
    why: '印在移送书上的名字少一个字，就不是这个人。',
    right: '姓名：王䶮。',
    wrong: '姓名：王？；姓名：王□；姓名：王*。',
    codes: ['NAME_CHARACTER_LOST'],
    check: spelt,
  },
  {
    id: 'S-13',
    since: '0.2.0',
    severity: 'warning',
    unverified: true,
    basis: basis(POLICE_RULES, '第六十九条（各种证件号码的编排待核）'),
    asks: '其他证件的号码与该种证件通常的编排相符：来往内地通行证为 H 或者 M 加数字，来往大陆通行证为八位数字，居住证为 81、82、83 开头的十八位，十五位老号码里的出生日期存在；号码里的出生日期、性别与填写的一致。',
    why: '号码抄错一位，就查不到人。',
    right: '港澳居民来往内地通行证：H00000000。',
    wrong: '港澳居民来往内地通行证：00000000；十五位号码只有十四位。',
    codes: ['OTHER_ID_BAD', 'OTHER_ID_CONTRADICTS'],
    check: function* (input) {
      yield* numbered(input);
      yield* contradicted(input);
    },
  },
  {
    id: 'F-13',
    since: '0.2.0',
    severity: 'info',
    unverified: true,
    basis: basis('刑事诉讼法', '第二十五条（待核）'),
    asks: '每一项事实除行为地点（place）外，写明结果发生地（resultPlace）：基金由哪里支付、损失在哪里发生。',
    why: '刑事案件由犯罪地的公安机关管辖，犯罪地包括行为发生地和结果发生地；两地不同的，据此确定移送给谁。',
    right: '地点：外地某医院；结果发生地：示例市示例区医疗保障服务中心。',
    wrong: '在外地冒名就医，由本地基金支付，只写了外地医院。',
    codes: ['RESULT_PLACE_MISSING'],
    beside: true,
    check: placed,
  },
];

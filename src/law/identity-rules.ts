/** S-03: numbers of persons and organisations that cannot be right. */
import { birthDateOf, genderOf, isCreditCode, isIdNumber } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* numbers({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, suspect] of c.suspects.entries()) {
    const { name, idNo, birthDate, gender } = suspect;
    if (!idNo) continue;
    const at = `/suspects/${i}`;
    if (!isIdNumber(idNo)) {
      yield hit('ID_NUMBER_BAD', { name, idNo }, 'case', `${at}/idNo`);
      continue;
    }
    const contradict = (field: string, written: string, inside: string, pointer: string) =>
      hit('ID_NUMBER_CONTRADICTS', { name, field, written, inside }, 'case', pointer);
    if (birthDate && birthDate !== birthDateOf(idNo)) yield contradict('出生日期', birthDate, birthDateOf(idNo), `${at}/birthDate`);
    if (gender !== '不详' && gender !== genderOf(idNo)) yield contradict('性别', gender, genderOf(idNo), `${at}/gender`);
  }
  for (const [i, party] of c.parties.entries()) {
    if (party.idNo && !isIdNumber(party.idNo))
      yield hit('ID_NUMBER_BAD', { name: party.name, idNo: party.idNo }, 'case', `/parties/${i}/idNo`);
    if (party.uscc && !isCreditCode(party.uscc))
      yield hit('CREDIT_CODE_BAD', { name: party.name, uscc: party.uscc }, 'case', `/parties/${i}/uscc`);
  }
  const { uscc, name } = c.sender;
  if (uscc && !isCreditCode(uscc)) yield hit('CREDIT_CODE_BAD', { name, uscc }, 'case', '/sender/uscc');
}

export const IDENTITY_RULES: readonly Rule[] = [
  {
    id: 'S-03',
    severity: 'warning',
    basis: [...basis('GB 11643-1999', '4.2'), ...basis('GB 32100-2015', '5')],
    asks: '公民身份号码、统一社会信用代码的校验码正确；出生日期、性别与身份号码一致。',
    why: '号码错一位，就可能指向另一个人。',
    right: '公民身份号码末位与校验结果相符，第 7 至 14 位与出生日期一致。',
    wrong: '抄错一位；出生日期写 1975-03-21，号码里是 19750312。',
    codes: ['ID_NUMBER_BAD', 'ID_NUMBER_CONTRADICTS', 'CREDIT_CODE_BAD'],
    check: numbers,
  },
];

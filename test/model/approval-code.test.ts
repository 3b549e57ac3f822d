/** 审批要素校验码: typed from paper, so one wrong character is told as that, and never as another version of the case. */
import { expect, test } from 'vitest';
import {
  approvalSubstanceV2,
  type CaseForm,
  canonicalJson,
  groupsMistyped,
  readApprovalCode,
  substanceCode,
} from '../../src/model/index.ts';
import { type Draft, goodCase } from '../law/fixture.ts';
import { fc, runs } from '../property.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const c = (): Draft<CaseForm> => goodCase().case;

/** What `sha256sum` and `base32` make of the canonical text below, with the check character of a Luhn mod 32 written in Python. */
const CODE = 'v2:4MLSZ-SGA2U-XRGIJ-36KD5-EK57B';
const SUBSTANCE =
  '{"amount":{"attempted":"","bySuspect":[],"completed":"","fundLoss":"140000.00"},"crimes":[{"article":"第二百六十六条","law":"中华人民共和国刑法","name":"诈骗罪"}],"facts":[{"actors":[{"name":"王䶮","number":"999999197503120013"}],"amount":"120000.50","behaviour":"YS-B4a","consequence":"基金多支付住院费用。","factNo":"1","from":"2025-03-01","method":"办理住院而不实际住院","narrative":"办理住院手续后离院,仍按住院结算。","overlap":"0.00","place":"示例市示例区","title":"挂床住院","to":"2026-02-28"},{"actors":[{"name":"王䶮","number":"999999197503120013"}],"amount":"30000.00","behaviour":"YS-B3","consequence":"基金多支付理疗费用。","factNo":"2","from":"2025-06-01","method":"虚构理疗项目","narrative":"没有做的理疗项目上传结算。","overlap":"10000.50","place":"示例市示例区","title":"虚构项目","to":"2025-12-31"}],"parties":[{"name":"示例市某某康复医院有限公司","number":"91990000MA0000001B","type":"单位"}],"recipient":"示例市公安局示例区分局","suspects":[{"name":"王䶮","number":"999999197503120013","participation":"组织","role":"法定代表人"}]}';

test('the formula', () => {
  expect(canonicalJson(approvalSubstanceV2(c() as CaseForm))).toBe(SUBSTANCE);
  expect(substanceCode(c() as CaseForm)).toBe(CODE);
});

const person = { ...(c().suspects[0] as Draft<CaseForm>['suspects'][0]), id: '二', name: '李某' };
test.each<[string, (f: Draft<CaseForm>) => unknown]>([
  ['a suspect more', (f) => f.suspects.push(person)],
  ['another name', (f) => Object.assign(f.suspects[0] ?? {}, { name: '王龑' })],
  ['another person of that name', (f) => Object.assign(f.suspects[0] ?? {}, { idNo: '999999197503120021' })],
  ['a party more', (f) => f.parties.push({ id: '二院', type: '单位', name: '示例二院' })],
  ['another part in it', (f) => Object.assign(f.suspects[0] ?? {}, { participation: '协助' })],
  ['another role', (f) => Object.assign(f.suspects[0] ?? {}, { role: '收费员' })],
  ['an organisation that becomes a person', (f) => Object.assign(f.parties[0] ?? {}, { type: '个人' })],
  ['another credit code', (f) => Object.assign(f.parties[0] ?? {}, { uscc: '91990000MA0000002B' })],
  ['another offence', (f) => Object.assign(f.crimes[0] ?? {}, { name: '合同诈骗罪' })],
  ['another article', (f) => Object.assign(f.crimes[0] ?? {}, { article: '第二百二十四条' })],
  ['an amount of one person', (f) => Object.assign(f.amount, { bySuspect: [{ suspect: '一', amount: '140000.00' }] })],
  ['what was paid', (f) => Object.assign(f.amount, { completed: '140000.00' })],
  ['what was not yet paid', (f) => Object.assign(f.amount, { attempted: '5000.00' })],
  ['a fen more', (f) => Object.assign(f.amount, { fundLoss: '140000.01' })],
  ['another recipient', (f) => Object.assign(f.recipient, { name: '示例市公安局' })],
  ['one character of what happened', (f) => Object.assign(f.facts[0] ?? {}, { narrative: '办理住院手续后未离院，仍按住院结算。' })],
  ['a fact less', (f) => f.facts.pop()],
  ['another day', (f) => Object.assign(f.facts[1] ?? {}, { period: { from: '2025-06-02', to: '2025-12-31' } })],
  ['another one who did it', (f) => Object.assign(f.facts[1] ?? {}, { actors: ['医院'] })],
  ['the part counted twice', (f) => Object.assign(f.facts[1] ?? {}, { overlap: '10000.51' })],
])('%s is another code', (_, change) => {
  const changed = c();
  change(changed);
  expect(substanceCode(changed as CaseForm)).not.toBe(CODE);
});

test.each<[string, (f: Draft<CaseForm>) => unknown]>([
  ['140000 for 140000.00', (f) => Object.assign(f.amount, { fundLoss: '140000' })],
  ['the same people in another order', (f) => f.parties.unshift(...f.parties.splice(0))],
  [
    'other ids',
    (f) =>
      Object.assign(f, { suspects: f.suspects.map((s) => ({ ...s, id: '壹' })), facts: f.facts.map((x) => ({ ...x, actors: ['壹'] })) }),
  ],
  ['spaces in a name', (f) => Object.assign(f.suspects[0] ?? {}, { name: '王 䶮' })],
  ['full-width figures of an ID number', (f) => Object.assign(f.suspects[0] ?? {}, { idNo: '９９９９９９１９７５０３１２００１３' })],
  ['a credit code in small letters', (f) => Object.assign(f.parties[0] ?? {}, { uscc: '91990000ma0000001b' })],
  ['a half-width full stop', (f) => Object.assign(f.facts[0] ?? {}, { narrative: '办理住院手续后离院，仍按住院结算｡' })],
  ['a character that nobody sees', (f) => Object.assign(f.facts[0] ?? {}, { narrative: '办理住院手续后\u200b离院，仍按住院结算。' })],
  ['an official, as the inquiry found later', (f) => Object.assign(f.suspects[0] ?? {}, { publicOfficial: '待查', usedOffice: '待查' })],
  ['what was recovered', (f) => Object.assign(f.amount, { recovered: [], outstanding: '140000.00' })],
  ['line ends', (f) => Object.assign(f.facts[0] ?? {}, { narrative: '办理住院手续后离院，\n  仍按住院结算。\n' })],
  ['one item of evidence more', (f) => f.facts[0]?.evidence.push('E99')],
  ['an address, a telephone number', (f) => Object.assign(f.suspects[0] ?? {}, { address: '示例路1号', phone: '0000-0000000' })],
])('%s: the same code', (_, change) => {
  const changed = c();
  change(changed);
  expect(substanceCode(changed as CaseForm)).toBe(CODE);
});

test('an x at the end of an ID number is an X', () => {
  const [small, capital] = ['x', 'X'].map((end) => {
    const f = c();
    Object.assign(f.suspects[0] ?? {}, { idNo: `99999919750312001${end}` });
    return substanceCode(f as CaseForm);
  });
  expect(small).toBe(capital);
});

test('of two persons of one name, which of them did it, and whose the amount is', () => {
  const namesakes = (actor: string, whose: string): string => {
    const f = c();
    f.suspects.push({ ...person, name: '王䶮', idNo: '999999198001010011' });
    Object.assign(f.facts[0] ?? {}, { actors: [actor] });
    Object.assign(f.amount, { bySuspect: [{ suspect: whose, amount: '1.00' }] });
    return substanceCode(f as CaseForm);
  };
  expect(new Set([namesakes('一', '一'), namesakes('二', '一'), namesakes('一', '二'), namesakes('二', '二')]).size).toBe(4);
});

test.each([
  CODE,
  CODE.slice(3),
  CODE.toLowerCase(),
  'v2：4mlsz—sga2u—xrgij—36kd5—ek57b',
  ' V2: 4MLSZ SGA2U XRGIJ 36KD5 EK57B ',
  'Ｖ２：４ＭＬＳＺ－ＳＧＡ２Ｕ－ＸＲＧＩＪ－３６ＫＤ５－ＥＫ５７Ｂ',
  '4MLSZSGA2UXRG1J36KD5EK578',
  'v24MLSZSGA2UXRGIJ36KD5EK57B',
  '“4MLSZ-SGA2U-XRGIJ-36KD5-EK57B”',
])('typed as %s', (typed) => {
  expect(readApprovalCode(typed)).toEqual({ kind: 'code', code: CODE });
});

test('any one character written as another is told as mistyped, with its group', () => {
  const bare = CODE.slice(3);
  for (let at = 0; at < bare.length; at++) {
    if (bare[at] === '-') continue;
    for (const other of ALPHABET.replace(bare.charAt(at), '')) {
      const typed = bare.slice(0, at) + other + bare.slice(at + 1);
      expect(readApprovalCode(typed)).toMatchObject({ kind: 'mistyped', because: 'check' });
      expect(groupsMistyped(typed, CODE)).toEqual([Math.floor(at / 6) + 1]);
    }
  }
});

test('one character too many or too few, or that no code has', () => {
  expect(readApprovalCode(CODE.slice(0, -1))).toEqual({ kind: 'mistyped', because: 'length', length: 24 });
  expect(readApprovalCode(`${CODE}A`)).toEqual({ kind: 'mistyped', because: 'length', length: 26 });
  expect(readApprovalCode(CODE.replace('-', '-9').replace('SGA2U', 'GA2U'))).toMatchObject({ kind: 'mistyped', because: 'character' });
  expect(readApprovalCode('')).toMatchObject({ kind: 'mistyped' });
  expect(groupsMistyped(CODE.slice(0, -1), CODE)).toBeUndefined();
});

test('a value of an older paper is known as one', () => {
  expect(readApprovalCode('AB'.repeat(32))).toEqual({ kind: 'old', digest: 'ab'.repeat(32) });
});

test('whatever is typed, reading it ends; what reads as a code is written in one way', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(?:v2:)?[A-Z2-7-]{20,32}$/)), (typed) => {
      const read = readApprovalCode(typed);
      if (read.kind === 'code') expect(readApprovalCode(read.code)).toEqual(read);
    }),
    runs(2000),
  );
});

/** Codes of the law on who the people of a case are: S-11 on, F-13. */
import type { CodesOf } from '../sentence.ts';

export const lawPersonSentences = {
  /** S-11: nothing that tells the person from others of the name, and no reason why. */
  IDENTITY_MISSING: ({ name }: { name: string }) => ({
    text: `${name}没有公民身份号码，也没有其他证件`,
    hint: '查明后填写公民身份号码（idNo），或者其他证件种类、号码（otherIdType、otherIdNo）；查过没有的，写没有证件号码的原因（noIdReason）',
  }),
  /** One of type and number without the other. */
  OTHER_ID_HALF: ({ name, lacks }: { name: string; lacks: '证件种类' | '证件号码' }) => ({
    text: `${name}的其他证件没有写${lacks}`,
    hint: '证件种类（otherIdType）和号码（otherIdNo）一并填写',
  }),
  NATIONALITY_MISSING: ({ name, paper }: { name: string; paper: string }) => ({
    text: `${name}的证件是${paper}，没有写国籍`,
    hint: '填写国籍（nationality），没有查清的写“待查”：外国人犯罪案件另有程序',
  }),
  /** S-12: a mark that stands where a character was lost or hidden. */
  NAME_CHARACTER_LOST: ({ name, char }: { name: string; char: string }) => ({
    text: `姓名、名称${name}里有${char}：是没有打出来的字，或者遮去的字`,
    hint: '照证件原字填写；电脑上没有的生僻字，用支持《通用规范汉字表》的输入法或者部首笔画输入',
  }),
  /** S-13 */
  OTHER_ID_BAD: ({ name, paper, number }: { name: string; paper: string; number: string }) => ({
    text: `${name}的${paper}号码${number}与这种证件通常的编排不符（编排待核）`,
    hint: '对照证件核对；证件上就是这样的，不必改',
  }),
  /** What the number holds, and what the form says. */
  OTHER_ID_CONTRADICTS: ({
    name,
    field,
    written,
    inside,
  }: {
    name: string;
    field: '出生日期' | '性别';
    written: string;
    inside: string;
  }) => ({
    text: `${name}的${field}写为 ${written}，证件号码里是 ${inside}`,
    hint: '对照证件更正其中一处',
  }),
  /** S-14: `facts` numbers joined by 、, or empty where the person is the actor of none. */
  SUSPECT_UNDER_AGE: ({ name, age, facts }: { name: string; age: number; facts: string }) => ({
    text: `${name}行为时只有 ${age} 周岁${facts === '' ? '' : `（事实 ${facts}）`}，不满十六周岁，对这些行为不负刑事责任`,
    hint: '核对出生日期和行为日期；确实不满的，从涉嫌人员里删去，情况写进调查报告的需要说明的问题，利用他的成年人另列；认为仍应移送的，在内卷为 S-14 写明理由',
  }),
  SUSPECT_AGED_DURING: ({ name, reached, facts }: { name: string; reached: string; facts: string }) => ({
    text: `${name}到${reached}才满十六周岁，事实 ${facts} 里有此前的行为`,
    hint: '按这一天分段写明：只有此后的行为可以追究，金额也只计此后的',
  }),
  SUSPECT_MINOR: ({ name, age }: { name: string; age: number }) => ({
    text: `${name}行为开始时 ${age} 周岁，不满十八周岁`,
    hint: '移送书印有提请注意；询问时应当有法定代理人到场',
  }),
  /** F-13 */
  RESULT_PLACE_MISSING: ({ facts }: { facts: string }) => ({
    text: `事实 ${facts} 没有写结果发生地`,
    hint: '填写结果发生地（resultPlace）：基金由哪里支付；与行为地点在两处的，据此确定受移送的公安机关',
  }),
};

export type LawPersonCodes = CodesOf<typeof lawPersonSentences>;

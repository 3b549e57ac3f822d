/** S-01: nothing that leaves the house may tell who reported. */
import { type Case, PACKED_FORMS, type PACKED_FORMS as Packed } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { textsOf } from './texts.ts';

type PackedForm = (typeof Packed)[number];

/** Shorter numbers would be found by chance in digests and amounts. */
const MIN_NUMBER_LENGTH = 5;

function* packedTexts(c: Case): Iterable<{ form: PackedForm; pointer: string; text: string }> {
  for (const form of PACKED_FORMS) for (const found of textsOf(c[form])) yield { form, ...found };
}

function* informantHidden({ case: c }: RuleInput): Iterable<Hit> {
  const clue = c.internal?.clue;
  if (!clue) return;
  const numbers: (readonly [string, string | undefined])[] = [
    ['举报人证件号码', clue.informantIdNo],
    ['举报人电话', clue.informantPhone],
    ['线索编号', clue.no],
  ];
  for (const { form, pointer, text } of packedTexts(c)) {
    for (const [field, value] of numbers) {
      if (value && value.length >= MIN_NUMBER_LENGTH && text.includes(value))
        yield hit('INFORMANT_NUMBER_LEAKED', { field }, form, pointer);
    }
    if (!clue.informant || !text.includes(clue.informant)) continue;
    yield text.includes('举报') || text.includes('投诉') || text.includes('线索提供')
      ? hit('INFORMANT_NAMED', {}, form, pointer)
      : hit('INFORMANT_NAME_OCCURS', {}, form, pointer, 'warning');
  }
}

export const SECRECY_RULES: readonly Rule[] = [
  {
    id: 'S-01',
    severity: 'stop',
    basis: [...basis('医疗保障基金使用监督管理条例', '第三十五条'), ...basis('医保发〔2021〕49号', '五（三）')],
    asks: '移送的任何材料都不显示举报人身份。举报人同时是证人的，只以证人身份出现；身份信息另走密封渠道。',
    why: '泄露举报人身份是违法行为。文字数据和文件名由程序检查；扫描图片要由人逐页看。',
    codes: ['INFORMANT_NUMBER_LEAKED', 'INFORMANT_NAMED', 'INFORMANT_NAME_OCCURS'],
    check: informantHidden,
  },
];

/** S-02: titles and names of files travel further than the evidence; medical data are counted so that somebody asks whether all are needed. */

import { isIdNumber } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { itemsOf } from './links.ts';

/** Eighteen characters of a 公民身份号码, not within a longer number. */
const ID = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/gu;
/** Mobile and fixed numbers as they are written in China. */
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/u;
const MEDICAL = /病历|病案|病程|护理|处方|诊断|医嘱|检查报告|检验单|检验报告单|影像|体检|手术|住院志/u;

type Place = '证据名称' | '文件名';

function* limited({ case: c }: RuleInput): Iterable<Hit> {
  for (const { item, at } of itemsOf(c)) {
    const evidence = [item.evidenceNo];
    const texts: readonly (readonly [Place, string, string])[] = [
      ['证据名称', item.title, `${at}/title`],
      ...item.files.map((f, j) => ['文件名', f.path, `${at}/files/${j}/path`] as const),
    ];
    for (const [where, text, pointer] of texts) {
      const what = numberIn(text);
      if (what) yield hit('PERSONAL_NUMBER_IN_NAME', { evidence, what, where }, 'evidence', pointer);
    }
  }
  const medical = c.evidence.evidence.filter((e) => MEDICAL.test(`${e.docType} ${e.title} ${e.dataCategory ?? ''}`)).length;
  const electronic = c.evidence.evidence.filter((e) => e.kind === '电子数据').length;
  if (medical > 0) yield hit('MEDICAL_INVENTORY', { medical, electronic }, 'evidence', '', 'info');
}

function numberIn(text: string): '公民身份号码' | '电话号码' | undefined {
  const plain = text.normalize('NFKC');
  if ([...plain.matchAll(ID)].some(([id]) => isIdNumber(id.toUpperCase()))) return '公民身份号码';
  return PHONE.test(plain) ? '电话号码' : undefined;
}

export const PERSONAL_RULES: readonly Rule[] = [
  {
    id: 'S-02',
    severity: 'warning',
    basis: [...basis('个人信息保护法', '第二十八条', '第三十四条'), ...basis('医疗保障基金使用监督管理条例', '第三十二条')],
    asks: '证据名称和文件名不写公民身份号码、电话号码，也不写患者姓名和诊断；医疗健康信息限于查明事实所必需。号码由程序检查，姓名和诊断由人看。',
    why: '证据名称印在移送材料清单和校验单上，看到的人比看证据的人多。',
    right: '证据名称：住院病历 12 份；文件名：病历/0001.pdf。',
    wrong: '文件名：病历/张某某_999999197001010017_精神分裂症.pdf。',
    codes: ['PERSONAL_NUMBER_IN_NAME', 'MEDICAL_INVENTORY'],
    check: limited,
  },
];

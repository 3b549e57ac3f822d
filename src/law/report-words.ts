/** S-04: words that tell of a report in what leaves the house. Who reported may be known from them alone; no clue need be registered. */
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { joinedText } from './search-text.ts';
import { leakSearch } from './secrecy.ts';
import { outwardTexts, type Packed } from './texts.ts';

const TO_REPORT = '举报|检举|投诉|控告';
/** Who reported, and papers that a reporter made. 反映人数 is a count, 反映人民 no reporter. */
const REPORTER = new RegExp(
  `(?:${TO_REPORT}|线索提供|爆料)(?:人|者)(?![次数])|反映(?:人|者)(?![民员数均次口体力士])|(?:举报|检举|控告)(?:信|材料|书|录音|录像|邮件|线索|笔录|记录)`,
  'u',
);
/** 据……举报, 接……投诉: within one clause. 数据 and 经营 are other words. */
const BY = '(?<![数证票收占])据';
const ACCORDING = new RegExp(`(?:${BY}|接到?|收到|经(?![营济理办手常]))[^，。；：、！？,;:!?\\n]{0,20}?(?:${TO_REPORT})`, 'u');
/** 据……反映, where it is no record that tells. */
const TOLD = new RegExp(`${BY}([^，。；：、！？,;:!?\\n]{0,20}?)反映`, 'u');
const RECORD =
  /(?:数据|账[册目簿]?|记录|资料|材料|系统|监控|报表|病历|凭证|报告|清单|明细|证据|图像|结果|情况|台账|单据|处方|模型|信息)(?:所|中|均|已)?$/u;

/** The words of a text that tell of a report, as they stand but for spaces, or undefined. */
export function reportWords(text: string): string | undefined {
  const plain = joinedText(text);
  const told = TOLD.exec(plain);
  return (ACCORDING.exec(plain) ?? (told && !RECORD.test(told[1] ?? '') ? told : undefined) ?? REPORTER.exec(plain))?.[0];
}

/** One of a fixed list, the same for every report: it tells of nobody. */
const isListed = ({ form, pointer }: Packed): boolean => form === 'case' && pointer === '/source/type';

function* reportsTold(input: RuleInput): Iterable<Hit> {
  const search = leakSearch(input.case);
  for (const packed of outwardTexts(input)) {
    const word = isListed(packed) ? undefined : reportWords(packed.text);
    // Where the reporter's own name or number stands, S-01 has said more.
    if (word !== undefined && !search?.leaks(packed.text).length) yield hit('REPORT_TOLD', { word }, packed.form, packed.pointer);
  }
}

export const REPORT_RULES: readonly Rule[] = [
  {
    id: 'S-04',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('医疗保障基金使用监督管理条例', '第三十五条'), ...basis('医保发〔2021〕49号', '五（三）')],
    asks: '移送的材料和往来文书不说有人举报：不写举报人、投诉人、反映人，不写据某某举报、据某某反映，不附举报信、举报记录。案件来源的类型可以选“举报投诉”。',
    why: '没有登记线索的案件，程序不知道举报人是谁；但是写出来的经过、职业、关系，能让被查的人猜到是谁。查获的账册、数据反映了什么，不在此列。',
    right: '案件来源写“日常监督检查中发现”，或者“根据线索核查”。',
    wrong: '案件来源写“据该院护士反映”；证据名称写“举报信”。',
    codes: ['REPORT_TOLD'],
    check: reportsTold,
  },
];

/** who took part and belongs to another house. */
import type { Participant } from '../../src/model/index.ts';
import type { C, Scenario, World } from './world.ts';

const ENGINEER: Participant = {
  id: '技一',
  name: '顾某七',
  unit: '示例市某某信息技术有限公司',
  kind: '信息技术机构',
  identity: '数据库工程师',
  task: '协助导出住院收费数据',
  commission: '示医保委〔2026〕2号',
  recusal: '不需要回避',
  secrecyPledged: '是',
};

const took =
  (change: Partial<Participant>, ...left: readonly (keyof Participant)[]) =>
  (c: C): unknown => {
    const participant = { ...ENGINEER, ...change };
    for (const member of left) Reflect.deleteProperty(participant, member);
    return Object.assign(c.case, { participants: [participant] });
  };
const unit = (text: string) => (c: C) => Object.assign(c.case.officers[1] ?? {}, { unit: text });
const GAP = 'warning PARTICIPANT_GAP case/participants/0';

export const PARTICIPANT_SCENARIOS: readonly Scenario[] = [
  ['R-04', 'an officer of a firm', unit('示例市某某信息技术有限公司'), 'error OFFICER_OF_FIRM case/officers/1/unit'],
  ['R-04', 'an accountant for an officer', unit('某某会计师事务所'), 'error OFFICER_OF_FIRM case/officers/1/unit'],
  ['R-04', 'the same person as officer', took({ name: '吴某乙' }), 'error PARTICIPANT_IS_OFFICER case/officers/1/name'],
  ['R-04', 'nobody asked him', took({}, 'commission'), GAP],
  ['R-04', 'who he is', took({}, 'identity'), GAP],
  ['R-04', 'whether he has an interest', took({ recusal: '待查' }), GAP],
  ['R-04', 'stood aside, and took part', took({ recusal: '已回避' }), GAP],
  ['R-04', 'no pledge of secrecy', took({ secrecyPledged: '否' }), GAP],
  ['P-01', 'one of two officers is of another house', took({ name: '吴某乙' }), 'error TASK_FORCE_TOO_SMALL case/officers'],
];

export const PARTICIPANT_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['an engineer with all that is asked', took({}), 'PARTICIPANT_GAP'],
  ['an officer of the health commission pledges nothing', took({ kind: '其他执法机关' }, 'secrecyPledged'), 'PARTICIPANT_GAP'],
  ['a bureau that is called for insurance', unit('示例市医疗保险管理局'), 'OFFICER_OF_FIRM'],
  ['three officers, one of another house too', took({ name: '顾某七' }), 'TASK_FORCE_TOO_SMALL'],
];

/** The settlement extracts as the claims system exports them: CSV, GB 18030, CRLF. */
import { yuan } from './amounts.mjs';
import { chance } from './chance.mjs';
import { encodeGb18030 } from './gb18030.mjs';
import { stays } from './settlements.mjs';

const CLERKS = ['罗㛃', '康予宁', '罗㛃', '尤清和'];
const ITEMS = ['运动疗法', '作业疗法', '中频脉冲电治疗', '红外线治疗', '关节松动训练', '平衡功能训练'];
const SESSIONS = ['社区义诊第1场', '社区义诊第2场', '乡镇义诊第3场', '乡镇义诊第4场', '乡镇义诊第5场'];

export function settlementCsv(fact) {
  const rows = stays(fact);
  const random = chance(500 + fact);
  const pay = (r) => [yuan(r.pool), yuan(r.serious), yuan(r.aid), yuan(r.fund), yuan(r.own)];
  const shared = ['统筹基金支付', '大病保险支付', '医疗救助支付', '基金支付总额(fund_pay)', '个人负担'];
  const heads = {
    1: [
      '序号',
      '结算流水号',
      '人员编号',
      '险种',
      '入院日期',
      '出院日期',
      '住院天数',
      '门禁与护理记录证实的在院过夜数',
      '床位',
      '医疗费总额',
      ...shared,
      '结算日期',
      '经办人',
    ],
    2: [
      '序号',
      '结算流水号',
      '人员编号',
      '险种',
      '入院日期',
      '出院日期',
      '虚构项目',
      '收费次数',
      '治疗登记次数',
      '项目费用总额',
      ...shared,
      '是否已计入事实一',
      '经办人',
    ],
    3: [
      '序号',
      '结算流水号',
      '人员编号',
      '险种',
      '入院日期',
      '出院日期',
      '住院天数',
      '入院介绍渠道',
      '床位',
      '医疗费总额',
      ...shared,
      '是否已计入事实一',
      '经办人',
    ],
  };
  const line = {
    1: (r, i) => [
      i + 1,
      r.no,
      r.person,
      r.insurance,
      r.in,
      r.out,
      r.days,
      r.nights,
      r.bed,
      yuan(r.fund + r.own),
      ...pay(r),
      r.out,
      random.pick(CLERKS),
    ],
    2: (r, i) => [
      i + 1,
      r.no,
      r.person,
      r.insurance,
      r.in,
      r.out,
      random.pick(ITEMS),
      random.whole(12, 38),
      0,
      yuan(r.fund + r.own),
      ...pay(r),
      r.overlap ? '是' : '否',
      random.pick(CLERKS),
    ],
    3: (r, i) => [
      i + 1,
      r.no,
      r.person,
      r.insurance,
      r.in,
      r.out,
      r.days,
      random.pick(SESSIONS),
      r.bed,
      yuan(r.fund + r.own),
      ...pay(r),
      r.overlap ? '是' : '否',
      random.pick(CLERKS),
    ],
  };
  const text = [heads[fact], ...rows.map(line[fact])].map((cells) => cells.join(',')).join('\r\n');
  return encodeGb18030(`${text}\r\n`);
}

/** 标题回行 (GB/T 9704-2012, 7.3.1): words whole, lines balanced, in the shape of a trapezoid or a diamond. */
import { KIND } from './characters.ts';
import { breaksOf, cutLines, type LineRange, widthOf } from './line-breaks.ts';
import { partOf, type Text } from './text.ts';

/** Words of such titles that a line may not cut. */
const WORDS = (
  '医疗保障局 医疗保障基金 医疗保障 医疗机构 定点医疗机构 定点零售药店 医保基金 骗取 骗保 涉嫌 犯罪 案件 移送书 移送 线索 材料 清单 物品 证据 调查 报告 说明 记录 笔录 ' +
  '提取 固定 保管 来源 收集 程序 合法性 电子数据 电子档案 行政 处罚 执法 机关 公安局 公安厅 检察院 人民检察院 监察委员会 有限公司 有限责任公司 康复医院 医院 药店 药房 诊所 卫生院 卫生室 关于 商请 咨询 通报 紧急 抄送 ' +
  '补正 移交 接收 登记表 登记 交接 审批表 书面 情况 事实 对照表 目录 封面 备考表 涉案 资金 药品 回收 倒卖 冒名 就医 住院 挂床 虚构 服务 项目 伪造 处方 检查 监督 管理 局 省 市 区 县 自治区 自治州'
)
  .split(' ')
  .filter((word) => word.length > 1)
  .sort((a, b) => b.length - a.length);

/** Behind these a title breaks best. */
const GOOD_ENDS = new Set('的与和及、》”）');
/** Before these, too. */
const GOOD_STARTS = ['涉嫌', '关于', '骗取', '（', '《', '案件', '移送'];
/** What a good place is worth, in ems of unevenness. */
const GOOD = 2.5;
/** What cutting a word costs. */
const CUT_WORD = 9;
/** More lines than this are no title: they are cut where they are full. */
const MOST_LINES = 5;

/** Lines of a title in a width of points; breaks made by hand are kept. */
export function titleLines(text: Text, width: number): LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  for (let i = 0; i <= text.glyphs.length; i++) {
    if (i < text.glyphs.length && text.glyphs[i]?.kind !== KIND.newline) continue;
    lines.push(...balanced(text, from, i, width));
    from = i + 1;
  }
  return lines;
}

function balanced(text: Text, from: number, to: number, width: number): LineRange[] {
  const whole = widthOf(text, from, to);
  const line = (a: number, b: number): LineRange => ({ from: a, to: b, width: widthOf(text, a, b), available: width, last: true });
  if (whole <= width) return [line(from, to)];
  if (whole > MOST_LINES * width) {
    return cutLines(partOf(text, from, to), width).map((cut) => ({ ...cut, from: from + cut.from, to: from + cut.to }));
  }
  const em = text.sizes[from] ?? 22;
  const penalties = penaltiesOf(text, from, to);
  for (let count = Math.ceil(whole / width); count <= MOST_LINES + 1; count++) {
    const cuts = bestCuts({ text, from, to, count, width, em, penalties });
    if (cuts) return cuts.map((cut, i) => line(i === 0 ? from : (cuts[i - 1] as number), cut));
  }
  return [line(from, to)];
}

/** Cost in ems of beginning a line at each place; infinite where it may not. */
function penaltiesOf({ glyphs }: Text, from: number, to: number): number[] {
  const breaks = breaksOf(glyphs);
  const string = glyphs.map(({ char }) => (char.length === 1 ? char : '\ufffd')).join('');
  const inside = new Set<number>();
  for (let i = from; i < to; ) {
    const word = WORDS.find((candidate) => string.startsWith(candidate, i));
    for (let k = 1; k < (word?.length ?? 1); k++) inside.add(i + k);
    i += word?.length ?? 1;
  }
  return Array.from({ length: to + 1 }, (_, i) => {
    if (i <= from || i >= to || breaks[i] !== 1) return Number.POSITIVE_INFINITY;
    if (inside.has(i)) return CUT_WORD;
    const good = GOOD_ENDS.has(string[i - 1] ?? '') || GOOD_STARTS.some((start) => string.startsWith(start, i));
    return good ? -GOOD : 0;
  });
}

interface Search {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly width: number;
  readonly em: number;
  readonly penalties: readonly number[];
}

/** Ends of `count` lines with the least cost; undefined when they do not fit. */
function bestCuts(search: Search): number[] | undefined {
  const { text, from, to, count, width, em, penalties } = search;
  const mean = widthOf(text, from, to) / count;
  let best: { readonly cost: number; readonly cuts: number[] } | undefined;
  const visit = (start: number, left: number, cost: number, cuts: readonly number[]): void => {
    if (best && cost - GOOD * left > best.cost) return;
    if (left === 1) {
      const last = widthOf(text, start, to);
      if (last > width) return;
      const total = cost + unevenness(last, mean, em) + shapeCost(text, from, [...cuts, to], em);
      if (!best || total < best.cost) best = { cost: total, cuts: [...cuts, to] };
      return;
    }
    for (let cut = start + 1; cut < to; cut++) {
      const line = widthOf(text, start, cut);
      if (line > width) break;
      const penalty = penalties[cut] as number;
      // Lines far from the mean cannot be balanced by others.
      if (penalty === Number.POSITIVE_INFINITY || line < mean - 6 * em) continue;
      visit(cut, left - 1, cost + penalty + unevenness(line, mean, em), [...cuts, cut]);
    }
  };
  visit(from, count, 0, []);
  return best?.cuts;
}

const unevenness = (line: number, mean: number, em: number): number => Math.abs(line - mean) / em;

/** Trapezoid: widths only grow or only shrink; diamond: grow, then shrink. A waist, or equal lines like a brick, cost. */
function shapeCost(text: Text, from: number, cuts: readonly number[], em: number): number {
  const widths = cuts.map((cut, i) => widthOf(text, i === 0 ? from : (cuts[i - 1] as number), cut) / em);
  let cost = 0;
  for (let i = 1; i < widths.length; i++) if (Math.abs((widths[i] as number) - (widths[i - 1] as number)) < 0.5) cost += 1.5;
  for (let i = 1; i + 1 < widths.length; i++) {
    const waist = Math.min((widths[i - 1] as number) - (widths[i] as number), (widths[i + 1] as number) - (widths[i] as number));
    if (waist > 0) cost += 4 * waist;
  }
  return cost;
}

/** 《涉案物品清单》, or the statement that there are none. */
import { type Case, formatFen, type Item, madeBefore, sumYuan } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { asCase, figures, labelled } from './common.ts';
import { type FollowedLog, followed } from './holders.ts';

/** `custody`: what is sealed is said as the log has it at the time of packing. Papers of 0.1.0 said what the form had. */
export function itemsView({ case: forms, custody, madeBy }: Pick<RenderInput, 'case' | 'custody' | 'madeBy'>): object {
  const chain = custody && !madeBefore('0.2.0', madeBy) ? followed(forms, custody.events) : undefined;
  const { case: main, items } = forms;
  const rows = items.none ? [] : items.items;
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    docNo: forms.transfer.docNo,
    none: items.none,
    statement: items.statement ?? '经清点核对，本案无涉案物品。',
    items: rows.map((item) => itemView(item, sealOf(item, forms, chain))),
    count: String(rows.length),
    total: formatFen(sumYuan(rows.map((i) => i.value))),
  };
}

/** Parts with ；between them, but for one that ends in a stop of its own. */
const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.reduce<string>(
    (sum, part) => (part === undefined || part === '' ? sum : `${sum}${/(^|[。；！？])$/.test(sum) ? '' : '；'}${part}`),
    '',
  );

/** The log follows evidence: an item is sealed as long as one of its pieces of evidence is.. */
function sealOf({ itemNo, sealNo }: Item, { evidence }: Case, chain: FollowedLog | undefined): string | undefined {
  const own = evidence.evidence.filter(({ itemNos = [] }) => itemNos.includes(itemNo)).map(({ evidenceNo }) => evidenceNo);
  const states = own.flatMap((no) => chain?.states.get(no) ?? []);
  const sealed = states.find((state) => state.sealed);
  if (sealed) return labelled('封存编号：', sealed.seal === '' ? sealNo : sealed.seal);
  const opened = own.some((no) => chain?.steps.get(no)?.some((step) => step.sealedAfter));
  if (opened) return `已启封${sealNo === undefined ? '' : `（原封存编号：${sealNo}）`}`;
  return labelled('封存编号：', sealNo);
}

function itemView(item: Item, seal: string | undefined): object {
  const measure = item.measure === undefined || item.measure === '无' ? undefined : item.measure;
  return {
    no: item.itemNo,
    category: item.category,
    name: joined(item.name, labelled('规格型号：', item.spec)),
    quantity: `${item.quantity}${item.unit}`,
    features: joined(item.features, labelled('序列号：', item.serialNo)),
    source: item.source ?? '',
    nature: joined(item.nature, labelled('用途：', item.use)),
    owner: joined(labelled('持有人：', item.holder), labelled('所有人：', item.owner)),
    value: figures(item.value) ?? '',
    valuation: labelled('依据：', item.valuationBasis) ?? '',
    storage: joined(item.storagePlace, labelled('保管人：', item.custodian)),
    measure: joined(measure, item.measureDocNo, seal),
    handover: joined(
      item.handover,
      labelled('原因：', item.notTransferredReason),
      labelled('照片：', item.photos?.join('、')),
      labelled('处理建议：', item.disposalAdvice),
      item.remark,
    ),
  };
}

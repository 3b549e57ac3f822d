/** 《涉案物品清单》, or the statement that there are none. */
import { type Case, formatFen, type Item, sumYuan } from '../../model/index.ts';
import { asCase, figures, labelled } from './common.ts';

export function itemsView(forms: Case): object {
  const { case: main, items } = forms;
  const rows = items.none ? [] : items.items;
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    docNo: forms.transfer.docNo,
    none: items.none,
    statement: items.statement ?? '经清点核对，本案无涉案物品。',
    items: rows.map(itemView),
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

function itemView(item: Item): object {
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
    measure: joined(measure, item.measureDocNo, labelled('封存编号：', item.sealNo)),
    handover: joined(
      item.handover,
      labelled('原因：', item.notTransferredReason),
      labelled('照片：', item.photos?.join('、')),
      labelled('处理建议：', item.disposalAdvice),
      item.remark,
    ),
  };
}

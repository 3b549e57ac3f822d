/** G-01: what a list of things involved must say of each. */
import type { Item } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const ASKED: readonly (readonly [keyof Item, string])[] = [
  ['features', '特征'],
  ['source', '来源'],
  ['storagePlace', '存放地点'],
];

function* described({ case: { items } }: RuleInput): Iterable<Hit> {
  for (const [i, item] of items.items.entries()) {
    for (const [field, label] of ASKED) {
      if (!item[field]) yield hit('ITEM_FIELD_MISSING', { itemNo: item.itemNo, name: item.name, field: label }, 'items', `/items/${i}`);
    }
    if (/^0+(\.0*)?$/.test(item.quantity))
      yield hit('ITEM_QUANTITY_ZERO', { itemNo: item.itemNo, name: item.name }, 'items', `/items/${i}/quantity`);
  }
}

export const ITEM_RULES: readonly Rule[] = [
  {
    id: 'G-01',
    severity: 'warning',
    basis: basis('公安机关办理刑事案件程序规定', '第二百三十条'),
    asks: '每件物品写明名称、编号、数量、特征、来源、存放地点。',
    why: '写不清特征和来源的物品，日后无法证明就是原物。',
    codes: ['ITEM_FIELD_MISSING', 'ITEM_QUANTITY_ZERO'],
    check: described,
  },
];

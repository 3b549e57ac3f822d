/** A-09, G-01 … G-03: what a list of things involved must say of each. */
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

/** Papers, cards, seals and whatever is evidence only: they have no price to state. */
const WITHOUT_PRICE = /凭证|病历|处方|单据|账册|票据|印章|卡$/u;

function* aspects(item: Item): Iterable<string> {
  if (!item.nature) yield '性质';
  if (!item.use) yield '用途';
  if (!item.owner && !item.holder) yield '权属';
  if (!item.value && item.nature !== '证据' && !WITHOUT_PRICE.test(item.category)) yield '价值';
  if (item.value && !item.valuationBasis) yield '估价依据';
  if (!item.disposalAdvice) yield '处理建议';
}

function* valued({ case: { items } }: RuleInput): Iterable<Hit> {
  for (const [i, item] of items.items.entries()) {
    const fields = [...aspects(item)].join('、');
    if (fields) yield hit('ITEM_ASPECTS_MISSING', { itemNo: item.itemNo, name: item.name, fields }, 'items', `/items/${i}`);
  }
}

function* unrelated({ case: { items } }: RuleInput): Iterable<Hit> {
  for (const [i, { itemNo, name, nature, disposalAdvice = '' }] of items.items.entries())
    if (nature === '与案件无关' && !/返还|退还|归还/u.test(disposalAdvice))
      yield hit('ITEM_UNRELATED_KEPT', { itemNo, name }, 'items', `/items/${i}/disposalAdvice`);
}

function* kept({ case: { items } }: RuleInput): Iterable<Hit> {
  for (const [i, item] of items.items.entries()) {
    if (item.handover !== '不移送') continue;
    const asked: readonly (readonly [boolean, string])[] = [
      [!item.notTransferredReason, '不移送的原因'],
      [(item.photos?.length ?? 0) === 0, '照片的证据编号'],
      [!item.storagePlace, '存放地点'],
    ];
    const fields = asked.flatMap(([missing, label]) => (missing ? [label] : [])).join('、');
    if (fields) yield hit('ITEM_KEPT_INCOMPLETE', { itemNo: item.itemNo, name: item.name, fields }, 'items', `/items/${i}/handover`);
  }
}

export const ITEM_RULES: readonly Rule[] = [
  {
    id: 'G-01',
    severity: 'warning',
    basis: basis('公安机关办理刑事案件程序规定', '第二百三十条'),
    asks: '每件物品写明名称、编号、数量、特征、来源、存放地点。',
    why: '写不清特征和来源的物品，日后无法证明就是原物。',
    right: 'features 写“黑色，序列号 SN-0001”，source 写“护士站”，storagePlace 写“证据保管室 2 号柜”。',
    wrong: '只写“电脑一台”。',
    codes: ['ITEM_FIELD_MISSING', 'ITEM_QUANTITY_ZERO'],
    check: described,
  },
  {
    id: 'G-02',
    severity: 'warning',
    basis: [...basis('法发〔2024〕6号', '第二十条'), ...basis('公安机关办理刑事案件程序规定', '第二百八十八条')],
    asks: '每件物品写明性质、用途、权属、价值和估价依据，并提出处理建议。病历、凭证、账册、印章和性质仅为证据的，不必估价。',
    why: '不能确认来源、性质、权属的财物，法院不得没收，也无法返还基金。',
    right: '性质：作案工具；用途：登记虚假住院；权属：某某医院；价值：1200（收据）；处理建议：随案处理。',
    wrong: '只写“电脑一台”。',
    codes: ['ITEM_ASPECTS_MISSING'],
    check: valued,
  },
  {
    id: 'G-03',
    severity: 'warning',
    basis: [...basis('最高法刑诉法解释（2021）', '第四百四十一条'), ...basis('刑事诉讼法', '第二百四十五条')],
    asks: '不移送实物的，写明原因和存放地点，附照片。',
    why: '实物不移送的，移送清单、照片或者其他证明文件。',
    right: '是否移送：不移送；原因：大型设备不宜搬运；存放地点：某某医院检验科；照片：[E012]。',
    wrong: '是否移送：不移送，没有照片。',
    codes: ['ITEM_KEPT_INCOMPLETE'],
    check: kept,
  },
  {
    id: 'A-09',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('法发〔2024〕6号', '第二十条'),
    asks: '查明与案件无关的物品，性质写与案件无关，处理建议写返还给谁。',
    why: '经查明确实与案件无关的财物应予返还，不随案移送。',
    right: '性质：与案件无关；处理建议：返还持有人冯某丁。',
    wrong: '性质：与案件无关；处理建议：随案处理。',
    codes: ['ITEM_UNRELATED_KEPT'],
    check: unrelated,
  },
];

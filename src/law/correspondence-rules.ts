/** C-06: what was supplied and handed over after the referral, as the correspondence form tells it. 期限 of both are D4 and D11. */
import { type Case, chineseInstant, type Instant, parseInstant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* followedUp({ case: c }: RuleInput): Iterable<Hit> {
  const { corrections = [], handovers = [] } = c.correspondence ?? {};
  for (const [i, { items, suppliedAt }] of corrections.entries())
    for (const [j, { description, evidence = [], unableReason }] of items.entries())
      if (suppliedAt && evidence.length === 0 && !unableReason)
        yield hit('CORRECTION_ITEM_OPEN', { description }, 'correspondence', `/corrections/${i}/items/${j}`);
  if (handovers.length > 0) yield* thingsHandedOver(c);
  yield* asReceipt(c);
}

/** Every thing that goes after 立案 is on one list, and on one alone. */
function* thingsHandedOver({ correspondence, items }: Case): Iterable<Hit> {
  const seen = new Set<string>();
  for (const [i, { items: handed }] of (correspondence?.handovers ?? []).entries()) {
    for (const [j, { itemNo }] of handed.entries()) {
      if (seen.has(itemNo)) yield hit('HANDOVER_ITEM_TWICE', { itemNo }, 'correspondence', `/handovers/${i}/items/${j}/itemNo`);
      seen.add(itemNo);
    }
  }
  const left = items.items.filter(({ itemNo, handover }) => handover === '立案后移交' && !seen.has(itemNo));
  if (left.length > 0) yield hit('HANDOVER_ITEM_MISSING', { items: left.map((i) => i.itemNo).join('、') }, 'correspondence', '/handovers');
}

/** The receipt may hold the same times; where both do, they are one time. */
function* asReceipt({ correspondence, receipt }: Case): Iterable<Hit> {
  const first = correspondence?.corrections?.[0];
  const handover = correspondence?.handovers?.[0];
  const told = receipt.correction;
  const pairs: readonly (readonly [string, Instant | undefined, Instant | undefined, string])[] = [
    ['补正通知时间', first?.noticeAt, told?.noticedAt, '/corrections/0/noticeAt'],
    ['补正时间', first?.suppliedAt, told?.suppliedAt, '/corrections/0/suppliedAt'],
    ['收到立案通知时间', handover?.receivedAt, receipt.outcomeNoticedAt, '/handovers/0/receivedAt'],
  ];
  for (const [field, here, there, pointer] of pairs) {
    if (here === undefined || there === undefined || parseInstant(here) === parseInstant(there)) continue;
    yield hit(
      'CORRESPONDENCE_TIME_DIFFERS',
      { field, here: chineseInstant(here), receipt: chineseInstant(there) },
      'correspondence',
      pointer,
    );
  }
}

export const CORRESPONDENCE_RULES: readonly Rule[] = [
  {
    id: 'C-06',
    severity: 'warning',
    basis: [...basis('医保发〔2021〕49号', '三（三）'), ...basis('国务院令第310号', '第十二条')],
    asks: '补正的每件材料写明补正的证据，不能补正的写明原因；立案后移交的物品件件列入移交清单，不重复，时间与回执一致。',
    why: '补正了什么、移交了什么，要能一件一件对上；对不上的，说不清责任在哪一方。',
    right: '补正事项“鉴定机构资质证明”，补正的证据 E012；涉案物品清单里立案后移交的3件都在移交清单上。',
    wrong: '补正时间已填，没有写补正了哪一件；涉案物品清单里的印章不在移交清单上。',
    codes: ['CORRECTION_ITEM_OPEN', 'HANDOVER_ITEM_TWICE', 'HANDOVER_ITEM_MISSING', 'CORRESPONDENCE_TIME_DIFFERS'],
    beside: true,
    check: followedUp,
  },
];

/** What goes to the police after the referral: 《补正材料清单》 (49号 三（三）) and 《涉案物品移交清单》 (国务院令第310号 art. 12). */
import { type Case, type Correction, chineseInstant, type HandedItem, type Handover, type TemplatePack } from '../../model/index.ts';
import { asCase, labelled, minute, text } from './common.ts';
import { periodTexts } from './periods.ts';

export function supplementView(forms: Case, usual: Pick<TemplatePack, 'periods'>): object {
  return {
    periods: periodTexts(usual, ['correction']),
    records: (forms.correspondence?.corrections ?? []).map((correction) => correctionView(forms, correction)),
  };
}

function headOf({ case: main, transfer }: Case): object {
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    transferNo: transfer.docNo,
  };
}

function correctionView(forms: Case, { noticeNo, noticeAt, receivedAt, suppliedAt, items }: Correction): object {
  // Before it is supplied nobody knows how much will be.
  const counted = (count: number): string | null => (suppliedAt === undefined ? null : String(count));
  return {
    ...headOf(forms),
    noticeNo: text(noticeNo),
    noticeAt: minute(noticeAt, chineseInstant),
    receivedAt: chineseInstant(receivedAt),
    suppliedAt: minute(suppliedAt, chineseInstant),
    items: items.map(({ description, evidence = [], unableReason }) => ({
      description,
      supplied: evidence.map((no) => suppliedText(forms, no)),
      unableReason: text(unableReason),
    })),
    count: counted(items.filter(({ evidence = [] }) => evidence.length > 0).length),
    unable: counted(items.filter(({ unableReason }) => unableReason !== undefined).length),
  };
}

/** `E012《鉴定机构资质证明》，复制件，1份3页` */
function suppliedText(forms: Case, evidenceNo: string): string {
  const item = forms.evidence.evidence.find((e) => e.evidenceNo === evidenceNo);
  if (!item) return evidenceNo;
  const pages = item.pages === undefined ? '' : `${item.pages}页`;
  return `${evidenceNo}《${item.title}》，${item.originality}，${item.copies}份${pages}`;
}

export function handoverView(forms: Case, usual: Pick<TemplatePack, 'periods'>): object {
  return {
    periods: periodTexts(usual, ['itemsHandover']),
    records: (forms.correspondence?.handovers ?? []).map((handover) => handoverRecord(forms, handover)),
  };
}

function handoverRecord(forms: Case, { docNo, receivedAt, recipient, items, materials }: Handover): object {
  return {
    ...headOf(forms),
    receiver: recipient ?? forms.case.recipient.name,
    filingNo: text(docNo),
    receivedAt: chineseInstant(receivedAt),
    items: items.map((handed) => handedView(forms, handed)),
    count: String(items.length),
    kept: String(items.filter(({ specialCustody }) => specialCustody !== undefined).length),
    materials: materials ?? [],
  };
}

function handedView({ items }: Case, { itemNo, state, place, handedAt, specialCustody }: HandedItem): object {
  const item = items.items.find((i) => i.itemNo === itemNo);
  const spec = labelled('规格型号：', item?.spec);
  const serial = labelled('序列号：', item?.serialNo);
  return {
    no: itemNo,
    name: [item?.name, spec].filter((part) => part !== undefined).join('；'),
    quantity: item === undefined ? '' : `${item.quantity}${item.unit}`,
    features: [item?.features, serial].filter((part) => part !== undefined).join('；'),
    source: item?.source ?? '',
    place: place ?? item?.storagePlace ?? '',
    sealNo: item?.sealNo ?? '',
    state,
    handedAt: minute(handedAt, chineseInstant),
    special: text(specialCustody),
  };
}

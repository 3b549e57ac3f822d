/** What the documents are called: the titles of the national pack, which are the file names, too. */
import type { KnownDocumentId } from '../model/index.ts';

export const DOCUMENT_TITLES: Readonly<Record<KnownDocumentId, string>> = {
  transfer: '涉嫌犯罪案件移送书',
  investigation: '案件调查报告',
  items: '涉案物品清单',
  receipt: '涉嫌犯罪案件移送书（回执）',
  materials: '移送材料清单',
  extraction: '电子数据提取笔录',
  scene: '现场笔录',
  preservation: '先行登记保存、封存文书',
  copy: '复制件制作说明',
  derivation: '数据统计说明',
  legality: '证据来源及收集程序合法性说明',
  custody: '证据保管链记录',
  matrix: '事实与证据对照表',
  statement: '情况说明',
  report: '移送涉嫌犯罪案件书面报告',
  approval: '移送涉嫌犯罪案件审批表',
  supervision: '线索移送函',
  slip: '校验单',
  fixing: '固定清单',
  supplement: '补正材料清单',
  handover: '涉案物品移交清单',
  consultation: '商请咨询函',
  urgent: '紧急通报函',
  procuratorate: '移送案件抄送函',
  referral: '案件线索移交函',
  commission: '协助调查委托书',
  pledge: '保密承诺书',
  cover: '案卷封面',
  contents: '卷内文件目录',
  notes: '卷内备考表',
  register: '电子档案移交与接收登记表',
  verification: '核验记录',
};

/** `transfer（涉嫌犯罪案件移送书）、…` */
export function documentList(ids: readonly KnownDocumentId[]): string {
  return ids.map((id) => `${id}（${DOCUMENT_TITLES[id]}）`).join('、');
}

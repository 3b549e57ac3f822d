/** The law by which the collection of each kind of evidence is judged, in the short names that the document declares. */
import type { AnyRecord, EvidenceItem, EvidenceKind } from '../../model/index.ts';

/** Every kind: two officers with certificates, shown; the regulation says the same for the fund. */
const ALL = '《行政处罚法》第四十二条、第五十五条；《条例》第二十九条';

/** Articles of the 解释, and what else there is. */
const BY_KIND: Readonly<Record<EvidenceKind, readonly [interpretation: string, others?: string]>> = {
  书证: ['第八十二条、第八十四条、第八十六条'],
  物证: ['第八十二条、第八十三条、第八十六条'],
  视听资料: ['第一百零八条、第一百零九条'],
  电子数据: ['第一百一十条至第一百一十四条', '法发〔2016〕22号第八条、第十四条'],
  证人证言: ['第八十七条、第八十九条、第九十条'],
  当事人的陈述: ['第七十五条', '《刑事诉讼法》第五十四条第二款'],
  鉴定意见: ['第九十七条、第九十八条', '国务院令第310号第四条'],
  '勘验笔录、现场笔录': ['第一百零二条、第一百零三条'],
  专业报告: ['第一百条', '《指导意见》第十九条、第二十五条'],
};

/** Made by specialists and not by the officers: the certificates of the officers prove nothing of it. */
const BY_OTHERS: readonly EvidenceKind[] = ['鉴定意见', '专业报告'];

export function collectionLaw(item: EvidenceItem, records: readonly AnyRecord[]): string {
  const measures = new Set(records.flatMap((r) => (r.list === 'preservations' ? [r.record.measure] : [])));
  const witnessed = records.some((r) => 'witness' in r.record && r.record.witness !== undefined);
  const [interpretation, others] = BY_KIND[item.kind];
  return [
    ...(BY_OTHERS.includes(item.kind) ? [] : [ALL]),
    ...(measures.has('先行登记保存') ? ['《行政处罚法》第五十六条'] : []),
    ...(measures.has('封存') ? ['《行政强制法》第十八条、第二十四条'] : []),
    // Article 80: who may be a witness.
    `《解释》${witnessed ? '第八十条、' : ''}${interpretation}`,
    ...(others === undefined ? [] : [others]),
  ].join('；');
}

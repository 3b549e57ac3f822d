/** V-01, B-01 (rules of mbpack's own): what audiovisual material and things must say of themselves. */
import type { EvidenceItem } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf } from './links.ts';

const COURT = '最高法刑诉法解释（2021）';
/** Material that speaks: a photograph has no words to write down. */
const SPEAKS = /\.(?:mp4|m4v|mov|avi|mkv|wmv|flv|mpe?g|mp3|m4a|wav|wma|amr|aac|ogg|flac)$/iu;

function* audiovisual({ case: c }: RuleInput): Iterable<Hit> {
  for (const { item, at } of itemsOf(c)) {
    if (item.kind !== '视听资料') continue;
    const evidence = [item.evidenceNo];
    const gaps = gapsOf([
      [!item.madeAt, '录制时间'],
      [!item.madeBy, '录制人'],
      [!item.device, '录制设备'],
      [!item.completeness, '是否完整'],
    ]);
    if (gaps) yield hit('AUDIOVISUAL_GAP', { evidence, gaps }, 'evidence', at);
    if (item.completeness === '节录' && !item.originalLocation)
      yield hit('EXCERPT_WITHOUT_WHOLE', { evidence }, 'evidence', `${at}/completeness`);
    if (item.transcript === undefined && item.files.some((f) => SPEAKS.test(f.path)))
      yield hit('TRANSCRIPT_MISSING', { evidence }, 'evidence', at, 'info');
  }
}

function* things({ case: c }: RuleInput): Iterable<Hit> {
  const pictured = new Set(c.items.items.filter((i) => i.photos?.length).map((i) => i.itemNo));
  for (const { item, at } of itemsOf(c)) {
    if (item.kind !== '物证') continue;
    const evidence = [item.evidenceNo];
    if (!item.itemNos?.length) yield hit('THING_NOT_LISTED', { evidence }, 'evidence', at);
    if (!shown(item, pictured)) yield hit('THING_WITHOUT_PICTURE', { evidence }, 'evidence', at);
  }
}

/** By a picture, or because the thing itself goes with the dossier as a listed item that is pictured. */
function shown(item: EvidenceItem, pictured: ReadonlySet<string>): boolean {
  return (item.photos?.length ?? 0) > 0 || item.files.length > 0 || (item.itemNos ?? []).some((no) => pictured.has(no));
}

export const THING_RULES: readonly Rule[] = [
  {
    id: 'V-01',
    severity: 'warning',
    basis: basis(COURT, '第一百零八条', '第一百零九条', '第一百一十五条'),
    asks: '视听资料写明录制时间、录制人、录制设备、完整还是节录；节录的写明完整的一份在哪里；有人说话的附文字材料。这一项由 mbpack 按条文归并。',
    why: '制作的时间、地点、方式有疑问又不能解释的，不得作为定案的根据。',
    right: '录制时间：2026-05-12T10:05+08:00；录制人：周某甲；录制设备：执法记录仪 01；是否完整：完整。',
    wrong: '一段剪过的录像，没有写谁在什么时候录的。',
    codes: ['AUDIOVISUAL_GAP', 'EXCERPT_WITHOUT_WHOLE', 'TRANSCRIPT_MISSING'],
    check: audiovisual,
  },
  {
    id: 'B-01',
    severity: 'warning',
    basis: basis(COURT, '第八十二条', '第八十三条'),
    asks: '物证列入涉案物品清单并写涉案物品编号，附足以反映外形和特征的照片。这一项由 mbpack 按条文归并。',
    why: '案卷里没有实物，也没有照片，法院就看不到这件物证。',
    right: '涉案物品编号：[1]；物证照片：[E012]。',
    wrong: '物证写“电脑一台”，没有照片，也不在涉案物品清单里。',
    codes: ['THING_NOT_LISTED', 'THING_WITHOUT_PICTURE'],
    check: things,
  },
];

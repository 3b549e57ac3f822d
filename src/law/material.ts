/** M rows: what a referral must carry. */
import type { EvidenceItem, SignedScan } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const REPORT_TYPES = new Set(['鉴定意见', '检验报告']);
const QUALIFICATION = '资质证明';

function needsQualification(item: EvidenceItem): boolean {
  return item.kind === '鉴定意见' || REPORT_TYPES.has(item.docType);
}

function* qualification({ case: { evidence } }: RuleInput): Iterable<Hit> {
  const qualified = new Set(evidence.evidence.filter((e) => e.docType === QUALIFICATION).flatMap((e) => e.qualifies ?? []));
  for (const [i, item] of evidence.evidence.entries()) {
    if (needsQualification(item) && !qualified.has(item.evidenceNo)) {
      yield hit('QUALIFICATION_MISSING', { evidenceNo: item.evidenceNo, title: item.title }, 'evidence', `/evidence/${i}/docType`);
    }
  }
}

function* reportOrReason({ case: { case: c, evidence } }: RuleInput): Iterable<Hit> {
  const reported = evidence.evidence.some((e) => needsQualification(e) || e.kind === '专业报告');
  if (!reported && !c.noReportReason) yield hit('REPORT_NOT_EXPLAINED', {}, 'case');
}

function* letterContent({ case: { case: c, transfer } }: RuleInput): Iterable<Hit> {
  const lead = c.officers.findIndex((o) => o.role === '主办');
  if (lead < 0) yield hit('LEAD_OFFICER_MISSING', {}, 'case', '/officers');
  else if (!c.officers[lead]?.phone)
    yield hit('LEAD_OFFICER_PHONE_MISSING', { name: c.officers[lead]?.name ?? '' }, 'case', `/officers/${lead}`);
  yield* scan(transfer.signedScan, '涉嫌犯罪案件移送书', 'transfer');
}

function* reportContent({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  if (c.suspects.length === 0 && !c.suspectUnknownReason) yield hit('SUSPECT_MISSING', {}, 'case', '/suspects');
  yield* scan(investigation.signedScan, '案件调查报告', 'investigation');
}

function* scan(signed: SignedScan | undefined, document: string, form: 'transfer' | 'investigation'): Iterable<Hit> {
  if (!signed) yield hit('SIGNED_SCAN_MISSING', { document }, form);
}

function* pages({ case: { evidence } }: RuleInput): Iterable<Hit> {
  for (const [i, item] of evidence.evidence.entries()) {
    const counted = item.files.map((f) => f.pages);
    if (item.pages === undefined || counted.length === 0 || counted.includes(undefined)) continue;
    const sum = counted.reduce<number>((total, n) => total + (n ?? 0), 0);
    if (sum !== item.pages)
      yield hit(
        'EVIDENCE_PAGES_DIFFER',
        { evidenceNo: item.evidenceNo, pages: item.pages, sum },
        'evidence',
        `/evidence/${i}/pages`,
        'error',
      );
  }
}

const MATERIALS = [...basis('国务院令第310号', '第六条'), ...basis('医保发〔2021〕49号', '三（二）')];

export const MATERIAL_RULES: readonly Rule[] = [
  {
    id: 'M-01',
    severity: 'stop',
    basis: MATERIALS,
    asks: '移送书、调查报告、涉案物品清单、移送材料清单齐备。前三种的数据各在一个文件里，移送材料清单由 mbpack 生成。',
    why: '这是法定的移送材料；缺一份，公安机关会通知补正。',
    right: 'case、transfer、investigation、receipt、items、evidence 六个表都在文件夹里。',
    wrong: '没有涉案物品就不放 items.yaml。',
    codes: ['FORM_MISSING'],
  },
  {
    id: 'M-02',
    severity: 'stop',
    basis: basis('国务院令第310号', '第六条'),
    asks: '没有涉案物品也要有涉案物品清单，写明没有。',
    why: '清单是法定材料，空缺与没有不是一回事。',
    right: '没有物品：items.yaml 写 none: true，并写 statement“本案没有涉案物品”。',
    wrong: '清单留空，不说有没有。',
    codes: [],
  },
  {
    id: 'M-03',
    severity: 'error',
    basis: basis('最高法刑诉法解释（2021）', '第九十七条', '第九十八条'),
    asks: '鉴定意见、检验报告附机构和人员的资质证明：资质证明也列入证据清单，用 qualifies 写明它证明哪一份报告。',
    why: '鉴定机构、鉴定人不具备法定资质的，鉴定意见不得作为定案的根据。',
    right: '鉴定意见 E07 之外，资质证明 E08 写 qualifies: [E07]。',
    wrong: '只附鉴定意见，没有鉴定机构许可证和鉴定人执业证。',
    codes: ['QUALIFICATION_MISSING'],
    check: qualification,
  },
  {
    id: 'M-04',
    severity: 'warning',
    basis: basis('国务院令第310号', '第四条'),
    asks: '没有鉴定、检验、专家评审或者审计报告的，在 noReportReason 说明为什么不需要。',
    why: '专门性问题没有报告，移送后常被要求补充。',
    right: 'noReportReason 写“逐笔核算，口径明确，无专门性问题需要鉴定”。',
    wrong: '既没有报告，也没有说明。',
    codes: ['REPORT_NOT_EXPLAINED'],
    check: reportOrReason,
  },
  {
    id: 'M-05',
    severity: 'warning',
    unverified: true,
    basis: basis('公通字〔2016〕16号', '第二条第一项'),
    asks: '移送书写明罪名、案件主办人和联系电话，并加盖移送机关公章；盖章后的扫描件用 signedScan 列入。',
    why: '公安机关收案时检查这几项。',
    right: 'officers 有一名 role: 主办，写了联系电话；盖章后的扫描件写入 signedScan。',
    wrong: '没有主办人，或者主办人没有电话；正式成卷时还没有盖章件。',
    codes: ['LEAD_OFFICER_MISSING', 'LEAD_OFFICER_PHONE_MISSING', 'SIGNED_SCAN_MISSING'],
    check: letterContent,
  },
  {
    id: 'M-06',
    severity: 'warning',
    unverified: true,
    basis: basis('公通字〔2016〕16号', '第二条第二项'),
    asks: '调查报告写明案件来源、查获情况、涉嫌人员、涉嫌犯罪事实、证据、法律依据和处理建议；签名盖章后的扫描件用 signedScan 列入。',
    why: '公安机关收案时检查这几项。',
    right: 'suspects 列明已知人员；查不清的写 suspectUnknownReason。',
    wrong: '涉嫌人员空着，也不说明原因。',
    codes: ['SUSPECT_MISSING', 'SIGNED_SCAN_MISSING'],
    check: reportContent,
  },
  {
    id: 'M-07',
    severity: 'stop',
    basis: MATERIALS,
    asks: '清单列的每个文件都在，每个文件只属于一项证据；各文件页数之和等于该项页数。',
    why: '清单与实物不符，整卷的可信性都会受影响。',
    right: '清单写的“书证/病历.pdf”就在 evidence/书证/ 里，pages 与各文件之和相等。',
    wrong: '文件改了名没有改清单；同一个文件列在两件证据下。',
    codes: ['EVIDENCE_FILE_MISSING', 'EVIDENCE_NAME_DIFFERS', 'EVIDENCE_PATH_TWICE', 'EVIDENCE_PAGES_DIFFER'],
    check: pages,
  },
  {
    id: 'M-08',
    severity: 'stop',
    basis: MATERIALS,
    asks: 'evidence 和 signed 文件夹里没有清单之外的文件。',
    why: '没有列入清单的文件会随卷外泄，或者该移送而漏列。',
    right: 'evidence 文件夹里的每个文件都在证据清单里。',
    wrong: 'evidence 里留着一份“工作底稿.docx”，清单里没有。',
    codes: ['EVIDENCE_FILE_UNLISTED', 'EVIDENCE_FILE_JUNK', 'SIGNED_FILE_UNLISTED'],
  },
  {
    id: 'M-09',
    severity: 'stop',
    since: '0.2.0',
    basis: MATERIALS,
    asks: '签章扫描件完整、能打开、没有密码，页数不少于排版出来的文书，扫描的就是现在这份文书：每页下方的核对码与它一致。',
    why: '纸质件与电子版不一致的，以签章纸质件为准；扫描件打不开、缺页，或者签的是改动以前的，接收机关看到的就不是本机关签章的内容。',
    right: '数据改完再打印、签章，逐页扫描成 PDF；扫描件每页的核对码都是现在这份文书的。',
    wrong:
      '拷贝没有完成的扫描件；缺签名页，另一页扫了两遍；把没有签名的排版文件当作扫描件；签章以后又改了金额，没有重新打印、签章；两份文书的扫描件放反。',
    codes: [
      'SCAN_UNUSABLE',
      'SCAN_NOT_LOOKED_AT',
      'SCAN_IS_PRINT',
      'SCAN_PAGES_DIFFER',
      'SCAN_HAS_FEWER_PAGES',
      'SCAN_PAGES_DISORDERED',
      'SCAN_OF_OTHER_PAPER',
      'SCAN_HOLDS_OTHER_PAPER',
      'SCAN_CODE_UNREAD',
    ],
  },
  {
    id: 'M-10',
    severity: 'warning',
    since: '0.2.0',
    basis: MATERIALS,
    asks: '案件文件夹里每个表只有一个文件：没有副本、旧格式的另一份清单；检查、成卷时没有在别的程序里打开着。',
    why: '程序只读其中一个；在另一份里填的、改了还没有保存的，都不在移送的清单里。',
    right: '只有 evidence.yaml，旧的副本移到了别的文件夹，Excel 已经关闭。',
    wrong: 'evidence.yaml 旁边还有 evidence.xls、“evidence - 副本.yaml”，或者 Excel 打开时留下的 ~$evidence.xlsx。',
    codes: ['FORM_BESIDE_FORM', 'FORM_OPEN_ELSEWHERE'],
    beside: true,
  },
];

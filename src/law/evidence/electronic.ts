/** E-02 … E-07: electronic data and the record of their extraction (法发〔2016〕22号). */
import type { EvidenceFile, EvidenceItem, ExtractionRecord } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { historyOf } from './custody-corrections.ts';
import { gapsOf, itemsOf, itemsToProve, officersOf, type Proof, proofsOf, signatureOf, told } from './links.ts';

const NOTICE = '法发〔2016〕22号';
const COURT = '最高法刑诉法解释（2021）';
/** Containers that compress by their name; what is inside is another question. */
const COMPRESSED = /\.(?:zip|rar|7z|gz|tgz|bz2|xz)$/iu;

type Extraction = Proof & { readonly record: ExtractionRecord };

function extractionsOf({ case: c }: RuleInput): readonly Extraction[] {
  return proofsOf(c).filter((p): p is Extraction => p.list === 'extractions');
}

/** Electronic data that were extracted; what was made from them has a derivation record (E-08). */
function extracted(item: EvidenceItem): boolean {
  return item.kind === '电子数据' && item.originality !== '衍生文件';
}

function* recorded(input: RuleInput): Iterable<Hit> {
  const records = extractionsOf(input);
  const proven = new Set(records.flatMap((r) => r.proven));
  for (const { item, at } of itemsToProve(input.case)) {
    if (extracted(item) && !proven.has(item.evidenceNo))
      yield hit('EXTRACTION_RECORD_MISSING', { evidence: [item.evidenceNo] }, 'evidence', at);
  }
  for (const r of records) {
    const gaps = gapsOf([
      [r.record.endedAt === undefined, '结束时间'],
      [r.record.tools.length === 0, '工具'],
    ]);
    if (gaps) yield hit('EXTRACTION_GAP', { ...told(r), gaps }, 'records', r.at);
  }
}

function* attended(input: RuleInput): Iterable<Hit> {
  for (const r of extractionsOf(input)) {
    yield* officersOf(r);
    yield* signatureOf(input, r, r.record.provider, '持有人、提供人', 'provider');
    if (r.record.witness) continue;
    const lacks = gapsOf([
      [!r.record.noWitnessReason, '没有见证人的原因'],
      [r.record.video === undefined, '录像的证据编号'],
    ]);
    if (lacks) yield hit('WITNESS_MISSING', { ...told(r), lacks }, 'records', r.at);
  }
}

function* originalMedium(input: RuleInput): Iterable<Hit> {
  for (const r of extractionsOf(input)) {
    const { record } = r;
    const sealed = record.originalMedium;
    const gaps =
      sealed === '已封存'
        ? gapsOf([
            [!record.originalMediaNo, '原始介质编号'],
            [!record.originalSealNo, '原始介质封条编号'],
          ])
        : gapsOf([
            [!record.notSealedReason, '不能封存的原因'],
            [!record.originalLocation, '原始介质存放地点'],
          ]);
    if (gaps) yield hit('ORIGINAL_MEDIUM_GAP', { ...told(r), sealed, gaps }, 'records', `${r.at}/originalMedium`);
  }
}

function* backups(input: RuleInput): Iterable<Hit> {
  for (const r of extractionsOf(input)) {
    const { record } = r;
    const copies = record.backups ?? [];
    const sealedCopies = copies.filter((b) => b.use === '封存件');
    // A sealed original is itself what is handed over sealed (22号 art. 18); the copy is then for work.
    const originalSealed = record.originalMedium === '已封存';
    const gaps = gapsOf([
      [!originalSealed && sealedCopies.length === 0, '封存的一份备份'],
      [!copies.some((b) => b.use === '工作备份'), '工作用的一份备份'],
      [sealedCopies.some((b) => !b.sealNo), '封存件的封条编号'],
      [
        (originalSealed && !record.originalPhotos?.length) || (!originalSealed && sealedCopies.some((b) => !b.photos?.length)),
        '封存前后照片的证据编号',
      ],
    ]);
    if (gaps) yield hit('BACKUP_GAP', { ...told(r), gaps }, 'records', r.at);
  }
}

function* described(input: RuleInput): Iterable<Hit> {
  const read = new Set(
    historyOf(input)
      .flatMap((e) => e.digests ?? [])
      .flatMap((d) => (d.content?.format ? [d.path] : [])),
  );
  const unnamed = (f: EvidenceFile): boolean => !f.format && !read.has(f.path);
  for (const { item, at } of itemsOf(input.case)) {
    if (item.kind !== '电子数据') continue;
    const evidence = [item.evidenceNo];
    if (!item.dataCategory) yield hit('DATA_CATEGORY_MISSING', { evidence }, 'evidence', at);
    const paths = item.files.filter(unnamed).map((f) => f.path);
    const first = item.files.findIndex(unnamed);
    if (paths.length > 0) yield hit('FILE_FORMAT_MISSING', { evidence, paths }, 'evidence', `${at}/files/${first}`);
  }
}

function* compressed(input: RuleInput): Iterable<Hit> {
  const records = extractionsOf(input);
  const described = new Set(records.flatMap((r) => (r.record.compression ? [r.record.compression.path] : [])));
  const listed = new Set(input.case.evidence.evidence.flatMap((item) => item.files.map((f) => f.path)));
  for (const { item, at } of itemsOf(input.case)) {
    if (!extracted(item)) continue;
    const paths = item.files.map((f) => f.path).filter((path) => COMPRESSED.test(path) && !described.has(path));
    if (paths.length > 0) yield hit('COMPRESSION_NOT_DESCRIBED', { evidence: [item.evidenceNo], paths }, 'evidence', at);
  }
  for (const r of records) {
    const { compression } = r.record;
    if (!compression) continue;
    const place = `${r.at}/compression`;
    // Whether the digest is the file's is E-09: a digest of a record that differs stops.
    if (!compression.sha256) yield hit('COMPRESSION_DIGEST_MISSING', told(r), 'records', place);
    if (!listed.has(compression.path)) {
      yield hit('COMPRESSED_FILE_NOT_LISTED', { ...told(r), path: compression.path }, 'records', `${place}/path`);
    }
  }
}

export const ELECTRONIC_RULES: readonly Rule[] = [
  {
    id: 'E-02',
    severity: 'warning',
    basis: [...basis(NOTICE, '第十四条'), ...basis(COURT, '第一百一十二条')],
    asks: '每件电子数据都有电子数据提取笔录，笔录写明案由、对象、内容、起止时间、地点、方法、工具和过程。从别的数据统计、筛选出来的，用数据统计说明（E-08）。',
    why: '没有提取笔录，就说不清数据从哪里、由谁、怎样取得；这是电子数据不被采信最常见的原因。',
    right: '取证记录（records）有提取笔录 R1，证据 E01 写“取证记录（records）: [R1]”。',
    wrong: '只有导出的表格，备注写“医院提供”，没有提取笔录。',
    codes: ['EXTRACTION_RECORD_MISSING', 'EXTRACTION_GAP'],
    check: recorded,
  },
  {
    id: 'E-03',
    severity: 'warning',
    basis: [...basis(NOTICE, '第十四条', '第十五条'), ...basis(COURT, '第一百一十二条', '第一百一十三条')],
    asks: '电子数据由两名以上执法人员提取；持有人、提供人签名，不签名的注明原因；有见证人，没有的写明原因并录像。',
    why: '笔录缺少签名又没有说明的，是瑕疵，不能补正或者解释的不得作为定案的根据。',
    right: '持有人、提供人的签名情况写“拒绝签名”，未签名的原因写“称须请示院长”，见证人在笔录上签名。',
    wrong: '一名执法人员提取，提供人没有签名，也没有写原因。',
    codes: ['RECORD_OFFICERS_TOO_FEW', 'SIGNATURE_MISSING', 'WITNESS_MISSING'],
    check: attended,
  },
  {
    id: 'E-04',
    severity: 'warning',
    basis: [...basis(NOTICE, '第八条'), ...basis(COURT, '第一百一十条')],
    asks: '原始存储介质已封存的，写介质编号和封条编号；没有封存的，写不能封存的原因和原始介质的存放地点。',
    why: '法院先看原始存储介质在不在、封没封；没有封存又不说明原因的，数据的真实性就有疑问。',
    right: '原始存储介质：未封存；不能封存的原因：服务器正在用于诊疗；原始介质存放地点：某某医院信息科机房。',
    wrong: '原始存储介质：未封存；其他都没有写。',
    codes: ['ORIGINAL_MEDIUM_GAP'],
    check: originalMedium,
  },
  {
    id: 'E-05',
    severity: 'warning',
    basis: [...basis(NOTICE, '第八条', '第十八条'), ...basis(COURT, '第一百一十三条')],
    asks: '电子数据备份两份：一份封存，写封条编号，封存前后拍照并列入证据清单；一份工作用。原始介质已经封存的，备份一份工作用的即可。',
    why: '移送时要有一份从取证起没有拆过封的，日后才能拿来比对；未以封存状态移送的是瑕疵。',
    right: '备份：光盘 GP-01（封存件，封条 FT-0001，照片 E011）；光盘 GP-02（工作备份）。',
    wrong: '只在办公电脑里存了一份。',
    codes: ['BACKUP_GAP'],
    check: backups,
  },
  {
    id: 'E-06',
    severity: 'warning',
    basis: [...basis(NOTICE, '第十四条'), ...basis(COURT, '第一百一十二条', '第一百一十三条')],
    asks: '每件电子数据写电子数据类别，每个文件写文件格式。固定（mbpack collect）时已认出格式的不必再写。',
    why: '名称、类别、格式注明不清的，是瑕疵。',
    right: '电子数据类别：数据库导出文件；文件格式：CSV（GB 18030）。',
    wrong: '只写“电子数据一份”。',
    codes: ['DATA_CATEGORY_MISSING', 'FILE_FORMAT_MISSING'],
    check: described,
  },
  {
    id: 'E-07',
    severity: 'warning',
    unverified: true,
    basis: basis('公通字〔2018〕41号', '第十九条'),
    asks: '数据压缩过的，在提取笔录写明压缩方法和压缩后文件的校验值，压缩文件列入证据清单。压缩后的校验值与文件不符的，按 E-09 阻断。',
    why: '笔录没有写压缩过程，压缩包就与提取时的数据对不上。',
    right: '压缩方法：ZIP（Deflate）；压缩文件：电子数据/导出.zip；压缩后的 SHA-256 校验值：当场计算的 64 位数。',
    wrong: '证据清单里有导出.zip，提取笔录只写“导出数据”。',
    codes: ['COMPRESSION_NOT_DESCRIBED', 'COMPRESSION_DIGEST_MISSING', 'COMPRESSED_FILE_NOT_LISTED'],
    check: compressed,
  },
];

/** The two papers that were signed and stamped, drawn from the YAML so that they say what the case says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const day = (text) =>
  text
    .split('-')
    .map(Number)
    .join('-')
    .replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
const form = (folder, name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
const flat = (text) =>
  text
    .split('\n')
    .map((t) => t.trim())
    .filter(Boolean);

export function signedPapers(folder) {
  const c = form(folder, 'case');
  const letter = form(folder, 'transfer');
  const report = form(folder, 'investigation');
  const evidence = form(folder, 'evidence').evidence;
  const [lead, second] = c.officers;
  return {
    [letter.signedScan.path]: {
      agency: c.sender.name,
      title: '涉嫌犯罪案件移送书',
      docNo: letter.docNo,
      blocks: [
        { plain: `${c.recipient.name}：` },
        `我局在查处${c.name.replace(/案$/, '')}一案中，发现下列情况：`,
        ...flat(letter.factSummary),
        `上述行为涉嫌构成${c.crimes.map((k) => `${k.name}（《${k.law}》${k.article}）`).join('、')}。根据${letter.legalBasis
          .slice(1, 5)
          .map((b) => `《${b.document.replace(/（.*?）$/, '')}》${b.article}`)
          .join('、')}的规定，现将该案移送你局，请依法审查，并将结果书面告知我局。`,
        '附件：1.案件调查报告　2.涉案物品清单　3.移送材料清单',
        `案件主办人：${lead.name}（执法证号${lead.certNo}）　联系电话：${lead.phone}`,
        { gap: 30 },
        { right: c.sender.name },
        { right: day(letter.issuedOn) },
        { seal: c.sender.name },
        { gap: 60 },
        { plain: `抄送：${c.cc.join('、')}。` },
        { plain: `（本文书一式${'零一二三四五六'[letter.copies]}份）` },
      ],
    },
    [report.signedScan.path]: {
      agency: c.sender.name,
      title: '案件调查报告',
      blocks: [
        { head: '一、案件来源' },
        ...flat(c.source.narrative),
        { head: '二、调查经过' },
        ...report.steps.map((s) => `${day(s.on)}，${s.action}`),
        { head: '三、查获情况' },
        ...flat(report.seizure),
        { head: '四、当事人及涉嫌人员' },
        ...c.parties
          .filter((p) => p.type === '单位')
          .map((p) => `${p.name}，统一社会信用代码${p.uscc}，法定代表人${p.legalRepresentative}，住所${p.address}。`),
        ...c.suspects.map(
          (s) => `${s.name}，${s.gender}，${day(s.birthDate)}出生，${s.ethnicity}，公民身份号码${s.idNo}，${s.position}，住${s.address}。`,
        ),
        { head: '五、涉嫌犯罪事实' },
        ...c.facts.flatMap((f) => [`（${'一二三四五六'[f.factNo - 1]}）${f.title}`, ...flat(f.narrative)]),
        { head: '六、涉案金额' },
        `初步认定金额${c.amount.fundLoss}元。`,
        { table: [['基金', '金额（元）'], ...c.amount.byFund.map((b) => [b.fund, b.amount])], widths: [3, 2] },
        ...flat(c.amount.methodNote),
        { head: '七、证据' },
        `证据共${evidence.length}项，目录和证明对象见移送材料清单。`,
        { head: '八、行为性质和法律适用' },
        ...flat(report.nature),
        { head: '九、涉案物品、资金及追缴情况' },
        ...flat(report.property),
        { head: '十、行政处理情况' },
        ...report.adminHandling,
        { head: '十一、处理建议' },
        ...flat(report.recommendation),
        { head: '十二、需要说明的问题' },
        ...(report.openIssues ?? ['无。']),
        { sign: [['调查人员（签名）：', `${lead.name}　${second.name}　${c.officers[2].name}`]] },
        { right: c.sender.name },
        { right: day(report.reportedOn) },
        { seal: c.sender.name },
      ],
    },
  };
}

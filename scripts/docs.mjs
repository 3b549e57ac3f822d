/** Makes docs/reference/rules.md, docs/reference/fields.md, docs/reference/output.md, docs/reference/templates.md and docs/reference/duties.md from the rule table, the schemas, the template language and the table of duties. CI fails when they drift. */
import { writeFileSync } from 'node:fs';
import { fieldTable, SCHEMA_NAMES } from '../dist/case/index.js';
import { DOSSIER_RULES, ROWS_ELSEWHERE, RULES, rulesVersion } from '../dist/law/index.js';
import { uiOf } from '../dist/messages/index.js';
import { BEHAVIOURS, OFFENCES } from '../dist/model/index.js';
import { dutiesDoc } from './duties-doc.mjs';
import { templatesDoc } from './templates-doc.mjs';

const { severity, unverified } = uiOf('zh-CN');
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const cite = (basis) => basis.map((b) => `${b.document} ${b.article}`).join('；');

/** An example keeps its lines. */
const shown = (text) =>
  text
    .replaceAll('|', '\\|')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('<br/>');

const subjects = {
  P: '程序与移送对象',
  M: '移送材料',
  F: '事实',
  A: '金额',
  R: '取证记录',
  E: '电子数据与校验值',
  T: '询问笔录',
  D: '书证、物证的复制和登记保存、封存',
  X: '鉴定、检验、审计、评审',
  W: '见证人',
  V: '视听资料',
  B: '物证',
  G: '涉案物品',
  C: '保管链、回执与期限',
  S: '保密与身份',
  L: '文书格式',
  K: '各表一致',
};
const rules = [
  '# 规则 Rules',
  '',
  '由 `npm run docs` 生成，不要手工改。级别：**阻断**不能放行；**错误**在 `internal` 里为该规则记录理由后可以继续（必须移送）；**警告**、**提示**不影响成卷。带“待核”的，出处只见过转述。',
  '',
  `规则版本 ${rulesVersion()}（本表各行的 SHA-256 的前 12 位），共 ${RULES.length} 条；核验案卷包时执行其中 ${DOSSIER_RULES.length} 条，其余的只涉及不装入案卷包的内卷、往来文书（${RULES.filter(
    (r) => r.beside,
  )
    .map((r) => r.id)
    .join('、')}），或者由读取文件的部分检查（${RULES.filter((r) => !r.check)
    .map((r) => r.id)
    .join('、')}）。核验结果和核验记录写的就是这个数和这个版本。`,
  '',
  ...Object.entries(subjects).flatMap(([letter, subject]) => [
    `## ${letter} ${subject}`,
    '',
    '| 编号 | 级别 | 要求 | 理由 | 依据 | 正例 | 误例 | 代码 |',
    '|---|---|---|---|---|---|---|---|',
    ...RULES.filter((r) => r.id.startsWith(`${letter}-`)).map(
      (r) =>
        `| ${r.id} | ${severity[r.severity]}${r.unverified ? unverified : ''}${r.since ? `（${r.since} 起）` : ''} | ${cell(r.asks)} | ${cell(r.why)} | ${cell(cite(r.basis))} | ${shown(r.right)} | ${shown(r.wrong)} | ${r.codes.map((c) => `\`${c}\``).join(' ')} |`,
    ),
    '',
  ]),
  '## 不在上表的要求',
  '',
  '规则表里没有单独检查的行，各由别处负责：',
  '',
  '| 编号 | 由谁负责，为什么 |',
  '|---|---|',
  ...ROWS_ELSEWHERE.map(({ id, reason }) => `| ${id} | ${cell(reason)} |`),
  '',
  '## 出处待核的规则',
  '',
  '以下规则的出处只见过转述，未见原文，因此只作警告或者提示：',
  '',
  ...RULES.filter((r) => r.unverified).map((r) => `- ${r.id}：${cite(r.basis)}`),
  '',
  '## 移送情形代码',
  '',
  '依《骗取医保基金案件移送情形》（医保发〔2021〕49号附件1）和指导意见第五条至第九条；“待核”的文字未见官方文本。“三假三乱”是 2021 年专项整治的分类，哪种情形归哪一类没有见过文件，待核，只供统计。',
  '',
  '| 代码 | 主体 | 情形 | 条例 | 指导意见（法发〔2024〕6号） | 罪名 | 国家工作人员利用职务便利的 | 三假三乱 | |',
  '|---|---|---|---|---|---|---|---|---|',
  ...BEHAVIOURS.map(
    (b) =>
      `| ${b.code} | ${b.subject} | ${cell(b.text)} | ${b.regulation} | ${b.guidance} | ${[b.crime, ...(b.otherCrimes ?? [])].join('、')} | ${(b.officeCrimes ?? []).join('、')} | ${b.campaign.join('、')} | ${[{ always: '移送监察机关', official: '国家工作人员的移送监察机关' }[b.supervisory] ?? '', b.unverified ? '待核' : ''].filter(Boolean).join('；')} |`,
  ),
  '',
  '## 罪名和条文',
  '',
  '“待核”的条文凭记忆，没有核对过刑法文本，规则 K-05 对它们只警告。',
  '',
  '| 罪名 | 刑法 | 也写作 | |',
  '|---|---|---|---|',
  ...OFFENCES.map((o) => `| ${o.name} | ${o.articles.join('、')} | ${(o.spellings ?? []).join('；')} | ${o.unverified ? '待核' : ''} |`),
  '',
];
writeFileSync(new URL('../docs/reference/rules.md', import.meta.url), rules.join('\n'));

const fields = [
  '# 字段 Fields',
  '',
  '由 `npm run docs` 从 `schemas/` 生成，不要手工改。`mbpack schema 名称` 打印全文。',
  '',
  ...SCHEMA_NAMES.filter((name) => name !== 'pack').flatMap((name) => [fieldTable(name).trimEnd(), '']),
];
writeFileSync(new URL('../docs/reference/fields.md', import.meta.url), fields.join('\n'));

const output = [
  '# --json 输出 Output',
  '',
  '由 `npm run docs` 从 `schemas/output.schema.json` 生成，不要手工改。标准输出是一个 JSON 对象，说明和进度在标准错误。退出码：0 正常，1 案卷有问题，2 mbpack 无法完成工作，130 被中断。',
  '',
  fieldTable('output').trimEnd(),
  '',
];
writeFileSync(new URL('../docs/reference/output.md', import.meta.url), output.join('\n'));

writeFileSync(new URL('../docs/reference/templates.md', import.meta.url), templatesDoc());
writeFileSync(new URL('../docs/reference/duties.md', import.meta.url), dutiesDoc());

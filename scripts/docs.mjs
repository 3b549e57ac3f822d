/** Makes docs/rules.md and docs/fields.md from the rule table and the schemas. CI fails when they drift. */
import { writeFileSync } from 'node:fs';
import { fieldTable, SCHEMA_NAMES } from '../dist/case/index.js';
import { RULES } from '../dist/law/index.js';
import { uiOf } from '../dist/messages/index.js';
import { BEHAVIOURS } from '../dist/model/index.js';

const { severity, unverified } = uiOf('zh-CN');
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const cite = (basis) => basis.map((b) => `${b.document} ${b.article}`).join('；');

const subjects = {
  P: '程序与移送对象',
  M: '移送材料',
  F: '事实',
  A: '金额',
  E: '电子数据与校验值',
  C: '保管链',
  G: '涉案物品',
  L: '文书格式',
  S: '保密与身份',
  K: '各表一致',
};
const rules = [
  '# 规则 Rules',
  '',
  '由 `npm run docs` 生成，不要手工改。级别：**阻断**不能放行；**错误**在 `internal` 里为该规则记录理由后可以继续（必须移送）；**警告**、**提示**不影响成卷。带“待核”的，出处只见过转述。',
  '',
  ...Object.entries(subjects).flatMap(([letter, subject]) => [
    `## ${letter} ${subject}`,
    '',
    '| 编号 | 级别 | 要求 | 理由 | 依据 | 代码 |',
    '|---|---|---|---|---|---|',
    ...RULES.filter((r) => r.id.startsWith(`${letter}-`)).map(
      (r) =>
        `| ${r.id} | ${severity[r.severity]}${r.unverified ? unverified : ''} | ${cell(r.asks)} | ${cell(r.why)} | ${cell(cite(r.basis))} | ${r.codes.map((c) => `\`${c}\``).join(' ')} |`,
    ),
    '',
  ]),
  '## 移送情形代码',
  '',
  '依《骗取医保基金案件移送情形》（医保发〔2021〕49号附件1）；“待核”的文字未见官方文本。',
  '',
  '| 代码 | 主体 | 情形 | 条例 | 指导意见（法发〔2024〕6号） | 罪名 | |',
  '|---|---|---|---|---|---|---|',
  ...BEHAVIOURS.map(
    (b) =>
      `| ${b.code} | ${b.subject} | ${cell(b.text)} | ${b.regulation} | ${b.guidance} | ${b.crime} | ${[b.supervisory ? '移送监察机关' : '', b.unverified ? '待核' : ''].filter(Boolean).join('；')} |`,
  ),
  '',
];
writeFileSync(new URL('../docs/rules.md', import.meta.url), rules.join('\n'));

const fields = [
  '# 字段 Fields',
  '',
  '由 `npm run docs` 从 `schemas/` 生成，不要手工改。`mbpack schema 名称` 打印全文。',
  '',
  ...SCHEMA_NAMES.flatMap((name) => [fieldTable(name).trimEnd(), '']),
];
writeFileSync(new URL('../docs/fields.md', import.meta.url), fields.join('\n'));

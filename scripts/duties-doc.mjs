/** docs/reference/duties.md: what the source documents ask of whom, how the program meets it, which test holds that, and what is not yet met. */
import { DUTIES } from './duties/index.mjs';
import { named } from './duties/named.mjs';

const STATES = { whole: '落实', part: '部分', none: '还没有', outside: '范围外' };

const counted = (rows) => Object.entries(STATES).map(([state, word]) => `${word} ${rows.filter((d) => d.state === state).length}`);

function row({ no, article, who, duty, state, met, missing }) {
  const found = met.map(named);
  const tests = [...new Set(found.flatMap((f) => f.tests))].map((path) => path.replace(/^test\//, ''));
  return `| ${no} | ${article} | ${who} | ${duty} | ${STATES[state]} | ${found.map((f) => f.text).join('；')} | ${missing} | ${tests.join('；')} |`;
}

export function dutiesDoc() {
  return [
    '# 各文件要求的落实 Duties',
    '',
    '由 `npm run docs` 从 `scripts/duties/` 生成，不要手工改。五份文件逐条列出：要求什么、谁的事、由哪个规则、字段、文书、命令落实，哪个测试管着（`test/` 下的文件）。',
    '要求用自己的话写，原文以文件为准。**部分**：写明还缺什么；**还没有**：程序里没有，要靠人办；**范围外**：倡导性的，或者不属于一个案件的移送。',
    '规则的依据和级别见 [rules.md](rules.md)，字段见 [fields.md](fields.md)。',
    '',
    `共 ${DUTIES.length} 条：${counted(DUTIES).join('，')}。`,
    '',
    ...[...new Set(DUTIES.map((d) => d.source))].flatMap((source) => {
      const rows = DUTIES.filter((d) => d.source === source);
      return [
        `## ${source}`,
        '',
        `${rows.length} 条：${counted(rows).join('，')}。`,
        '',
        '| 序号 | 条款 | 谁的事 | 要求 | 程度 | 由什么落实 | 还缺什么 | 测试 |',
        '|---:|---|---|---|---|---|---|---|',
        ...rows.map(row),
        '',
      ];
    }),
  ].join('\n');
}

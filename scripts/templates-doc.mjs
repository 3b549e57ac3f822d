/** docs/reference/templates.md: the tutorial, and the reference made from the vocabulary, the helpers, the views and the schema of pack.json. */
import { readFileSync } from 'node:fs';
import { fieldTable } from '../dist/case/index.js';
import { ELEMENT_EXAMPLES, VALUE_HELPERS, VOCABULARY, viewFields } from '../dist/documents/index.js';
import { loadPack } from '../dist/pack/index.js';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;

const HOLDS = { blocks: '各种块', inline: '文字和行内元素', flow: '文字、行内元素、段落', nothing: '什么也不放' };
const ATTRIBUTE = {
  text: '文字',
  millimetres: '毫米数',
  count: '1–999 的整数',
  code: '12 位核对码，可以是空的',
  widths: '毫米数或 *，用空格分开',
};

function elementSection({ element, about, written }) {
  const rule = VOCABULARY[element];
  const within = Object.keys(VOCABULARY).filter(
    (name) => Array.isArray(VOCABULARY[name].holds) && VOCABULARY[name].holds.includes(element),
  );
  const where = {
    root: '最外层',
    block: '`<document>` 里',
    inline: '能写文字的地方',
    part: within.map((name) => `\`<${name}>\` 里`).join('、'),
  }[rule.group];
  const holds = Array.isArray(rule.holds) ? rule.holds.map((name) => `\`<${name}>\``).join('、') : HOLDS[rule.holds];
  const attributes = Object.entries(rule.attributes).map(([name, kind]) => {
    const values = Array.isArray(kind) ? kind.map((word) => `\`${word}\``).join('、') : ATTRIBUTE[kind];
    return `| \`${name}\` | ${values} | ${(rule.required ?? []).includes(name) ? '是' : ''} |`;
  });
  return [
    `### \`<${element}>\``,
    '',
    `${about}。放在${where}；里面放${holds}。`,
    '',
    ...(attributes.length > 0 ? ['| 属性 | 取值 | 必写 |', '|---|---|---|', ...attributes, ''] : []),
    '```hbs',
    written,
    '```',
    '',
    `![${element}](../gallery/elements/${element}.png)`,
    '',
  ];
}

const KINDS = { text: '文字', list: '列表（每项有下面的字段）', texts: '列表（每项是文字）', group: '一组', absent: '示例中为空' };

function documentSection(pack, { id, title, internal }) {
  return [
    `### ${id} 《${title}》${internal ? '（内卷）' : ''}`,
    '',
    '| 字段 | 是什么 | 例 |',
    '|---|---|---|',
    ...viewFields(pack, id).map(({ path, kind, example }) => `| \`${path}\` | ${KINDS[kind]} | ${cell(example)} |`),
    '',
  ];
}

/** Members that are all alike are told once: of the first form, of the first period. */
function packTable() {
  return fieldTable('pack')
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\| `(?:fields\.(?!case\b)\w+|periods\.(?!approve\b)\w+)\./.test(line))
    .join('\n');
}

export function templatesDoc() {
  const pack = loadPack('national');
  const national = pack.pack;
  return [
    '# 模板包 Templates',
    '',
    '由 `npm run docs` 生成，不要手工改：教程在 `scripts/templates-tutorial.md`，其余取自程序。一个模板包是一个只含数据的文件夹，改文书不用改程序，包里不能有程序，也读不到包外的文件。',
    '',
    '- [从零做一个省的模板包](#从零做一个省的模板包)',
    '- [模板怎样写](#模板怎样写)',
    '- [元素](#元素)',
    '- [函数](#函数)',
    '- [各文书的字段](#各文书的字段)',
    '- [pack.json](#packjson)',
    '',
    readFileSync(new URL('./templates-tutorial.md', import.meta.url), 'utf8').trimEnd(),
    '',
    '## 模板怎样写',
    '',
    '| 写法 | 意思 |',
    '|---|---|',
    '| `{{caseName}}` | 印一个字段。字段不存在，或者没有内容，就是错误；可空的写 `{{or 字段 "无"}}` 或者放进 `{{#if}}` |',
    '| `{{amount.figures}}` | 一组字段里的一个 |',
    '| `{{#if lead}}…{{else}}…{{/if}}`　`{{#unless lead}}…{{/unless}}` | 有内容才印；没有内容才印 |',
    '| `{{#each facts}}…{{else}}没有{{/each}}` | 列表逐项印。里面直接写每一项的字段；`{{this}}` 是这一项本身；`{{../caseName}}` 是外面的字段；`@index` 是第几项（从 0 起），`@first`、`@last` 是不是第一项、最后一项 |',
    '| `{{> amount}}` | 把片段 `_amount.hbs` 放在这里；先在自己的包里找，再到上级包里找 |',
    '| `{{words.copiesLine}}` | 用语，来自 pack.json 的 `strings`，上级包的也可以用；在任何地方都这样写 |',
    '| `{{local.case.areaCode}}` | 地方字段，来自各表的 `local`：`local.表.字段`；日期印成年月日，是否印成“是”“否”，没有填的是空 |',
    '| `{{forms.case.sender.phone}}` | 各表照原样的内容，只读：`forms.表.字段`，表有 case、transfer、investigation、items、evidence、records、receipt，字段见 fields.md；没有填的是空。日期用 `day`、时间用 `instant` 印成年月日。内卷（internal）和另发的函件不在其中。印了哪些字段，核对码就覆盖哪些字段 |',
    '| `{{pack.title}}` `{{pack.version}}` `{{pack.joint}}` `{{pack.placeholders}}` `{{pack.titles.items}}` | 模板包的名称、版本、联合部门（列表）、占位（列表，每项有 `field`、`note`）、各种文书的名称（写文书的代号，改名以后处处都改） |',
    '| `{{!-- 说明 --}}` | 给自己看的说明，不印 |',
    '',
    '换行和缩进不印；要换行写 `<br/>`。日期、金额已经是印出来的样子，所以没有日期函数（`forms` 里的除外）。`{{{ }}}`、`{{lookup}}`、`@root`、带参数的片段等写法一律不许。嵌套不超过 24 层，一份文书里列表重复不超过一百万次。',
    '',
    '## 元素',
    '',
    ...Object.keys(VOCABULARY).flatMap((name) => elementSection(ELEMENT_EXAMPLES.find(({ element }) => element === name))),
    '## 函数',
    '',
    '| 函数 | 作用 | 写法 | 印出 |',
    '|---|---|---|---|',
    ...Object.entries(VALUE_HELPERS).map(
      ([name, { about, example }]) => `| \`${name}\` | ${cell(about)} | ${code(example[0])} | ${cell(example[1])} |`,
    ),
    '',
    '## 各文书的字段',
    '',
    '下表取自一个虚构的案件。`facts[].title` 是说：列表 `facts` 的每一项里的 `title`。新增的文书能印的字段，与它的 `view` 相同。',
    '',
    ...national.documents.flatMap((document) => documentSection(pack, document)),
    '## pack.json',
    '',
    '`--template` 后面写编号或者文件夹；已经安装的编号优先。文件夹里的包，上级包先在已安装的里找，再在旁边的文件夹里找。',
    '',
    '用语的名称（全国包）：',
    '',
    '| 名称 | 现在的话 |',
    '|---|---|',
    ...Object.entries(national.strings ?? {}).map(([name, text]) => `| \`${name}\` | ${cell(text)} |`),
    '',
    packTable(),
    '',
  ].join('\n');
}

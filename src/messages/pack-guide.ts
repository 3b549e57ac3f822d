/** README.md of a new pack: what each file is and how it is changed, for people who are no programmers. */
import { isKnownDocument, type TemplatePack } from '../model/index.ts';

export function packGuide({ id, documents }: Pick<TemplatePack, 'id' | 'documents'>): string {
  const rows = documents.map(
    ({ id: document, title, template, internal }) =>
      `| \`${template}\` | 《${title}》${internal ? '（内卷，不随案移送）' : ''} | ${isKnownDocument(document) ? '' : '新增的文书'} |`,
  );
  return `# 本地文书模板包

这个文件夹是从 \`${id}\` 复制来的。没有写的、删掉的文件，都沿用 \`${id}\`。**不打算改的模板，请删掉**：以后上级包改进了，你的包自动跟着改进。

文件用记事本打开，保存时编码选 UTF-8。改一点就检查一次：

\`\`\`
mbpack templates check 这个文件夹
\`\`\`

有错会写明文件、行、列和应写的名称。没有错以后，用它检查、成卷：

\`\`\`
mbpack check 案件文件夹 --template 这个文件夹
mbpack build 案件文件夹 --template 这个文件夹
\`\`\`

对方核验时，把这个文件夹一并给他：\`mbpack verify 案卷包.zip --template 这个文件夹\`。

## pack.json

| 项 | 是什么 |
|---|---|
| \`id\` \`version\` \`title\` | 编号（小写字母、数字、短横）、版本、名称。改了内容，版本加一 |
| \`extends\` | 沿用哪个包 |
| \`strings\` | 用语。左边的名称不改，改右边引号里的话；{1} 是填内容的位置。不改的可以删掉 |
| \`documents\` | 改文书名称、换模板、新增文书 |
| \`order\` \`omit\` | 文书的次序；不用的文书 |
| \`recipients\` \`copies\` | 默认抄送机关、份数 |
| \`fields\` | 本地另外要填的字段 |
| \`region\` \`thresholds\` \`periods\` \`docNoPattern\` | 地区、数额标准、期限、文号样式 |
| \`fonts\` | 自带的字体，放在 fonts 文件夹里 |
| \`placeholders\` | 还没有定下来的内容，检查时会提示 |

每一项的写法和例子见 docs/reference/templates.md，或者运行 \`mbpack schema pack\`。

## 模板

| 文件 | 文书 | |
|---|---|---|
${rows.join('\n')}

以 \`_\` 开头的文件是片段：几份文书里相同的部分，模板里写 \`{{> 名称}}\` 引用（名称不带 \`_\` 和 \`.hbs\`）。

模板里 \`<p>\` 这样的是版式，\`{{caseName}}\` 这样的印案件的内容。文字可以直接改；能用哪些元素、字段、函数，见 docs/reference/templates.md。
模板包里只能放 pack.json、.hbs、fonts 里的字体和 .md、.txt 说明，不能放链接和其他文件。
`;
}

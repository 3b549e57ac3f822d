/** One example of every element of the vocabulary, for docs/reference/templates.md and its pictures: whole templates that render with the invented case. */

export interface ElementExample {
  readonly element: string;
  /** What it is, for officials. */
  readonly about: string;
  /** The part that the reference prints. */
  readonly written: string;
  /** A whole template around it, to be rendered with the view of 移送书. */
  readonly template: string;
}

type Layout = 'letter' | 'redhead' | 'form' | 'sheet';

function example(element: string, about: string, written: string, layout: Layout = 'form'): ElementExample {
  const whole = element === 'document' ? written : `<document layout="${layout}">\n${written}\n</document>`;
  return { element, about, written, template: whole };
}

const ROWS = `<table widths="20 * 30">
  <head><cell>序号</cell><cell>名称</cell><cell>份数</cell></head>
  <row><cell align="center">1</cell><cell>住院病历</cell><cell>2</cell></row>
  <row height="10" keep="yes"><cell span="2">合计</cell><cell>2</cell></row>
</table>`;
const FIELDS = `<fields columns="2" label="24">
  <field label="案号">{{caseNo}}</field>
  <field label="立案日期">{{filedOn}}</field>
  <field label="案件" span="yes" height="10">{{caseName}}</field>
</fields>`;

export const ELEMENT_EXAMPLES: readonly ElementExample[] = [
  example(
    'document',
    '整份文书，最外层只能有它一个。layout：letter 执法文书，redhead 红头函，form 表格式文书，sheet 清单；orientation：纵向、横向；everypage：每页下方由谁签名，几个人用空格分开；edition="2"：0.2.0 起的排法（表格首尾不留单行，签名不与所签的内容分开，相接的表格共用边框，续页印名称和编号，字不小于五号），不写的照 0.1.0 排',
    '<document layout="form" orientation="portrait" everypage="当事人 执法人员">\n  <title>{{title}}</title>\n  <p>正文。</p>\n</document>',
  ),
  example('masthead', '发文机关标志和红线', '<masthead>{{agency}}</masthead>\n<title>{{title}}</title>', 'redhead'),
  example('copyno', '份号', '<copyno>000001</copyno>\n<masthead>{{agency}}</masthead>', 'redhead'),
  example('secrecy', '密级和保密期限', '<secrecy>内部</secrecy>\n<masthead>{{agency}}</masthead>', 'redhead'),
  example('urgency', '紧急程度', '<urgency>特急</urgency>\n<masthead>{{agency}}</masthead>', 'redhead'),
  example('agency', '机关名称，印在文书名称上方', '<agency>{{agency}}</agency>\n<title>{{title}}</title>', 'letter'),
  example('title', '文书名称', '<title>{{title}}</title>'),
  example('docno', '发文字号', '<docno align="right">{{docNo}}</docno>', 'letter'),
  example('addressee', '主送机关，顶格', '<addressee>{{recipient}}：</addressee>', 'letter'),
  example('h1', '一级标题，黑体', '<h1>一、基本情况</h1>', 'letter'),
  example('h2', '二级标题，楷体', '<h2>（一）当事人</h2>', 'letter'),
  example('h3', '三级标题，仿宋', '<h3>1．单位</h3>', 'letter'),
  example('h4', '四级标题，仿宋', '<h4>（1）住所</h4>', 'letter'),
  example(
    'p',
    '一段。align 对齐，indent="no" 首行不缩进',
    '<p>正文首行空两字。</p>\n<p indent="no" align="center">居中，不缩进。</p>',
    'letter',
  ),
  example('note', '小字说明', '<note>本表一式两份。</note>'),
  example('table', '表格。widths：各列毫米数，* 是余下的宽度；lines="none" 没有线；size：字的大小', ROWS),
  example('head', '表头，换页时重复', ROWS),
  example('row', '一行。height：最低毫米数；keep="yes"：不与下一行分在两页', ROWS),
  example('cell', '一格。span：占几列；align：对齐', ROWS),
  example(
    'fields',
    '栏目表：左边名称，右边内容。columns：一行几栏；label：名称的宽度，毫米；continued：转到下一页时印在上面的话，如“王某某（续表）”',
    FIELDS,
  ),
  example('field', '一栏。span="yes"：占整行；height：最低毫米数', FIELDS),
  example(
    'list',
    '列表。marks：number 1、2、3，paren （1）（2），none 没有序号',
    '<list marks="number">\n  <item>病历</item>\n  <item>收费清单</item>\n</list>',
  ),
  example(
    'item',
    '列表、附件中的一项',
    '<attachments>\n  <item>案件调查报告</item>\n  <item>涉案物品清单</item>\n</attachments>',
    'letter',
  ),
  example('attachments', '附件说明', '<attachments>\n  {{#each attachments}}<item>{{this}}</item>{{/each}}\n</attachments>', 'letter'),
  example(
    'sign',
    '落款：机关、日期、留印章的位置；date 空着的，印待填的年月日',
    '<sign agency="{{agency}}" date="{{issuedOn}}"/>',
    'letter',
  ),
  example(
    'annotation',
    '附注，印在成文日期下方，自动加括号',
    '<p>正文。</p>\n<sign agency="{{agency}}" date="{{issuedOn}}"/>\n<annotation>联系人：某某</annotation>',
    'redhead',
  ),
  example('annex', '附件，另起一页', '<p>正文。</p>\n<annex>附件1</annex>\n<p>附件正文。</p>', 'redhead'),
  example('cc', '抄送', '<cc>{{fill words.ccLine (join cc "，")}}</cc>', 'letter'),
  example(
    'imprint',
    '版记：抄送、印发机关和印发日期，印在最后一页下方',
    '<p>正文。</p>\n<imprint office="{{agency}}办公室" date="{{issuedOn}}">\n  <cc>抄送：{{join cc "，"}}。</cc>\n</imprint>',
    'redhead',
  ),
  example('gap', '空几行', '<p>上文。</p>\n<gap lines="2"/>\n<p>下文。</p>', 'letter'),
  example('qr', '二维码。text：内容；size：边长，毫米', '<qr text="{{docNo}}" size="25"/>'),
  example(
    'checkcode',
    '核对码，印在本份文书每页下方正中：字母数字和二维码；空的不印。本份文书到 restart="yes" 的 pagebreak 为止',
    '<checkcode text="{{or checkCode ""}}"/>\n<p>正文。</p>',
    'letter',
  ),
  example('pagebreak', '另起一页', '<p>第一页。</p>\n<pagebreak/>\n<p>第二页。</p>', 'letter'),
  example('b', '黑体字', '<p>其中<b>重点</b>如下。</p>', 'letter'),
  example(
    'digest',
    '校验值，八位一组。lines：印成几行',
    '<p><digest lines="2">0000000000000000000000000000000000000000000000000000000000000000</digest></p>',
  ),
  example('blank', '待填的横线。width：几个字宽', '<p>签名：<blank width="8"/></p>'),
  example('check', '方框。on="yes" 打勾', '<p><check on="yes">是</check>　<check on="no">否</check></p>'),
  example('br', '换行', '<p>第一行<br/>第二行</p>'),
];

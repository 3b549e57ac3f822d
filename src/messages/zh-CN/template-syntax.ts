/** What a template's syntax is wrong in, for people: names of Handlebars' tokens as they are written in a template. */
import type { Codes } from '../../model/index.ts';

const WRITTEN: Readonly<Record<string, string>> = {
  EOF: '模板的末尾',
  CONTENT: '正文',
  COMMENT: '注释',
  OPEN: '{{',
  OPEN_BLOCK: '{{#',
  OPEN_INVERSE: '{{^',
  OPEN_INVERSE_CHAIN: '{{else …}}',
  INVERSE: '{{else}}',
  OPEN_ENDBLOCK: '{{/',
  OPEN_PARTIAL: '{{>',
  OPEN_UNESCAPED: '{{{',
  CLOSE: '}}',
  CLOSE_UNESCAPED: '}}}',
  OPEN_SEXPR: '(',
  CLOSE_SEXPR: ')',
  ID: '名称',
  STRING: '引号里的文字',
  NUMBER: '数字',
  BOOLEAN: 'true 或 false',
  UNDEFINED: 'undefined',
  NULL: 'null',
  DATA: '@',
  EQUALS: '=',
  SEP: '点或斜线',
};
/** Of many that might have stood there. */
const NAMED = 5;

const written = (token: string): string => WRITTEN[token] ?? '别的符号';

export function wrongSyntax({ problem, found, expected, block, openedAt }: Codes['TEMPLATE_SYNTAX']): string {
  switch (problem) {
    case 'text':
      return '{{ }} 里有认不出的字符，或者 {{ 没有用 }} 结束';
    case 'unclosed':
      return block === undefined
        ? '到末尾还有没结束的 {{#…}}，缺少 {{/…}}'
        : `第 ${openedAt?.replace(':', ' 行第 ')} 个字符处开始的 {{#${block}}} 到末尾没有结束，缺少 {{/${block}}}`;
    case 'surplus':
      return `多出“${written(found)}”，前面没有与它对应的 {{#…}}`;
    case 'block':
      return `{{#${expected}}} 用 {{/${found}}} 结束，两个名称不同`;
    case 'token': {
      const names = [...new Set(expected.split(' ').flatMap((token: string) => WRITTEN[token] ?? []))].slice(0, NAMED);
      return `不应出现“${written(found)}”${names.length > 0 ? `，这里可以写：${names.join('、')}` : ''}`;
    }
    case 'other':
      return '路径或者写法不合规则';
    default:
      return problem satisfies never;
  }
}

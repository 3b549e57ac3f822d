/** How a text is compared with a name that is searched for: what does not change how it reads does not hide it. */

/** Seen by nobody: controls, bidi marks, zero-width characters, soft hyphens, variation selectors. Private characters are seen. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\t\n\r\f\v]/gu;
const MARKS = /\p{M}/gu;
/** CJK radicals that PDFs give in place of the character (Unicode, EquivalentUnifiedIdeograph); NFKC knows the Kangxi radicals only. */
const RADICALS = new Map(
  Object.entries({
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⼾': '户',
    '⻑': '長',
    '⻒': '镸',
    '⺟': '母',
    '⻳': '龟',
  }),
);
/** ① and ¹ beside a digit: a mark, and none of its number. */
const NUMBERING = /(?<=\d)\p{No}+|\p{No}+(?=\d)/gu;
const RADICAL = /[\u2e80-\u2ef3\u2f3e]/gu;
const PLAIN = /^[\t\n\r\x20-\x7e\u4e00-\u9fff\u3001\u3002]*$/;

/** Width, marks over letters, case and unseen characters taken away; spaces and line breaks kept. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  const radicals = text.replace(RADICAL, (char) => RADICALS.get(char) ?? char);
  return radicals.replace(NUMBERING, ' ').normalize('NFKD').replace(UNSEEN, '').replace(MARKS, '').normalize('NFC').toUpperCase();
}

/** The characters of a text without what may stand between them. */
export function joinedText(text: string): string {
  return joined(plainText(text));
}

/** Of a text that `plainText` made. */
export function joined(plain: string): string {
  return plain.replace(/[\s\-‐-―−·•.]/gu, '');
}

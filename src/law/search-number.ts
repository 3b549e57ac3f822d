/** A number in a text, however it is grouped: telephones with country codes, ID numbers of 18 and 15 digits, numbers that a spreadsheet wrote. */
import { plainText } from './search-text.ts';

/** What people put between the digits of one number. */
const BETWEEN = String.raw`[\s\-‐-―−_./·•()\[\]{}<>〔〕【】〈〉《》]`;
/** More of it stands between two numbers. */
const MOST_BETWEEN = 4;
const SEPARATORS = new RegExp(BETWEEN, 'gu');
/** 幺 is how telephones say 一. */
const CHINESE_DIGITS = new Map([...'〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖'].map((char) => [char, digitOf(char)]));
const CHINESE = /[〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/gu;
/** Fewer in a row are a word: 一九九〇, 三五. */
const CHINESE_RUN = new RegExp(`(?:[〇零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖\\d]${BETWEEN}{0,${MOST_BETWEEN}}){5,}`, 'u');
const SCIENTIFIC = /(?<![0-9A-Z.])(\d)(?:\.(\d{1,40}))?E\+?(\d{1,2})(?![0-9A-Z])/g;
/** As a spreadsheet shows a number: 13,900,000,009. */
const THOUSANDS = /(?<![\d,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g;
/** Nobody meets so long a number by chance: letters may touch it. */
const UNMISTAKABLE = 11;
/** A mobile number as people group it: no card's groups are such. */
const GROUPED_MOBILE = /^\d{3}\D+\d{4}\D+\d{4}$/;
/** Behind a landline. */
const EXTENSION = /^-\d{3,4}(?![\d-])/;
const MOBILE = /^1[3-9]\d{9}$/;

/** `rounded`: as much of it as a spreadsheet left: 1.39E+10. */
export type Occurrence = 'whole' | 'rounded' | 'nowhere';
/** Of a text that `plainText` made. */
export type NumberSearch = (plain: string) => Occurrence;

function digitOf(char: string): string {
  const groups = ['〇零○', '一幺壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
  return String(groups.findIndex((group) => group.includes(char)));
}

/** Characters that count in a number; empty where it has none. */
export const coreOf = (number: string): string => plainText(number).replace(SEPARATORS, '').replace(/^\+/, '');

/** `kind` tells in what other ways the number may be written. */
export function numberSearch(number: string, kind: 'telephone' | 'identity' | 'other'): NumberSearch {
  const plain = coreOf(number);
  const forms = kind === 'telephone' ? [localForm(plain)] : kind === 'identity' ? [plain, ...otherLength(plain)] : [plain];
  const before = kind === 'telephone' ? `(?:(?:\\+|00)?${between()}86${between()}|0)?${between()}` : '';
  const needles = forms.map((form) => {
    // Behind +86 a landline is written without its first 0.
    const core = kind === 'telephone' ? form.replace(/^0/, '') : form;
    const zero = kind === 'telephone' && form.startsWith('0') ? `0?${between()}` : '';
    const body = [...core].map(escaped).join(between());
    const [beside, fraction] = core.length >= UNMISTAKABLE ? ['[0-9]', '\\.\\d{1,2}(?![\\d月.])'] : ['[0-9A-Z]', '\\.\\d'];
    return { core, pattern: new RegExp(`(?<!${beside})${before}${zero}(${body})(?:\\.0+)?(?!${beside}|${fraction})`, 'gu') };
  });
  const found = (text: string): boolean => {
    const bare = text.replace(SEPARATORS, '');
    return needles.some(
      ({ core, pattern }) => bare.includes(core) && [...text.matchAll(pattern)].some((match) => standsAlone(text, match)),
    );
  };
  return (text) => {
    if (found(text)) return 'whole';
    if (CHINESE_RUN.test(text) && found(text.replace(CHINESE, (char) => CHINESE_DIGITS.get(char) as string))) return 'whole';
    if (found(text.replace(THOUSANDS, (whole) => whole.replaceAll(',', '')))) return 'whole';
    return scientific(text, forms);
  };
}

const between = (): string => `${BETWEEN}{0,${MOST_BETWEEN}}`;
const escaped = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Without country code, and without the 0 in front of a mobile number. */
function localForm(plain: string): string {
  const local = plain.replace(/^(?:00)?86(?=1[3-9]\d{9}$|0?\d{9,11}$)/, '');
  return MOBILE.test(local.replace(/^0/, '')) ? local.replace(/^0/, '') : local;
}

/** GB 11643-1999: 15 digits have no century and no check digit. Nobody alive is of another century than 19 with 15. */
function otherLength(id: string): string[] {
  if (/^\d{6}19\d{9}[\dX]$/.test(id)) return [id.slice(0, 6) + id.slice(8, 17)];
  if (!/^\d{15}$/.test(id)) return [];
  const body = `${id.slice(0, 6)}19${id.slice(6)}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return [body + '10X98765432'[sum % 11]];
}

/** A group of a longer number, such as a bank card's, or a decimal fraction is another number. */
function standsAlone(text: string, match: RegExpExecArray | RegExpMatchArray): boolean {
  const [whole, body = ''] = match;
  if (/^\d+\.\d+$/.test(body)) return false;
  const separator = /\d([\s\-‐-―−])\d/u.exec(body)?.[1];
  if (separator === undefined) return true;
  const at = match.index as number;
  // A room or a date beside it does not make it longer; a group of four in front does.
  if (GROUPED_MOBILE.test(body)) return !new RegExp(`\\d{4}${escaped(separator)}$`).test(text.slice(Math.max(0, at - 5), at));
  const front = text.slice(Math.max(0, at - 4), at);
  const behind = text.slice(at + whole.length, at + whole.length + 7);
  return (
    !(front.endsWith(separator) && /^\d{3}$/.test(front.slice(0, 3))) &&
    !(behind.startsWith(separator) && /^\d{3}/.test(behind.slice(1)) && !EXTENSION.test(behind))
  );
}

/** `1.3900000009E10` is the whole number; `1.39E+10` may be. */
function scientific(text: string, forms: readonly string[]): Occurrence {
  let best: Occurrence = 'nowhere';
  for (const [, first = '', rest = '', exponent = ''] of text.matchAll(SCIENTIFIC)) {
    const places = Number(exponent);
    const digits = first + rest;
    for (const form of forms) {
      const wanted = form.replace(/X$/, '0');
      if (!/^[1-9]\d+$/.test(wanted) || wanted.length !== places + 1) continue;
      if (digits.replace(/0+$/, '') === form.replace(/0+$/, '')) return 'whole';
      // Less than three digits are shared by too many numbers.
      if (digits.length >= 3 && digits.length < wanted.length && rounds(wanted, digits)) best = 'rounded';
    }
  }
  return best;
}

function rounds(wanted: string, digits: string): boolean {
  const unit = 10n ** BigInt(wanted.length - digits.length);
  const low = BigInt(digits) * unit;
  const away = BigInt(wanted) - low;
  return away >= -unit / 2n && away < unit;
}

/** An amount as people and programs write it in a sheet → fen. Whatever could mean two things is no amount. */

/** Below 10^13 yuan, as everywhere; with separators, sign and zeros a longer text is no amount. */
const MAX_CHARS = 40;
const MAX_WHOLE_DIGITS = 13;
/** Digits that survive a spreadsheet's binary numbers: Excel keeps and shows fifteen. */
const EXCEL_DIGITS = 15;

/** Groups of three (ISO 80000-1, 7.3.1), between blanks at which no line breaks: a plain blank may divide two numbers. */
const SPACED = /(?<![\d.])\d{1,3}(?:[\u00a0\u2007\u202f]\d{3})+(?!\d)/;

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?$/;

/**
 * Fen of a written amount, or undefined: `1,234.50`, `￥12`, `１２．３０`, `-12.30`, `(12.30)`, `.5`, `12.3000`, `12元`, `3.00-`, `1 234.10` in
 * groups of three between blanks that do not break.
 * Scientific notation, a third decimal and an empty text are refused.
 */
export function fenOfText(written: string): bigint | undefined {
  let text = halfWidth(written.replace(SPACED, (groups) => groups.replace(/[^\d]/g, ''))).trim();
  if (text === '' || text.length > MAX_CHARS) return undefined;
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    text = bracketed.trim();
    negative = true;
  }
  // One sign, before or after the currency; none inside brackets, which are a sign themselves.
  const [, first = '', currency = '', second = '', rest = ''] = /^([-+]?)(¥?)\s*([-+]?)(.*)$/.exec(text) ?? [];
  if ((first !== '' && (second !== '' || bracketed !== undefined)) || (second !== '' && (currency === '' || bracketed !== undefined))) {
    return undefined;
  }
  const [, plain = '', behind = ''] = /^(.*?)((?<=\.\d\d)-|)$/.exec(rest.trim().replace(/\s*元$/, '')) ?? [];
  // Behind the digits, as accounting programs write it: a bare `5-` may be half of a range, and with a sign in front it would be two.
  if (behind !== '' && (negative || first !== '' || second !== '')) return undefined;
  const digits = plain.trimEnd();
  if (!/\d/.test(digits) || !AMOUNT.test(digits)) return undefined;
  if ([first, second, behind].includes('-')) negative = true;
  const [whole = '', part = ''] = digits.replaceAll(',', '').split('.');
  if (/[^0]/.test(part.slice(2)) || whole.replace(/^0+/, '').length > MAX_WHOLE_DIGITS) return undefined;
  const fen = BigInt(whole || '0') * 100n + BigInt(part.slice(0, 2).padEnd(2, '0'));
  return negative ? -fen : fen;
}

/**
 * Fen of a number in a sheet's XML (`1234.5600000000001`, `1E-2`: a binary number, ECMA-376 §18.3.1.4), read as Excel shows
 * it, to fifteen digits; undefined when a fraction of a fen remains.
 */
export function fenOfBinary(text: string): bigint | undefined {
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text) || text.length > MAX_CHARS) return undefined;
  const [mantissa = '', exponent = ''] = Number(text)
    .toExponential(EXCEL_DIGITS - 1)
    .split('e');
  const power = Number(exponent);
  if (!Number.isFinite(power) || power >= MAX_WHOLE_DIGITS) return undefined;
  const digits = BigInt(mantissa.replace('.', ''));
  if (digits === 0n) return 0n;
  const shift = EXCEL_DIGITS - 1 - 2 - power;
  if (shift > 2 * EXCEL_DIGITS) return undefined;
  const unit = 10n ** BigInt(shift);
  return digits % unit === 0n ? digits / unit : undefined;
}

/** Full-width digits and signs as their plain forms; both yen signs as one; blanks of every width as one. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\uffe5', '¥')
    .replaceAll('\u2212', '-')
    .replace(/[\u3000\u00a0\ufeff]/g, ' ');
}

/** Slips of the hand that have a name of their own: quotation marks and commas, true for 是, another spelling of a word, a comma in a number. */
import { type Finding, finding, halfWidthText, type Place } from '../model/index.ts';
import { shown } from './shown.ts';

/** Marks that people type around a value, none of which YAML knows. */
const QUOTED = /^\s*[“”‘’「『＂]([^“”‘’「」『』＂]+)[“”‘’」』＂]\s*$/u;
/** A longer text between quotation marks is a quotation. */
const MAX_QUOTED = 60;
/** Marks of a keyboard, which mean nothing in the cell of a sheet. */
const TYPED_QUOTES = /^\s*(["'])([^"']+)\1\s*$/u;
/** What can mean nothing else than 是 and 否. */
const TRUE = /^(?:true|yes|y|是|对|√|✓|✔)$/iu;
const FALSE = /^(?:false|no|n|否|不是|×|✗|✘)$/iu;
/** What people write for 是 and 否 besides. */
const YES = /^(?:true|yes|y|on|1|√|有|对)$/i;
const NO = /^(?:false|no|n|off|0|×|无|没有|不是)$/i;

/** The value without Chinese quotation marks at both ends. */
export function unquoted(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_QUOTED) return undefined;
  return QUOTED.exec(value)?.[1]?.trim();
}

export function quotesFinding(field: string, value: string, proposal: string, at: Place, severity: 'stop' | 'warning' = 'stop'): Finding {
  return finding('FIELD_IN_QUOTES', severity, { field, value: shown(value), proposal: shown(proposal) }, { at });
}

/** The value without quotation marks of a keyboard at both ends. */
export function typedQuotes(text: string): string | undefined {
  return TYPED_QUOTES.exec(text)?.[2]?.trim();
}

/** `甲，乙` → 甲 and 乙: numbers and words that hold no separators themselves. */
export function joinedParts(text: string): readonly string[] | undefined {
  const parts = text.split(/[，、；,;]/).map((part) => part.trim());
  return parts.length < 2 || parts.some((part) => part === '' || /\s/.test(part)) ? undefined : parts;
}

/** What was meant by 是, 否 and the words that mean nothing else. */
export function truthOf(text: string): boolean | undefined {
  const word = halfWidthText(typedQuotes(text) ?? unquoted(text) ?? text);
  return TRUE.test(word) ? true : FALSE.test(word) ? false : undefined;
}

/** 是 or 否, where a field takes these. */
export function yesNoWord(text: string, allowed: readonly string[]): string | undefined {
  const truth = truthOf(text);
  const word = truth === undefined ? undefined : truth ? '是' : '否';
  return word !== undefined && allowed.includes(word) ? word : undefined;
}

/** The word of a choice that differs in nothing but width, spaces, case and the signs between its parts. */
export function wordOf(text: string, allowed: readonly string[]): string | undefined {
  const key = wordKey(text);
  const found = allowed.filter((word) => wordKey(word) === key);
  return found.length === 1 && found[0] !== text ? found[0] : undefined;
}

function wordKey(text: string): string {
  return halfWidthText(text)
    .replace(/\s/gu, '')
    .replace(/[，、；,;/]/gu, '、')
    .toLowerCase();
}

/** The value in half-width characters, where that is all that was wrong. */
export function halfWidth(value: string, fits: (text: string) => boolean): string | undefined {
  const half = value.normalize('NFKC').trim();
  return half !== value.trim() && fits(half) ? half : undefined;
}

/** 是 or 否, where a field takes these and something that means them was written. */
export function yesNo(text: string, allowed: readonly string[]): string | undefined {
  const word = YES.test(text) ? '是' : NO.test(text) ? '否' : undefined;
  return word !== undefined && allowed.includes(word) ? word : undefined;
}

/**
 * The answer that repeats the question: 已出示, 出示了, 没有出示 to 是否出示执法证件. `title`: of the field. Undefined where the question
 * holds a negation of its own.
 */
export function answerTo(title: string | undefined, text: string): boolean | undefined {
  const [, asked = ''] = /^是否已?(.{2,})$/u.exec(title ?? '') ?? [];
  if (asked === '' || NEGATIVE.test(asked)) return undefined;
  const [, negative = '', said = ''] = /^(尚未|未曾|没有|没|未|不)?(?:已经|均已|已)?(.+?)了?$/u.exec(text.trim()) ?? [];
  // Its verb, or all of it: 告知权利 answers half of 是否告知权利义务.
  const whole = said.length === 2 || asked.length - said.length <= 1;
  return said.length >= 2 && whole && asked.startsWith(said) ? negative === '' : undefined;
}

const NEGATIVE = /[不未非无没否]/u;

/** `28,640.35` of which a parser of braces read `28`. */
export function splitNumber(line: string | undefined, at: Place): string | undefined {
  if (line === undefined || !('line' in at)) return undefined;
  const rest = [...line].slice(at.column - 1).join('');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/.exec(rest)?.[0];
}

/** Slips of the hand that have a name of their own: Chinese quotation marks and commas, true for 是, a comma in a number. */
import { type Finding, finding, type Place } from '../model/index.ts';
import { shown } from './shown.ts';

/** Marks that people type around a value, none of which YAML knows. */
const QUOTED = /^\s*[“”‘’「『＂]([^“”‘’「」『』＂]+)[“”‘’」』＂]\s*$/u;
/** A longer text between quotation marks is a quotation. */
const MAX_QUOTED = 60;
/** What people write for 是 and 否. */
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

/** `甲，乙` → `["甲", "乙"]`. */
export function joinedIds(field: string, value: string, at: Place): Finding | undefined {
  const parts = value.split(/[，、；,;]/).map((part) => part.trim());
  if (parts.length < 2 || parts.some((part) => part === '' || /\s/.test(part))) return undefined;
  const proposal = `[${parts.map((part) => JSON.stringify(shown(part))).join(', ')}]`;
  return finding('FIELD_CHINESE_COMMA', 'stop', { field, value: shown(value), proposal }, { at });
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

/** `28,640.35` of which a parser of braces read `28`. */
export function splitNumber(line: string | undefined, at: Place): string | undefined {
  if (line === undefined || !('line' in at)) return undefined;
  const rest = [...line].slice(at.column - 1).join('');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/.exec(rest)?.[0];
}

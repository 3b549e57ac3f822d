/** 核对码: which printed text a paper bears. Printed at the foot of each page, as letters and as a QR code, and read off its scan. */
import { base32OfHex } from './base32.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { sha256Hex } from './digest.ts';

/** 60 bits: nobody meets the same twice by chance, and a person can read it out. */
const LENGTH = 12;
const GROUP = 4;
/** Stands in front of it in the QR code, so that the code of another program is none. */
const PREFIX = 'MBP';

export const CHECK_CODE = new RegExp(`^[A-Z2-7]{${LENGTH}}$`);

/** The first 12 characters of the base32 of the SHA-256 of the RFC 8785 text of what is printed; what is empty does not count. */
export function checkCodeOf(printed: object): string {
  return base32OfHex(sha256Hex(canonicalJson(filled(printed) ?? {})), LENGTH);
}

/** Without members that are empty: a field that a later version of the program adds, and that a case does not use, changes no code. */
function filled(value: unknown): Json | undefined {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => filled(item) ?? null);
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object') return value as Json;
  const members = Object.entries(value).flatMap(([key, member]) => {
    const kept = filled(member);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** `ABCD-EFGH-IJKL`, as people compare it. */
export function groupedCheckCode(code: string): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
}

/** Which page of which paper; `page` from 1 to 99,999. */
export interface CodedPage {
  readonly code: string;
  readonly page: number;
}

/** What the QR code of a page says. */
export const codedPageText = ({ code, page }: CodedPage): string => `${PREFIX}${code}${page}`;

const CODED_PAGE = new RegExp(`^${PREFIX}([A-Z2-7]{${LENGTH}})([1-9]\\d{0,4})$`);

/** What the text of a QR code says of its page; undefined where it is of another program. */
export function codedPageIn(text: string): CodedPage | undefined {
  const [, code, page] = CODED_PAGE.exec(text) ?? [];
  return code === undefined ? undefined : { code, page: Number(page) };
}

/** Evidence that a typed text names by its number: `医保结算明细（Z-01、Z-02）`, `会议记录（证据4）`. */
import type { Case } from '../../model/index.ts';

/** A number with a letter names itself; `4` alone may be a day or a page. */
const SPEAKS = /[A-Za-z]/;
const JOINED = /[\dA-Za-z_.-]/;
/** `证据1、3和4` */
const AFTER_WORD = /证据((?:[^\s，,。；;（）()《》]+)(?:[和及与][^\s，,。；;（）()《》]+)*)/g;

export function evidenceIn({ evidence }: Case, text: string): readonly string[] {
  const numbers = evidence.evidence.map((e) => e.evidenceNo);
  const listed = [...text.matchAll(AFTER_WORD)].flatMap(([, list = '']) => list.split(/[、和及与]/).map((part) => part.trim()));
  return numbers.filter((no) => listed.includes(no) || (SPEAKS.test(no) && standsIn(text, no)));
}

/** As a word of its own: Z-1 does not stand in Z-10. */
function standsIn(text: string, no: string): boolean {
  for (let at = text.indexOf(no); at >= 0; at = text.indexOf(no, at + 1)) {
    if (!JOINED.test(text[at - 1] ?? '') && !JOINED.test(text[at + no.length] ?? '')) return true;
  }
  return false;
}

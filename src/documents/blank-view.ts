/** What a template prints of a blank case: whatever a view made of it, each value is a blank again, so that no form asserts anything. */
import { BLANK_DAY, BLANK_INSTANT, BLANK_LINE, BLANK_TEXT, type DocumentId } from '../model/index.ts';

/** Words of the form itself: labels, widths of columns. */
const OF_FORM = /^(?:label|\w*[wW]idths)$/u;
/** Words of one form alone: which of two papers it is, what is always attached, a note that every case bears, periods of law. */
const OF_ONE: Partial<Record<DocumentId, readonly string[]>> = {
  preservation: ['measure'],
  transfer: ['attachments', 'periods'],
  legality: ['classNote'],
  receipt: ['periods'],
  supplement: ['periods'],
  handover: ['periods'],
  report: ['periods'],
  approval: ['periods'],
};

/** Every text of the view as a blank of its kind; lists keep their length, what is absent stays absent, and the pack's wording is the form's own. */
export function blankView(view: object, id: DocumentId): object {
  const { title, words, pack, ...content } = view as { readonly title: unknown; readonly words: unknown; readonly pack: unknown };
  return { title, words, pack, ...(blanked(content, OF_ONE[id] ?? []) as object) };
}

function blanked(value: unknown, kept: readonly string[]): unknown {
  if (typeof value === 'string') return blankFor(value);
  if (Array.isArray(value)) return value.map((member) => blanked(member, kept));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, OF_FORM.test(key) || kept.includes(key) ? member : blanked(member, kept)]),
  );
}

/** Days alone, or from one to another, are written as days. */
function blankFor(text: string): string {
  if (/^[\ue002\ue003至]+$/u.test(text) && /[\ue002\ue003]/u.test(text)) return text.includes(BLANK_DAY) ? text : BLANK_INSTANT;
  return text.includes(BLANK_TEXT) ? BLANK_TEXT : BLANK_LINE;
}

/** What a number format shows beside the value (ECMA-376 part 1 §18.8.30, §18.8.31): words in quotes, signs behind a backslash. */

type Token = { readonly kind: 'literal' | 'digit' | 'text'; readonly text: string };

/** A sign behind `_` is a blank as wide as it is, one behind `*` fills; brackets hold colours, conditions and languages, but for currencies. */
const PARTS = /"([^"]*)"?|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|(General|[0#?])|(@)|([^;])|;/giu;
const LONGEST = 1000;

/** Does the format put words of its own beside the value? */
export function hasWords(code: string): boolean {
  return /"[^"]*[\p{L}\p{N}][^"]*"|\\[\p{L}\p{N}]|\[\$[^\]-]*[\p{L}\p{N}]/u.test(code.slice(0, LONGEST));
}

/** A text, or a whole number, as the format shows it; undefined for other values. `number`: is it one? */
export function formatted(code: string, value: string, number: boolean): string | undefined {
  const sections = sectionsOf(code.slice(0, LONGEST));
  if (!number) {
    const section = sections.find((tokens) => tokens.some(({ kind }) => kind === 'text'));
    return section?.map(({ kind, text }) => (kind === 'text' ? value : kind === 'literal' ? text : '')).join('');
  }
  if (!/^-?\d{1,20}$/.test(value)) return undefined;
  const section = (value.startsWith('-') ? sections[1] : undefined) ?? sections[0] ?? [];
  const places = section.filter(({ kind }) => kind === 'digit').length;
  const zeros = section.filter(({ kind, text }) => kind === 'digit' && text === '0').length;
  let left = value.replace('-', '').padStart(zeros, '0');
  let place = places;
  let shown = '';
  for (const { kind, text } of [...section].reverse()) {
    if (kind !== 'digit') {
      shown = (kind === 'text' ? value : text) + shown;
      continue;
    }
    place--;
    // The first place takes whatever is left.
    const from = place === 0 || text.length > 1 ? 0 : Math.max(0, left.length - 1);
    shown = left.slice(from) + shown;
    left = left.slice(0, from);
  }
  return shown;
}

/** Up to a decimal point: what stands behind it is no part of a whole number. */
function sectionsOf(code: string): readonly (readonly Token[])[] {
  const sections: Token[][] = [[]];
  let fraction = false;
  for (const [whole, quoted, escaped, currency, digit, text, sign] of code.matchAll(PARTS)) {
    const section = sections.at(-1) as Token[];
    const literal = quoted ?? escaped ?? currency;
    if (whole === ';') {
      sections.push([]);
      fraction = false;
    } else if (literal !== undefined) section.push({ kind: 'literal', text: literal });
    else if (text !== undefined) section.push({ kind: 'text', text });
    else if (digit !== undefined && !fraction) section.push({ kind: 'digit', text: digit });
    else if (sign === '.') fraction = true;
    else if (sign !== undefined && sign !== ',') section.push({ kind: 'literal', text: sign });
  }
  return sections;
}

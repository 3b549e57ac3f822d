/** RFC 8785 (JCS): the one text of a JSON value. Numbers are safe integers only; everything exact is a string. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Members are sorted by UTF-16 code units, no white space. Throws on what I-JSON forbids: it is a bug, not input. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('canonicalJson: unpaired surrogate');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`canonicalJson: ${value} is not a safe integer`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`canonicalJson: ${typeof value}`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The same text piece by piece: an array's may be any iterable, whose items are made when their turn comes, each in one piece. */
export function* canonicalPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  yield '{';
  for (const [i, key] of keys.entries()) {
    yield `${i === 0 ? '' : ','}${canonicalJson(key)}:`;
    const member = value[key];
    if (typeof member === 'object' && member !== null && Symbol.iterator in member) {
      let before = '[';
      for (const item of member as Iterable<unknown>) {
        yield before + canonicalJson(item);
        before = ',';
      }
      yield before === '[' ? '[]' : ']';
    } else yield canonicalJson(member);
  }
  yield '}';
}

/** Whether `text` is the canonical form of `value`, found without writing it: a line of the custody log may name every file of a dossier. */
export function isCanonical(value: unknown, text: string): boolean {
  let at = 0;
  const literal = (part: string): boolean => {
    const same = text.startsWith(part, at);
    at += part.length;
    return same;
  };
  const same = (one: unknown): boolean => {
    if (Array.isArray(one)) return literal('[') && one.every((item, i) => (i === 0 || literal(',')) && same(item)) && literal(']');
    if (typeof one !== 'object' || one === null) return literal(canonicalJson(one));
    const keys = Object.keys(one)
      .filter((key) => (one as Record<string, unknown>)[key] !== undefined)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const members = keys.every(
      (key, i) =>
        literal(i === 0 ? '{' : ',') && literal(canonicalJson(key)) && literal(':') && same((one as Record<string, unknown>)[key]),
    );
    return members && (keys.length > 0 || literal('{')) && literal('}');
  };
  return same(value) && at === text.length;
}

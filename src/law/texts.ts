/** Every text in a value, with its pointer (RFC 6901). */
export function* textsOf(value: unknown, pointer = ''): Iterable<{ readonly pointer: string; readonly text: string }> {
  if (typeof value === 'string') yield { pointer, text: value };
  else if (Array.isArray(value)) for (const [i, member] of value.entries()) yield* textsOf(member, `${pointer}/${i}`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value))
      yield* textsOf(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

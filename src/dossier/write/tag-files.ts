/** Text of bag-info.txt (RFC 8493 §2.2.2). */
export type Label = readonly [label: string, value: string];

/** `Label: value` lines in the order given; the two labels that the container itself knows come last. */
export function bagInfoText(
  labels: readonly Label[],
  { octets, files, format }: { readonly octets: bigint; readonly files: number; readonly format: string },
): string {
  const all: Label[] = [...labels, ['Payload-Oxum', `${octets}.${files}`], ['Mbpack-Format', format]];
  const seen = new Set<string>();
  for (const [label, value] of all) {
    // A line break would make a second label: a bug of the caller, never input.
    if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(label) || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value) || value !== value.trim()) {
      throw new TypeError(`bag-info.txt: ${label}: ${JSON.stringify(value)}`);
    }
    if (seen.has(label)) throw new TypeError(`bag-info.txt: ${label} twice`);
    seen.add(label);
  }
  return all.map(([label, value]) => `${label}: ${value}\n`).join('');
}

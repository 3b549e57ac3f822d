/** GB 18030 encoder for the characters that the tables use: the platform's decoder, turned round. */
const decoder = new TextDecoder('gb18030', { fatal: true });
const table = new Map();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    try {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && !table.has(char)) table.set(char, [lead, trail]);
    } catch {
      // A pair that the standard leaves empty.
    }
  }
}

// The rest of the first plane: rare characters such as 㛃 take four bytes.
for (let n = 0; n < 39420; n++) {
  const bytes = [0x81 + Math.floor(n / 12600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)];
  try {
    const char = decoder.decode(Uint8Array.from(bytes));
    if (!table.has(char)) table.set(char, bytes);
  } catch {
    // A gap in the ranges.
  }
}

export function encodeGb18030(text) {
  const bytes = [];
  for (const char of text) {
    const code = char.codePointAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(char) ?? four(code, char)));
  }
  const out = Uint8Array.from(bytes);
  if (decoder.decode(out) !== text) throw new Error('GB 18030: text does not come back');
  return Buffer.from(out);
}

/** Planes above the first are linear in the four-byte area, from 90 30 81 30. */
function four(code, char) {
  if (code < 0x10000) throw new Error(`GB 18030: no form of ${char}`);
  const n = code - 0x10000;
  return [0x90 + Math.floor(n / 12600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)];
}

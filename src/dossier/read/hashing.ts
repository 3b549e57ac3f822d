/** Digests as the reading half asks for them: who takes them (node:crypto, @noble/hashes) is given from outside. */

/** CRC-32 stands among them: a container records one for every entry. */
export type HashName = 'sha256' | 'sm3' | 'crc32' | 'sha512' | 'sha384' | 'sha224' | 'sha1' | 'md5' | RareHash;
/** Of bags that others made; a browser takes none of them. */
export type RareHash = 'sha512-256' | 'sha3-224' | 'sha3-256' | 'sha3-384' | 'sha3-512' | 'blake2b512' | 'blake2s256';

export interface Running {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; CRC-32 as eight digits. */
  finish(): string;
}

export interface Hashing {
  /** SHA-256, SM3 and CRC-32 there always are; undefined for another that this machine cannot take. */
  start(name: HashName): Running | undefined;
  /** In one piece, where that is faster. */
  once?(name: HashName, bytes: Uint8Array): string | undefined;
}

/** Digests of one content, those that could be taken. */
export type DigestSet = Readonly<Partial<Record<HashName, string>>>;

/** @throws Error for an algorithm that every platform must have */
export function startAll(hashing: Hashing, names: readonly HashName[]): { update(bytes: Uint8Array): void; finish(): DigestSet } {
  const running = names.flatMap((name) => {
    const one = hashing.start(name);
    return one ? [[name, one] as const] : [];
  });
  return {
    update(bytes) {
      for (const [, one] of running) one.update(bytes);
    },
    finish: () => Object.fromEntries(running.map(([name, one]) => [name, one.finish()])),
  };
}

export function digestsOf(hashing: Hashing, names: readonly HashName[], bytes: Uint8Array): DigestSet {
  const { once } = hashing;
  if (!once) {
    const all = startAll(hashing, names);
    all.update(bytes);
    return all.finish();
  }
  const digests: Partial<Record<HashName, string>> = {};
  for (const name of names) {
    const digest = once(name, bytes);
    if (digest !== undefined) digests[name] = digest;
  }
  return digests;
}

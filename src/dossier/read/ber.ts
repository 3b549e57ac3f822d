/**
 * A small strict walk over ASN.1 in BER (ITU-T X.690): the definite lengths of DER in their shortest form, and the indefinite one that CMS
 * may be written in (RFC 5652 §1.1; some libraries write nothing else). It says of what a file is built, never whether it is true.
 */

export interface BerValue {
  /** The identifier octet: 0x30 SEQUENCE, 0x31 SET, 0x06 OBJECT IDENTIFIER, 0xa0 [0] … */
  readonly tag: number;
  /** Of a primitive value; empty where `children` has it. */
  readonly content: Uint8Array;
  /** Of a constructed value, in order; empty for a primitive one. */
  readonly children: readonly BerValue[];
}

/**
 * encoding: not BER as above, or a length that leads out of the value around it.
 * cut: ends before it is whole. trailing: bytes behind the one value. deep: more values within values than anybody needs.
 */
export type BerFault = 'encoding' | 'cut' | 'trailing' | 'deep';

/** Values within values: a time-stamp within a signature within certificates needs some twenty. */
const MAX_NESTING = 48;
const CONSTRUCTED = 0x20;
/** An identifier octet that others follow; nothing that is read here has one. */
const LONG_TAG = 0x1f;
const INDEFINITE = 0x80;
/** Octets of a length: four are more than any file that is read here. */
const MAX_LENGTH_OCTETS = 4;

class Broken extends Error {
  readonly fault: BerFault;

  constructor(fault: BerFault) {
    super(fault);
    this.name = 'Broken';
    this.fault = fault;
  }
}

/** The one value that `bytes` are, or what is wrong with them. Memory and time grow with the number of bytes, which the caller bounds. */
export function readBer(bytes: Uint8Array): BerValue | BerFault {
  try {
    const { value, end } = valueAt(bytes, 0, bytes.length, 0);
    return end === bytes.length ? value : 'trailing';
  } catch (error) {
    if (error instanceof Broken) return error.fault;
    throw error;
  }
}

interface Read {
  readonly value: BerValue;
  readonly end: number;
}

function valueAt(bytes: Uint8Array, at: number, limit: number, depth: number): Read {
  if (depth > MAX_NESTING) throw new Broken('deep');
  const tag = octet(bytes, at, limit);
  if (tag === 0 || (tag & LONG_TAG) === LONG_TAG) throw new Broken('encoding');
  const constructed = (tag & CONSTRUCTED) !== 0;
  const first = octet(bytes, at + 1, limit);
  if (first === INDEFINITE) {
    if (!constructed) throw new Broken('encoding');
    const { children, end } = childrenFrom(bytes, at + 2, limit, { depth, open: true });
    return { value: { tag, content: NOTHING, children }, end };
  }
  const { length, start } = lengthAt(bytes, at + 1, limit);
  const end = start + length;
  // At the top it is the file that is too short; within, a length that lies.
  if (end > limit) throw new Broken(depth === 0 ? 'cut' : 'encoding');
  if (!constructed) return { value: { tag, content: bytes.subarray(start, end), children: [] }, end };
  const { children } = childrenFrom(bytes, start, end, { depth, open: false });
  return { value: { tag, content: NOTHING, children }, end };
}

const NOTHING = new Uint8Array();

/** `open`: until two zero octets end the contents; else until `limit`. */
function childrenFrom(
  bytes: Uint8Array,
  from: number,
  limit: number,
  { depth, open }: { readonly depth: number; readonly open: boolean },
): { readonly children: readonly BerValue[]; readonly end: number } {
  const children: BerValue[] = [];
  let at = from;
  while (open || at < limit) {
    if (open && octet(bytes, at, limit) === 0) {
      if (octet(bytes, at + 1, limit) !== 0) throw new Broken('encoding');
      return { children, end: at + 2 };
    }
    const { value, end } = valueAt(bytes, at, limit, depth + 1);
    children.push(value);
    at = end;
  }
  return { children, end: at };
}

/** Definite, and no longer than it must be (X.690 §10.1). */
function lengthAt(bytes: Uint8Array, at: number, limit: number): { readonly length: number; readonly start: number } {
  const first = octet(bytes, at, limit);
  if (first < INDEFINITE) return { length: first, start: at + 1 };
  const octets = first - INDEFINITE;
  if (octets > MAX_LENGTH_OCTETS) throw new Broken('encoding');
  let length = 0;
  for (let i = 1; i <= octets; i++) length = length * 256 + octet(bytes, at + i, limit);
  if (length < INDEFINITE || length < 256 ** (octets - 1)) throw new Broken('encoding');
  return { length, start: at + 1 + octets };
}

function octet(bytes: Uint8Array, at: number, limit: number): number {
  const found = at < limit ? bytes[at] : undefined;
  if (found === undefined) throw new Broken('cut');
  return found;
}

/** `1.2.840.113549.1.7.2`; undefined for what is no OBJECT IDENTIFIER (X.690 §8.19). */
export function objectIdentifier({ tag, content }: Pick<BerValue, 'tag' | 'content'>): string | undefined {
  if (tag !== 0x06 || content.length === 0 || ((content.at(-1) as number) & 0x80) !== 0) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    if (arc === 0 && byte === 0x80) return undefined;
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) return undefined;
    if ((byte & 0x80) !== 0) continue;
    if (arcs.length > 0) arcs.push(arc);
    else {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - 40 * root);
    }
    arc = 0;
  }
  return arcs.join('.');
}

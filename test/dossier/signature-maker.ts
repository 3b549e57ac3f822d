/** Signatures and time-stamps as files, built by hand in DER: their form is right, their worth is none. */

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

function lengthOf(length: number): Buffer {
  if (length < 128) return Buffer.from([length]);
  const hex = length.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 + octets.length]), octets]);
}

function base128(arc: number): number[] {
  const octets = [arc & 127];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift((rest & 127) | 128);
  return octets;
}

const oid = (dotted: string): Buffer => {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return tlv(6, Buffer.from([40 * root + second, ...arcs.flatMap(base128)]));
};

export const seq = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const set = (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, ...parts);
const int = (value: number): Buffer => tlv(2, Buffer.from([value]));
const octets = (content: Uint8Array): Buffer => tlv(4, content);
const at = (option: 0 | 1, ...parts: readonly Uint8Array[]): Buffer => tlv(0xa0 + option, ...parts);
const algorithm = (dotted: string): Buffer => seq(oid(dotted), tlv(5));

const SHA256 = '2.16.840.1.101.3.4.2.1';
const DATA = '1.2.840.113549.1.7.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export interface Made {
  /** Of the outer ContentInfo. */
  readonly type?: string;
  readonly contentType?: string;
  /** Inside: what is signed. */
  readonly content?: Uint8Array;
  readonly signers?: readonly Uint8Array[];
  /** Bytes of a certificate's place; false for none. */
  readonly certificate?: Uint8Array | false;
}

const SIGNER = seq(
  int(1),
  seq(seq(), int(7)),
  algorithm(SHA256),
  at(0, seq(oid('1.2.840.113549.1.9.4'), set(octets(Buffer.alloc(32, 1))))),
  algorithm('1.2.840.113549.1.1.1'),
  octets(Buffer.alloc(256, 2)),
);

function signedData({
  type = '1.2.840.113549.1.7.2',
  contentType = DATA,
  content,
  signers = [SIGNER],
  certificate = seq(int(1)),
}: Made): Buffer {
  const encapsulated = seq(oid(contentType), ...(content ? [at(0, octets(content))] : []));
  const certificates = certificate ? [at(0, certificate)] : [];
  return seq(oid(type), at(0, seq(int(1), set(algorithm(SHA256)), encapsulated, ...certificates, set(...signers))));
}

/** A detached signature. */
export const p7s = (made: Made = {}): Buffer => signedData(made);

/** A time-stamp token: a signature over what the service says. */
export function token(made: Made = {}): Buffer {
  const info = seq(
    int(1),
    oid('1.3.6.1.4.1.99999.1'),
    seq(algorithm(SHA256), octets(Buffer.alloc(32, 3))),
    int(9),
    tlv(0x18, Buffer.from('20261120100000Z')),
  );
  return signedData({ contentType: TST_INFO, content: info, ...made });
}

/** The answer of a service, 0 for granted. */
export const tsr = (status = 0, inside: Uint8Array | undefined = token()): Buffer => seq(seq(int(status)), ...(inside ? [inside] : []));

/** So many values within values. */
export const nested = (depth: number): Buffer => Array.from({ length: depth }).reduce<Buffer>((inner) => seq(inner), int(1));

/** The outermost values of a file in the indefinite form of BER. */
export function indefinite(value: Buffer): Buffer {
  const header = 2 + ((value[1] as number) < 128 ? 0 : (value[1] as number) - 128);
  return Buffer.concat([Buffer.from([value[0] as number, 0x80]), value.subarray(header), Buffer.from([0, 0])]);
}

/**
 * What a file of signatures/ must be by its own bytes: NN.p7s a detached CMS SignedData (RFC 5652 §5), NN.tsr a time-stamp (RFC 3161 §2.4.2),
 * either the answer of the service with a token in it (`openssl ts -reply`) or the token alone (`-token_out`). Whether it is worth
 * anything, and of what it speaks, is not asked here.
 */
import type { SignatureProblem } from '../../model/index.ts';
import { type BerValue, objectIdentifier, readBer } from './ber.ts';

export interface BadShape {
  readonly problem: SignatureProblem;
  /** The object identifier of another structure, the status of a service. */
  readonly found: string;
}

/** Of RFC 5652, and what GM/T 0010 calls the same with SM2 (recalled, not read). */
const SIGNED_DATA: readonly string[] = ['1.2.840.113549.1.7.2', '1.2.156.10197.6.1.4.2.2'];
const DATA: readonly string[] = ['1.2.840.113549.1.7.1', '1.2.156.10197.6.1.4.2.1'];
const TST_INFO: readonly string[] = ['1.2.840.113549.1.9.16.1.4'];

const INTEGER = 0x02;
const OCTETS = 0x04;
/** An OCTET STRING in pieces, as BER may have it. */
const OCTETS_IN_PIECES = 0x24;
const SEQUENCE = 0x30;
const SET = 0x31;
const OPTION_0 = 0xa0;
const OPTION_1 = 0xa1;
/** granted, grantedWithMods (RFC 3161 §2.4.2). */
const GRANTED = [0, 1];

const bad = (problem: SignatureProblem, found = ''): BadShape => ({ problem, found });

/** Undefined: as it must be. */
export function badShape(path: string, bytes: Uint8Array): BadShape | undefined {
  if (bytes.length === 0) return bad('empty');
  if (looksPem(bytes)) return bad('pem');
  const value = readBer(bytes);
  if (typeof value === 'string') return bad(value);
  return path.endsWith('.tsr') ? badTimeStamp(value) : badContent(value, DATA);
}

/** A text of RFC 7468, with a byte order mark or empty lines before it or without. */
function looksPem(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*-----BEGIN /.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 64)));
}

/** TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken OPTIONAL }; the token alone begins with its type. */
function badTimeStamp(value: BerValue): BadShape | undefined {
  const [first, token, ...more] = value.children;
  if (value.tag !== SEQUENCE || !first) return bad('structure');
  if (first.tag !== SEQUENCE) return badContent(value, TST_INFO);
  const [status] = first.children;
  const code = status && status.tag === INTEGER && status.content.length === 1 ? status.content[0] : undefined;
  if (code === undefined) return bad('structure');
  if (!GRANTED.includes(code)) return bad('refused', String(code));
  return !token || more.length > 0 ? bad('structure') : badContent(token, TST_INFO);
}

/** ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT } with SignedData in it. */
function badContent(value: BerValue, type: readonly string[]): BadShape | undefined {
  const [contentType, content, ...more] = value.children;
  const named = contentType && objectIdentifier(contentType);
  if (value.tag !== SEQUENCE || named === undefined) return bad('kind');
  if (!SIGNED_DATA.includes(named)) return bad('kind', named);
  const [signed, ...others] = content?.children ?? [];
  if (!signed || content?.tag !== OPTION_0 || more.length > 0 || others.length > 0) return bad('structure');
  return badSignedData(signed, type);
}

/** SEQUENCE { version, digestAlgorithms SET, encapContentInfo, certificates [0] OPTIONAL, crls [1] OPTIONAL, signerInfos SET } */
function badSignedData({ tag, children }: BerValue, type: readonly string[]): BadShape | undefined {
  const [version, algorithms, encapsulated, ...rest] = children;
  const signers = rest.at(-1);
  const options = rest
    .slice(0, -1)
    .map((option) => option.tag)
    .join();
  const whole =
    tag === SEQUENCE &&
    version?.tag === INTEGER &&
    algorithms?.tag === SET &&
    encapsulated?.tag === SEQUENCE &&
    signers?.tag === SET &&
    ['', `${OPTION_0}`, `${OPTION_1}`, `${OPTION_0},${OPTION_1}`].includes(options);
  if (!whole) return bad('structure');
  return badEncapsulated(encapsulated, type) ?? badSigners(signers);
}

/** SEQUENCE { eContentType, eContent [0] EXPLICIT OCTET STRING OPTIONAL } */
function badEncapsulated({ children }: BerValue, type: readonly string[]): BadShape | undefined {
  const [contentType, content, ...more] = children;
  const named = contentType && objectIdentifier(contentType);
  if (named === undefined || more.length > 0) return bad('structure');
  if (!type.includes(named)) return bad('kind', named);
  if (type === DATA) return content === undefined ? undefined : bad('attached');
  const [octets, ...others] = content?.children ?? [];
  const info = octets && contentOf(octets);
  if (content?.tag !== OPTION_0 || !info || others.length > 0) return bad('structure');
  return badInfo(info);
}

/** TSTInfo ::= SEQUENCE { version, policy, messageImprint { algorithm, digest }, serialNumber, genTime, … } */
function badInfo(bytes: Uint8Array): BadShape | undefined {
  const info = readBer(bytes);
  if (typeof info === 'string') return bad('structure');
  const [version, policy, imprint, serial, time] = info.children;
  const [algorithm, digest] = imprint?.children ?? [];
  const whole =
    info.tag === SEQUENCE &&
    version?.tag === INTEGER &&
    policy !== undefined &&
    objectIdentifier(policy) !== undefined &&
    algorithm?.tag === SEQUENCE &&
    digest?.tag === OCTETS &&
    serial?.tag === INTEGER &&
    time?.tag === 0x18;
  return whole ? undefined : bad('structure');
}

/** At least one SignerInfo ::= SEQUENCE { version, sid, digestAlgorithm, signedAttrs [0] OPTIONAL, signatureAlgorithm, signature, unsignedAttrs [1] OPTIONAL } */
function badSigners({ children }: BerValue): BadShape | undefined {
  if (children.length === 0) return bad('unsigned');
  const whole = children.every(({ tag, children: members }) => {
    const tags = members.map((member) => member.tag.toString(16)).join(' ');
    return tag === SEQUENCE && /^2 (?:30|80) 30 (?:a0 )?30 4(?: a1)?$/.test(tags);
  });
  return whole ? undefined : bad('structure');
}

function contentOf({ tag, content, children }: BerValue): Uint8Array | undefined {
  if (tag === OCTETS) return content;
  if (tag !== OCTETS_IN_PIECES || children.some((piece) => piece.tag !== OCTETS)) return undefined;
  const joined = new Uint8Array(children.reduce((sum, piece) => sum + piece.content.length, 0));
  let at = 0;
  for (const piece of children) {
    joined.set(piece.content, at);
    at += piece.content.length;
  }
  return joined;
}

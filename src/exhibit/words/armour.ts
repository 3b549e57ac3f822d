/** Blocks between `-----BEGIN …-----` and `-----END …-----` (RFC 7468, RFC 9580): keys and certificates hold no message, others hold one that is not read. */
import type { UnreadReason } from '../../model/index.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([\s\S]*?)-----END \1-----/g;
const KEYS = /\b(?:CERTIFICATE|KEY|KEY BLOCK|SIGNATURE|CRL|PARAMETERS)\b/;
/** Names in a certificate (X.509) stand as they are. */
const NAMES = /[\p{Script=Han}·]{2,}|[\x20-\x7e]{6,}/gu;

export interface Armoured {
  /** The text without them. */
  readonly rest: string;
  readonly texts: readonly string[];
  readonly missed: readonly UnreadReason[];
}

export function armouredBlocks(text: string): Armoured {
  if (!text.includes('-----BEGIN ')) return { rest: text, texts: [], missed: [] };
  const texts: string[] = [];
  const missed = new Set<UnreadReason>();
  const rest = text.replace(BLOCK, (_, kind: string, body: string) => {
    if (!KEYS.test(kind)) missed.add('embedded');
    else texts.push(...(Buffer.from(body, 'base64').toString('utf8').match(NAMES) ?? []));
    return '\n';
  });
  return { rest, texts, missed: [...missed] };
}

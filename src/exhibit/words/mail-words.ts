/** Words of e-mail: headers, and of each part what its transfer encoding and charset make of it. Also web pages saved as one message (RFC 2557). */
import type { EvidenceFile } from '../file.ts';
import { isPdf } from '../pdf-head.ts';
import { SAMPLE_BYTES, sampleText } from '../sniff.ts';
import { base64Bytes, isPicture } from './base64.ts';
import { bytesFile } from './bytes-file.ts';
import { bytesOf, readings } from './charset.ts';
import { encodedWords, percents } from './escapes.ts';
import { type MailPart, mailParts } from './mail-parts.ts';
import { shownTexts } from './shown-texts.ts';
import { textWordsIn } from './text-words.ts';
import type { Unread, WordReader } from './words.ts';

/** Named; a mailbox may hold very many. */
const MOST_UNREAD = 200;
/** A longer line is cut into several: no program breaks encoded text so. */
const MOST_LINE = 1024 * 1024;
const FIELD =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|reply-to|sender|mime-version|content-type|content-transfer-encoding|x-[\w-]+|dkim-signature|authentication-results)[ \t]*:/i;
const ANY_FIELD = /^[!-9;-~]+[ \t]*:/;

/** By how it begins: two lines of header, one of them known. `head`: a byte a character. */
export function isMail(head: string): boolean {
  const [first = '', ...others] = head.replace(/^(?:\xef\xbb\xbf)?\s*(?:From \S+ [^\n]*\n)?/, '').split(/\r\n|\r|\n/, 40);
  const end = others.findIndex((line) => line === '' || !(ANY_FIELD.test(line) || /^[ \t]/.test(line)));
  const lines = [first, ...others.slice(0, end < 0 ? others.length : end)].filter((line) => !/^[ \t]/.test(line));
  return ANY_FIELD.test(first) && lines.length >= 2 && lines.some((line) => FIELD.test(line));
}

/** Messages inside messages, each encoded once more. */
const MOST_DEPTH = 8;

/** `richText`: the reader of parts that are RTF. */
export const mailWords =
  (richText: WordReader, depth = 0): WordReader =>
  async (file, onText) => {
    const missed: Unread[] = [];
    const miss = (unread: Unread): void => void (missed.length < MOST_UNREAD && missed.push(unread));
    const parts = mailParts(async (part) => {
      for (const unread of await partWords(part, file, onText, richText, depth)) miss(unread);
    });
    let rest = '';
    for await (const chunk of file.chunks()) {
      const lines = (rest + Buffer.from(chunk).toString('latin1')).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() as string;
      for (const line of lines) await parts.line(line);
      for (; rest.length > MOST_LINE; rest = rest.slice(MOST_LINE)) await parts.line(rest.slice(0, MOST_LINE));
    }
    await parts.line(rest.replace(/\r$/, ''));
    await parts.end();
    return missed;
  };

async function partWords(
  part: MailPart,
  file: EvidenceFile,
  onText: (text: string) => void,
  richText: WordReader,
  depth: number,
): Promise<readonly Unread[]> {
  const missed: Unread[] = [];
  const texts = (raw: string): void => {
    for (const text of readings(bytesOf(raw))) for (const why of shownTexts(text, onText)) missed.push({ why });
  };
  texts(part.header.replace(/\n[ \t]+/g, ' '));
  const named = fileName(part.name);
  const where = named === '' ? {} : { where: named };
  const picture = part.type.startsWith('image/');
  if (part.body === undefined) return [...missed, { why: picture ? 'picture' : 'too-large', ...where }];
  if (part.body.trim() === '') return missed;
  const bytes = transferred(part);
  if (bytes?.length === 0) {
    texts(part.body);
    return missed;
  }
  if (bytes === undefined) return [...missed, { why: 'embedded', ...where }];
  // A footer behind the encoding, or what was never encoded.
  if (part.transfer === 'base64' && /[^A-Za-z0-9+/=\s]|=\s*[^=\s]/.test(part.body)) texts(part.body);
  const inner = bytesFile(bytes, file);
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const latin1 = Buffer.from(head).toString('latin1');
  const declaredText = part.type === '' || /^(?:text|multipart|message)\//.test(part.type);
  if (latin1.startsWith('{\\rtf')) return [...missed, ...(await inside(richText))];
  if (isPdf(head) || /^%!PS/.test(latin1) || (!declaredText && (isPicture(bytes) || sampleText(head) === undefined)))
    return [...missed, { why: picture || isPicture(bytes) ? 'picture' : 'embedded', ...where }];
  if (!part.type.startsWith('text/') && part.transfer !== '' && isMail(latin1))
    return depth < MOST_DEPTH ? [...missed, ...(await inside(mailWords(richText, depth + 1)))] : [...missed, { why: 'embedded', ...where }];
  return [...missed, ...(await inside((text, onPiece) => textWordsIn(text, onPiece, part.charset)))];

  async function inside(read: WordReader): Promise<readonly Unread[]> {
    return (await read(inner, onText)).map((unread) => ({ ...where, ...unread }));
  }
}

/** RFC 2045 6; undefined for an encoding that is none of its. */
function transferred({ body = '', transfer }: MailPart): Uint8Array | undefined {
  if (transfer === 'base64') return base64Bytes(/^[A-Za-z0-9+/\s]*/.exec(body)?.[0] ?? '');
  if (transfer === 'quoted-printable')
    return bytesOf(
      body.replace(/=[ \t]*\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  return /^(?:|7bit|8bit|binary)$/.test(transfer) ? bytesOf(body) : undefined;
}

/** RFC 2231, RFC 2047, or as it is. */
function fileName(raw: string): string {
  const extended = /^([\w-]*)'[\w-]*'(.*)$/.exec(raw);
  if (extended) return percents(extended[2] as string) ?? (extended[2] as string);
  const text = readings(bytesOf(raw))[0] ?? raw;
  return encodedWords(text) ?? text;
}

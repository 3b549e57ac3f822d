/** A message (RFC 5322, 2045–2046) or a mailbox of them (RFC 4155), line by line, as the parts that hold something. */

export interface MailPart {
  /** Header as it stands, a byte a character. */
  readonly header: string;
  /** Media type in lower case, without parameters. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly transfer: string;
  /** File name as it stands in the header; empty where there is none. */
  readonly name: string;
  /** Body as it stands, a byte a character; undefined beyond MOST_BODY. */
  readonly body: string | undefined;
}

/** Encoded; a larger part is not read. */
const MOST_BODY = 24 * 1024 * 1024;
const MOST_HEADER = 256 * 1024;
/** Deeper messages in messages are read as the text of the one that holds them. */
const MOST_DEPTH = 24;

interface Open {
  readonly boundary: string;
}

/** Takes lines without their ends; gives each part when it ends. */
export function mailParts(onPart: (part: MailPart) => Promise<void>): { line(line: string): Promise<void>; end(): Promise<void> } {
  const open: Open[] = [];
  let header: string[] | undefined = [];
  let headerLength = 0;
  let head = noHeader();
  let body: string[] = [];
  let bodyLength = 0;
  let blank = true;
  let mailbox: boolean | undefined;

  const finish = async (): Promise<void> => {
    const raw = header === undefined ? head.raw : header.join('\n');
    const { type, charset, transfer, name } = header === undefined ? head : readHeader(raw);
    const text = bodyLength > MOST_BODY ? undefined : body.join('\n');
    if (raw !== '' || text !== '') await onPart({ header: raw, type, charset, transfer, name, body: text });
    body = [];
    bodyLength = 0;
    header = [];
    headerLength = 0;
    head = noHeader();
  };
  const asBody = (line: string): void => {
    bodyLength += line.length + 1;
    if (bodyLength <= MOST_BODY) body.push(line);
    else body = [];
  };
  return {
    async line(line) {
      mailbox ??= line.startsWith('From ');
      const delimiter = line.startsWith('--') ? open.findLastIndex(({ boundary }) => isDelimiter(line, boundary)) : -1;
      if (delimiter >= 0) {
        await finish();
        const closes = line.startsWith(`--${open[delimiter]?.boundary}--`);
        open.length = closes ? delimiter : delimiter + 1;
        // Behind the last part stands text that belongs to none.
        if (closes) header = undefined;
      } else if (mailbox && blank && /^From \S+ .*\d{4}/.test(line)) {
        await finish();
        open.length = 0;
        header?.push(line);
      } else if (header === undefined) asBody(line);
      else if (line.trim() !== '' && headerLength < MOST_HEADER) {
        headerLength += line.length;
        header.push(line);
      } else {
        head = readHeader(header.join('\n'));
        header = undefined;
        if (line.trim() !== '') asBody(line);
        if (open.length < MOST_DEPTH && head.boundary !== undefined) open.push({ boundary: head.boundary });
        // What it holds begins with a header of its own.
        else if (open.length < MOST_DEPTH && head.type === 'message/rfc822' && isPlain(head.transfer)) await finish();
      }
      blank = line.trim() === '';
    },
    end: finish,
  };
}

const isPlain = (transfer: string): boolean => /^(?:|7bit|8bit|binary)$/.test(transfer);

function isDelimiter(line: string, boundary: string): boolean {
  return line.startsWith(`--${boundary}`) && /^(?:--)?\s*$/.test(line.slice(boundary.length + 2));
}

interface Head extends Pick<MailPart, 'type' | 'charset' | 'transfer' | 'name'> {
  readonly raw: string;
  readonly boundary: string | undefined;
}

const noHeader = (): Head => ({ raw: '', type: '', charset: undefined, transfer: '', name: '', boundary: undefined });

function readHeader(raw: string): Head {
  const joined = raw.replace(/\n[ \t]+/g, ' ');
  const field = (name: string): string => new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(joined)?.[1]?.trim() ?? '';
  const content = field('content-type');
  const disposition = field('content-disposition');
  const type = /^[^\s;]*/.exec(content)?.[0].toLowerCase() ?? '';
  const transfer = /^[^\s;]*/.exec(field('content-transfer-encoding'))?.[0].toLowerCase() ?? '';
  const boundary = type.startsWith('multipart/') ? parameter(content, 'boundary') : undefined;
  const name = parameter(disposition, 'filename') ?? parameter(content, 'name') ?? '';
  return { raw, type, charset: parameter(content, 'charset'), transfer, name, boundary };
}

/** RFC 2231 allows it in pieces. */
function parameter(value: string, name: string): string | undefined {
  const pieces = [...value.matchAll(new RegExp(`;\\s*${name}(?:\\*(\\d{1,2}))?\\*?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'gi'))];
  if (pieces.length === 0) return undefined;
  return pieces
    .sort((a, b) => Number(a[1] ?? 0) - Number(b[1] ?? 0))
    .map(([, , quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '')
    .join('');
}

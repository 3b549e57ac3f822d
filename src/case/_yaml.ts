/**
 * Door to `yaml`: one parser with positions for YAML and JSON. Of YAML only the part that a form needs is let in:
 * no anchors, aliases, tags, directives or second documents. Depth and size are counted while lexing, before
 * anything recurses.
 */
import { Composer, CST, isMap, isScalar, isSeq, Lexer, type Node, type Pair, Parser, parseDocument, Scalar, type YAMLError } from 'yaml';
import { type Finding, finding, type Place } from '../model/index.ts';
import { lineEnd, nextLine, type TextEntry, type TextNode, type TextStyle, type TextTree } from './edit/text-tree.ts';
import { chineseFolds } from './folded-lines.ts';
import { lexemeLimit } from './form-files.ts';
import type { LineMap } from './line-map.ts';
import { child, parent } from './pointer.ts';
import type { Positions } from './positions.ts';
import { shown } from './shown.ts';
import { type SyntaxSlip, syntaxSlip } from './syntax-slips.ts';

/** Forms nest to six levels, `local` perhaps to ten; the composer recurses once a level. */
export const MAX_DEPTH = 64;
/** One slip of indentation makes many syntax errors; the first ones tell. */
const MAX_SYNTAX_ERRORS = 3;
/** The lexer announces a plain or quoted text by this unit, so that the next lexeme is no token. */
const SCALAR_FOLLOWS = '\u001f';

/** Behind a value without quotation marks: a comment to YAML, but without a space behind # it is rather a part of the text. */
const HASH_BEHIND = /^[ \t]+(#[^\s#][^\r\n]*)/;
/** In the place of a value. */
const HASH_FIRST = /^[ -]*[A-Za-z]\w*:[ \t]+(#[^\s#][^\r\n]*)/;
const MAX_LINE = 1000;

const COMPOSING = { version: '1.2', schema: 'core', uniqueKeys: false, stringKeys: true, prettyErrors: false, logLevel: 'silent' } as const;

export interface ParsedForm {
  /** Absent when the text could not be read as one document. Empty members are left out: blank means not filled in. */
  readonly value?: unknown;
  readonly positions: Positions;
  readonly findings: readonly Finding[];
  /** Has this fault of the schema already been told in the reader's own words? */
  readonly explains?: (fault: Finding) => boolean;
}

interface Spot {
  readonly key?: number;
  readonly value: number;
  readonly source?: string;
}

export function parseYaml(text: string, file: string, lines: LineMap): ParsedForm {
  const spots = new Map<string, Spot>([['', { value: 0 }]]);
  const place = (offset: number, pointer = ''): Place => ({ file, pointer, ...lines.at(offset) });
  const positions = positionsOf(spots, place, lines);
  const found: Finding[] = [];
  const refuse = (f: Finding): ParsedForm => ({ positions, findings: [...found, f] });

  const most = lexemeLimit(file);
  const parser = new Parser();
  const parts: CST.Token[] = [];
  let lexemes = 0;
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const feature = scalar ? undefined : featureOf(lexeme);
    if (feature) found.push(finding('YAML_FEATURE_REFUSED', 'stop', { feature, source: shown(lexeme) }, { at: place(parser.offset) }));
    if (found.length >= MAX_SYNTAX_ERRORS || ++lexemes > most) break;
    scalar = lexeme === SCALAR_FOLLOWS;
    for (const part of parser.next(lexeme)) parts.push(part);
    if (parser.stack.length > MAX_DEPTH)
      return refuse(finding('FORM_TOO_DEEP', 'stop', { limit: MAX_DEPTH }, { at: place(parser.offset) }));
  }
  if (lexemes > most) return refuse(finding('FORM_TOO_COMPLEX', 'stop', { limit: most }, { at: place(parser.offset) }));
  if (found.length > 0) return { positions, findings: found };
  for (const part of parser.end()) parts.push(part);

  const composer = new Composer(COMPOSING);
  const [document, second] = [...composer.compose(parts, true, text.length)];
  if (!document) return refuse(finding('FORM_EMPTY', 'stop', {}, { at: { file } }));
  found.push(...syntaxFindings(document.errors, text, file, lines));
  if (found.length > 0) return { positions, findings: found };
  if (second) return refuse(finding('YAML_MULTIPLE_DOCUMENTS', 'stop', {}, { at: place(second.range[0]) }));

  const read = (node: unknown, pointer: string, key?: number): unknown => {
    const value = (node as Node | null)?.range?.[0] ?? key ?? spots.get(parent(pointer))?.value ?? 0;
    const spot = { value, ...(key === undefined ? {} : { key }) };
    spots.set(pointer, spot);
    if (isScalar(node)) {
      const lost =
        node.type === 'PLAIN' && node.range ? HASH_BEHIND.exec(text.slice(node.range[1], node.range[1] + MAX_LINE))?.[1] : undefined;
      if (lost !== undefined)
        found.push(
          finding(
            'TEXT_BEHIND_HASH',
            'warning',
            { value: shown(String(node.source ?? node.value)), lost: shown(lost.trimEnd()) },
            { at: place(value, pointer) },
          ),
        );
      if (typeof node.value !== 'string' && node.source !== undefined) spots.set(pointer, { ...spot, source: node.source });
      if (typeof node.value === 'string' && node.range) return chineseFolds(node.value, text.slice(node.range[0], node.range[1]));
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    }
    if (isSeq(node)) return node.items.map((item, i) => read(item, child(pointer, i)));
    if (!isMap(node)) return null;
    const members: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const pair of node.items) readMember(pair, pointer, members, seen);
    return members;
  };
  const readMember = (pair: Pair, pointer: string, members: Record<string, unknown>, seen: Set<string>): void => {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const key = (pair.key as Node | null)?.range?.[0] ?? 0;
    // Made only when there is something to tell: a column is counted along its line.
    const at = (): Place => place(key, child(pointer, name));
    if (seen.has(name)) {
      found.push(finding('KEY_DUPLICATE', 'stop', { key: shown(name) }, { at: at() }));
      return;
    }
    seen.add(name);
    if (name === '__proto__') {
      found.push(finding('FIELD_UNKNOWN', 'stop', { key: name }, { at: at() }));
      return;
    }
    // Without a colon: in braces, what stands behind a comma that was meant as part of a number or text.
    if (pair.value === null) found.push(finding('FORM_SYNTAX', 'stop', { problem: 'FLOW_COMMA' }, { at: at() }));
    const value = read(pair.value, child(pointer, name), key);
    const cut = value === null ? HASH_FIRST.exec(lines.line(lines.at(key).line) ?? '')?.[1] : undefined;
    if (cut !== undefined) found.push(finding('TEXT_BEHIND_HASH', 'warning', { value: '', lost: shown(cut.trimEnd()) }, { at: at() }));
    if (value !== null) members[name] = value;
  };
  const value = read(document.contents, '');
  return { value: value ?? {}, positions, findings: found };
}

function featureOf(lexeme: string): 'alias' | 'anchor' | 'tag' | 'directive' | undefined {
  switch (CST.tokenType(lexeme)) {
    case 'alias':
      return 'alias';
    case 'anchor':
      return 'anchor';
    case 'tag':
      return 'tag';
    case 'directive-line':
      return 'directive';
    default:
      return undefined;
  }
}

/** A slip that is known makes the others; of the rest the first ones tell. */
function syntaxFindings(errors: readonly YAMLError[], text: string, file: string, lines: LineMap): readonly Finding[] {
  const found = errors.slice(0, MAX_SYNTAX_ERRORS).map(({ pos, code }): { slip?: SyntaxSlip; told: Finding } => {
    const place = lines.at(Math.min(pos[0], text.length));
    const slip = syntaxSlip(lines, place.line, { json: file.endsWith('.json') });
    const { problem = code as string, line = place.line, column = place.column, ...indent } = slip ?? {};
    return {
      ...(slip ? { slip } : {}),
      told: finding('FORM_SYNTAX', 'stop', { problem, ...indent }, { at: { file, pointer: '', line, column } }),
    };
  });
  const known = found.find(({ slip }) => slip);
  return known ? [known.told] : found.map(({ told }) => told);
}

function positionsOf(spots: ReadonlyMap<string, Spot>, place: (offset: number, pointer: string) => Place, lines: LineMap): Positions {
  const nearest = (pointer: string): Spot => {
    for (let p = pointer; p !== ''; p = parent(p)) {
      const spot = spots.get(p);
      if (spot) return spot;
    }
    return { value: spots.get('')?.value ?? 0 };
  };
  return {
    valueAt: (pointer) => place(nearest(pointer).value, pointer),
    keyAt: (pointer) => {
      const spot = nearest(pointer);
      return place(spot.key ?? spot.value, pointer);
    },
    source: (pointer) => spots.get(pointer)?.source,
    excerpt: (at) => ('line' in at ? lines.line(at.line) : undefined),
  };
}

/** Where everything stands in the text of a form that `parseYaml` found no fault with. */
export function textTree(text: string): TextTree {
  const parser = new Parser();
  const parts: CST.Token[] = [];
  const comments: number[] = [];
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalar && CST.tokenType(lexeme) === 'comment') comments.push(parser.offset);
    scalar = lexeme === SCALAR_FOLLOWS;
    for (const part of parser.next(lexeme)) parts.push(part);
  }
  for (const part of parser.end()) parts.push(part);
  const [document] = [...new Composer({ ...COMPOSING, keepSourceTokens: true }).compose(parts, true, text.length)];
  return { root: nodeOf(document?.contents, text, text.length), comments };
}

/** `after`: where a value would stand that is not there. */
function nodeOf(node: unknown, text: string, after: number): TextNode {
  const { range, srcToken: token } = (node ?? {}) as Node;
  const [start = after, end = after] = range ?? [];
  if (isMap(node) || isSeq(node)) {
    const flow = node.flow === true;
    const entries = isMap(node)
      ? node.items.map((pair) => memberOf(pair, text, flow && text[start] !== '{'))
      : itemsOf(node.items, token, text);
    return {
      kind: isMap(node) ? 'map' : 'seq',
      style: flow ? 'flow' : 'block',
      start,
      end: flow ? end : (entries.at(-1)?.value.end ?? end),
      entries,
    };
  }
  if (!isScalar(node) || (start === end && node.value === null))
    return { kind: 'blank', style: 'plain', start: after, end: after, entries: [] };
  const style = STYLES[node.type ?? ''] ?? 'plain';
  if (style !== 'literal') return { kind: 'scalar', style, start, end, entries: [] };
  const props = token?.type === 'block-scalar' ? token.props : [];
  const header = props.find((part) => part.type === 'block-scalar-header');
  const mark = header && 'source' in header ? header.source : '|';
  const body = Math.min(nextLine(text, start), Math.max(end, start + mark.length));
  // Empty lines below it are no part of it, unless its header keeps them.
  const written = mark.includes('+') ? text.slice(body, end).replace(/\r?\n$/, '') : text.slice(body, end).trimEnd();
  const last = written === '' ? lineEnd(text, start) : mark.includes('+') ? body + written.length : lineEnd(text, body + written.length);
  return { kind: 'scalar', style, start, end: last, entries: [], head: start + mark.length, body };
}

const STYLES: Readonly<Record<string, TextStyle>> = {
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'literal',
};

function memberOf({ key, value, srcToken }: Pair, text: string, bare: boolean): TextEntry {
  const { range } = key as Node;
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  const start = range?.[0] ?? 0;
  const after = colon ? colon.offset + 1 : (range?.[1] ?? 0);
  const odd = bare || !colon || srcToken?.start.some(({ type }) => type === 'explicit-key-ind') === true;
  return { key: isScalar(key) ? String(key.value) : '', start, after, odd, value: nodeOf(value, text, after) };
}

function itemsOf(items: readonly unknown[], token: CST.Token | undefined, text: string): readonly TextEntry[] {
  if (token?.type !== 'block-seq')
    return items.map((item) => {
      const value = nodeOf(item, text, (item as Node | null)?.range?.[0] ?? 0);
      return {
        start: value.start,
        after: value.start,
        odd: value.kind === 'map' && text[value.start] !== '{' && value.style === 'flow',
        value,
      };
    });
  const dashes = token.items.flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind'));
  return items.map((item, i) => {
    const start = dashes[i]?.offset ?? 0;
    return { start, after: start + 1, odd: false, value: nodeOf(item, text, start + 1) };
  });
}

/** Does a text without quotes read as that text and nothing else? `flow`: between brackets. */
export function readsPlain(text: string, flow: boolean): boolean {
  const { contents, errors } = parseDocument(flow ? `[${text}]` : `- ${text}`, { ...COMPOSING, keepSourceTokens: false });
  const [item, second] = isSeq(contents) ? contents.items : [];
  return errors.length === 0 && second === undefined && isScalar(item) && item.type === Scalar.PLAIN && item.value === text;
}

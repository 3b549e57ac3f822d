/**
 * A dossier whose every text wants to be taken for the page: the true verdict stands first, in sight, and nothing that others wrote stands before it.
 * @module-tag chromium
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { type CustodyEvent, custodyLine, custodyLink } from '../../src/model/index.ts';
import { AT, cleanUp, GOOD, mbpack, scratch } from '../cli/run.ts';
import { partsOf } from '../dossier/zip-maker.ts';
import { sealed, type Tree, zipOf } from '../fuzz/seal.ts';
import { buildPage, noPaper, type Opened, openPage } from './page.ts';

const MARK = '冒充';
const ui = uiOf('zh-CN');
const MARKS = ui.page.result.marks;
const CLAIM = `${MARK} ${ui.answers.intact} ${MARKS.intact.good} ${ui.answers.yesOnPaper}`;
const TEXTS: readonly (readonly [string, string])[] = [
  ['forty line breaks', `${'\n'.repeat(40)}${CLAIM}`],
  ['line and paragraph separators', `${'\u2028\u2029\u0085\v\f'.repeat(20)}${CLAIM}`],
  ['escapes, bells and nulls', `\u001b[2J\u001b[H\u001b[8m\u0007\u009b2J${CLAIM}`],
  ['directions', `\u202e\u2066\u2067${CLAIM}\u200f\u061c`],
  ['twenty thousand characters', `${CLAIM}${'长'.repeat(20_000)}`],
  ['twenty thousand spaces', `${CLAIM}${'\u3000 '.repeat(10_000)}`],
  ['marks that close', `»${CLAIM}«»»`],
  ['markup', `<h2>${CLAIM}</h2><style>*{display:none}</style><script>document.title='${MARK}'</script>`],
];

let opened: Opened;
let good: Tree;
let folder: string;

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  const path = join(scratch(), 'a.zip');
  await mbpack('build', GOOD, '-o', path, '--at', AT);
  const parts = partsOf(readFileSync(path));
  folder = String(parts[0]?.name).split('/')[0] ?? '';
  good = new Map(parts.map(({ name, content }) => [String(name).slice(folder.length + 1), Buffer.from(content)]));
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});

/** Code points of one text of theirs. */
const MOST = 400;
const HIDES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** In a sentence of ours every text of theirs stands between marks, or is cut off before they close; a place is a column of its own. */
function standsInMarks(sentence: string): boolean {
  return sentence.startsWith(`${ui.page.record.place}：`) || !sentence.replace(/«[^«»]*(?:»|$)/g, '').includes(MARK);
}
/** What a dossier cannot be read without. */
const KEPT = /^(?:path|sha256|sm3|role|mbpack|evidenceNo|id|kind|purpose)$/;
/** What the index says to people; and of the longest texts as much in every form: a whole case of them is slow to read and shows nothing more. */
const TOLD = /^(?:name|caseName|caseNo|createdAt|title)$/;
function filled(value: unknown, text: string, takes: (key: string) => boolean, key = ''): unknown {
  if (Array.isArray(value)) return value.map((member) => filled(member, text, takes, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, text, takes, name)]));
  return typeof value === 'string' && takes(key) ? text : value;
}
/** Every text of every form and what the index says to people, sealed again. */
function hostile(text: string): Tree {
  const tree = new Map(good);
  for (const [path, content] of good) {
    if (!/^data\/(?:index|case\/[^/]+)\.json$/.test(path)) continue;
    const index = path === 'data/index.json';
    // The number of the case stands in bag-info.txt too.
    const takes = (key: string): boolean =>
      index || text.length > 2000 ? TOLD.test(key) && !(index && key === 'caseNo') : !KEPT.test(key);
    tree.set(path, Buffer.from(JSON.stringify(filled(JSON.parse(content.toString()), text, takes))));
  }
  const log = 'data/custody/custody.jsonl';
  tree.set(log, retold(String(good.get(log)), text));
  tree.set('bag-info.txt', described(String(good.get('bag-info.txt')), text));
  return sealed(tree);
}
/** Whoever kept the evidence, where and how, in a chain that holds; what was done to what, when, stays. */
function retold(log: string, text: string): Buffer {
  let prev: string | null = null;
  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => {
      const told = filled(JSON.parse(line), text, (key) => /^(?:name|certNo|place|note|method|tool|from|to)$/.test(key));
      const written = custodyLine({ ...(told as CustodyEvent), prev });
      prev = custodyLink(written);
      return written;
    });
  return Buffer.from(`${lines.join('\n')}\n`);
}
/** What the bag says of itself, on its line. */
const described = (info: string, text: string): Buffer =>
  Buffer.from(info.replace(/^Source-Organization: .*$/m, () => `Source-Organization: ${text.replace(/[\r\n]/g, ' ')}`));
/** A file of evidence that has the text for its name, as far as a name can hold it. */
function named(tree: Tree, text: string): Tree {
  const name = [...text.replaceAll('/', '／')].slice(0, 400).join('');
  return new Map([...changed(tree), [`data/evidence/${name}.txt`, Buffer.from('x')]]);
}
/** One byte of evidence changed after that, and a file named like a verdict added. */
function changed(tree: Tree): Tree {
  const path = [...tree.keys()].find((name) => name.startsWith('data/evidence/')) ?? '';
  const other = Buffer.from(tree.get(path) ?? '');
  other[0] = (other[0] ?? 0) ^ 1;
  return new Map([...tree, [path, other], [`data/evidence/${MARK} ${ui.answers.intact} ${MARKS.intact.good}.txt`, Buffer.from('x')]]);
}

interface Seen {
  readonly before: string;
  readonly card: readonly string[];
  readonly inSight: boolean;
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  /** Of findings, on the screen and in the record. */
  readonly sentences: readonly string[];
  readonly title: string;
}
const LOOK = `(() => {
  const answers = document.getElementById('answers');
  const range = document.createRange();
  range.setStart(document.body, 0);
  range.setEnd(answers, 0);
  const [first] = answers.children;
  const { top, bottom } = first.getBoundingClientRect();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  const sentences = [];
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (!parentElement.closest('script')) (parentElement.closest('#findings .sentence, #findings .aside, .found') ? sentences : texts).push(data);
  }
  for (const element of document.querySelectorAll('main *, #record *')) for (const { value } of element.attributes) texts.push(value);
  return {
    before: range.toString(),
    card: [...first.children].map((e) => e.textContent),
    inSight: top >= 0 && bottom <= innerHeight,
    labels: [...answers.querySelectorAll('dt, .mark')].map((e) => e.textContent),
    texts,
    sentences,
    title: document.title,
  };
})()`;

async function seen(
  name: string,
  tree: Tree,
): Promise<{ readonly look: Seen; readonly intact: string; readonly stops: readonly string[] }> {
  const path = join(scratch(), name);
  writeFileSync(path, zipOf(tree, folder));
  const { verdict } = await opened.verify(path);
  const stops = verdict.findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code);
  // The value may be seen, and the record is made as well.
  if (verdict.fingerprint) await noPaper(opened);
  await opened.page.evaluate('window.scrollTo(0, 0)');
  await opened.page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  return { look: await opened.page.evaluate<Seen>(LOOK), intact: verdict.answers.intact, stops };
}

test.each(TEXTS)('%s in every text of a dossier', { timeout: 120_000 }, async (_, text) => {
  const tree = hostile(text);
  for (const [dossier, intact, mark, sentences] of [
    [tree, 'yes', MARKS.intact.open, [ui.answers.yes]],
    [changed(tree), 'no', MARKS.intact.bad, [/见列出的问题$/]],
    // A name that no system keeps may be refused before anything is read.
    [named(tree, text), 'no', MARKS.intact.bad, [/见列出的问题$/, ui.answers.notRead]],
  ] as const) {
    const { look, intact: told, stops } = await seen(`${MARK} ${MARKS.intact.good}.zip`, dossier);
    expect([told, stops.filter((code) => /^(?:DOSSIER|ZIP)_/.test(code)).length > 0]).toEqual([intact, intact === 'no']);
    expect([look.inSight, look.card.slice(0, 2)]).toEqual([true, [ui.answers.intact, mark]]);
    // The word stands above, and the rest of the row below it.
    const below = look.card[2] ?? '';
    expect(sentences.some((s) => (typeof s === 'string' ? s.replace(`${mark}：`, '') === below : s.test(below)))).toBe(true);
    expect(look.before).not.toContain(MARK);
    expect(look.labels.join('')).not.toContain(MARK);
    expect(look.title).toBe(ui.page.title);
    const theirs = look.texts.filter((part) => part.includes(MARK));
    const found = look.sentences.filter((part) => part.includes(MARK));
    // The name of the file at least: of the others the beginning may be all that is shown.
    expect(theirs.length).toBeGreaterThan(1);
    // One line, nothing that hides, cut; what stands beside words of the page is between marks.
    expect(theirs.filter((part) => HIDES.test(part) || [...part].length > MOST * (part.match(/«/g)?.length || 1))).toEqual([]);
    expect(found.filter((part) => HIDES.test(part) || [...part].length > 1100 || !standsInMarks(part))).toEqual([]);
    if (intact === 'no') expect(found.length).toBeGreaterThan(0);
  }
});

test('what is no dossier at all: the name of the file stands after the answer', async () => {
  const path = join(scratch(), `${MARK} ${MARKS.intact.good}.zip`);
  writeFileSync(path, 'no zip');
  await opened.verify(path);
  const look = await opened.page.evaluate<Seen>(LOOK);
  expect([look.inSight, look.card[1], look.before.includes(MARK)]).toEqual([true, MARKS.none, false]);
  expect(await opened.page.locator('#chosen').innerText()).toContain(`«${MARK}`);
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});

/** A dossier whose every text wants to be taken for the page: the true verdict stands first, in sight, and nothing that others wrote stands before it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { AT, cleanUp, GOOD, mbpack, scratch } from '../cli/run.ts';
import { partsOf } from '../dossier/zip-maker.ts';
import { sealed, type Tree, zipOf } from '../fuzz/seal.ts';
import { buildPage, noPaper, type Opened, openPage } from './page.ts';

const MARK = '冒充';
const ui = uiOf('zh-CN');
const CLAIM = `${MARK} ${ui.answers.intact} ${ui.page.result.marks.good} ${ui.answers.yesOnPaper}`;
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
  return sealed(tree);
}
/** One byte of evidence changed after that, and a file named like a verdict added. */
function changed(tree: Tree): Tree {
  const path = [...tree.keys()].find((name) => name.startsWith('data/evidence/')) ?? '';
  const other = Buffer.from(tree.get(path) ?? '');
  other[0] = (other[0] ?? 0) ^ 1;
  return new Map([
    ...tree,
    [path, other],
    [`data/evidence/${MARK} ${ui.answers.intact} ${ui.page.result.marks.good}.txt`, Buffer.from('x')],
  ]);
}

interface Seen {
  readonly before: string;
  readonly card: readonly string[];
  readonly inSight: boolean;
  readonly labels: readonly string[];
  readonly texts: readonly string[];
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
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, .sentence, .aside, .found')) texts.push(walk.currentNode.data);
  for (const element of document.querySelectorAll('main *, #record *')) for (const { value } of element.attributes) texts.push(value);
  return {
    before: range.toString(),
    card: [...first.children].map((e) => e.textContent),
    inSight: top >= 0 && bottom <= innerHeight,
    labels: [...answers.querySelectorAll('dt, .mark')].map((e) => e.textContent),
    texts,
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
  for (const [dossier, intact, mark, sentence] of [
    [tree, 'yes', ui.page.result.marks.open, ui.answers.yes],
    [changed(tree), 'no', ui.page.result.marks.bad, ui.answers.no],
  ] as const) {
    const { look, intact: told, stops } = await seen(`${MARK} ${ui.page.result.marks.good}.zip`, dossier);
    expect([told, stops.filter((code) => /^(?:DOSSIER|ZIP)_/.test(code)).length > 0]).toEqual([intact, intact === 'no']);
    expect([look.inSight, look.card]).toEqual([true, [ui.answers.intact, mark, sentence]]);
    expect(look.before).not.toContain(MARK);
    expect(look.labels.join('')).not.toContain(MARK);
    expect(look.title).toBe(ui.page.title);
    const theirs = look.texts.filter((part) => part.includes(MARK));
    // The name of the file at least: of the others the beginning may be all that is shown.
    expect(theirs.length).toBeGreaterThan(1);
    // One line, nothing that hides, cut; what stands beside words of the page is between marks.
    expect(theirs.filter((part) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(part) || [...part].length > 400)).toEqual([]);
  }
});

test('what is no dossier at all: the name of the file stands after the answer', async () => {
  const path = join(scratch(), `${MARK} ${ui.page.result.marks.good}.zip`);
  writeFileSync(path, 'no zip');
  await opened.verify(path);
  const look = await opened.page.evaluate<Seen>(LOOK);
  expect([look.inSight, look.card[1], look.before.includes(MARK)]).toEqual([true, ui.page.result.marks.none, false]);
  expect(await opened.page.locator('#chosen').innerText()).toContain(`«${MARK}`);
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});

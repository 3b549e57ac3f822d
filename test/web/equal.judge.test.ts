/**
 * The page and the command line say the same of every dossier of the corpus: code, severity, rule and place of every finding, answers and
 * fingerprint. One difference is documented: the page sets no pages, so it says DOCUMENTS_NOT_COMPARED where the command line compares.
 * @module-tag chromium
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { built } from '../cli/built.ts';
import { edit, FORGERIES, reseal } from '../cli/forgeries.ts';
import { cleanUp, GOOD, mbpack, scratch } from '../cli/run.ts';
import { BAG, build } from '../dossier/fixture.ts';
import { archiveUtility, dotNet, explorer } from '../dossier/foreign-zips.ts';
import { ENTRY_FAULTS, endFaults, otherFiles } from '../dossier/hostile-table.ts';
import { makeZip, type Part, partsOf } from '../dossier/zip-maker.ts';
import { buildPage, type Opened, openPage, type Reported } from './page.ts';

/** What only a comparison of documents finds. */
const OF_DOCUMENTS = /^DOCUMENT_(?:DIFFERS|BYTES_DIFFER|UNREADABLE|ABSENT|NOT_EXPECTED)$/;
const ROW_OF_DOCUMENT = /^data\/documents\//;

let opened: Opened;
let zip: string;
let bag: string;
let small: Buffer;

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  ({ zip, bag } = await built());
  small = readFileSync((await build()).path);
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});

interface Said {
  readonly findings: readonly Finding[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly qualities?: Readonly<Record<string, string>>;
  readonly fingerprint?: string;
}

/** A finding without its sentence; how the dossier was called on the way is no difference. */
function trace({ code, severity, rule, at }: Finding, label: string): string {
  const place = at && 'file' in at && at.file.startsWith(label) ? { ...at, file: at.file.slice(label.length) } : (at ?? {});
  return `${severity} ${code} ${rule ?? ''} ${JSON.stringify(place)}`;
}

const ofDocument = (f: Finding): boolean =>
  OF_DOCUMENTS.test(f.code) ||
  // By which machine, that is; what the dossier names and is not here, both say alike.
  (f.code === 'DOCUMENTS_NOT_COMPARED' && (f.args.reason === 'browser' || f.args.reason === 'fault')) ||
  (f.code === 'INDEX_CONTRADICTS_CASE' && ROW_OF_DOCUMENT.test(entryOf(f))) ||
  (f.code === 'FILE_NOT_EXPECTED' && f.args.role === 'signedScan');
const entryOf = ({ at }: Finding): string => (at && 'entry' in at ? at.entry : '');
const traces = (findings: readonly Finding[], label: string): string[] =>
  findings
    .filter((f) => !ofDocument(f))
    .map((f) => trace(f, label))
    .sort();

type Page = Reported['verdict'];

async function both(path: string, kind: 'zip' | 'folder' = 'zip'): Promise<{ readonly page: Page; readonly command: Said }> {
  const command = JSON.parse((await mbpack('verify', path, '--json')).out) as Said;
  const { verdict } = await opened.verify(path, kind);
  return { page: verdict, command };
}

/** The third answer of the command line, had it not compared the documents. */
function withoutDocuments({ findings, answers }: Said): string | undefined {
  if (answers?.inOrder !== 'yes' && answers?.inOrder !== 'no' && answers?.inOrder !== 'warnings') return answers?.inOrder;
  // How the zip came is no matter of the third answer.
  const rest = findings.filter((f) => !ofDocument(f) && !/^(?:DOSSIER_|ZIP|DOCUMENTS?_|SIGNATURE_NOT_CHECKED$)/.test(f.code));
  if (rest.some(({ severity }) => severity === 'stop' || severity === 'error')) return 'no';
  return rest.some(({ severity }) => severity === 'warning') ? 'warnings' : 'yes';
}

async function same(path: string, kind: 'zip' | 'folder' = 'zip'): Promise<Page> {
  const { page, command } = await both(path, kind);
  const name = basename(path);
  expect(traces(page.findings, name), path).toEqual(traces(command.findings, path));
  expect([page.answers?.intact, page.answers?.authentic, page.answers?.inOrder, page.fingerprint]).toEqual([
    command.answers?.intact,
    command.answers?.authentic,
    withoutDocuments(command),
    command.fingerprint,
  ]);
  await claimsNoMore(page);
  return page;
}

/** What the cards of the page say, of every dossier: nothing that was not done is green or passes, and no paper was compared. */
async function claimsNoMore({ verifiable, answers, remarked }: Page): Promise<void> {
  const cards = await opened.page
    .locator('#answers > div:not(.wide)')
    .evaluateAll((all) => all.map((e) => [e.className, e.querySelector('.mark')?.textContent ?? '']));
  const { marks } = uiOf('zh-CN').page.result;
  if (!verifiable) {
    expect(cards).toEqual(Array(4).fill(['none', marks.none]));
    return;
  }
  const whole = answers?.intact === 'yes' ? (['open', marks.intact.open] as const) : (['bad', marks.intact.bad] as const);
  const ruled = { yes: remarked > 0 ? 'open' : 'good', warnings: 'warned', no: 'bad', unknown: 'undone', notChecked: 'undone' } as const;
  const rules = ruled[answers?.inOrder as keyof typeof ruled];
  const [first, signer, third, papers] = cards;
  expect([first, third]).toEqual([whole, [rules, marks.inOrder[rules]]]);
  expect(['open', 'undone']).toContain(signer?.[0]);
  expect(papers).toEqual(['undone', answers?.notCompared === 'browser' ? marks.documents.notDone : marks.documents.notCompared]);
}

const saved = (bytes: Uint8Array): string => {
  const path = join(scratch(), 'x.zip');
  writeFileSync(path, bytes);
  return path;
};

describe('real dossiers', () => {
  test('good: the zip and the folder', async () => {
    for (const [path, kind] of [
      [zip, 'zip'],
      [bag, 'folder'],
    ] as const) {
      const { findings, answers } = await same(path, kind);
      // The example's records are still to be signed.
      expect(findings.filter(({ severity, code }) => severity !== 'info' && code !== 'RECORD_UNSIGNED_LATE')).toEqual([]);
      // What was not compared is an answer of its own.
      expect([answers?.documents, answers?.notCompared]).toEqual(['notCompared', 'browser']);
      expect(findings.map(({ code }) => code)).toContain('DOCUMENTS_NOT_COMPARED');
    }
  });

  test.each(FORGERIES)('sealed again after %s', async (_, change) => {
    const root = join(scratch(), 'bag');
    cpSync(bag, root, { recursive: true });
    change(root);
    reseal(root);
    await same(root, 'folder');
  });

  test.each([
    ['another id', /("template": \{\s*"id": ")national/, '$1elsewhere', 'BY_NATIONAL_PACK'],
    ['another digest', /("template": \{[^}]*"sha256": ")[0-9a-f]{8}/, '$100000000', 'BY_OTHER_PACK'],
    ['another engine', /("engine": \{[^}]*"version": ")/, '$19', 'DOCUMENTS_NOT_COMPARED'],
  ])('a pack that is not here: %s', async (_, recorded, other, code) => {
    const root = join(scratch(), 'bag');
    cpSync(bag, root, { recursive: true });
    edit(root, 'data/index.json', (text) => text.replace(recorded, other));
    reseal(root);
    const { findings } = await same(root, 'folder');
    expect(findings.filter(({ severity }) => severity === 'warning').map((f) => f.code)).toContain(code);
  });

  test('changed bytes over the whole zip', async () => {
    const bytes = readFileSync(zip);
    for (let i = 0; i < 24; i++) {
      const copy = Buffer.from(bytes);
      const at = Math.floor(((i + 0.37) * bytes.length) / 24);
      copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8));
      const { answers } = await same(saved(copy));
      expect(answers?.intact).toBe('no');
    }
  });

  test.each([0.1, 0.5, 0.999999])('cut off at %f', async (part) => {
    const bytes = readFileSync(zip);
    await same(saved(bytes.subarray(0, Math.floor(bytes.length * part))));
  });

  test('files dropped, doubled and added in the folder', async () => {
    const root = join(scratch(), 'bag');
    cpSync(bag, root, { recursive: true });
    rmSync(join(root, 'data/case/receipt.json'));
    writeFileSync(join(root, 'data/evidence/多出来的.txt'), 'x');
    writeFileSync(join(root, 'data/case/internal.yaml'), 'x: 1\n');
    cpSync(join(root, 'bagit.txt'), join(root, 'bagit2.txt'));
    await same(root, 'folder');
  });

  test('the folder that an unzipper made around the bag, a case folder, and one level too deep', async () => {
    const around = join(scratch(), '解压');
    cpSync(bag, join(around, basename(bag)), { recursive: true });
    await same(around, 'folder');
    await same(join(bag, 'data'), 'folder');
    await same(GOOD, 'folder');
  });

  test('packed again by other programs', async () => {
    const parts = partsOf(readFileSync(zip));
    for (const make of [explorer, dotNet, archiveUtility] as readonly ((parts: Part[]) => Part[])[])
      await same(saved(makeZip({ parts: make(parts) })));
  });
});

describe('hostile containers', () => {
  test.each(ENTRY_FAULTS)('%s', async (_, change) => {
    await same(saved(makeZip({ parts: change(partsOf(small)) })));
  });

  test('faults of the end', async () => {
    for (const [, change] of endFaults(small)) await same(saved(makeZip({ parts: partsOf(small), ...change() })));
  });

  test('no container at all', async () => {
    for (const [, bytes] of otherFiles(small)) await same(saved(bytes()));
  });

  test('thousands of faults of one kind are capped and counted alike', async () => {
    const parts = [...Array(3000).keys()].map((i) => ({ name: `${BAG}/data/evidence/a:${i}`, content: Buffer.from('x') }));
    const { findings } = await same(saved(makeZip({ parts: [...parts, ...partsOf(small)] })));
    expect(findings.some(({ code }) => code === 'DOSSIER_MORE')).toBe(true);
  });
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});

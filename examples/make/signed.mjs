/** The two papers that were signed and stamped: the documents that mbpack prints of the case, every page of them, put on a scanner. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { HEIGHT, printed, WIDTH } from './paper.mjs';

const PROGRAM = fileURLToPath(new URL('../../bin/mbpack.js', import.meta.url));
/** Pixels a point. */
const SCALE = WIDTH / 595.28;
/** Into the empty cell, and above its line. */
const [RIGHT, DOWN] = [6, -2];

const form = (folder, name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));

/** path → JPEGs, one a page. Needs the program built, and pdftoppm and pdftotext. */
export async function signedPapers(folder) {
  const { sender, officers } = form(folder, 'case');
  const made = {};
  for (const [name, day] of [
    ['transfer', 'issuedOn'],
    ['investigation', 'reportedOn'],
  ]) {
    const own = form(folder, name);
    const dir = mkdtempSync(join(tmpdir(), 'mbpack-signed-'));
    const pdf = join(dir, 'a.pdf');
    // Other things may still be wrong with a case that is being made.
    try {
      execFileSync(process.execPath, [PROGRAM, 'build', folder, '--only', name, '--at', `${own[day]}T23:59+08:00`, '-q', '-o', pdf], {
        stdio: 'ignore',
      });
    } catch {}
    execFileSync('pdftoppm', ['-png', '-scale-to-x', String(WIDTH), '-scale-to-y', String(HEIGHT), pdf, join(dir, 'p')]);
    const pages = readdirSync(dir).filter((file) => file.endsWith('.png'));
    const images = pages.sort().map((file) => readFileSync(join(dir, file)));
    // The table of signatures may begin on the page before the last.
    const words = [images.length - 1, images.length].flatMap((page) => wordsOf(pdf, page));
    const agency = words.findLast(({ text }) => text === sender.name);
    made[own.signedScan.path] = await printed({
      images,
      seal: { name: sender.name, x: (agency.left + agency.right) / 2, y: agency.bottom + 8 },
      signed: name === 'investigation' ? signatures(words, officers, own[day]) : [],
      title: name === 'transfer' ? '涉嫌犯罪案件移送书' : '案件调查报告',
    });
    rmSync(dir, { recursive: true });
  }
  return made;
}

/** Words of a page (from 1), in pixels. */
function wordsOf(pdf, page) {
  const html = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-'], { encoding: 'utf8' });
  return [...html.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, left, right, bottom, text]) => ({
      left: left * SCALE,
      right: right * SCALE,
      bottom: bottom * SCALE,
      text,
      page: page - 1,
    }),
  );
}

/** Name and day in the row of each officer. */
function signatures(words, officers, day) {
  const column = (heading) => words.find(({ text }) => text === heading).left - 3 * RIGHT;
  const [name, date] = [column('签名'), column('日期')];
  return officers.flatMap((officer) => {
    const row = words.findLast(({ text }) => text.startsWith(`${officer.name}（`));
    return [
      { text: officer.name, x: name, y: row.bottom + DOWN, size: 26, page: row.page },
      { text: day.replaceAll('-', '.').replaceAll('.0', '.'), x: date - RIGHT, y: row.bottom + DOWN, size: 18, page: row.page },
    ];
  });
}

/** The page as it will print, at the place that the field fills. Draws with the sheets of `preview`. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { blankSheets, drawSheet, openPdf, pagesOf, widest } from '../../preview/page/sheets.js';
import { loadWords } from '../../preview/page/words.js';
import type { Sitting } from './sitting.ts';

/** Which document a form is printed in. */
const DOCUMENT: Readonly<Record<string, string>> = {
  case: 'transfer',
  transfer: 'transfer',
  investigation: 'investigation',
  internal: 'approval',
  evidence: 'materials',
  items: 'items',
  records: 'extraction',
  receipt: 'receipt',
  supervision: 'supervision',
};

/** `words`: what the field at work holds, to be found on the page. */
export function Paper({
  sitting,
  form,
  words,
}: {
  readonly sitting: Sitting;
  readonly form: string;
  readonly words: string;
}): ComponentChildren {
  const there = sitting.documents.filter(({ sha256 }) => sha256 !== '');
  const [chosen, choose] = useState<string>();
  const wanted = chosen ?? DOCUMENT[form];
  const shown = there.find(({ id }) => id === wanted) ?? there[0];
  const view = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState('');
  useEffect(() => {
    if (shown) void fetch(`show/${shown.id}`).catch(() => undefined);
  }, [shown?.id]);
  useEffect(() => {
    if (!shown || !view.current) return;
    let over = false;
    const box = view.current;
    const draw = async (): Promise<void> => {
      await words_;
      const pages = await pagesOf(await openPdf(`pdf/${shown.id}/${shown.sha256}`));
      if (over) return;
      const zoom = (box.clientWidth - 34) / widest(pages);
      const sheets = blankSheets(pages, zoom);
      const [x, y] = [box.scrollLeft, box.scrollTop];
      box.replaceChildren(...sheets.map(({ element }) => element));
      box.scrollTo(x, y);
      for (const sheet of sheets) {
        if (over) return;
        await drawSheet(sheet, zoom);
      }
      setDrawn(shown.sha256);
    };
    draw().catch(() => undefined);
    return () => {
      over = true;
    };
  }, [shown?.id, shown?.sha256]);
  useEffect(() => {
    if (drawn === shown?.sha256 && view.current) mark(view.current, words);
  }, [drawn, words]);
  return (
    <>
      <header>
        <label class="unseen" for="paper-choice">
          样张
        </label>
        <select id="paper-choice" value={shown?.id ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
          {there.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        {shown && (
          <a href={`pdf/${shown.id}/${shown.sha256}`} target="_blank" rel="noopener">
            打印
          </a>
        )}
      </header>
      {!shown && <p class="prints">{sitting.busy ? '正在排版。' : '还没有能排的文书：先把必填的填上。'}</p>}
      {shown?.state === 'stale' && <p class="prints">这是上一次能排的样子：现在有要改的地方，改好后更新。</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is scrolled by keys */}
      <section class="view" ref={view} tabIndex={0} aria-label="样张" />
    </>
  );
}

const words_ = loadWords();

/** The first place on the pages where the words stand, and nothing where they are too short to tell. */
function mark(view: HTMLElement, words: string): void {
  for (const old of view.querySelectorAll('.at-work')) old.classList.remove('at-work');
  const wanted = words.replaceAll(/\s/g, '').slice(0, 24);
  if (wanted.length < 2) return;
  const pieces = [...view.querySelectorAll<HTMLElement>('.textLayer span')];
  const found = pieces.find((piece) => (piece.textContent ?? '').replaceAll(/\s/g, '').includes(wanted.slice(0, 12)));
  if (!found) return;
  found.classList.add('at-work');
  found.scrollIntoView({ block: 'center' });
}

/** HTML or XML, or a piece of it, as the texts that it shows and holds. */
import { scanHtml } from '../../xml/index.ts';
import { isAside } from './aside-names.ts';

/** A piece of markup begins so; `a < b` does not. */
export const MARKUP = /<(?:[a-z!?/][^<>]*>|!--|!\[CDATA\[)|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]{1,30});/i;
/** Of these the text goes on where they end: 诸<b>葛</b>试举 is one name. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q ruby rb s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** What is shown, and, a line each, what stands in attributes, comments, scripts and over characters. */
export function markupTexts(text: string): readonly [shown: string, beside: string] {
  const shown: string[] = [];
  const beside: string[] = [];
  let aside = 0;
  const edge = (name: string): void => {
    if (isAside(name)) beside.push('\n');
    else if (!INLINE.has(name)) (aside > 0 ? beside : shown).push('\n');
  };
  const scanner = scanHtml({
    open(name, attributes) {
      edge(name);
      if (isAside(name)) aside++;
      for (const value of Object.values(attributes)) if (value !== '') beside.push(value, '\n');
    },
    text: (piece) => void (aside > 0 ? beside : shown).push(piece),
    close(name) {
      if (isAside(name)) aside--;
      edge(name);
    },
    beside: (piece) => void beside.push(piece, '\n'),
  });
  scanner.write(text);
  scanner.end();
  return [shown.join(''), beside.join('')];
}

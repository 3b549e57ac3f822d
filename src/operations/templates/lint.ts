/** What a pack was probably not meant to have: wording, parts and templates that nothing uses, and words that do not belong in these papers. */
import { type Finding, finding } from '../../model/index.ts';
import type { Layer, LoadedPack } from '../../pack/index.ts';

/** At this stage nobody is a suspect of a crime by law, and nothing was stolen yet; stamps and digests have their names. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?:犯罪)?嫌疑人/gu, '涉嫌人员'],
  [/罪犯|犯罪分子/gu, '涉嫌人员'],
  [/赃款/gu, '初步认定金额'],
  [/公章/gu, '印章'],
  [/举报人/gu, '（不写：谁举报的不得移送）'],
];

/** In the pack's own files, its parents' are their makers'. */
export function* wordFindings([own]: readonly Layer[]): Iterable<Finding> {
  if (!own) return;
  for (const [path, bytes] of own.files) {
    if (path !== 'pack.json' && !path.endsWith('.hbs')) continue;
    const lines = new TextDecoder().decode(bytes).split('\n');
    for (const [i, line] of lines.entries())
      for (const [word, instead] of WORDS)
        for (const match of line.matchAll(word)) {
          const column = [...line.slice(0, match.index)].length + 1;
          const at = { file: `${own.name}/${path}`, pointer: '', line: i + 1, column };
          yield finding('PACK_FORBIDDEN_WORD', 'warning', { word: match[0], instead }, { at });
        }
  }
}

export function* unusedFindings(
  [own]: readonly Layer[],
  { pack }: LoadedPack,
  used: { readonly words: ReadonlySet<string>; readonly parts: ReadonlySet<string> },
): Iterable<Finding> {
  if (!own) return;
  for (const name of Object.keys(own.pack.strings ?? {}))
    if (!used.words.has(name)) yield finding('PACK_STRING_UNUSED', 'warning', { name }, { at: own.positions.keyAt(`/strings/${name}`) });
  const templates = new Set(pack.documents.map(({ template }) => template));
  for (const path of own.files.keys()) {
    const at = { at: { file: `${own.name}/${path}` } };
    const part = /^_(.+)\.hbs$/.exec(path)?.[1];
    if (part !== undefined) {
      if (!used.parts.has(part)) yield finding('PACK_PARTIAL_UNUSED', 'warning', { name: part }, at);
    } else if (path.endsWith('.hbs') && !templates.has(path)) yield finding('PACK_TEMPLATE_UNUSED', 'warning', { name: path }, at);
  }
}

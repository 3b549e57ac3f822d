/** What can only be told of a pack together with its parents: documents that are whole, names that exist, files that are there. */
import {
  DOCUMENT_IDS,
  DOCUMENTS_OPTIONAL,
  type DocumentId,
  type Finding,
  finding,
  isKnownDocument,
  nearest,
  type TemplatePack,
  VIEWS_TO_BORROW,
} from '../model/index.ts';
import { fontProblem } from './font-file.ts';
import type { Layer } from './layers.ts';

/** `layers`: the child first; places are told in the layer that wrote the member. */
export function wholeFaults(layers: readonly Layer[], whole: TemplatePack): readonly Finding[] {
  return [...documentFaults(layers, whole), ...listFaults(layers, whole), ...fontFaults(layers)];
}

const REQUIRED = DOCUMENT_IDS.filter((id) => !DOCUMENTS_OPTIONAL.includes(id));

function* documentFaults(layers: readonly Layer[], whole: TemplatePack): Iterable<Finding> {
  const templates = [...new Set(layers.flatMap(({ files }) => [...files.keys()]))].filter((f) => /^[a-z].*\.hbs$/.test(f));
  const titles = new Set<string>();
  for (const document of whole.documents) {
    const at = (member: string) => ({ at: placeOf(layers, document.id, member) });
    for (const member of ['title', 'template'] as const)
      if (document[member] === undefined)
        yield finding(
          'FIELD_MISSING',
          'stop',
          { field: `文书 ${document.id} 的 ${member}`, key: member, how: '新增的文书要写全' },
          at('id'),
        );
    if (!isKnownDocument(document.id) && document.view === undefined)
      yield finding(
        'FIELD_MISSING',
        'stop',
        { field: '用哪种文书的数据', key: 'view', how: `选一：${VIEWS_TO_BORROW.join(' ')}` },
        at('id'),
      );
    if (document.template !== undefined && !templates.includes(document.template)) {
      const { template } = document;
      yield finding('PACK_TEMPLATE_ABSENT', 'stop', { template, nearest: nearest(template, templates) ?? '' }, at('template'));
    }
    if (document.title === undefined) continue;
    const seen = asSeen(document.title);
    if (titles.has(seen)) yield finding('PACK_TITLE_TWICE', 'stop', { title: document.title }, at('title'));
    titles.add(seen);
  }
  const root = layers.at(-1);
  for (const id of REQUIRED)
    if (root && !whole.documents.some((d) => d.id === id))
      yield finding('PACK_DOCUMENT_REQUIRED', 'stop', { document: id }, { at: root.positions.valueAt('/documents') });
}

/** Titles that look alike are one to a reader, and files of such names are one to some systems. */
function asSeen(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
}

function* listFaults(layers: readonly Layer[], whole: TemplatePack): Iterable<Finding> {
  const known = layers.flatMap(({ pack }) => (pack.documents ?? []).map((d) => d.id));
  for (const { pack, positions } of layers)
    for (const list of ['order', 'omit'] as const)
      for (const [i, id] of (pack[list] ?? []).entries()) {
        if (known.includes(id)) continue;
        const near = nearest(id, known) ?? '';
        yield finding('PACK_NAME_UNKNOWN', 'stop', { field: list, name: id, nearest: near }, { at: positions.valueAt(`/${list}/${i}`) });
      }
  if (whole.documents.length === 0) yield finding('PACK_INVALID', 'stop', { field: 'documents', expected: '[ ]' });
}

function* fontFaults(layers: readonly Layer[]): Iterable<Finding> {
  for (const { pack, files, positions } of layers)
    for (const [role, file] of Object.entries(pack.fonts ?? {})) {
      const bytes = files.get(file);
      const reason = bytes ? fontProblem(bytes) : 'absent';
      if (reason) yield finding('PACK_FONT_BROKEN', 'stop', { role, file, reason }, { at: positions.valueAt(`/fonts/${role}`) });
    }
}

/** The first layer that writes the member of a document, or the document at all. */
function placeOf(layers: readonly Layer[], id: DocumentId, member: string) {
  const entries = layers.flatMap(({ pack, positions }) => {
    const i = pack.documents?.findIndex((d) => d.id === id) ?? -1;
    const document = pack.documents?.[i];
    return document ? [{ document, at: positions.valueAt(`/documents/${i}/${member}`) }] : [];
  });
  return (entries.find(({ document }) => Object.hasOwn(document, member)) ?? entries[0])?.at;
}

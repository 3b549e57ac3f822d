/** The outline that a reader shows beside the pages (ISO 32000-1, 12.3.3). */
import { number, type ObjectWriter, textString } from './objects.ts';

export interface Bookmark {
  /** 1 for the document's title, 2 below it, and so on; a level may be skipped. */
  readonly level: number;
  readonly title: string;
  /** Object number of its page. */
  readonly page: number;
  /** Points above the page's lower edge. */
  readonly y: number;
}

interface Entry {
  readonly id: number;
  readonly mark: Bookmark;
  readonly children: Entry[];
}

/** Writes the outline; gives the number of its root, or undefined when there is nothing in it. */
export function writeOutline(objects: ObjectWriter, marks: readonly Bookmark[]): number | undefined {
  if (marks.length === 0) return undefined;
  const root = objects.reserve();
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const mark of marks) {
    while (open.length > 0 && (open.at(-1) as Entry).mark.level >= mark.level) open.pop();
    const entry: Entry = { id: objects.reserve(), mark, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  writeEntries(objects, root, top);
  objects.write(root, `<</Type/Outlines${ends(top)}/Count ${count(top)}>>`);
  return root;
}

function writeEntries(objects: ObjectWriter, parent: number, entries: readonly Entry[]): void {
  entries.forEach(({ id, mark, children }, i) => {
    const before = entries[i - 1];
    const after = entries[i + 1];
    const links = `${before ? `/Prev ${before.id} 0 R` : ''}${after ? `/Next ${after.id} 0 R` : ''}`;
    const inner = children.length > 0 ? `${ends(children)}/Count ${count(children)}` : '';
    objects.write(
      id,
      `<</Title ${textString(mark.title)}/Parent ${parent} 0 R${links}${inner}/Dest[${mark.page} 0 R/XYZ 0 ${number(mark.y)} null]>>`,
    );
    writeEntries(objects, id, children);
  });
}

function ends(entries: readonly Entry[]): string {
  return `/First ${entries[0]?.id} 0 R/Last ${entries.at(-1)?.id} 0 R`;
}

function count(entries: readonly Entry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

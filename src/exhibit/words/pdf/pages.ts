/** The pages of a PDF in their order, each with what it takes from the nodes above it (ISO 32000-1, 7.7.3). */
import type { FileObject, PdfObjects } from './objects.ts';
import { type Dict, isDict, isList, nameOf, Ref, type Value } from './syntax.ts';

export interface Page {
  readonly dict: Dict;
  readonly resources: Dict | undefined;
  /** Square points. */
  readonly area: number;
}

/** A4. */
export const USUAL_AREA = 595 * 842;

const MOST_DEPTH = 100;
/** Of a frame or an arrow around something; two a point. */
const MOST_COORDINATES = 60;

interface Above {
  readonly resources: Value | undefined;
  readonly box: Value | undefined;
}

/** At most `most` of them. */
export function pagesOf(file: PdfObjects, most: number): readonly Page[] {
  const pages: Page[] = [];
  /** Nodes above the one that is looked at: a page may stand twice in the tree, but nothing inside itself. */
  const path = new Set<Dict>();
  let steps = 0;
  const visit = (value: Value | undefined, above: Above, depth: number): void => {
    const node = file.get(value);
    if (!isDict(node) || path.has(node) || depth > MOST_DEPTH || pages.length >= most || steps++ > most * 10) return;
    const resources = node.get('Resources') ?? above.resources;
    const box = node.get('MediaBox') ?? above.box;
    const kids = file.get(node.get('Kids'));
    if (isList(kids) && nameOf(node.get('Type')) !== 'Page') {
      path.add(node);
      for (const kid of kids) visit(kid, { resources, box }, depth + 1);
      path.delete(node);
    } else {
      const own = file.get(resources);
      pages.push({ dict: node, resources: isDict(own) ? own : undefined, area: areaOf(file, box) });
    }
  };
  visit(catalogOf(file)?.get('Pages'), { resources: undefined, box: undefined }, 0);
  return pages;
}

function areaOf(file: PdfObjects, box: Value | undefined): number {
  const sides = file.get(box);
  const [left, bottom, right, top] = isList(sides) ? sides.map((side) => Number(file.get(side))) : [];
  const area = Math.abs((Number(right) - Number(left)) * (Number(top) - Number(bottom)));
  return area > 0 ? area : USUAL_AREA;
}

/** Of the last update that names one. */
function catalogOf(file: PdfObjects): Dict | undefined {
  for (const trailer of [...file.trailers].reverse()) {
    const root = file.get(trailer.get('Root'));
    if (isDict(root) && root.has('Pages')) return root;
  }
  const found = file.all.find(
    ({ id, value }) => isDict(value) && nameOf(value.get('Type')) === 'Catalog' && file.get(new Ref(id)) === value,
  );
  return isDict(found?.value) ? found.value : undefined;
}

/** The streams of a page's content, one after the other. */
export function contentsOf(file: PdfObjects, { dict }: Page): readonly FileObject[] {
  const value = dict.get('Contents');
  const list = isList(file.get(value)) ? (file.get(value) as readonly Value[]) : [value];
  return list.flatMap((each) => (each instanceof Ref ? (file.object(each.id) ?? []) : [])).filter(({ stream }) => stream !== undefined);
}

/** The appearances of a note or a field (12.5.5): a stream, or one for each state. */
export function appearancesOf(file: PdfObjects, page: Page): readonly FileObject[] {
  const annotations = file.get(page.dict.get('Annots'));
  if (!isList(annotations)) return [];
  const streams = (value: Value | undefined, depth: number): readonly FileObject[] => {
    const object = value instanceof Ref ? file.object(value.id) : undefined;
    if (object?.stream) return [object];
    const states = file.get(value);
    return isDict(states) && depth < 2 ? [...states.values()].flatMap((state) => streams(state, depth + 1)) : [];
  };
  return annotations.flatMap((value) => {
    const annotation = file.get(value);
    return isDict(annotation) ? streams(annotation.get('AP'), 0) : [];
  });
}

/** Notes that are drawn by hand (12.5.6.9, 12.5.6.13), whether or not they have an appearance: ink, and lines through so many points that they may be a word. */
export function isDrawnByHand(file: PdfObjects, page: Page): boolean {
  const annotations = file.get(page.dict.get('Annots'));
  return (
    isList(annotations) &&
    annotations.some((value) => {
      const annotation = file.get(value);
      if (!isDict(annotation)) return false;
      if (nameOf(file.get(annotation.get('Subtype'))) === 'Ink') return true;
      const points = file.get(annotation.get('Vertices') ?? annotation.get('Path'));
      return isList(points) && points.length > MOST_COORDINATES;
    })
  );
}

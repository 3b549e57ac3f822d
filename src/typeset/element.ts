/** A filled template as a tree: the elements of the vocabulary and the texts between them. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** An element that stands for rows of a long table: its children are made when they are asked for, and kept by nobody. */
export const SEGMENT = 'segment';

export function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child === 'object');
}

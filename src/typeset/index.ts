/** Typesetting: a tree of elements in, pages out, by GB/T 9704-2012. */
export { type Element, SEGMENT } from './element.ts';
export { LayoutError, type LayoutFault } from './layout-error.ts';
export { type Typeset, type TypesetInput, typeset } from './typeset.ts';

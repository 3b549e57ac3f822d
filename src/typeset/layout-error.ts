/** What cannot be laid out, found after a template was filled: the template's fault, whose place is the file. */
export type LayoutFault =
  | {
      readonly kind: 'width';
      /** Together wider than the page; one without room for a character; more than can be read. */
      readonly problem: 'wide' | 'narrow' | 'many';
      readonly widths: string;
      readonly millimetres: number;
      readonly available: number;
    }
  | { readonly kind: 'cells'; readonly expected: number; readonly found: number }
  /** A QR code that is longer than a code holds (`size` 0), or larger than what it stands in, millimetres. */
  | { readonly kind: 'qr'; readonly characters: number; readonly size: number; readonly available: number };

export class LayoutError extends Error {
  readonly fault: LayoutFault;
  constructor(fault: LayoutFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

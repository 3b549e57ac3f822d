/** What may be wrong with a template. */
import type { MarkupFault } from './markup.ts';
import type { SourceFault, SourcePlace } from './template-source.ts';
import type { SyntaxProblem } from './template-syntax.ts';

export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** With its place in the template or in the part that it stands in (lines and columns from 1). */
export type TemplateFault = SourcePlace &
  (
    | DistributiveOmit<MarkupFault, 'offset'>
    | SourceFault
    | ({ readonly kind: 'syntax' } & SyntaxProblem)
    | { readonly kind: 'helper'; readonly name: string; readonly nearest: string }
    | { readonly kind: 'helperValue'; readonly helper: string; readonly expected: string }
    | { readonly kind: 'unescaped'; readonly text: string }
    | { readonly kind: 'field'; readonly name: string; readonly nearest: string }
    | { readonly kind: 'word'; readonly name: string; readonly nearest: string }
    | { readonly kind: 'limit'; readonly what: 'depth' | 'steps' | 'characters' | 'source' | 'parts'; readonly limit: number }
  );
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A fault met while a template was filled. */
export class TemplateError extends Error {
  readonly fault: TemplateFault;
  constructor(fault: TemplateFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Two heaps of findings about a container: what is wrong in any zip, and what only says that another program packed this one. */
import { type Collector, collector } from './collector.ts';

export interface Marks {
  /** Faults: nothing excuses them. */
  readonly notes: Collector;
  /** Fields that the format fixes and that are otherwise here: the habits of another program, or a changed byte. */
  readonly signs: Collector;
  /** Methods that nobody here can undo → entries that are compressed so: said once a method. */
  readonly methods: Map<number, number>;
}

export function newMarks(): Marks {
  return { notes: collector(), signs: collector(), methods: new Map() };
}

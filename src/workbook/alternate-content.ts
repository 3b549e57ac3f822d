/** What a package writes twice, for programs that know a newer vocabulary and for those that do not (ECMA-376 part 3 §7.5–7.7). */
import type { XmlHandlers } from '../xml/index.ts';
import { ZipFault } from './zip-fault.ts';

/**
 * Knows no newer vocabulary and hears the fallback only. `counted`: elements of which none may be lost.
 * @throws ZipFault, while it is scanned, where one of these stands in a choice that has no fallback
 */
export function withoutChoices(counted: readonly string[], handlers: XmlHandlers): XmlHandlers {
  /** Elements inside the outermost choice, with it. */
  let inside = 0;
  /** Of the alternates that are open: is something counted in a choice, and has it a fallback? */
  const open: { lost: boolean; fallback: boolean }[] = [];
  return {
    open(name, attributes) {
      if (open.length === 0 && name !== 'AlternateContent') {
        handlers.open(name, attributes);
        return;
      }
      if (inside > 0 || name === 'Choice') {
        inside++;
        if (counted.includes(name)) for (const alternate of open) alternate.lost = true;
        return;
      }
      if (name === 'AlternateContent') open.push({ lost: false, fallback: false });
      else if (name === 'Fallback') for (const alternate of open.slice(-1)) alternate.fallback = true;
      else handlers.open(name, attributes);
    },
    text(text) {
      if (inside === 0) handlers.text(text);
    },
    close(name, implied) {
      if (open.length === 0) handlers.close(name, implied);
      else if (inside > 0) inside--;
      else if (name === 'AlternateContent') {
        const alternate = open.pop();
        if (alternate?.lost && !alternate.fallback) throw new ZipFault('alternate content');
      } else if (name !== 'Fallback') handlers.close(name, implied);
    },
  };
}

/** Gathers many small texts, so that a search is called for some thousands of characters at once. */
import { OVERLAP } from './words.ts';

/** UTF-16 units. */
const BATCH = 32_768;
/** Between two texts: no blank, which a search for numbers passes over, and nothing that a word or a number has. */
export const BETWEEN = '\n|\n';

export interface TextSink {
  add(text: string): void;
  /** To be called once, at the end. */
  end(): void;
}

/** What stands near a word counts as near across two calls: each begins with the end of the one before. */
export function textSink(onText: (text: string) => void): TextSink {
  let gathered = '';
  let fresh = false;
  const give = (): void => {
    onText(gathered);
    gathered = gathered.slice(-OVERLAP);
    fresh = false;
  };
  return {
    add(text) {
      if (text === '') return;
      gathered += BETWEEN;
      for (let at = 0; at < text.length; at += BATCH) {
        gathered += text.slice(at, at + BATCH);
        fresh = true;
        if (gathered.length >= BATCH) give();
      }
    },
    end() {
      if (fresh) give();
    },
  };
}

/** `--at`, as people type times: with a zone, or Beijing's time without one. */
import { type Instant, localInstant, parseInstant } from '../model/index.ts';

/** Milliseconds since 1970; undefined when it is no time. */
export function parseWhen(text: string): number | undefined {
  const local = localInstant(text);
  return parseInstant(local ?? text.trim());
}

/** What was probably meant: `2026年5月1日9时30分` → `2026-05-01 09:30`. Named in the refusal, never taken. */
export function guessedWhen(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*[年月./]\s*(?=\d)/g, '-')
    .replace(/日\s*|T/g, ' ')
    .replace(/\s*[时點点](\d{1,2})分?/, ':$1')
    .replace(/\s*[时點点]整?\s*$/, ':00')
    .replace(/(\d{1,2}:)(\d)(?!\d)/, '$10$2')
    .trim();
  const local: Instant | undefined = localInstant(plain);
  return local?.slice(0, 16).replace('T', ' ');
}

/** `--at`, as people type times: with a zone, or Beijing's time without one. */
import { type Instant, instantReadings, parseInstant } from '../model/index.ts';

/** Milliseconds since 1970, read as forms are: `2026.5.1 9:30` is a time. Undefined when it is none, or may be more than one. */
export function parseWhen(text: string): number | undefined {
  const [only, other] = instantReadings(text);
  return only === undefined || other !== undefined ? undefined : parseInstant(only);
}

/** What it may mean, where that is more than one time; as it is typed. */
export function whenReadings(text: string): readonly string[] {
  const readings: readonly Instant[] = instantReadings(text);
  return readings.length < 2 ? [] : readings.map((instant) => instant.slice(0, 16).replace('T', ' '));
}

/** Formats that the schemas name. */
import { isDay, parseInstant } from '../model/index.ts';

export const FORMATS: Readonly<Record<'day' | 'instant' | 'line', (text: string) => boolean>> = {
  day: isDay,
  instant: (text) => parseInstant(text) !== undefined,
  line: (text) => !/[\r\n]/.test(text),
};

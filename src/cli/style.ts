/** Colour by stream: a terminal, NO_COLOR, FORCE_COLOR, TERM=dumb (no-color.org, force-color.org). */
import { styleText } from 'node:util';
import type { Severity } from '../model/index.ts';
import type { Stream } from './io.ts';

export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'bold', text: string) => string;

export function painter(stream: Stream, env: Readonly<Record<string, string | undefined>>, wanted: boolean): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refused = !wanted || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || env.FORCE_COLOR === '0';
  const on = forced ? wanted : stream.isTTY && !refused;
  return (style, text) => (on ? styleText(style, text, { validateStream: false }) : text);
}

export const SEVERITY_STYLE = { stop: 'red', error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>;

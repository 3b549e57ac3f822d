/** `mbpack schema [NAME]` */
import { SCHEMA_NAMES, schemaText } from '../../case/index.ts';
import { UsageError } from '../options.ts';
import type { Session } from '../session.ts';

export async function schema({ io, call, voice }: Session): Promise<number> {
  const wanted = call.argument;
  if (wanted === undefined) {
    io.stdout.write(`${SCHEMA_NAMES.join('\n')}\n`);
    return 0;
  }
  const name = SCHEMA_NAMES.find((n) => n === wanted);
  if (!name) throw new UsageError(voice.ui.usageProblems.unknownSchema(wanted, SCHEMA_NAMES.join('、')));
  io.stdout.write(schemaText(name));
  return 0;
}

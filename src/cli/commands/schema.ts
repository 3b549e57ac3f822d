/** `mbpack schema [NAME]` */
import { schemaNames, schemaText } from '../../case/index.ts';
import { column } from '../../messages/index.ts';
import { UsageError } from '../options.ts';
import type { Session } from '../session.ts';

export async function schema({ io, call, voice }: Session): Promise<number> {
  const wanted = call.argument;
  if (wanted === undefined) {
    io.stdout.write(`${schemaNames.join('\n')}\n`);
    return 0;
  }
  const text = schemaText(wanted);
  if (text === undefined) throw new UsageError(voice.ui.usageProblems.unknownSchema(column(wanted), schemaNames.join('、')));
  io.stdout.write(text);
  return 0;
}

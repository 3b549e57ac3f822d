/** Which field was meant by a name that is none. */
import { type Finding, finding, nearest } from '../model/index.ts';
import { headingKey } from './columns.ts';
import { child } from './pointer.ts';
import type { SchemaFault } from './schema-faults.ts';
import type { FaultContext } from './schema-findings.ts';
import { fieldAt, resolve } from './schemas.ts';
import { shown } from './shown.ts';

/** The right name, also for a Chinese title that was written as the name. */
export function unknownField({ pointer, params }: SchemaFault, { schema, positions }: FaultContext): Finding {
  const key = String(params.additionalProperty);
  const properties = Object.entries(fieldAt(schema, pointer)?.properties ?? {});
  const titles = new Map(properties.map(([name, field]) => [headingKey(resolve(field).title ?? name), name]));
  const byTitle = titles.get(headingKey(key));
  // 提供人 written inside the group of that title: its name is meant.
  const ofGroup = headingKey(fieldAt(schema, pointer)?.title ?? '') === headingKey(key) ? properties[0]?.[0] : undefined;
  const name =
    byTitle ??
    ofGroup ??
    nearest(
      key,
      properties.map(([n]) => n),
    ) ??
    titles.get(nearest(headingKey(key), titles.keys()) ?? '');
  const hint = name === undefined ? {} : { nearest: name, nearestTitle: fieldAt(schema, child(pointer, name))?.title ?? name };
  return finding('FIELD_UNKNOWN', 'stop', { key: shown(key), ...hint }, { at: positions.keyAt(child(pointer, key)) });
}

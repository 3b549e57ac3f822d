/** How files were taken: asked once for a batch. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { optionsOf, recordsOf } from './place.ts';
import type { Sitting } from './sitting.ts';

export interface Taking {
  readonly by: readonly string[];
  readonly at: string;
  readonly place: string;
  readonly from: string;
  readonly method: string;
  readonly system: string;
  readonly record: string;
  readonly note: string;
  /** The record is a finished paper, and entered late. */
  readonly fromRecord: string;
}

export const emptyTaking = (): Taking => ({
  by: [],
  at: '',
  place: '',
  from: '',
  method: '',
  system: '',
  record: '',
  note: '',
  fromRecord: '',
});

const TEXTS = [
  ['from', '从谁那里', '写姓名或者单位，例如：示例县某某大药房有限公司'],
  ['at', '什么时候', '北京时间，例如：2026-09-15 09:40；不填的，写固定的这一刻'],
  ['place', '在哪里', '例如：示例县某某路1号收银台'],
  ['method', '怎样取得', '例如：当事人提供、现场提取、调取'],
  ['system', '从哪个系统', '电子数据才填，例如：收银系统'],
  ['note', '要说明的', '没有的不填'],
] as const;

export function TakingForm({
  sitting,
  taking,
  onChange,
}: {
  readonly sitting: Sitting;
  readonly taking: Taking;
  onChange(taking: Taking): void;
}): ComponentChildren {
  const id = useId();
  const records = recordsOf(sitting);
  return (
    <fieldset class="card flow">
      <legend>这些文件怎样取得</legend>
      <p class="hint">只问一次。固定以后写进保管链，不能改，只能更正。</p>
      <Officers sitting={sitting} by={taking.by} label="谁取得的（两人以上）" onChange={(by) => onChange({ ...taking, by })} />
      <div class="two">
        {TEXTS.map(([name, title, hint]) => (
          <Text key={name} title={title} hint={hint} value={taking[name]} onChange={(text) => onChange({ ...taking, [name]: text })} />
        ))}
      </div>
      {records.length > 0 && (
        <div class="field">
          <label for={`${id}-record`}>哪一份笔录记着</label>
          <select
            id={`${id}-record`}
            value={taking.record}
            onChange={({ currentTarget: { value } }) => onChange({ ...taking, record: value, fromRecord: taking.fromRecord && value })}
          >
            <option value="">没有笔录</option>
            {records.map(({ recordNo, title }) => (
              <option key={recordNo} value={recordNo}>
                {recordNo}　{title}
              </option>
            ))}
          </select>
          {taking.record && (
            <label class="choices">
              <input
                type="checkbox"
                checked={taking.fromRecord !== ''}
                onChange={(e) => onChange({ ...taking, fromRecord: e.currentTarget.checked ? taking.record : '' })}
              />
              笔录早已在纸上做完，现在补录：没有写的，照笔录的人员、时间、地点写，并注明补录
            </label>
          )}
        </div>
      )}
    </fieldset>
  );
}

export function Officers({
  sitting,
  by,
  label,
  onChange,
}: {
  readonly sitting: Sitting;
  readonly by: readonly string[];
  readonly label: string;
  onChange(by: readonly string[]): void;
}): ComponentChildren {
  const officers = optionsOf(sitting, 'officer');
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      {officers.length === 0 ? (
        <p>
          还没有办案人员。<a href="#case/2">先到第1步填办案人员</a>
        </p>
      ) : (
        <span class="choices">
          {officers.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={by.includes(id)}
                onChange={(e) => onChange(e.currentTarget.checked ? [...by, id] : by.filter((other) => other !== id))}
              />
              {name}
            </label>
          ))}
        </span>
      )}
    </fieldset>
  );
}

export function Text({
  title,
  hint = '',
  value,
  onChange,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly value: string;
  onChange(text: string): void;
}): ComponentChildren {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{title}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        autocomplete="off"
        onInput={(e) => onChange(e.currentTarget.value)}
      />
    </div>
  );
}

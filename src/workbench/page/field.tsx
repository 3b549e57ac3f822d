/** A form for any of our schemas. Knows nothing of cases: schema, value and findings in, edits out; which picker belongs to a field is data. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { child, type Said, type Schema, valueAt } from './desk.ts';
import { ageNote, capitals, isMoney } from './echo.ts';
import { asText, general, type Option, optionsOf, type Place, put } from './place.ts';
import { draftAt, foundAt, save, typing } from './sitting.ts';
import { Writing } from './writing.tsx';

type Kind = 'group' | 'list' | 'checks' | 'words' | 'fixed' | 'radio' | 'select' | 'yesNo' | 'day' | 'number' | 'text' | 'line';

function kindOf({ type, items, const: fixed, enum: words, format, maxLength, properties }: Schema): Kind {
  const kind = typeof type === 'string' ? type : (type?.[0] ?? (properties ? 'object' : 'string'));
  if (fixed !== undefined) return 'fixed';
  if (kind === 'object') return 'group';
  if (kind === 'array') return items?.type === 'object' || items?.properties ? 'list' : items?.enum ? 'checks' : 'words';
  if (kind === 'boolean') return 'yesNo';
  if (kind === 'integer' || kind === 'number') return 'number';
  if (words) return words.length <= 4 ? 'radio' : 'select';
  if (format === 'day') return 'day';
  return (maxLength ?? 0) > 300 ? 'text' : 'line';
}

/** Is anything filled in? */
function holds(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null;
  return Object.values(value).some(holds);
}

const heldAt = ({ sitting, form, pointer }: Place): unknown => valueAt(sitting.forms.get(form)?.value, pointer);

export function Field(place: Place): ComponentChildren {
  const { schema } = place;
  switch (kindOf(schema)) {
    case 'group':
      return <Group {...place} />;
    case 'list':
      return <List {...place} />;
    case 'fixed':
      return null;
    default:
      return <One {...place} />;
  }
}

/** Everything of a group that its schema names. */
export function Members({ only, ...place }: Place & { readonly only?: readonly string[] | undefined }): ComponentChildren {
  const { schema, pointer } = place;
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => !only || only.includes(name));
  const ordered = only ? only.flatMap((name) => members.filter(([other]) => other === name)) : members;
  return ordered.map(([name, member]) => (
    <Field key={name} {...place} schema={member} pointer={child(pointer, name)} required={schema.required?.includes(name) ?? false} />
  ));
}

function Group(place: Place): ComponentChildren {
  const { schema, sitting, form, pointer, required } = place;
  const id = useId();
  const empty = Object.keys(schema.properties ?? {}).length === 0;
  const [open, setOpen] = useState(required || holds(heldAt(place)));
  if (empty)
    return (
      <div class="wide" data-form={form} data-pointer={pointer}>
        <p class="dim small">{schema.title}：模板包没有规定。</p>
        <Told found={foundAt(sitting, form, pointer, true)} />
      </div>
    );
  if (!open)
    return (
      <p class="row wide" data-form={form} data-pointer={pointer}>
        <button type="button" class="button low" onClick={() => setOpen(true)}>
          填写{schema.title}
        </button>
        <span class="dim small">{schema.description}</span>
      </p>
    );
  return (
    <fieldset class="card flow" id={id} data-pointer={pointer} data-form={form}>
      <legend>
        {schema.title}
        <Must required={required} />
      </legend>
      {schema.description && <p class="hint">{schema.description}</p>}
      <Told found={foundAt(sitting, form, pointer)} />
      <div class="two">
        <Members {...place} />
      </div>
    </fieldset>
  );
}

function Must({ required }: { readonly required: boolean }): ComponentChildren {
  return required ? <span class="must">（必填）</span> : <span class="must">（没有的不填）</span>;
}

const CLASS: Readonly<Record<Said['severity'], string>> = { stop: 'bad', error: 'bad', warning: 'warn', info: '' };

function Told({ id, found }: { readonly id?: string; readonly found: readonly Said[] }): ComponentChildren {
  return (
    <div id={id} aria-live="polite">
      {found.map((one) => (
        <p key={one.code + one.text} class={`said ${CLASS[one.severity]}`}>
          <span>
            <b>{one.label}：</b>
            {one.text}
            {one.hint && <span class="dim">　{one.hint}</span>}
          </span>
        </p>
      ))}
    </div>
  );
}

function One(place: Place): ComponentChildren {
  const { schema, sitting, form, pointer, required } = place;
  const id = useId();
  const kind = kindOf(schema);
  const draft = draftAt(form, pointer);
  const taken = sitting.said.at === `${form}:${pointer}` ? sitting.said.findings : [];
  const found = [...(draft?.findings ?? []), ...(draft?.findings.length ? [] : [...taken, ...foundAt(sitting, form, pointer)])];
  const bad = found.some(({ severity }) => severity === 'stop' || severity === 'error');
  const described = [schema.description ? `${id}-hint` : '', found.length > 0 ? `${id}-said` : ''].filter(Boolean).join(' ') || undefined;
  const grouped = kind === 'radio' || kind === 'checks' || kind === 'yesNo';
  const inner = { place, id, described, bad };
  return (
    <div
      class={`field ${bad ? 'bad' : ''} ${kind === 'text' || kind === 'words' || kind === 'checks' ? 'wide' : ''}`}
      data-form={form}
      data-pointer={pointer}
      {...(grouped ? { role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': described } : {})}
    >
      {grouped ? (
        <span class="label" id={`${id}-label`}>
          {schema.title}
          <Must required={required} />
        </span>
      ) : (
        <label for={id} id={`${id}-label`}>
          {schema.title}
          <Must required={required} />
        </label>
      )}
      {schema.description && (
        <p class="hint" id={`${id}-hint`}>
          {schema.description}
          {schema.examples?.length ? `例：${schema.examples.slice(0, 2).flat().join('、')}` : ''}
        </p>
      )}
      {kind === 'radio' || kind === 'yesNo' ? (
        <Radios {...inner} />
      ) : kind === 'select' ? (
        <Select {...inner} />
      ) : kind === 'checks' ? (
        <Checks {...inner} />
      ) : kind === 'words' ? (
        <Words {...inner} />
      ) : (
        <Typed {...inner} kind={kind} />
      )}
      <Told id={`${id}-said`} found={found} />
    </div>
  );
}

interface Inner {
  readonly place: Place;
  readonly id: string;
  readonly described: string | undefined;
  readonly bad: boolean;
}

/** Typing stays here until the field is left or a pause is made; an input method composes without being disturbed. */
function useTyped(
  place: Place,
  value: string,
): { text: string; onInput(e: Event): void; onBlur(e: Event): void; onCompositionEnd(e: Event): void } {
  const { form, pointer } = place;
  const draft = draftAt(form, pointer);
  const [text, setText] = useState(draft?.text ?? value);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    if (!busy.current && !draftAt(form, pointer)) setText(value);
    sent.current = value;
  }, [value]);
  const commit = (last: string): void => {
    clearTimeout(timer.current);
    busy.current = false;
    if (last === sent.current || (last === '' && value === '')) {
      typing(form, pointer, undefined);
      return;
    }
    sent.current = last;
    void put(place, last);
  };
  const read = (event: Event): void => {
    const { value: typed } = event.target as HTMLInputElement;
    setText(typed);
    busy.current = true;
    clearTimeout(timer.current);
    if ((event as InputEvent).isComposing) return;
    typing(form, pointer, typed);
    timer.current = setTimeout(() => commit(typed), PAUSE_MS);
  };
  return {
    text,
    onInput: read,
    onCompositionEnd: read,
    onBlur: (event) => busy.current && commit((event.target as HTMLInputElement).value),
  };
}

const PAUSE_MS = 900;
const CHOICE_MS = 400;

function Typed({ place, id, described, bad, kind }: Inner & { readonly kind: Kind }): ComponentChildren {
  const { schema, required, sitting, form, pointer } = place;
  const value = asText(heldAt(place));
  const { text, ...events } = useTyped(place, value);
  const common = {
    id,
    value: text,
    'aria-describedby': described,
    'aria-invalid': bad || undefined,
    'aria-required': required || undefined,
    ...events,
  };
  const choice = sitting.plan?.pickers[general(form, pointer)];
  const options = choice ? optionsOf(sitting, choice) : [];
  if (kind === 'text')
    return (
      <>
        <textarea {...common} rows={Math.min(16, Math.max(3, Math.ceil(text.length / 40)))} />
        <Writing place={place} text={text} />
      </>
    );
  return (
    <>
      <span class="row">
        <input
          {...common}
          class={widthOf(schema)}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autocomplete="off"
          list={options.length > 0 ? `${id}-options` : undefined}
        />
        {kind === 'day' && (
          <input
            type="date"
            class="w-m"
            aria-label={`${schema.title}：从日历选`}
            value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
            onChange={(event) => void put(place, event.currentTarget.value)}
          />
        )}
      </span>
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map(({ id: key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </datalist>
      )}
      <Echo schema={schema} value={value} options={options} />
    </>
  );
}

/** What a value means, said again: an amount in capitals, whose number it is, what a code stands for. */
function Echo({
  schema,
  value,
  options,
}: {
  readonly schema: Schema;
  readonly value: string;
  readonly options: readonly Option[];
}): ComponentChildren {
  const money = isMoney(schema.pattern) ? capitals(value) : undefined;
  const said = money ?? ageNote(value) ?? options.find(({ id }) => id === value)?.name;
  return said ? <p class="echo">{said}</p> : null;
}

function widthOf({ maxLength = 200, format, pattern = '' }: Schema): string {
  if (format === 'day' || format === 'instant' || /\\d/.test(pattern)) return 'w-m';
  return maxLength <= 20 ? 'w-m' : maxLength <= 60 ? 'w-l' : '';
}

const YES_NO = [
  ['true', '是'],
  ['false', '否'],
] as const;

function Radios({ place, id }: Inner): ComponentChildren {
  const { schema } = place;
  const value = asText(heldAt(place));
  const choices = schema.enum ? schema.enum.map((word) => [word, word] as const) : YES_NO;
  return (
    <span class="choices">
      {choices.map(([key, word]) => (
        <label key={key}>
          <input type="radio" name={id} checked={value === key} onChange={() => void put(place, key)} />
          {word}
        </label>
      ))}
      {value !== '' && !place.required && (
        <button type="button" class="button quiet low" onClick={() => void put(place, '')}>
          不填
        </button>
      )}
    </span>
  );
}

function Select({ place, id, described, bad }: Inner): ComponentChildren {
  const held = asText(heldAt(place));
  const words = place.schema.enum ?? [];
  // Arrow keys go through the words one by one: only the one that is stayed at is saved.
  const [chosen, choose] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const value = chosen ?? held;
  const commit = (word: string): void => {
    clearTimeout(timer.current);
    const done = (): void => choose((now) => (now === word ? undefined : now));
    if (word === held) done();
    else void put(place, word).then(done);
  };
  return (
    <select
      id={id}
      value={value}
      aria-describedby={described}
      aria-invalid={bad || undefined}
      onChange={({ currentTarget }) => {
        const word = currentTarget.value;
        choose(word);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(word), CHOICE_MS);
      }}
      onBlur={() => chosen !== undefined && commit(chosen)}
    >
      <option value="">（没有选）</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
      {value !== '' && !words.includes(value) && <option value={value}>{value}（不在可选的词里）</option>}
    </select>
  );
}

function putList({ form, pointer, schema }: Place, value: readonly string[]): void {
  void save(form, [value.length === 0 ? { op: 'remove', pointer } : { op: 'set', pointer, value }], { title: schema.title ?? '' });
}

function Checks({ place }: Inner): ComponentChildren {
  const value = (heldAt(place) as readonly string[] | undefined) ?? [];
  return (
    <span class="choices">
      {(place.schema.items?.enum ?? []).map((word) => (
        <label key={word}>
          <input
            type="checkbox"
            checked={value.includes(word)}
            onChange={(event) => putList(place, event.currentTarget.checked ? [...value, word] : value.filter((other) => other !== word))}
          />
          {word}
        </label>
      ))}
    </span>
  );
}

/** A list of short words: picked where it is known what there is, else one a line. */
function Words({ place, id, described, bad }: Inner): ComponentChildren {
  const { sitting, form, pointer, schema } = place;
  const value = ((heldAt(place) as readonly unknown[] | undefined) ?? []).map(asText);
  const kind = sitting.plan?.pickers[general(form, pointer)];
  const options = kind ? optionsOf(sitting, kind) : [];
  const [draft, setDraft] = useState<string>();
  if (options.length > 0)
    return (
      <span class="choices tall" id={id}>
        {[
          ...options,
          ...value.filter((one) => !options.some((o) => o.id === one)).map((one) => ({ id: one, name: '案件里没有这个编号' })),
        ].map((option) => (
          <label key={option.id}>
            <input
              type="checkbox"
              checked={value.includes(option.id)}
              onChange={(event) =>
                putList(place, event.currentTarget.checked ? [...value, option.id] : value.filter((other) => other !== option.id))
              }
            />
            {option.id}　{option.name}
          </label>
        ))}
      </span>
    );
  const lines = draft ?? value.join('\n');
  return (
    <textarea
      id={id}
      aria-describedby={described}
      aria-invalid={bad || undefined}
      placeholder="一行一个"
      rows={Math.max(2, lines.split('\n').length)}
      value={lines}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={({ currentTarget }) => {
        setDraft(undefined);
        const words = currentTarget.value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        if (words.join('\n') !== value.join('\n')) putList(place, words);
      }}
      data-title={schema.title}
    />
  );
}

/** A list of things: those that are filled in are one line each, the one at work is open. */
function List(place: Place): ComponentChildren {
  const { sitting, form, pointer, schema, required } = place;
  const rows = (heldAt(place) as readonly Readonly<Record<string, unknown>>[] | undefined) ?? [];
  const [open, setOpen] = useState<number>();
  const items = schema.items ?? {};
  const names = sitting.plan?.names[`${form}:${pointer}`];
  const nameOf = (row: Readonly<Record<string, unknown>> | undefined): string =>
    (names ?? Object.keys(items.properties ?? {}).slice(0, 3))
      .map((key) => row?.[key])
      .filter((part) => typeof part === 'string')
      .join('　');
  const insert = async (): Promise<void> => {
    const done = await save(form, [{ op: 'insert', pointer: child(pointer, '-'), value: {} }], { title: schema.title ?? '' });
    if (done) setOpen(rows.length);
  };
  return (
    <section class="flow wide" data-form={form} data-pointer={pointer} aria-label={schema.title}>
      <h2>
        {schema.title}（{rows.filter(holds).length}）<Must required={required} />
      </h2>
      {schema.description && <p class="hint dim small">{schema.description}</p>}
      <Told found={foundAt(sitting, form, pointer)} />
      {rows.map((row, i) => {
        const at = child(pointer, i);
        const found = foundAt(sitting, form, at, true).filter(({ severity }) => severity !== 'info');
        return open === i ? (
          <section key={at} class="card open flow" data-form={form} data-pointer={at} aria-label={`${schema.title} ${i + 1}`}>
            <div class="row apart">
              <h3>
                {i + 1}　{nameOf(row)}
              </h3>
            </div>
            <Told found={foundAt(sitting, form, at)} />
            <div class="two">
              <Members {...place} schema={items} pointer={at} required />
            </div>
            <div class="row apart">
              <button type="button" class="button" onClick={() => setOpen(undefined)}>
                填好了，收起
              </button>
              <span class="row">
                {i > 0 && (
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() =>
                      void save(form, [{ op: 'move', pointer: at, to: i - 1 }], { title: schema.title ?? '' }).then(
                        (done) => done && setOpen(i - 1),
                      )
                    }
                  >
                    上移
                  </button>
                )}
                <Removing
                  title={nameOf(row) || `第 ${i + 1} 项`}
                  onRemove={() =>
                    void save(form, [{ op: 'remove', pointer: at }], { title: schema.title ?? '' }).then(
                      (done) => done && setOpen(undefined),
                    )
                  }
                />
              </span>
            </div>
          </section>
        ) : (
          <section key={at} class="card slim" data-form={form} data-pointer={at}>
            <div class="row apart">
              <span>
                <b>{i + 1}</b>　{nameOf(row) || '（还没有填）'}
              </span>
              <span class="row">
                {found.length > 0 && (
                  <span class={`tag ${found.some(({ severity }) => severity !== 'warning') ? 'stop' : 'warn'}`}>{found.length}处要看</span>
                )}
                <button type="button" class="button low" onClick={() => setOpen(i)}>
                  更改<span class="unseen">{nameOf(row)}</span>
                </button>
              </span>
            </div>
          </section>
        );
      })}
      <p>
        <button type="button" class="button" onClick={() => void insert()}>
          再加一项{schema.title}
        </button>
      </p>
    </section>
  );
}

/** Asked once more, beside the button: nothing opens over the page. */
function Removing({ title, onRemove }: { readonly title: string; onRemove(): void }): ComponentChildren {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <fieldset class="row" aria-label={`删去${title}`}>
      <span>删去“{title}”？可以撤销。</span>
      <button type="button" class="button stop low" onClick={onRemove}>
        删去
      </button>
      <button type="button" class="button low" onClick={() => setAsked(false)}>
        不删
      </button>
    </fieldset>
  ) : (
    <button type="button" class="button quiet" onClick={() => setAsked(true)}>
      删去这一项
    </button>
  );
}

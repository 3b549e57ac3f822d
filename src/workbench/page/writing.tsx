/** Begins a text from a narrative of the pack, and fills its blanks. What the case does not say stays marked: nothing is invented. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { beginText, fillIn, piecesOf } from '../../model/to-fill.ts';
import { child, type Narrative, valueAt } from './desk.ts';
import { general, optionsOf, type Place, put } from './place.ts';
import { heldNow, type Sitting } from './sitting.ts';

/** `text`: what stands in the field now. */
export function Writing({ place, text }: { readonly place: Place; readonly text: string }): ComponentChildren {
  const pieces = piecesOf(text);
  const offered = text.trim() === '' ? narrativesFor(place) : [];
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const fill = (index: (of: string) => number, filling: string): void => {
    last.current = last.current.then(() => {
      const held = heldNow(place.form, place.pointer);
      return typeof held === 'string' && index(held) >= 0 ? put(place, fillIn(held, index(held), filling)) : undefined;
    });
  };
  if (offered.length > 0)
    return (
      <p class="row">
        <span class="dim small">用套话开头，空由您填：</span>
        {offered.map((one) => (
          <button key={one.title} type="button" class="button low" onClick={() => void put(place, begun(place, one))}>
            {one.title}
          </button>
        ))}
      </p>
    );
  const names = pieces.flatMap((piece) => ('blank' in piece ? [piece.blank] : []));
  if (names.length === 0) return null;
  let at = -1;
  return (
    <fieldset class="blanks" aria-label={`${place.schema.title ?? ''}里的空，还有${names.length}处`}>
      {pieces.map((piece, i) => {
        if ('text' in piece) return <span key={`${i}${piece.text.slice(0, 8)}`}>{piece.text}</span>;
        at++;
        // Counted from the end: a blank keeps its number while those before it are filled.
        const [name, behind] = [piece.blank, names.slice(at).filter((other) => other === piece.blank).length];
        return <Blank key={`${name}/${behind}`} name={name} onFill={(filling) => fill((held) => indexOf(held, name, behind), filling)} />;
      })}
    </fieldset>
  );
}

/** The place among a text's blanks of the one of that name with so many of it from there to the end. */
function indexOf(text: string, name: string, behind: number): number {
  const names = piecesOf(text).flatMap((piece) => ('blank' in piece ? [piece.blank] : []));
  return names.findIndex((other, i) => other === name && names.slice(i).filter((one) => one === name).length === behind);
}

function Blank({ name, onFill }: { readonly name: string; onFill(filling: string): void }): ComponentChildren {
  const [typed, setTyped] = useState('');
  const done = (): void => {
    if (typed.trim() !== '') onFill(typed.trim());
  };
  return (
    <input
      aria-label={name || '待填'}
      placeholder={name || '待填'}
      size={Math.max(4, 2 * Math.max(name.length, typed.length))}
      value={typed}
      autocomplete="off"
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
    />
  );
}

/** Those of the situation that the members beside the field say; of none in particular, all that fit any. */
function narrativesFor({ sitting, form, pointer }: Place): readonly Narrative[] {
  const field = general(form, pointer);
  const { by = [] } = sitting.plan?.writing[field] ?? {};
  const beside = valueAt(sitting.forms.get(form)?.value, parent(pointer)) as Readonly<Record<string, unknown>> | undefined;
  const codes = by.flatMap((name) => (typeof beside?.[name] === 'string' ? [beside[name]] : []));
  const rows = (sitting.plan?.narratives ?? []).filter((row) => row.field === field);
  const meant = rows.filter(({ behaviours }) => behaviours?.some((code) => codes.includes(code)));
  return [...meant, ...rows.filter(({ behaviours }) => !behaviours)];
}

const parent = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

function begun({ sitting, form, pointer }: Place, { text }: Narrative): string {
  const { known = {} } = sitting.plan?.writing[general(form, pointer)] ?? {};
  return beginText(text, (name) => {
    const path = known[name];
    return path === undefined ? undefined : saidIn(sitting, form, path.split('/').reduce(child, parent(pointer)));
  });
}

/** A value of a form in the words of a sentence; undefined where it is not filled in, or only in part. */
function saidIn(sitting: Sitting, form: string, pointer: string): string | undefined {
  const value = valueAt(sitting.forms.get(form)?.value, pointer);
  const kind = sitting.plan?.pickers[general(form, pointer)];
  const options = kind ? optionsOf(sitting, kind) : [];
  const word = (one: unknown): string => {
    const text = one === undefined || one === null ? '' : String(one);
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (day) return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
    return options.find(({ id }) => id === text)?.name ?? (kind ? '' : text);
  };
  const words = (Array.isArray(value) ? value : [value]).map(word);
  return words.length > 0 && words.every((one) => one !== '') ? words.join('、') : undefined;
}

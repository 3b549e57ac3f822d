/** 保管链: where each item stands, what happened in order, one line more by a button, and 更正 for a line that is wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Correction, NewLine } from './custody-forms.tsx';
import { type Chain, chain, type Event, type Standing } from './evidence-desk.ts';
import { SaidList } from './said.tsx';
import type { Sitting } from './sitting.ts';

type Open = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'correct'; readonly event: Event };

export function Custody({ sitting }: { readonly sitting: Sitting }): ComponentChildren {
  const [held, setHeld] = useState<Chain>();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [item, setItem] = useState('');
  const [told, setTold] = useState<Parameters<typeof SaidList>[0]['findings']>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const read = async (): Promise<void> => setHeld(await chain());
  useEffect(() => void read(), []);
  if (!held) return <p>正在读保管链。</p>;
  if (held.outcome !== 'read')
    return (
      <section class="notice stop flow" role="alert">
        <h2>保管链读不出来</h2>
        {held.outcome === 'lost' && <p>办案台程序没有回答，或者案件文件夹读不到了。已经写下的没有动。</p>}
        <SaidList findings={held.findings} />
        <button type="button" class="button" onClick={() => void read()}>
          再读一次
        </button>
      </section>
    );
  const { events, items, lines, head, findings } = held;
  if (lines === 0)
    return (
      <section class="none">
        <h2>还没有保管记录</h2>
        <p>
          证据固定以后才有。<a href="#evidence/0">先放入证据</a>
        </p>
      </section>
    );
  const done = (said: typeof told): void => {
    setTold(said);
    setOpen({ kind: 'none' });
    void read();
    heading.current?.focus();
  };
  const shown = item === '' ? events : events.filter((event) => event.items.includes(item));
  return (
    <div class="flow">
      <SaidList findings={[...told, ...findings]} />
      {open.kind === 'add' && <NewLine sitting={sitting} items={items} onDone={done} onBack={() => setOpen({ kind: 'none' })} />}
      {open.kind === 'correct' && (
        <Correction sitting={sitting} event={open.event} onDone={done} onBack={() => setOpen({ kind: 'none' })} />
      )}
      {open.kind === 'none' && (
        <p>
          <button type="button" class="button main" onClick={() => setOpen({ kind: 'add' })}>
            记一次封存、启封、移动、移交……
          </button>
        </p>
      )}
      <Standings items={items} />
      <h2 ref={heading} tabIndex={-1}>
        经过
      </h2>
      <p class="row">
        <label for="custody-item">只看</label>
        <select id="custody-item" value={item} onChange={(e) => setItem(e.currentTarget.value)}>
          <option value="">全部证据</option>
          {items.map(({ evidenceNo, title }) => (
            <option key={evidenceNo} value={evidenceNo}>
              {evidenceNo}　{title}
            </option>
          ))}
        </select>
      </p>
      <ol class="time">
        {shown.map((event) => (
          <Line key={event.seq} event={event} onCorrect={() => setOpen({ kind: 'correct', event })} />
        ))}
        <li class="later">
          <p class="at">现在</p>
          <p>
            共{lines}条，末条校验值 {(head ?? '').slice(0, 16).replace(/(.{8})/, '$1 ')}……　这里只看了记录是不是相接，没有重读证据文件。
          </p>
        </li>
      </ol>
    </div>
  );
}

function Standings({ items }: { readonly items: readonly Standing[] }): ComponentChildren {
  return (
    <table>
      <caption>各项证据现在在哪里</caption>
      <thead>
        <tr>
          <th scope="col">证据</th>
          <th scope="col">保管人</th>
          <th scope="col">地点</th>
          <th scope="col">封存</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ evidenceNo, title, holder, place, sealed, seal, out }) => (
          <tr key={evidenceNo}>
            <th scope="row">
              {evidenceNo}　{title}
            </th>
            <td>{holder || '没有记'}</td>
            <td>{out ? '已经交出' : place || '没有记'}</td>
            <td>{sealed ? `封存${seal ? `，封条 ${seal}` : ''}` : '没有封存'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More numbers than these are counted. */
const MOST_ITEMS = 6;
const MARKS = { error: '与前面对不上', warning: '有要留意的', '': '' } as const;
const STATES = { corrected: '后来更正过', void: '已作废，不算', '': '' } as const;

function Line({ event, onCorrect }: { readonly event: Event; onCorrect(): void }): ComponentChildren {
  const { seq, at, action, items, by, from, to, place, sealBefore, sealAfter, note, reason, files, state, mark, corrects, isVoid } = event;
  const named = items.length > MOST_ITEMS ? `${items.slice(0, MOST_ITEMS).join('、')}等${items.length}项` : items.join('、');
  const details = [
    from || to ? `${from || '（没有记）'}交${to || '（没有记）'}` : '',
    place ? `地点：${place}` : '',
    sealBefore ? `原封条 ${sealBefore}` : '',
    sealAfter ? `新封条 ${sealAfter}` : '',
    files > 0 ? `${files}个文件的校验值` : '',
    note ? `说明：${note}` : '',
    reason ? `理由：${reason}` : '',
  ].filter(Boolean);
  return (
    <li>
      <p class="at">
        {at}　第{seq}条
      </p>
      <p class={state === 'void' ? 'was' : ''}>
        <b>
          {action}
          {corrects === undefined ? '' : `第${corrects}条${isVoid ? '：作废' : ''}`}
        </b>
        　{named}
      </p>
      <p class="dim">
        {by.join('、')}
        {details.length > 0 && `；${details.join('；')}`}
      </p>
      {(state || mark) && (
        <p class="row">
          {state && <span class="tag warn">{STATES[state]}</span>}
          {mark && <span class={`tag ${mark === 'error' ? 'stop' : 'warn'}`}>{MARKS[mark]}</span>}
        </p>
      )}
      {corrects === undefined && action !== '成卷' && (
        <button type="button" class="button low" aria-label={`更正第${seq}条`} onClick={onCorrect}>
          更正
        </button>
      )}
    </li>
  );
}

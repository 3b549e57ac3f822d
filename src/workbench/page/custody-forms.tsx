/** One line more of the chain: what happened, or what an earlier line should have said. What it must say is judged where it is appended. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Said } from './desk.ts';
import { addLine, type Event, type Standing } from './evidence-desk.ts';
import { recordsOf } from './place.ts';
import { SaidList } from './said.tsx';
import type { Sitting } from './sitting.ts';
import { Officers, Text } from './taking.tsx';

const TITLES = {
  to: '交给谁',
  from: '从谁那里',
  place: '地点',
  sealBefore: '原来的封条号',
  sealAfter: '新的封条号',
  mediaNo: '介质编号',
  method: '方法',
  tool: '工具',
  record: '笔录编号',
  note: '说明',
} as const;
type Member = keyof typeof TITLES;
const MEMBERS = Object.keys(TITLES) as readonly Member[];

/** What is asked of each act. */
const ASKED: Readonly<Record<string, readonly Member[]>> = {
  封存: ['sealAfter', 'place', 'record', 'note'],
  启封: ['sealBefore', 'sealAfter', 'place', 'record', 'note'],
  移动: ['to', 'place', 'note'],
  检查: ['method', 'tool', 'place', 'record', 'note'],
  复制: ['mediaNo', 'method', 'tool', 'place', 'record', 'note'],
  移交: ['to', 'place', 'sealBefore', 'record', 'note'],
  接收: ['from', 'place', 'record', 'note'],
  返还: ['to', 'place', 'record', 'note'],
};

interface Ending {
  readonly sitting: Sitting;
  onDone(said: readonly Said[]): void;
  onBack(): void;
}

/** Refused: it stays on the page, with what is said of it. */
function useLine(onDone: Ending['onDone']): {
  readonly busy: boolean;
  readonly refused: readonly Said[];
  readonly lost: string;
  add(line: object): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Said[]>([]);
  const [lost, setLost] = useState('');
  return {
    busy,
    refused,
    lost,
    async add(line) {
      setBusy(true);
      const answer = await addLine(line);
      setBusy(false);
      setRefused(answer.outcome === 'refused' ? answer.findings : []);
      setLost(
        answer.outcome === 'lost'
          ? '没有回答，不知道记下没有。先看下面的经过，再决定要不要重记。'
          : answer.outcome === 'busy'
            ? '另一件事还没有做完，等一会再记。'
            : '',
      );
      if (answer.outcome === 'made') onDone(answer.findings);
    },
  };
}

function Told({ line }: { readonly line: ReturnType<typeof useLine> }): ComponentChildren {
  return (
    <div role="alert">
      {line.lost && <p class="notice stop">{line.lost}</p>}
      {line.refused.length > 0 && <p>没有记下：</p>}
      <SaidList findings={line.refused} />
    </div>
  );
}

export function NewLine({ sitting, items, onDone, onBack }: Ending & { readonly items: readonly Standing[] }): ComponentChildren {
  const [action, setAction] = useState('封存');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [by, setBy] = useState<readonly string[]>([]);
  const [at, setAt] = useState('');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const line = useLine(onDone);
  const asked = ASKED[action] ?? [];
  const given = Object.fromEntries(asked.flatMap((name) => (texts[name] ? [[name, texts[name]]] : [])));
  return (
    <section class="card open flow" aria-label="记一次">
      <h2>记一次</h2>
      <fieldset class="field">
        <legend class="label">做了什么</legend>
        <span class="choices">
          {Object.keys(ASKED).map((word) => (
            <label key={word}>
              <input type="radio" name="custody-action" checked={action === word} onChange={() => setAction(word)} />
              {word}
            </label>
          ))}
        </span>
      </fieldset>
      <fieldset class="field">
        <legend class="label">哪几项证据</legend>
        <span class="choices tall">
          {items.map(({ evidenceNo, title }) => (
            <label key={evidenceNo}>
              <input
                type="checkbox"
                checked={chosen.includes(evidenceNo)}
                onChange={(e) => setChosen(e.currentTarget.checked ? [...chosen, evidenceNo] : chosen.filter((one) => one !== evidenceNo))}
              />
              {evidenceNo}　{title}
            </label>
          ))}
        </span>
      </fieldset>
      <Officers sitting={sitting} by={by} label="谁做的（封存、启封要两人以上）" onChange={setBy} />
      <div class="two">
        <Text title="什么时候" hint="北京时间，例如：2026-09-15 09:40；不填的，写现在" value={at} onChange={setAt} />
        {asked.map((name) => (
          <Text
            key={name}
            title={TITLES[name]}
            hint={name === 'record' ? recordsHint(sitting) : ''}
            value={texts[name] ?? ''}
            onChange={(text) => setTexts({ ...texts, [name]: text })}
          />
        ))}
      </div>
      <Told line={line} />
      <p class="row">
        <button
          type="button"
          class="button main"
          disabled={line.busy}
          onClick={() => void line.add({ action, items: chosen, by, at, ...given })}
        >
          {line.busy ? '正在核对文件' : `记下这次${action}`}
        </button>
        <button type="button" class="button" onClick={onBack}>
          取消
        </button>
        <span class="small dim">记下以后不能改，只能更正。</span>
      </p>
    </section>
  );
}

function recordsHint(sitting: Sitting): string {
  const numbers = recordsOf(sitting).map(({ recordNo }) => recordNo);
  return numbers.length === 0 ? '' : `有：${numbers.join('、')}`;
}

/** What the line said stands in the fields. A field that is emptied: the line should have said nothing there. */
export function Correction({ sitting, event, onDone, onBack }: Ending & { readonly event: Event }): ComponentChildren {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [at, setAt] = useState('');
  const [items, setItems] = useState('');
  const [isVoid, setVoid] = useState(false);
  const [by, setBy] = useState<readonly string[]>([]);
  const line = useLine(onDone);
  const written = (name: Member): string => (event.altered.includes(name) ? '' : (event[name] ?? ''));
  const changed = MEMBERS.filter((name) => texts[name] !== undefined && texts[name] !== written(name));
  const corrected = {
    ...Object.fromEntries(changed.filter((name) => texts[name]?.trim() !== '').map((name) => [name, texts[name]])),
    emptied: changed.filter((name) => texts[name]?.trim() === ''),
    ...(at === '' ? {} : { at }),
    actualItems: items.split(/[\s,，、;；]+/).filter(Boolean),
  };
  return (
    <section class="card open flow" aria-label={`更正第${event.seq}条`}>
      <h2>
        更正第{event.seq}条：{event.at}　{event.action}
      </h2>
      <p class="hint">原来的一条不消失，后面添一条写明应当是什么。只改写错的，其余的不动。</p>
      <label class="choices">
        <input type="checkbox" checked={isVoid} onChange={(e) => setVoid(e.currentTarget.checked)} />
        这一条整条作废：这件事没有发生过
      </label>
      {!isVoid && (
        <div class="two">
          <Text title="实际时间" hint={`原来写的：${event.at}；没有写错的不填`} value={at} onChange={setAt} />
          <Text title="实际是哪几项证据" hint="没有写错的不填；写编号，用顿号隔开" value={items} onChange={setItems} />
          {MEMBERS.map((name) => (
            <Text
              key={name}
              title={TITLES[name]}
              hint={event.altered.includes(name) ? `原来写的：${event[name] ?? ''}` : ''}
              value={texts[name] ?? written(name)}
              onChange={(text) => setTexts({ ...texts, [name]: text })}
            />
          ))}
        </div>
      )}
      <Text title="为什么更正（必填）" hint="例如：柜号抄错" value={reason} onChange={setReason} />
      <Officers sitting={sitting} by={by} label="谁来更正（固定、提取、封存、启封要两人以上）" onChange={setBy} />
      <Told line={line} />
      <p class="row">
        <button
          type="button"
          class="button main"
          disabled={line.busy}
          onClick={() => void line.add({ action: '更正', line: event.seq, reason, by, ...(isVoid ? { void: true } : corrected) })}
        >
          记下这条更正
        </button>
        <button type="button" class="button" onClick={onBack}>
          取消
        </button>
      </p>
    </section>
  );
}

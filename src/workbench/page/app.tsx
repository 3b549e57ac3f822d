/** 办案台: the steps of the job on the left, the form in the middle, the page as it will print on the right. */
import { type ComponentChildren, h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Said, type Step, valueAt } from './desk.ts';
import { Field, Members } from './field.tsx';
import { Others } from './others.tsx';
import { PAGES } from './pages.tsx';
import { Paper } from './paper.tsx';
import { begin, begun, decide, type Sitting, undoLast, useSitting } from './sitting.ts';

const TASKS = 'tasks';
const COMMANDS: Readonly<Record<string, string>> = {
  print: '打印待签名的文书：mbpack build 案件文件夹 --draft；扫描件放进 signed 文件夹，在移送书、报告的“签章扫描件”里写明。',
  build: '制作案卷包：mbpack build 案件文件夹。',
};

function hashNow(): { readonly step: string; readonly stage: number } {
  const [step = '', stage = '0'] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { step: step || TASKS, stage: Number(stage) || 0 };
}

function App(): ComponentChildren {
  const sitting = useSitting();
  const [at, setAt] = useState(hashNow);
  const [folded, setFolded] = useState(false);
  const [menu, setMenu] = useState(false);
  const [working, setWorking] = useState({ form: 'case', words: '' });
  useEffect(() => {
    const turned = (): void => {
      setAt(hashNow());
      setMenu(false);
    };
    addEventListener('hashchange', turned);
    return () => removeEventListener('hashchange', turned);
  }, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const steps = sitting.plan?.steps ?? [];
      if (event.key === 'F8') toNext(event.shiftKey ? -1 : 1);
      else if (event.key === 'F9') setFolded(!folded);
      else if (event.altKey && event.key === '0') location.hash = TASKS;
      else if (event.altKey && /^[1-9]$/.test(event.key)) location.hash = steps[Number(event.key) - 1]?.id ?? TASKS;
      else if (event.ctrlKey && event.key === 'z' && !isTyping(event.target)) void undoLast();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  useEffect(() => {
    const entered = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const field = target.closest<HTMLElement>('[data-pointer]');
      const { form, pointer } = field?.dataset ?? {};
      if (form === undefined || pointer === undefined) return;
      const value = valueAt(sitting.forms.get(form)?.value, pointer);
      setWorking({ form, words: typeof value === 'string' ? value : '' });
    };
    addEventListener('focusin', entered);
    return () => removeEventListener('focusin', entered);
  });
  const { plan } = sitting;
  if (!plan) return <p class="none">{sitting.lost ? '办案台程序没有回答。' : '正在打开。'}</p>;
  const step = plan.steps.find(({ id }) => id === at.step);
  const paired = step !== undefined && step.stages.length > 0;
  const name = valueAt(sitting.forms.get('case')?.value, '/name');
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到正文
      </button>
      <header class="topbar">
        <a class="brand" href={`#${TASKS}`}>
          办案台
        </a>
        <p class="name">{typeof name === 'string' ? name : '还没有案件名称'}</p>
        <p class="saved" role="status">
          {savedText(sitting)}
        </p>
        <button type="button" disabled={sitting.undo === 0} onClick={() => void undoLast()}>
          撤销
        </button>
      </header>
      <div class={`shell ${paired ? 'paired' : ''} ${folded ? 'folded' : ''}`}>
        <nav class={`steps ${menu ? 'open' : ''}`} aria-label="办案步骤">
          <button type="button" aria-expanded={menu} onClick={() => setMenu(!menu)}>
            <span>{step?.title ?? '任务清单'}</span>
            <span>全部步骤</span>
          </button>
          <a class="all" href={`#${TASKS}`} aria-current={at.step === TASKS ? 'page' : undefined}>
            任务清单
          </a>
          <ol>
            {plan.steps.map((one, i) => {
              const state = stateOf(sitting, one);
              return (
                <li key={one.id}>
                  <a href={`#${one.id}`} aria-current={one.id === at.step ? 'page' : undefined}>
                    <i>{i + 1}</i>
                    <b>{one.title}</b>
                    <span class={state.tone}>{state.words}</span>
                  </a>
                </li>
              );
            })}
          </ol>
        </nav>
        <main id="main" tabIndex={-1}>
          <Others />
          <Trouble sitting={sitting} />
          {step ? <StepPage key={`${step.id}/${at.stage}`} sitting={sitting} step={step} stage={at.stage} /> : <Tasks sitting={sitting} />}
        </main>
        {paired && (
          <aside class="preview" aria-label="样张">
            <button type="button" class="unfold" onClick={() => setFolded(false)}>
              展开样张（F9）
            </button>
            <Paper sitting={sitting} form={step.stages[at.stage]?.form ?? working.form} words={working.words} />
          </aside>
        )}
      </div>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea');
}

/** The next field with something to mend, from where one stands. */
function toNext(by: 1 | -1): void {
  const bad = [...document.querySelectorAll<HTMLElement>('.field.bad')];
  const here = bad.findIndex((field) => field.contains(document.activeElement));
  const next = bad.at(here < 0 ? (by > 0 ? 0 : -1) : (here + by) % bad.length);
  next?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

function savedText({ lost, drafts, busy, saved }: Sitting): ComponentChildren {
  if (lost) return <b>程序没有回答，刚才填的还没有存</b>;
  const open = [...drafts.values()].filter(({ findings }) => findings.length > 0).length;
  if (open > 0) return <b>有{open}处没存进去</b>;
  if (busy) return '正在检查';
  return saved ? '已存盘' : '与文件一致';
}

interface State {
  readonly words: string;
  readonly tone: '' | 'good' | 'warn' | 'bad';
  readonly mend: number;
}

/** Findings that belong to a step: by the form and the first member that they name. */
function foundIn({ findings, plan }: Sitting, { id, stages }: Step): readonly Said[] {
  if (id === 'check') return findings;
  return findings.filter(({ field }) => {
    if (!field) return false;
    const [, first = ''] = field.pointer.split('/');
    return stages.some(
      ({ form, fields }) =>
        form === field.form && (!fields || fields.includes(first) || (first === '' && fields === plan?.steps[0]?.stages[0]?.fields)),
    );
  });
}

function stateOf(sitting: Sitting, step: Step): State {
  const found = foundIn(sitting, step);
  const count = (severity: Said['severity']): number => found.filter((f) => f.severity === severity).length;
  const [stops, errors, warnings] = [count('stop'), count('error'), count('warning')];
  if (step.id in COMMANDS) return { words: '用命令做', tone: '', mend: 0 };
  const forms = [...new Set(step.stages.map(({ form }) => form))].map((form) => sitting.forms.get(form)?.state);
  if (forms.includes('broken')) return { words: '读不出来', tone: 'bad', mend: 1 };
  if (stops > 0) return { words: `${stops}处阻断`, tone: 'bad', mend: stops + errors };
  if (errors > 0) return { words: `${errors}处要改`, tone: 'bad', mend: errors };
  if (warnings > 0) return { words: `${warnings}条警告`, tone: 'warn', mend: 0 };
  if (sitting.busy && sitting.documents.length === 0) return { words: '正在检查', tone: '', mend: 0 };
  return forms.length > 0 && forms.every((state) => state === 'absent')
    ? { words: '还没有填', tone: '', mend: 0 }
    : { words: '没有要改的', tone: 'good', mend: 0 };
}

function Trouble({ sitting }: { readonly sitting: Sitting }): ComponentChildren {
  const { conflict, trouble } = sitting;
  return (
    <>
      {trouble.length > 0 && (
        <section class="notice stop" role="alert">
          <h2>刚才这一处没有存进去</h2>
          {trouble.map(({ text, hint }) => (
            <p key={text}>
              {text}
              {hint}
            </p>
          ))}
        </section>
      )}
      {conflict && (
        <section class="notice warn flow" role="alert">
          <h2>这张表在别处改过了</h2>
          <p>有人用别的程序改了它。您刚才填的还没有存进去，也没有丢。</p>
          {conflict.edits.map((edit) => (
            <div key={edit.pointer} class="side-by-side card">
              <div>
                <p class="dim small">您刚才填的：{conflict.title}</p>
                <p>
                  {'text' in edit
                    ? edit.text
                    : 'value' in edit
                      ? JSON.stringify(edit.value)
                      : edit.op === 'remove'
                        ? '（删去）'
                        : '（移动）'}
                </p>
              </div>
              <div>
                <p class="dim small">文件里现在的</p>
                <p>{shownValue(valueAt(sitting.forms.get(conflict.form)?.value, edit.pointer))}</p>
              </div>
            </div>
          ))}
          <div class="row">
            <button type="button" class="button main" onClick={() => void decide(true)}>
              用我填的
            </button>
            <button type="button" class="button" onClick={() => void decide(false)}>
              用文件里的
            </button>
          </div>
        </section>
      )}
    </>
  );
}

const shownValue = (value: unknown): string =>
  value === undefined ? '（没有填）' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function Tasks({ sitting }: { readonly sitting: Sitting }): ComponentChildren {
  const steps = sitting.plan?.steps ?? [];
  const states = steps.map((step) => [step, stateOf(sitting, step)] as const);
  const mend = states.filter(([{ id }]) => id !== 'check').reduce((sum, [, state]) => sum + state.mend, 0);
  return (
    <>
      <div class="page-head">
        <h1>任务清单</h1>
        <p class="lead">{sitting.busy ? '正在检查。' : mend > 0 ? `有${mend}处要改。` : '各表没有阻断和错误；警告和提示见第7步。'}</p>
      </div>
      <ol class="tasks">
        {states.map(([step, { words, tone }], i) => (
          <li key={step.id}>
            <i>{i + 1}</i>
            <div>
              <a href={`#${step.id}`}>
                <b>{step.title}</b>
              </a>
              <p>{step.stages.map(({ title }) => title).join('、') || COMMANDS[step.id] || '全部问题，一处一条'}</p>
            </div>
            <span class={`tag ${tone === 'bad' ? 'stop' : tone}`}>{words}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function StepPage({ sitting, step, stage }: { readonly sitting: Sitting; readonly step: Step; readonly stage: number }): ComponentChildren {
  const number = (sitting.plan?.steps.indexOf(step) ?? 0) + 1;
  const shown = step.stages[stage] ?? step.stages[0];
  return (
    <>
      <div class="page-head">
        <p class="where">
          第{number}步，共{sitting.plan?.steps.length}步
        </p>
        <h1>{step.title}</h1>
      </div>
      {step.stages.length > 1 && (
        <nav class="stages" aria-label={`${step.title}的各段`}>
          {step.stages.map(({ title }, i) => (
            <a key={title} href={`#${step.id}/${i}`} aria-current={step.stages[i] === shown ? 'step' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      )}
      {shown?.page !== undefined && PAGES[shown.page] ? (
        h(PAGES[shown.page] as (typeof PAGES)[string], { sitting })
      ) : shown ? (
        <StagePage sitting={sitting} form={shown.form} fields={shown.fields} title={shown.title} />
      ) : step.id === 'check' ? (
        <Check sitting={sitting} />
      ) : (
        <p class="notice">{COMMANDS[step.id]}</p>
      )}
    </>
  );
}

function StagePage({
  sitting,
  form,
  fields,
  title,
}: {
  readonly sitting: Sitting;
  readonly form: string;
  readonly fields: readonly string[] | undefined;
  readonly title: string;
}): ComponentChildren {
  const held = sitting.forms.get(form);
  const schema = sitting.plan?.schemas[form];
  if (!held || !schema) return null;
  if (held.state === 'absent')
    return (
      <section class="none">
        <h2>这个案件还没有《{schema.title ?? title}》</h2>
        <p>需要时才填。开始填以后，案件文件夹里多一个文件。</p>
        <button type="button" class="button main" onClick={() => void begun(form)}>
          开始填
        </button>
      </section>
    );
  if (held.state === 'broken') return <Broken findings={held.findings} text={held.text} />;
  const single = fields?.length === 1 ? schema.properties?.[fields[0] ?? ''] : undefined;
  return (
    <div class="flow">
      {single && fields?.[0] !== undefined ? (
        <Field
          sitting={sitting}
          form={form}
          pointer={`/${fields[0]}`}
          schema={single}
          required={schema.required?.includes(fields[0]) ?? false}
        />
      ) : (
        <div class="two">
          <Members sitting={sitting} form={form} pointer="" schema={schema} required only={fields} />
        </div>
      )}
    </div>
  );
}

/** A form that somebody broke by hand: where, and the text with the line marked. */
function Broken({ findings, text }: { readonly findings: readonly Said[]; readonly text: string | undefined }): ComponentChildren {
  const line = Number(/:(\d+):\d+/.exec(findings[0]?.place ?? '')?.[1] ?? 0);
  const lines = text?.split(/\r?\n/) ?? [];
  const from = Math.max(0, line - 8);
  return (
    <section class="errors" role="alert">
      <h2>这张表读不出来</h2>
      <ul>
        {findings.map(({ place, text: words, hint }) => (
          <li key={place + words}>
            {place}　{words}　{hint}
          </li>
        ))}
      </ul>
      {line > 0 && (
        <pre class="lines">
          {lines.slice(from, line + 6).map((content, i) => (
            <span key={from + i} class={from + i + 1 === line ? 'at' : ''}>
              {String(from + i + 1).padStart(5)}　{content}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
      <p>用记事本打开这个文件改好，存盘后这里会自己更新。其余各步照常。</p>
    </section>
  );
}

const ORDER: readonly Said['severity'][] = ['stop', 'error', 'warning', 'info'];

function Check({ sitting }: { readonly sitting: Sitting }): ComponentChildren {
  const sorted = ORDER.flatMap((severity) => sitting.findings.filter((f) => f.severity === severity));
  return (
    <div class="flow">
      <p class="lead">{sitting.busy ? '正在检查。' : sorted.length === 0 ? '没有发现阻断、错误、警告和提示。' : `${sorted.length}条。`}</p>
      {sorted.map((f) => (
        <section
          key={f.code + f.place + f.text}
          class={`finding ${f.severity === 'stop' || f.severity === 'error' ? 'stop' : f.severity === 'warning' ? 'warn' : ''}`}
        >
          <p>
            <b>
              {f.label} {f.rule}
            </b>
            　{f.text}
          </p>
          <p class="small">
            {f.hint}　<span class="dim">{f.basis}</span>
          </p>
          <div class="row">
            {f.field && (
              <a class="button low" href={`#${placeOf(sitting, f.field)}`} onClick={() => f.field && openAt(f.field)}>
                去改
              </a>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

function placeOf({ plan }: Sitting, { form, pointer }: { readonly form: string; readonly pointer: string }): string {
  const first = pointer.split('/')[1] ?? '';
  for (const { id, stages } of plan?.steps ?? []) {
    const stage = stages.findIndex((one) => one.form === form && (!one.fields || one.fields.includes(first)));
    if (stage >= 0) return `${id}/${stage}`;
  }
  return TASKS;
}

/** The entry of a list that holds the field is opened once its stage stands there. */
function openAt({ form, pointer }: { readonly form: string; readonly pointer: string }): void {
  const tries = [...pointer.matchAll(/\//g)].map(({ index }) => pointer.slice(0, index)).concat(pointer);
  let left = 20;
  const go = (): void => {
    for (const at of tries) {
      const held = document.querySelector<HTMLElement>(`[data-form="${CSS.escape(form)}"][data-pointer="${CSS.escape(at)}"]`);
      if (held?.matches('.card.slim')) held.querySelector('button')?.click();
    }
    const found = document.querySelector<HTMLElement>(`[data-form="${CSS.escape(form)}"][data-pointer="${CSS.escape(pointer)}"]`);
    const input = found?.querySelector<HTMLElement>('input, select, textarea, button');
    if (input) {
      input.focus();
      input.scrollIntoView({ block: 'center' });
    } else if (left-- > 0) setTimeout(go, 50);
  };
  setTimeout(go, 50);
}

const root = document.getElementById('app');
if (root) {
  render(<App />, root);
  void begin();
}

/** 办案台 of a copy of a case, in this process, and what a page asks of it. */

import { uiOf } from '../../src/messages/index.ts';
import { openWorkbench } from '../../src/operations/index.ts';
import { copyOf } from '../cli/run.ts';

const NOW = Date.parse('2026-09-15T15:00:00+08:00');

export interface Served {
  readonly dir: string;
  readonly address: string;
  form(
    name: string,
  ): Promise<{ readonly state: string; readonly version: string; readonly value: Record<string, unknown>; readonly text?: string }>;
  act(name: string, asked: unknown, headers?: Record<string, string>): Promise<Response>;
  edit(form: string, edits: readonly object[], version?: string): Promise<Answered>;
  close(): Promise<void>;
}

export interface Answered {
  readonly outcome: string;
  readonly now?: { readonly version: string; readonly value: Record<string, unknown> };
  readonly findings?: readonly { readonly code: string }[];
}

export const OWN = { 'Content-Type': 'application/json', 'X-Mbpack': '1' };

/** `template`: the folder of a pack, as province staff give it. */
export async function served(dir = copyOf(), template?: string): Promise<Served> {
  const running = await openWorkbench({
    dir,
    template,
    port: 0,
    now: () => NOW,
    clock: () => NOW,
    version: '0.2.0',
    words: uiOf('zh-CN').preview.page,
    say: ({ code, severity, rule = '' }) => ({ code, severity, rule, label: '', place: '', text: '', basis: '', hint: '' }),
  });
  const { address } = running;
  const act: Served['act'] = (name, asked, headers = OWN) =>
    fetch(`${address}${name}`, { method: 'POST', headers, body: typeof asked === 'string' ? asked : JSON.stringify(asked) });
  const form: Served['form'] = async (name) => {
    const { forms } = (await (await fetch(`${address}forms`)).json()) as {
      forms: (Awaited<ReturnType<Served['form']>> & { form: string })[];
    };
    return forms.find((one) => one.form === name) as Awaited<ReturnType<Served['form']>>;
  };
  return {
    dir,
    address,
    form,
    act,
    edit: async (name, edits, version) =>
      (await (await act('edit', { form: name, version: version ?? (await form(name)).version, edits })).json()) as Answered,
    close: running.close,
  };
}

/** `mbpack open CASE`: 办案台, the case in a browser of this machine, until Ctrl-C. */
import { spawn } from 'node:child_process';
import { column } from '../../messages/index.ts';
import { openWorkbench } from '../../operations/index.ts';
import { type Serving, serve } from '../serving.ts';
import type { Session } from '../session.ts';

export function open(session: Session): Promise<number> {
  const { call, voice } = session;
  const { workbench } = voice.ui;
  const serving: Serving = {
    command: 'open',
    start: openWorkbench,
    words: voice.ui.preview.page,
    ready: workbench.ready(column(call.argument ?? '')),
    ended: workbench.ended,
    opened: call.options.browser ? openBrowser : undefined,
  };
  return serve(session, serving);
}

/** The system's own way to open an address; where it has none the address on the screen is enough. */
function openBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', '""', address] : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(program as string, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}

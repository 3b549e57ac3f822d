/** `mbpack preview CASE`: a page of this machine that shows the documents at every save, until Ctrl-C. */
import { previewCase } from '../../operations/index.ts';
import { serve } from '../serving.ts';
import type { Session } from '../session.ts';

export function preview(session: Session): Promise<number> {
  const { ready, ended, page } = session.voice.ui.preview;
  return serve(session, { command: 'preview', start: previewCase, words: page, ready, ended });
}

/** `--file-list FILE` of check and build: what the screen names some of, written whole. */
import { fileListText, typed } from '../../messages/index.ts';
import type { Finding } from '../../model/index.ts';
import { guardFileList, writeFileList } from '../../operations/index.ts';
import type { Session } from '../session.ts';

function optionsOf({ call: { argument = '', options } }: Session) {
  return options.fileList === undefined ? undefined : { dir: argument, output: options.fileList, overwrite: options.force };
}

/** Before anything is read. @throws Fault TARGET_* */
export function guardList(session: Session): void {
  const options = optionsOf(session);
  if (options) guardFileList(options);
}

/** What is said of it; nothing where none was asked for. @throws Fault TARGET_* */
export async function listedText(session: Session, findings: readonly Finding[]): Promise<string | undefined> {
  const options = optionsOf(session);
  if (!options) return undefined;
  const { ui, language } = session.voice;
  const told = findings.find((f) => f.code === 'FILES_NEED_EYES');
  if (!told || told.args.count === 0) return ui.fileListEmpty;
  const path = await writeFileList(options, fileListText(told, language));
  return ui.fileListWritten(typed(path), told.args.count);
}

/** Which document a finding speaks of, and the source line where it stands. */
import { formFileNames, type LoadedCase } from '../../case/index.ts';
import { type DocumentId, type Finding, FORM_NAMES, type Place } from '../../model/index.ts';
import type { LoadedPack } from '../../pack/index.ts';
import type { Found } from './protocol.ts';

/** Forms that one document prints. */
const BY_FORM: Readonly<Record<string, DocumentId>> = {
  transfer: 'transfer',
  investigation: 'investigation',
  items: 'items',
  receipt: 'receipt',
  supervision: 'supervision',
  custody: 'custody',
  internal: 'approval',
};

/** Lists of `records` and the documents that print them. */
const BY_LIST: Readonly<Record<string, DocumentId>> = {
  extractions: 'extraction',
  scenes: 'scene',
  preservations: 'preservation',
  copies: 'copy',
  derivations: 'derivation',
  defects: 'statement',
};

interface Known {
  readonly loaded?: LoadedCase | undefined;
  readonly pack?: LoadedPack | undefined;
  /** Where the finding came up in rendering one document. */
  readonly document?: DocumentId;
}

export function foundIn(findings: readonly Finding[], { loaded, pack, document }: Known): Found[] {
  return findings.map((finding) => {
    const { at } = finding;
    const line = at && (loaded?.excerpt(at) ?? templateLine(at, pack));
    const spoken = document ?? documentAt(at, pack);
    const field = at && fieldAt(at);
    return {
      finding,
      ...(line === undefined ? {} : { line }),
      ...(spoken === undefined ? {} : { document: spoken }),
      ...(field ? { field } : {}),
    };
  });
}

/** The value in a form that a place in a text file is. */
function fieldAt(at: Place): Found['field'] {
  if (!('pointer' in at)) return undefined;
  const form = FORM_NAMES.find((name) => formFileNames(name).some((file) => at.file === file || at.file.endsWith(`/${file}`)));
  return form && { form, pointer: at.pointer };
}

function templatesOf(pack: LoadedPack): readonly { readonly id: DocumentId; readonly file: string; readonly text: string }[] {
  return pack.pack.documents.flatMap(({ id }) => {
    try {
      return [{ id, ...pack.template(id) }];
    } catch {
      return [];
    }
  });
}

function templateLine(at: Place, pack: LoadedPack | undefined): string | undefined {
  if (!pack || !('line' in at)) return undefined;
  return templatesOf(pack)
    .find(({ file }) => file === at.file)
    ?.text.split(/\r?\n/)[at.line - 1];
}

function documentAt(at: Place | undefined, pack: LoadedPack | undefined): DocumentId | undefined {
  if (!at || !('file' in at)) return undefined;
  const template = pack && at.file.endsWith('.hbs') ? templatesOf(pack).find(({ file }) => file === at.file) : undefined;
  if (template) return template.id;
  const form = /([^/\\]+)\.(?:ya?ml|json|jsonl|xlsx)$/.exec(at.file)?.[1] ?? '';
  const list = 'pointer' in at ? (at.pointer.split('/')[1] ?? '') : '';
  return form === 'records' ? BY_LIST[list] : BY_FORM[form];
}

/** A pack's templates, each compiled once, and what is wrong with them before and against data. */
import type { DocumentId, Finding } from '../model/index.ts';
import type { LoadedPack, PackTemplate } from '../pack/index.ts';
import type { RenderInput } from './input.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';
import { templateFinding } from './template-findings.ts';
import { wholeView } from './views/index.ts';
import { seenBy } from './visible.ts';

/** All that is wrong with a pack's templates before any data is seen. */
export async function checkTemplates(pack: LoadedPack): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of pack.pack.documents) findings.push(...(await templateUse(pack, id)).faults);
  return findings;
}

export interface TemplateUse {
  readonly faults: readonly Finding[];
  /** Wording and parts of the pack that it uses, and whether it prints fields that a pack adds. */
  readonly words: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly local: boolean;
}

/** One template, before any data is seen. */
export async function templateUse(pack: LoadedPack, id: DocumentId): Promise<TemplateUse> {
  const { faults, words, parts, local } = await compiled(pack.template(id), pack);
  return { faults: faults.map((f) => templateFinding(f)), words, parts, local };
}

/** All fields that a template asks for in vain, of data that it would be filled with. */
export async function fieldFaults(id: DocumentId, input: RenderInput): Promise<readonly Finding[]> {
  const declared = input.pack.pack.documents.find((d) => d.id === id) ?? { id, title: id };
  const template = await compiled(input.pack.template(id), input.pack);
  return template.probe(wholeView(declared, seenBy(declared, input))).map((f) => templateFinding(f));
}

/** By pack and template: what a template means depends on the parts and the wording around it. */
const templates = new WeakMap<LoadedPack, Map<string, Promise<CompiledTemplate>>>();

export function compiled({ text, file }: PackTemplate, pack: LoadedPack): Promise<CompiledTemplate> {
  const own = templates.get(pack) ?? new Map<string, Promise<CompiledTemplate>>();
  templates.set(pack, own);
  const { partial, partialNames } = pack;
  const template = own.get(text) ?? compileTemplate({ text, file }, { partial, partialNames, words: Object.keys(pack.pack.strings ?? {}) });
  own.set(text, template);
  return template;
}

/** open: 办案台, the case in a browser of this machine. The server, the watch and the rendering thread are those of `preview`. */
import { expandedSchema, type FieldSchema, folderSource, localSchema, roughCase, type SchemaName } from '../../case/index.ts';
import {
  BEHAVIOURS,
  Fault,
  type Finding,
  FORM_NAMES,
  type FormName,
  LOCAL_FORMS,
  type LocalForm,
  type TemplatePack,
} from '../../model/index.ts';
import { findPack, loadPack } from '../../pack/index.ts';
import { loadWorkbench, type Tools } from '../../preview/index.ts';
import { type Preview, type PreviewOptions, previewCase } from '../preview/preview.ts';
import { custodyTools } from './custody-tools.ts';
import { type Desk, type DeskAnswer, type DeskEdit, type DeskForm, openDesk } from './desk.ts';
import { evidenceTools } from './evidence-tools.ts';
import { quickFindings } from './quick.ts';
import { screens } from './screens.ts';
import { type OpenSitting, openSitting } from './sitting.ts';
import { openWork } from './work.ts';

export interface WorkbenchOptions extends PreviewOptions {
  /** The machine's clock, milliseconds since 1970: what is entered into the log bears it, whatever `now` says. */
  readonly clock: () => number;
  /** Of this program. */
  readonly version: string;
}

/** @throws Fault NOT_A_CASE_FOLDER, PREVIEW_PORT_BUSY */
export async function openWorkbench(options: WorkbenchOptions): Promise<Preview> {
  const packNow = (): Promise<TemplatePack | undefined> => packOf(options);
  const desk = openDesk(options.dir, async (form) => localOf(await packNow(), form));
  const quick = async (): Promise<readonly object[]> => {
    const { dir, template, now, say } = options;
    const found = await quickFindings({ dir, template, now: now() });
    return found.map(({ finding, line, field }) => ({ ...say(finding, line), field }));
  };
  const said = (findings: readonly Finding[]): readonly object[] => findings.map((finding) => options.say(finding, undefined));
  const shown = (form: DeskForm): object => ({ ...form, findings: said(form.findings) });
  const clock = (): number => Math.floor(options.clock() / 1000) * 1000;
  const { dir } = options;
  const work = openWork(said);
  const sitting = openSitting(dir, clock);
  const evidence = evidenceTools({ dir, clock, tool: `mbpack ${options.version}`, said, work });
  const tools = oneOf([
    formTools(desk, { packNow, quick }, { shown, said }),
    evidence,
    custodyTools({ dir, clock, said, work }),
    sittingTools(sitting),
  ]);
  const running = await previewCase({ ...options, pages: loadWorkbench(), tools }).catch((error: unknown) => {
    sitting.close();
    throw error;
  });
  return {
    address: running.address,
    async close() {
      work.stop();
      sitting.close();
      await running.close();
    },
  };
}

const sittingTools = (sitting: OpenSitting): Tools => ({
  look: (name) => (name === 'others' ? Promise.resolve({ others: sitting.others() }) : undefined),
  act: () => undefined,
});

/** The first that knows the name. */
function oneOf(all: readonly Tools[]): Tools {
  const first = <T>(ask: (tools: Tools) => T | undefined): T | undefined => {
    for (const tools of all) {
      const answer = ask(tools);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    look: (name) => first((tools) => tools.look(name)),
    act: (name, asked) => first((tools) => tools.act(name, asked)),
    take: (name, sent) => first((tools) => tools.take?.(name, sent)),
    show: (name, id) => first((tools) => tools.show?.(name, id)),
  };
}

/** As the case names it now; none where it cannot be read: the check says why. */
async function packOf({ dir, template }: PreviewOptions): Promise<TemplatePack | undefined> {
  try {
    if (template !== undefined) return findPack(template).pack;
    const { main } = await roughCase(folderSource(dir, { bare: true }));
    return main.pack === undefined ? undefined : loadPack(main.pack).pack;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function localOf(pack: TemplatePack | undefined, form: FormName): FieldSchema | undefined {
  const group = LOCAL_FORMS.includes(form as LocalForm) ? pack?.fields?.[form as LocalForm] : undefined;
  return group && localSchema(group);
}

interface Words {
  readonly shown: (form: DeskForm) => object;
  readonly said: (findings: readonly Finding[]) => readonly object[];
}

interface Asked {
  readonly packNow: () => Promise<TemplatePack | undefined>;
  readonly quick: () => Promise<readonly object[]>;
}

function formTools(desk: Desk, { packNow, quick }: Asked, { shown, said }: Words): Tools {
  const answered = async (answer: Promise<DeskAnswer>): Promise<object> => {
    const got = await answer;
    if (got.outcome === 'refused') return { ...got, findings: said(got.findings) };
    return { ...got, now: shown(got.now), ...(got.outcome === 'made' ? { said: said(got.said) } : {}) };
  };
  return {
    look(name) {
      if (name === 'plan') return packNow().then(plan);
      if (name === 'forms') return desk.forms().then((forms) => ({ forms: forms.map(shown), undo: desk.undoable }));
      if (name === 'quick') return quick().then((findings) => ({ findings }));
      return undefined;
    },
    act(name, asked) {
      const { form, version, edits } = (asked ?? {}) as Readonly<Record<string, unknown>>;
      if (name === 'undo') return answered(desk.undo());
      if (!isForm(form)) return undefined;
      if (name === 'add') return answered(desk.add(form));
      if (name !== 'edit' || typeof version !== 'string' || !Array.isArray(edits)) return undefined;
      const wanted = edits.map(editOf);
      return wanted.every((edit) => edit !== undefined) ? answered(desk.edit(form, version, wanted)) : undefined;
    },
  };
}

function plan(pack: TemplatePack | undefined): object {
  const schemas = Object.fromEntries(
    FORM_NAMES.map((form) => [form, withLocal(expandedSchema(form satisfies SchemaName), localOf(pack, form))]),
  );
  return {
    schemas,
    ...screens(),
    behaviours: BEHAVIOURS.map(({ code, text }) => ({ code, text })),
    narratives: pack?.narratives ?? [],
  };
}

/** A form with the pack's own fields where `local` stands; without any, with nothing to fill in there. */
function withLocal(schema: FieldSchema, local: FieldSchema | undefined): FieldSchema {
  const { local: own, ...properties } = schema.properties ?? {};
  if (!own) return schema;
  return { ...schema, properties: { ...properties, local: local ? { ...own, ...local } : own } };
}

function isForm(name: unknown): name is FormName {
  return FORM_NAMES.includes(name as (typeof FORM_NAMES)[number]);
}

/** Undefined: no edit. What it says of a value, the schema judges. */
function editOf(asked: unknown): DeskEdit | undefined {
  const { op, pointer, text, value, to } = (asked ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof pointer !== 'string' || !/^(?:\/[^/]{1,200}){1,24}$/.test(pointer)) return undefined;
  if (op === 'remove') return { op, pointer };
  if (op === 'move') return Number.isSafeInteger(to) ? { op, pointer, to: to as number } : undefined;
  if (op !== 'set' && op !== 'insert') return undefined;
  if (typeof text === 'string') return { op, pointer, text };
  return value === undefined ? undefined : { op, pointer, value };
}

/** The parts of an Office package and how they point at each other (ECMA-376 part 2 §6.3, §6.5), in its transitional and its strict namespaces. */
import type { PackedFile } from './packed-file.ts';
import { scanPart } from './xml-part.ts';
import { ZipFault } from './zip-fault.ts';
import { plainPath, type ZipPart } from './zip-parts.ts';

export type Parts = ReadonlyMap<string, ZipPart>;

export interface Relation {
  /** Last segment of its type: `worksheet`. */
  readonly type: string;
  /** Name of a part, or undefined where it points outside the package or at no part. */
  readonly part: ZipPart | undefined;
}

const RELATIONS_BYTES = 16 * 1024 * 1024;

export const CONTENT_TYPES = '[content_types].xml';
const nothing = (): void => {};

/** By their ids; none where the part points at nothing. `name`: of the part, empty for the package itself. @throws ZipFault */
export async function relationsOf(file: PackedFile, parts: Parts, name: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const links = new Map<string, Relation>();
  const part = parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`);
  if (!part) return links;
  await scanPart(
    file,
    part,
    {
      open(element, { Id, Type, Target, TargetMode }) {
        if (element !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
        if (links.has(Id)) throw new ZipFault('two relations of one id');
        links.set(Id, {
          type: Type.slice(Type.lastIndexOf('/') + 1),
          part: TargetMode === 'External' ? undefined : targetOf(parts, folder, Target),
        });
      },
      text: nothing,
      close: nothing,
    },
    { bytes: RELATIONS_BYTES },
  );
  return links;
}

/** Some write backslashes, percent signs for what is no ASCII, or a path from the root without its slash. */
function targetOf(parts: Parts, folder: string, target: string): ZipPart | undefined {
  const path = target.replaceAll('\\', '/').replace(/#.*$/s, '');
  const forms = [path, decoded(path)];
  const whole = forms.map((form) => (form.startsWith('/') ? form : folder + form));
  for (const form of [...whole, ...forms]) {
    const part = parts.get(plainPath(form));
    if (part) return part;
  }
  return undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Content types by name of part, lower-case; of what has none of its own by the ending of its name. @throws ZipFault */
export async function contentTypes(file: PackedFile, parts: Parts): Promise<(name: string) => string> {
  const own = new Map<string, string>();
  const byEnding = new Map<string, string>();
  const part = parts.get(CONTENT_TYPES);
  if (part)
    await scanPart(
      file,
      part,
      {
        open(element, { PartName, Extension, ContentType = '' }) {
          if (element === 'Override' && PartName !== undefined)
            own.set(plainPath(PartName.replaceAll('\\', '/')), ContentType.toLowerCase());
          else if (element === 'Default' && Extension !== undefined) byEnding.set(Extension.toLowerCase(), ContentType.toLowerCase());
        },
        text: nothing,
        close: nothing,
      },
      { bytes: RELATIONS_BYTES },
    );
  return (name) => own.get(name) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
}

/** Content type of the main part of a workbook, a template or one with macros. */
const WORKBOOK_TYPE = /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template|addin)\.macroenabled\.main\+xml/;
const USUAL_MAIN = 'xl/workbook.xml';

/** The main part of a workbook: the one that the package points at, whatever it is called. Undefined where it is none. @throws ZipFault */
export async function workbookPart(file: PackedFile, parts: Parts): Promise<ZipPart | undefined> {
  const pointed = [...(await relationsOf(file, parts, '')).values()].filter(({ type }) => type === 'officeDocument');
  if (pointed.length > 1) throw new ZipFault('two main parts');
  const main = pointed[0]?.part ?? parts.get(USUAL_MAIN);
  if (main?.name === USUAL_MAIN) return main;
  const types = await contentTypes(file, parts);
  const isWorkbook = ({ name }: ZipPart): boolean => WORKBOOK_TYPE.test(types(name));
  return main ? [main].find(isWorkbook) : [...parts.values()].find(isWorkbook);
}

/** What `--only` names: a document of the pack that can be made by itself. */
import { fault, type PackDocument, type TemplatePack } from '../model/index.ts';

/** 校验单 and 登记表 have nothing to say before there is a dossier, 固定清单 nothing beside `collect`, 核验记录 nothing beside `verify`; as blank forms they have. */
const MADE_ELSEWHERE: readonly string[] = ['slip', 'register', 'fixing', 'verification'];

/** By id, by title, or by what only one title ends in or holds: 书面报告, 提取笔录. @throws Fault DOCUMENT_NAME_UNKNOWN */
export function documentNamed(name: string, { documents }: TemplatePack, blank = false): PackDocument {
  const alone = documents.filter(({ id }) => blank || !MADE_ELSEWHERE.includes(id));
  const word = name.trim().replace(/^《|》$/g, '');
  const exact = alone.find(({ id, title }) => id === word.toLowerCase() || title === word);
  if (exact) return exact;
  const ending = alone.filter(({ title }) => title.endsWith(word));
  const holding = alone.filter(({ title }) => title.includes(word));
  const only = [...word].length < 2 ? undefined : [ending, holding].find(({ length }) => length === 1)?.[0];
  if (only) return only;
  throw fault('DOCUMENT_NAME_UNKNOWN', 2, { name, known: alone.map(({ id, title }) => `${id}（${title}）`).join('、') });
}

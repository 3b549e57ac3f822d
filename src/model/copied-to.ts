/** To whom copies of the letter go. */
import type { TemplatePack } from './pack.ts';

const SAME_LEVEL = '同级';

/**
 * Whom the case names, and whom its pack always copies (`ccAlways`): not twice, and 同级人民检察院 not beside a 人民检察院 that the case
 * names. With no one in the case, those of `cc`.
 */
export function copiedTo(named: readonly string[], usual: TemplatePack['recipients']): readonly string[] {
  const always = (usual?.ccAlways ?? []).filter((name) => !named.some((other) => isMeant(name, other)));
  const chosen = named.length > 0 || usual?.ccAlways !== undefined ? named : (usual?.cc ?? []);
  return [...chosen, ...always];
}

/** A name, or 同级 and what kind of organ. */
export function isMeant(name: string, organ: string): boolean {
  return name === organ || (name.startsWith(SAME_LEVEL) && organ.endsWith(name.slice(SAME_LEVEL.length)));
}

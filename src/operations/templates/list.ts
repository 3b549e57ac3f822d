/** templates list: what is installed. */
import { Fault, type Finding } from '../../model/index.ts';
import { installedPacks, readPack } from '../../pack/index.ts';

export interface InstalledPack {
  readonly id: string;
  /** Empty where the pack cannot be read. */
  readonly title: string;
  readonly version: string;
  readonly parent: string;
  readonly sha256: string;
}

export function listPacks(): { readonly packs: readonly InstalledPack[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const packs = installedPacks().map((id): InstalledPack => {
    try {
      const { loaded, layers, findings: found } = readPack({ id });
      findings.push(...found);
      const own = layers[0]?.pack;
      return { id, title: own?.title ?? '', version: own?.version ?? '', parent: own?.extends ?? '', sha256: loaded?.sha256 ?? '' };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      findings.push(error.finding);
      return { id, title: '', version: '', parent: '', sha256: '' };
    }
  });
  return { packs, findings };
}

/** When documents can be compared with the data, and what is said when they cannot. */
import { type DossierIndex, type Finding, finding } from '../model/index.ts';
import type { Machine } from './machine.ts';

/** May the documents be compared on this machine: the pack of the recorded digest, the engine of the recorded version? */
export function comparable({ template, engine }: DossierIndex, machine: Pick<Machine, 'recordedPack' | 'engine'>): Finding | undefined {
  const recorded = `${template.id} ${template.version}`;
  const pack = machine.recordedPack(template);
  if (!pack) return notCompared('pack', recorded, '');
  if (pack.sha256 !== template.sha256) {
    const installed = `${pack.pack.id} ${pack.pack.version} (${pack.sha256.slice(0, 8)})`;
    return notCompared('pack', `${recorded} (${template.sha256.slice(0, 8)})`, installed);
  }
  const here = machine.engine();
  if (engine.name === here.name && engine.version === here.version) return undefined;
  return notCompared('engine', `${engine.name} ${engine.version}`, `${here.name} ${here.version}`);
}

export function notCompared(reason: 'pack' | 'engine' | 'fault' | 'browser', recorded: string, installed: string): Finding {
  // Whoever seals a changed dossier again may name any engine: what the dossier names must not make a clean answer of no comparison.
  // A browser compares the documents of no dossier: that says nothing against this one, and 文书比对 says it in its own words.
  return finding('DOCUMENTS_NOT_COMPARED', reason === 'browser' ? 'info' : 'warning', { reason, recorded, installed });
}

/** Which entries of a dossier are renderings. */
export function renderings(index: DossierIndex): readonly string[] {
  return index.files.filter((f) => f.role === 'document').map((f) => f.path);
}

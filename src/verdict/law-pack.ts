/** By which pack the law of a dossier is read here, and what is said when that is not the pack which its index records. */
import { type DossierIndex, type Finding, finding } from '../model/index.ts';
import type { KnownPack, Machine } from './machine.ts';

/** The pack by which the law is read when none of the recorded id is here. */
const FALLBACK_PACK = 'national';

export interface LawPack {
  readonly known: KnownPack;
  /** Is it the recorded one, by its digest? Only then are its own fields those that the case was filled in by. */
  readonly recorded: boolean;
  readonly findings: readonly Finding[];
}

/** A pack of the recorded id in another version still knows its province's periods and thresholds; one of another id does not. */
export function lawPack(index: DossierIndex | undefined, machine: Pick<Machine, 'recordedPack' | 'fallbackPack' | 'isGiven'>): LawPack {
  const fallback = (): KnownPack => machine.fallbackPack(FALLBACK_PACK);
  if (!index) return { known: fallback(), recorded: false, findings: [] };
  const { id, version, sha256 } = index.template;
  const found = machine.recordedPack(index.template);
  if (found?.sha256 === sha256) return { known: found, recorded: true, findings: [] };
  const known = found?.pack.id === id ? found : fallback();
  const recorded = { recorded: `${id} ${version}`, recordedSha256: sha256, used: named(known) };
  const told = found
    ? finding('BY_OTHER_PACK', 'warning', {
        ...recorded,
        given: machine.isGiven?.(found) ?? false,
        found: named(found),
        foundSha256: found.sha256,
      })
    : finding('BY_NATIONAL_PACK', 'warning', recorded);
  return { known, recorded: false, findings: [told] };
}

function named({ pack: { id, version } }: KnownPack): string {
  return `${id} ${version}`;
}

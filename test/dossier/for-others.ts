/** A dossier whose names and contents other programs have trouble with, and what was said of one that came back from them. */
import type { BagCheck } from '../../src/dossier/disk/index.ts';
import type { WrittenDossier } from '../../src/dossier/write/index.ts';
import { build, scratch } from './fixture.ts';

export const buildForOthers = (): Promise<WrittenDossier> =>
  build(scratch(), {
    evidence: {
      '病历/入院记录.txt': '某某医院 入院记录\n'.repeat(500),
      '空.txt': '',
      'Cafés/Résumé.txt': 'précis\n',
      'big.bin': new Uint8Array(3_000_000).map((_, i) => (i * i) >> 9),
    },
  });

export const said = ({ findings }: BagCheck) => findings.filter((f) => f.severity === 'warning').map((f) => f.code);

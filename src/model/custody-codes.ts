/** A fault of the state machine → a finding of the catalogue. */
import type { CustodyFault, CustodyFaultKind } from './custody-item.ts';

export const STEP_CODES = {
  first: 'CUSTODY_FIRST_EVENT',
  twice: 'CUSTODY_COLLECTED_TWICE',
  holder: 'CUSTODY_HOLDER_DIFFERS',
  gap: 'CUSTODY_GAP',
  giver: 'CUSTODY_GIVER_NOT_HOLDER',
  seal: 'CUSTODY_SEAL_DIFFERS',
  sealUnnamed: 'CUSTODY_SEAL_UNNAMED',
  notSealed: 'CUSTODY_NOT_SEALED',
  sealedTwice: 'CUSTODY_SEALED_TWICE',
  sealNumber: 'CUSTODY_SEAL_NUMBER_MISSING',
  out: 'CUSTODY_AFTER_LEAVING',
  time: 'CUSTODY_TIME_BACK',
  twoPlaces: 'CUSTODY_TWO_PLACES',
  onePerson: 'CUSTODY_ONE_PERSON',
} as const satisfies Record<CustodyFaultKind, string>;

/** The arguments of its sentence. */
export function stepArgs({ line, action, item = '', expected = '', found = '', since = 0 }: CustodyFault) {
  return { line, action, item, expected, found, since, evidence: item === '' ? [] : [item] };
}

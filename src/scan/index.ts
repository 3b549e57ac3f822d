/** The scan room: whether the scan of a signed paper is whole and readable, and which check code its pages bear. Reads, never writes. */
export { lookAtScans } from './in-worker.ts';
export type { ScanFault, ScanLook, Unseen } from './look.ts';

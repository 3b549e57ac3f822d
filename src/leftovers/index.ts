/**
 * Temporary files and locks that a killed run leaves behind: named after the process that made them, so that the next
 * run can tell what nobody holds any more from what another process is writing at this moment.
 */
export { isOwnMark, type Leftover, leftoversIn, removeLeftovers, sittingName, sittingOwner, temporaryName } from './files.ts';
export { ownerText, type Standing, standingOf } from './owner.ts';

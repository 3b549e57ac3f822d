/** The program as files: where it stands, which one it is, and how its threads begin. */

export { type Asking, type LimitedThread, limitedThread, type ThreadLimits } from './limited-thread.ts';
export { type ProgramDigest, programDigest, programList } from './own-digest.ts';
export { pageDigest } from './page-digest.ts';
export { OWN_FILES, OWN_LIST } from './place.ts';
export { startThread, type ThreadName } from './thread.ts';
export { ownVersion } from './version.ts';

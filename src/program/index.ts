/** The program as files: where it stands, which one it is, and how its threads begin. */

export { type ProgramDigest, programDigest } from './own-digest.ts';
export { startThread, type ThreadName } from './thread.ts';

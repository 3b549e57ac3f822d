/** The program as files: where it stands, and which one it is. */
export { type ProgramDigest, programDigest } from './own-digest.ts';

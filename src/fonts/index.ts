/** Fonts: files, what each is trusted to draw, and which face draws a character in a role. */
export type { Face, Subset } from './face.ts';
export { fontDigests } from './files.ts';
export { type Drawn, type FontSet, fontSet, type OwnFonts, ROLES, type Role } from './font-set.ts';

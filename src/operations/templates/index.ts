/** What one does with template packs. */
export { checkPackage, type PackCheck, type PackCheckOptions } from './check.ts';
export { type InstalledPack, listPacks } from './list.ts';
export { type NewPack, newPack } from './new.ts';

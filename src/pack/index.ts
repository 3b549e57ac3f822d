/** Template packs: found, loaded, inherited and digested. */
export { installedPacks, type LoadedPack, loadPack, type PackTemplate } from './load.ts';

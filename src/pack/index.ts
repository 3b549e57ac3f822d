/** Template packs: found, loaded, inherited and digested. */

export { packFolders } from './folders.ts';
export { installedPacks, type LoadedPack, loadPack, type PackTemplate } from './load.ts';

/** Template packs: found, loaded, inherited and digested. */

export { archived } from './archive.ts';
export { packFolders } from './folders.ts';
export { installedPacks, type Layer, type PackPlace, placeOfPack, ROOT as PACK_ROOT } from './layers.ts';
export { findPack, type LoadedPack, loadPack, type PackFont, type PackReading, type PackTemplate, readPack } from './load.ts';
export { givenPacks, type RecordedPack, recordedPack, releasedPacks } from './recorded.ts';

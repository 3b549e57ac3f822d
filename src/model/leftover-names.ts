/** Names of what systems, file stores and programs leave in folders of their own accord; the one list. */

/** Files, and folders with all that is in them: made by a system when a folder is opened, copied or packed. */
const BY_SYSTEMS = [
  // Windows
  'thumbs\\.db',
  'ehthumbs(?:_vista)?\\.db',
  'desktop\\.ini',
  '\\$recycle\\.bin',
  'recycler',
  'system volume information',
  // macOS
  '\\.ds_store',
  '\\._[^/]*',
  '\\.appledouble',
  '__macosx',
  '\\.spotlight-v100',
  '\\.trashes',
  '\\.fseventsd',
  '\\.temporaryitems',
  '\\.documentrevisions-v100',
  // Linux, Android, network storage
  'lost\\+found',
  '\\.trash-\\d+',
  '\\.nomedia',
  '\\.thumbnails',
  '@eadir',
  '#recycle',
  '@recycle',
  '\\.sync',
  '\\.stfolder',
  // Office programs, while a file is open in them
  '~\\$[^/]*',
  '\\.~lock\\.[^/]*#?',
];
/** By programs, when they end before they have done. */
const BY_PROGRAMS = [
  '~wrl\\d+\\.tmp',
  '~wrd\\d+\\.tmp',
  '~wra\\d+\\.(?:wbk|asd)',
  '~df[0-9a-f]+\\.tmp',
  '\\.[^/]+\\.sw[a-p]',
  // Records of versions
  '\\.git',
  '\\.svn',
  '\\.hg',
];
const below = (names: readonly string[]): RegExp => new RegExp(`(?:^|/)(?:${names.join('|')})(?=/|$)`, 'i');
const SYSTEM = below(BY_SYSTEMS);
const LEFTOVER = below([...BY_SYSTEMS, ...BY_PROGRAMS]);

/** What a program names a file that it has not yet downloaded whole. */
const UNFINISHED = /\.(?:downloading|crdownload|opdownload|partial|part|td|xltd|!ut|bc!|baiduyun\.p\.downloading|download)$/i;

/** The path of the leftover itself, a file or the topmost folder that is one; undefined where `path` is or lies in none. */
export function leftoverIn(path: string): string | undefined {
  const found = LEFTOVER.exec(path);
  return found === null ? undefined : path.slice(0, found.index + found[0].length);
}

/** Made by a system or an office program: in a container or a folder that came from elsewhere, nobody put it there. */
export function isSystemLeftover(path: string): boolean {
  return SYSTEM.test(path);
}

/** `合同.pdf.crdownload`: a name that says that its content is not all there. */
export function isUnfinishedDownload(name: string): boolean {
  return UNFINISHED.test(name);
}

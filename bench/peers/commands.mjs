/** Outside tools as one types them: cp, openssl, 7z. */

/** @param {string} from @param {string} to */
export function copy(from, to) {
  return ['cp', '-r', from, to];
}

/** Until the copy is on the disk, as a dossier is. */
export function copyAndSync(from, to) {
  return ['sh', '-c', 'cp -r "$1" "$2" && find "$2" -type f -exec sync -d {} +', 'sh', from, to];
}

/** All files in one process, one after the other. @param {'sha256' | 'sm3'} algorithm @param {readonly string[]} paths */
export function digest(algorithm, paths) {
  return ['openssl', 'dgst', `-${algorithm}`, '-r', ...paths];
}

/** The files of a list shared among processes: what a machine of so many cores does at most. @param {string} list paths, each ending in NUL @param {number} files of the list */
export function digestShared(algorithm, list, files, processes) {
  return [
    'xargs',
    '-0',
    '-a',
    list,
    '-P',
    String(processes),
    '-n',
    String(Math.ceil(files / processes)),
    'openssl',
    'dgst',
    `-${algorithm}`,
    '-r',
  ];
}

/**
 * Both digests, one process a list; what each says is put together at the end, so that no two lines mingle.
 * @param {readonly string[]} lists files of paths, each path ending in NUL
 */
export function digestAll(lists) {
  const one = 'for a in sm3 sha256; do xargs -0 -a "$list" openssl dgst -"$a" -r; done > "$list.out"';
  return ['sh', '-c', `for list; do (${one}) & done; wait; for list; do cat "$list.out"; done`, 'sh', ...lists];
}

/** Stored, not compressed; takes CRC-32 only. @param {string} zip @param {string} folder */
export function storeZip(zip, folder) {
  return ['7z', 'a', '-tzip', '-mx0', '-bso0', '-bsp0', zip, folder];
}

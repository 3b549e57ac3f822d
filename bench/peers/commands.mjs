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

/** Stored, not compressed; takes CRC-32 only. @param {string} zip @param {string} folder */
export function storeZip(zip, folder) {
  return ['7z', 'a', '-tzip', '-mx0', '-bso0', '-bsp0', zip, folder];
}

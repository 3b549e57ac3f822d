/** Door to file-type: what a binary file is, by its first bytes. */

export interface BinaryType {
  /** Usual ending of its name, without a dot. */
  readonly ext: string;
  /** `audio/…` or `video/…`: it may have a length. */
  readonly media: boolean;
  readonly picture: boolean;
}

/** Only the bytes given are looked at: nothing of a hostile file is followed. Undefined when they are of no known kind. */
export async function binaryType(head: Uint8Array): Promise<BinaryType | undefined> {
  // A tag of any size may stand before the sound; the library would look behind it.
  if (head[0] === 0x49 && head[1] === 0x44 && head[2] === 0x33) return { ext: 'mp3', media: true, picture: false };
  return (await fromLibrary(head)) ?? fromMagic(head);
}

async function fromLibrary(head: Uint8Array): Promise<BinaryType | undefined> {
  try {
    const { fileTypeFromBuffer } = await import('file-type');
    const type = await fileTypeFromBuffer(head);
    return type && { ext: type.ext, media: /^(?:audio|video)\//.test(type.mime), picture: type.mime.startsWith('image/') };
  } catch {
    return undefined;
  }
}

/** Pictures in which the library reads on behind the mark, and gives up where it is past the bytes given: a large profile, or tags at the end. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['II*\0', 'tif'],
  ['MM\0*', 'tif'],
];

function fromMagic(head: Uint8Array): BinaryType | undefined {
  const ext = MAGIC.find(([magic]) => [...magic].every((c, i) => head[i] === c.charCodeAt(0)))?.[1];
  return ext === undefined ? undefined : { ext, media: false, picture: true };
}

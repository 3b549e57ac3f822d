/** Door to file-type: what a binary file is, by its first bytes. */

export interface BinaryType {
  /** Usual ending of its name, without a dot. */
  readonly ext: string;
  /** `audio/…` or `video/…`: it may have a length. */
  readonly media: boolean;
}

/** Only the bytes given are looked at: nothing of a hostile file is followed. Undefined when they are of no known kind. */
export async function binaryType(head: Uint8Array): Promise<BinaryType | undefined> {
  // A tag of any size may stand before the sound; the library would look behind it.
  if (head[0] === 0x49 && head[1] === 0x44 && head[2] === 0x33) return { ext: 'mp3', media: true };
  try {
    const { fileTypeFromBuffer } = await import('file-type');
    const type = await fileTypeFromBuffer(head);
    return type && { ext: type.ext, media: /^(?:audio|video)\//.test(type.mime) };
  } catch {
    return undefined;
  }
}

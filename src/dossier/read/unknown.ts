/** Members of a dossier's data that this program does not know: a newer version may have written them. They accuse nobody, and are named. */

/** Beyond these they are counted: a list may have one in each of its rows. */
const NAMED = 20;
/** UTF-16 units of one name: names inside a dossier may be as long as somebody likes. */
const LONGEST = 80;

export interface Unknown {
  /** Path in the bag. */
  readonly entry: string;
  /** The member below the file's root, without the numbers of rows: `software/build`. */
  readonly member: string;
}

export interface UnknownMembers {
  see(entry: string, member: string): void;
  /** The first of them, each once, in the order of reading. */
  list(): readonly Unknown[];
}

export function unknownMembers(): UnknownMembers {
  const seen = new Map<string, Unknown>();
  return {
    see(entry, member) {
      const one = { entry, member: member.slice(0, LONGEST) };
      if (seen.size < NAMED) seen.set(`${entry} ${one.member}`, one);
    },
    list: () => [...seen.values()],
  };
}

/** Which Han characters simplified and traditional writing have of their own, by the character sets that were made for them. */

let simplified: ReadonlySet<string> | undefined;
let traditional: ReadonlySet<string> | undefined;

/** Characters of GB 2312-80: all that ordinary simplified text has. */
export function isSimplified(char: string): boolean {
  simplified ??= hanOf('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]);
  return simplified.has(char);
}

/** Usual in names of people and drugs written in simplified characters; recalled from 通用规范汉字表, third level. */
const KEPT = new Set('喆堃玥昇珮噁甯晞昉旻珣珺琤瑄翀犇');

/** Of the usual characters of Big5 (its first level, 0xA440 to 0xC67E), those that GB 2312 has not. */
function isTraditional(char: string): boolean {
  traditional ??= hanOf(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  return traditional.has(char) && !isSimplified(char) && !KEPT.has(char);
}

function hanOf(
  label: string,
  [first, last]: readonly [number, number],
  trails: readonly (readonly [number, number])[],
): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++)
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
  return new Set(new TextDecoder(label).decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu));
}

/** Han characters that are looked at together: some lines. */
const STRETCH = 200;
/** Different ones: a simplified text has a few in names, or one again and again in the name of a drug; a traditional one has a third. */
const FEWEST = 3;
const SHARE = 0.15;

/** Takes a text piece by piece; tells whether a stretch of it is written in traditional characters. */
export function traditionalWatch(): { add(text: string): void; readonly seen: boolean } {
  let seen = false;
  return {
    add(text) {
      if (seen) return;
      let han = 0;
      let own = 0;
      const kinds = new Set<string>();
      const judge = (): void => {
        if (kinds.size >= FEWEST && own >= han * SHARE) seen = true;
        han = 0;
        own = 0;
        kinds.clear();
      };
      for (const [char] of text.matchAll(/\p{Script=Han}/gu)) {
        han++;
        if (isTraditional(char)) {
          own++;
          kinds.add(char);
        }
        if (han >= STRETCH) judge();
        if (seen) return;
      }
      judge();
    },
    get seen() {
      return seen;
    },
  };
}

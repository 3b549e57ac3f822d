/** Which face draws a character in a role: an agency's own font first where a pack brings one, then the bundled ones. */
import { fault } from '../model/index.ts';
import { type Face, openFace, type Subset } from './face.ts';
import { type BundledFont, fontBytes, fontTitle } from './files.ts';
import { isTrusted } from './gate.ts';

/** 仿宋 for the text, 宋体 for tables, 黑体 and 楷体 for headings, 小标宋 for titles (GB/T 9704-2012, 5.2.2, 7.3). */
export type Role = 'Fang' | 'Song' | 'Hei' | 'Kai' | 'Biao';
export const ROLES: readonly Role[] = ['Fang', 'Song', 'Hei', 'Kai', 'Biao'];

interface Link {
  readonly font: BundledFont;
  /** Size against the role's own, so that a fallback neither towers nor shrinks. */
  readonly scale: number;
  /** Ems that it is set lower. */
  readonly drop: number;
}

const HANZI = /\p{Script=Han}/u;
const own = (font: BundledFont): Link => ({ font, scale: 1, drop: 0 });

/**
 * Fallbacks by role, nearest in weight first; 宋体 and 楷体 cover the 8105 characters of 通用规范汉字表. What stands in for a 仿宋
 * character is as thin and as large as it, and its middle as high (docs/reference/fonts.md has the measurements).
 */
const CHAINS: Readonly<Record<Role, readonly Link[]>> = {
  Fang: [own('Fang'), { font: 'SongThin', scale: 0.97, drop: 0.06 }, own('Kai')],
  Song: [own('Song'), own('Kai')],
  Hei: [own('Hei'), own('Biao'), own('Kai')],
  Kai: [own('Kai'), own('Song')],
  Biao: [own('Biao'), own('Hei'), own('Kai')],
};

/** Where a character of a role is drawn. */
export interface Drawn {
  readonly face: Face;
  readonly scale: number;
  readonly drop: number;
}

export interface FontSet {
  /** undefined when no font of the role draws the character. */
  find(role: Role, codePoint: number): Drawn | undefined;
}

/** Fonts that a pack brings: role → the file's name for messages, and its bytes. */
export type OwnFonts = Partial<Readonly<Record<Role, { readonly name: string; readonly bytes: Uint8Array }>>>;

const faces = new Map<BundledFont, Face>();

function bundled(font: BundledFont): Face {
  let face = faces.get(font);
  if (!face) {
    face = opened(fontTitle(font), fontBytes(font));
    faces.set(font, face);
  }
  return face;
}

function opened(name: string, bytes: Uint8Array): Face {
  try {
    return openFace(bytes);
  } catch (cause) {
    throw fault('FONT_UNREADABLE', 2, { font: name }, {}, cause);
  }
}

/** A pack's own font may turn out to be broken at any of its glyphs, as late as when it is written. */
function guarded(name: string, face: Face): Face {
  const safe =
    <A extends readonly unknown[], R>(run: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return run(...args);
      } catch (cause) {
        throw fault('FONT_UNREADABLE', 2, { font: name }, {}, cause);
      }
    };
  const subset = (): Subset => {
    const { add, encode } = face.subset();
    return { add: safe(add), encode: safe(encode) };
  };
  return { ...face, draws: safe(face.draws), glyph: safe(face.glyph), subset: safe(subset) };
}

/** Faults FONT_UNREADABLE. */
export function fontSet(own: OwnFonts = {}): FontSet {
  const added = new Map<Role, Face>();
  for (const role of ROLES) {
    const file = own[role];
    if (file) added.set(role, guarded(file.name, opened(file.name, file.bytes)));
  }
  const known = new Map<Role, Map<number, Drawn | null>>(ROLES.map((role) => [role, new Map()]));
  const search = (role: Role, codePoint: number): Drawn | null => {
    const first = added.get(role);
    if (first?.draws(codePoint)) return { face: first, scale: 1, drop: 0 };
    for (const { font, scale, drop } of CHAINS[role]) {
      if (!isTrusted(font, codePoint) || !bundled(font).draws(codePoint)) continue;
      // Measured on hanzi; marks stand where their own font puts them.
      const fitted = HANZI.test(String.fromCodePoint(codePoint));
      return { face: bundled(font), scale: fitted ? scale : 1, drop: fitted ? drop : 0 };
    }
    return null;
  };
  return {
    find: (role, codePoint) => {
      const seen = known.get(role) as Map<number, Drawn | null>;
      let drawn = seen.get(codePoint);
      if (drawn === undefined) {
        drawn = search(role, codePoint);
        seen.set(codePoint, drawn);
      }
      return drawn ?? undefined;
    },
  };
}

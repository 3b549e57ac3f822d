/** Words and records that arguments of findings are made of. The codes themselves and their arguments are those of messages/zh-CN. */

/** An element of what was approved, then and now: names joined by 、, amounts as they are printed. */
export interface ApprovedChange {
  readonly element: '涉嫌人员' | '罪名' | '初步认定金额' | '受移送机关';
  readonly approved: string;
  readonly now: string;
}

/** Habits of writers of lists: CR at line ends, the star and `./` of md5sum, backslashes, other white space, capitals, empty lines between others and at the end. */
export type BagListForm = 'carriage' | 'star' | 'dot' | 'backslash' | 'space' | 'upper' | 'blank' | 'blankEnd';

/** Codes of the case room with the arguments of their sentences. */
export type UnusualKind =
  | 'control'
  | 'bidi'
  | 'replacement'
  | 'unpaired'
  | 'zero-width'
  | 'variation'
  | 'radical'
  | 'compatibility'
  | 'private'
  | 'space'
  | 'not-nfc';

/** A character that looks like another or cannot be seen. Code points are hexadecimal without `U+`. */
export interface UnusualCharacter {
  readonly kind: UnusualKind;
  readonly codePoint: string;
  /** As it is written, where it can be seen. */
  readonly char?: string;
  readonly usual?: string;
  readonly usualCodePoint?: string;
  /** Which character of the value, from 1. */
  readonly position: number;
}

/** What a reference points to. */
export type RefKind = 'officer' | 'actor' | 'suspect' | 'fact' | 'evidence' | 'item' | 'record' | 'participant';

export type IdKind = 'officer' | 'actor' | 'fact' | 'evidence' | 'item' | 'record' | 'participant';

export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'group' | 'blank';

/** In which way a value was written otherwise than its field asks. */
export type TakenKind =
  | 'amount'
  | 'characters'
  | 'day'
  | 'instant'
  | 'line'
  | 'list'
  | 'number'
  | 'path'
  | 'period'
  | 'quotes'
  | 'reference'
  | 'unit'
  | 'word'
  | 'yes-no';

export interface TakenValue {
  readonly pointer: string;
  readonly field: string;
  /** As it is written. */
  readonly value: string;
  /** As it was taken. */
  readonly reading: string;
}

/** What is given in place of a dossier. `disc`: its image; `zeros`: its beginning; `download`: by its name, not to the end yet. */
export type OtherFile =
  | 'rar'
  | 'sevenZip'
  | 'gz'
  | 'bz2'
  | 'xzip'
  | 'zst'
  | 'cabinet'
  | 'tarball'
  | 'disc'
  | 'pdf'
  | 'office97'
  | 'jpg'
  | 'png'
  | 'rtf'
  | 'link'
  | 'program'
  | 'html'
  | 'xml'
  | 'mail'
  | 'download'
  | 'zeros';

/**
 * What a file of signatures/ is instead of a signature or time-stamp. large: beyond the limit. pem: text around base64. encoding: not BER.
 * cut: ends before it is whole. trailing: bytes behind its end. deep: nested beyond any need. kind: another structure. attached: the
 * signed content is inside, so that it is none over tagmanifest-sha256.txt. unsigned: without a signer. structure: members missing, or
 * others. refused: the service gave no time-stamp.
 */
export type SignatureProblem =
  | 'empty'
  | 'large'
  | 'pem'
  | 'encoding'
  | 'cut'
  | 'trailing'
  | 'deep'
  | 'kind'
  | 'attached'
  | 'unsigned'
  | 'structure'
  | 'refused';

/**
 * Why an edit of a form is not made. `unread`: the form does not read as it is. `absent`: nothing stands at the pointer, or the way there ends
 * in a text. `index`: no such number in the list. `list`: what should be an item of a list is none. `style`: written in a way of which it is not
 * certain that every other byte would stay. `comments`: there are some inside what would be replaced. `proof`: what was made did not read back as
 * it was meant. Of a sheet: no such column; a computed or merged cell; a value that follows from others; rows that would have to change places;
 * more than a cell holds.
 */
export type EditReason =
  | 'unread'
  | 'absent'
  | 'index'
  | 'list'
  | 'style'
  | 'comments'
  | 'proof'
  | 'column'
  | 'formula'
  | 'merged'
  | 'derived'
  | 'order'
  | 'long';

export type NotWrittenReason = 'open' | 'changed' | 'linked' | 'readonly';

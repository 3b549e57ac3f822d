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

/** Codes of the edit door: a value of a form that is set, inserted, removed or moved. Nothing was changed where one that stops is told. */
export interface EditCodes {
  /** The edit was made; the approval that is entered is of what the case said before. */
  EDIT_APPROVAL_FALLS: Record<never, never>;
  /** `pointer`: as it was asked for. `field`: Chinese titles from the form down; empty for the form itself. */
  EDIT_NOT_MADE: { readonly pointer: string; readonly field: string; readonly reason: EditReason };
  /** `lock`: the file that an open program leaves beside it; empty for other reasons. */
  EDIT_NOT_WRITTEN: { readonly file: string; readonly reason: NotWrittenReason; readonly lock: string };
  /** The custody log: its lines stand as they are. */
  EDIT_NOT_A_FORM: { readonly name: string };
  EDIT_FAILED: { readonly file: string; readonly reason: string };
}

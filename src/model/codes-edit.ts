/** Codes of the edit door: a value of a form that is set, inserted, removed or moved. Nothing was changed where one of them is told. */
export interface EditCodes {
  EDIT_NOT_MADE: {
    /** JSON pointer, as it was asked for. */
    readonly pointer: string;
    /** Chinese titles from the form down; empty for the form itself. */
    readonly field: string;
    readonly reason:
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
  };
  /** `lock`: the file that an open program leaves beside it; empty for other reasons. */
  EDIT_NOT_WRITTEN: { readonly file: string; readonly reason: 'open' | 'changed' | 'readonly'; readonly lock: string };
  /** The custody log: its lines stand as they are. */
  EDIT_NOT_A_FORM: { readonly name: string };
  EDIT_FAILED: { readonly file: string; readonly reason: string };
}

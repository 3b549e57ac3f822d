/** Codes of `verify --bag`: any bag of RFC 8493 and of the drafts before it. */

type None = Readonly<Record<string, never>>;

/** Habits of writers of lists: CR at line ends, the star and `./` of md5sum, backslashes, other white space, capitals, empty lines between others and at the end. */
export type BagListForm = 'carriage' | 'star' | 'dot' | 'backslash' | 'space' | 'upper' | 'blank' | 'blankEnd';

export interface BagCodes {
  BAG_NO_DECLARATION: None;
  BAG_DECLARATION: { readonly problem: 'bom' | 'space' | 'lines' };
  BAG_VERSION: { readonly found: string; readonly known: readonly string[] };
  BAG_ENCODING: { readonly found: string };
  BAG_ENCODING_UNKNOWN: { readonly found: string };
  BAG_TEXT_ENCODING: { readonly path: string; readonly encoding: string };
  BAG_BOM: { readonly path: string };

  BAG_INFO_LINE: { readonly file: string; readonly line: number };
  BAG_INFO_TWICE: { readonly label: string; readonly first: string; readonly second: string };
  BAG_OXUM: { readonly expected: string; readonly found: string };
  BAG_OXUM_FORM: { readonly found: string };

  BAG_NO_MANIFEST: None;
  /** There are payload manifests, and none whose algorithm is known. */
  BAG_NOTHING_CHECKED: None;
  BAG_NO_PAYLOAD: None;
  BAG_ALGORITHM_WEAK: { readonly manifest: string; readonly algorithm: string };
  BAG_ALGORITHM_UNKNOWN: { readonly manifest: string; readonly algorithm: string };
  BAG_MANIFEST_LINE: { readonly manifest: string; readonly line: number };
  BAG_MANIFEST_TWICE: { readonly manifest: string; readonly line: number; readonly path: string; readonly same: boolean };
  BAG_LIST_FORM: { readonly list: string; readonly form: BagListForm; readonly line: number };
  BAG_LIST_SCOPE: { readonly list: string; readonly line: number; readonly path: string };
  BAG_PATH_OUTSIDE: { readonly list: string; readonly line: number; readonly path: string };
  /** How `%` was read so that it names a file; `other`: a file that another reading names. */
  BAG_NAME_ENCODING: {
    readonly list: string;
    readonly line: number;
    readonly path: string;
    readonly reading: 'rfc' | 'breaks' | 'literal';
    readonly other?: string;
  };
  BAG_NAME_FORM: { readonly list: string; readonly listed: string; readonly found: string };

  BAG_FILE_MISSING: { readonly path: string; readonly manifests: readonly string[] };
  BAG_FILE_UNLISTED: { readonly path: string; readonly manifests: readonly string[]; readonly stray: boolean };
  BAG_TAG_UNLISTED: { readonly path: string; readonly manifests: readonly string[] };
  BAG_FILE_CHANGED: {
    readonly path: string;
    readonly manifest: string;
    readonly algorithm: string;
    readonly expected: string;
    readonly found: string;
  };
  /** `missing`: of the files that fetch.txt lists. */
  BAG_FETCH: { readonly count: number; readonly missing: number };
  BAG_FETCH_LINE: { readonly line: number };
  BAG_FETCH_PENDING: { readonly path: string; readonly url: string; readonly length?: number };
  BAG_FETCH_UNLISTED: { readonly line: number; readonly path: string };
  /** Names that some system would take for one, in a bag that is not a dossier. */
  BAG_NAMES_COLLIDE: { readonly name: string; readonly other: string };
}

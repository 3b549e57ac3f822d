/** Codes of what evidence files tell of themselves. `path`: below `evidence/`. */
export interface ExhibitCodes {
  /** `format`: what it holds; absent where the program does not know it. `noted`: the custody log says that it was fixed so. */
  EXHIBIT_MISNAMED: { readonly path: string; readonly ending: string; readonly format?: string; readonly noted: boolean };
  /** `end`: the mark at its end; `directory`: of an archive; `index`: of a film; `rest`: it is shorter than it says itself; `download`: its name is that of an unfinished download. */
  EXHIBIT_INCOMPLETE: {
    readonly path: string;
    readonly format: string;
    readonly lacks: 'end' | 'directory' | 'index' | 'rest' | 'download';
    readonly noted: boolean;
  };
  /** Our reader cannot read on in it: that is no fault of the file. */
  EXHIBIT_UNREAD: { readonly path: string; readonly format: string };
}

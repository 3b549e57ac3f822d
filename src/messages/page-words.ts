/** What the page of verification (dist/verify.html) says besides findings and answers. */
export interface PageWords {
  readonly language: 'zh-CN' | 'en';
  /** Name of the other language, in that language. */
  readonly other: string;
  readonly title: string;
  readonly promise: string;
  readonly noScript: string;
  readonly noWorker: string;
  readonly version: (version: string) => string;
  readonly choose: {
    readonly heading: string;
    readonly zip: string;
    readonly folder: string;
    readonly drop: string;
    readonly nothing: string;
  };
  readonly progress: {
    readonly heading: (name: string) => string;
    readonly reading: string;
    /** `left` is in seconds; absent while nobody can tell. */
    readonly figures: (done: string, total: string, rate: string, left: number | undefined) => string;
    readonly judging: string;
    readonly stop: string;
    readonly stopped: string;
    readonly failed: (reason: string) => string;
  };
  readonly result: {
    readonly done: (seconds: number) => string;
    /** The answers one after the other: label, mark. */
    readonly spoken: (answers: readonly (readonly [string, string])[]) => string;
    /** What was chosen is no dossier. */
    readonly notVerifiable: string;
    /** Before the name of the file or folder. */
    readonly chosen: string;
    /** Before what the dossier says of itself. */
    readonly says: Readonly<Record<'caseName' | 'createdAt', string>>;
    readonly counted: (counts: {
      readonly files: number;
      readonly evidence: number;
      readonly documents: number;
      readonly bytes: string;
    }) => string;
    readonly again: string;
    /** One word for each answer, on its card and for who hears the page. */
    readonly marks: {
      readonly intact: Readonly<Record<'good' | 'bad' | 'open' | 'added', string>>;
      readonly authentic: Readonly<Record<'unsigned' | 'notChecked' | 'unknown', string>>;
      /** `open`: remarks that a person has to look into. */
      readonly inOrder: Readonly<Record<'good' | 'bad' | 'warned' | 'open' | 'undone', string>>;
      /** `notDone`: this page compares none; `notCompared`: nobody could compare these here. */
      readonly documents: Readonly<Record<'same' | 'differ' | 'notDone' | 'notCompared', string>>;
      /** No dossier. */
      readonly none: string;
    };
    readonly zip: string;
    /** What no page looks at, or this one did not. */
    readonly notChecked: Readonly<Record<'documents' | 'signatures' | 'rules' | 'media' | 'page', string>>;
    readonly notCheckedOf: (what: readonly string[]) => string;
  };
  /** Eight groups typed from paper, and what they are compared with. */
  readonly paper: {
    readonly heading: string;
    readonly label: string;
    readonly hint: string;
    /** Of the box that says there is no paper; once it is ticked, `isAbsent`. */
    readonly absent: string;
    readonly isAbsent: string;
    /** Nothing was typed yet. */
    readonly compare: string;
    /** How many groups stand there. */
    readonly typing: (groups: number) => string;
    /** Groups with characters that no digest has. */
    readonly notHex: (groups: readonly number[]) => string;
    readonly noPaste: string;
    /** All eight stand there, and the value of the dossier is not yet known. */
    readonly waiting: string;
    readonly same: string;
    /** Numbers of the groups that differ. */
    readonly differs: (groups: readonly number[]) => string;
    /** The same when nothing can be typed any more. */
    readonly differsFinally: (groups: readonly number[]) => string;
    /** Paper says just that: shows the computed value, and nothing can be typed any more. */
    readonly reveal: string;
    readonly computed: string;
    readonly otherValue: {
      readonly zip: string;
      /** The head of the custody log at its line, of so many: another anchor, and one that agrees. */
      readonly custodyHead: (line: number, lines: number) => string;
    };
    readonly group: (n: number) => string;
    /** The record was asked for before anything was compared. */
    readonly beforePrint: string;
  };
  readonly findings: {
    readonly heading: (count: number) => string;
    readonly none: string;
    readonly more: (count: number) => string;
    /** The dossier and no file of it. */
    readonly whole: string;
    /** What follows from the same change. */
    readonly following: (count: number) => string;
  };
  readonly files: {
    readonly documents: (count: number) => string;
    readonly evidence: (count: number) => string;
    readonly others: (count: number) => string;
    readonly none: string;
    readonly columns: Readonly<Record<'no' | 'title' | 'size' | 'digests' | 'look', string>>;
    readonly look: string;
    readonly lookAt: (title: string) => string;
    readonly changed: string;
    readonly unread: string;
    readonly more: (count: number) => string;
    /** In place of the digest that is the fingerprint, before it was compared with paper. */
    readonly afterPaper: string;
  };
  readonly viewer: {
    readonly close: string;
    readonly save: string;
    /** PDFs as pictures. */
    readonly pdf: {
      readonly back: string;
      readonly on: string;
      readonly smaller: string;
      readonly larger: string;
      /** Of the box for the number of a page. */
      readonly number: string;
      readonly of: (pages: number) => string;
      readonly picture: (page: number, pages: number) => string;
      /** What is shown, and what therefore does nothing. */
      readonly only: string;
      readonly lacks: Readonly<Record<'font' | 'map' | 'picture', string>>;
      readonly failed: Readonly<Record<'locked' | 'broken' | 'page', string>>;
    };
    readonly loading: string;
    readonly cannot: string;
    readonly cut: (bytes: string) => string;
    readonly changed: string;
  };
  /** 核验记录 as `verify --report` makes it: the same parts in the same order. */
  readonly record: {
    readonly print: string;
    readonly title: string;
    readonly headings: Readonly<Record<'about' | 'result' | 'findings' | 'unchecked' | 'program' | 'told', string>>;
    readonly name: string;
    readonly size: string;
    readonly bytes: (count: number) => string;
    readonly folder: string;
    readonly fileDigest: string;
    readonly fileDigestNone: string;
    readonly case: string;
    readonly caseOf: (name: string, no: string) => string;
    readonly caseNone: string;
    /** Beside the signatures. */
    readonly caseTold: string;
    /** Who sends it, and the number of the letter that it goes with. */
    readonly letter: string;
    readonly letterOf: (agency: string, docNo: string) => string;
    readonly letterNone: string;
    readonly content: string;
    /** Bytes of all files. */
    readonly counted: (counts: {
      readonly documents: number;
      readonly evidence: number;
      readonly files: number;
      readonly bytes: number;
    }) => string;
    readonly fingerprint: string;
    readonly fingerprintNone: string;
    /** Not printed before it was compared with paper. */
    readonly fingerprintHidden: string;
    readonly paper: string;
    readonly onPaper: Readonly<Record<'same' | 'sameButChanged' | 'differs' | 'otherValue' | 'absent' | 'notGiven' | 'notFound', string>>;
    readonly at: string;
    readonly atClock: (time: string) => string;
    readonly columns: readonly [no: string, severity: string, content: string];
    readonly code: string;
    readonly place: string;
    readonly notPrinted: (printed: number, count: number) => string;
    readonly unchecked: Readonly<
      Record<'content' | 'signed' | 'unsigned' | 'paper' | 'documents' | 'rules' | 'media' | 'page' | 'truth', string>
    >;
    readonly program: string;
    readonly programOf: (version: string, browser: string) => string;
    readonly pageDigest: string;
    readonly pageDigestNone: string;
    /** What paper says of the page. */
    readonly pageOnPaper: Readonly<Record<'same' | 'differs' | 'absent' | 'untyped', string>>;
    readonly ownPack: string;
    readonly algorithms: string;
    readonly rules: string;
    readonly rulesOf: (count: number, version: string) => string;
    /** What the packer's machine wrote of itself. */
    readonly told: {
      readonly caution: string;
      readonly software: string;
      readonly softwareOf: (software: string, engine: string) => string;
      readonly sealedAt: string;
      /** `packedAt`: the custody log tells another time. */
      readonly sealedOf: (sealedAt: string, packedAt: string | undefined) => string;
      readonly packedBy: string;
      readonly packer: (name: string, certNo: string | undefined) => string;
      /** `count`: how many there are; the first are named. */
      readonly packersOf: (packers: readonly string[], count: number) => string;
      readonly pack: string;
    };
    readonly signatures: readonly [string, string];
    readonly date: string;
    readonly dateBlank: string;
  };
  readonly self: {
    readonly heading: string;
    readonly text: string;
    readonly command: string;
    readonly pick: string;
    readonly picked: string;
    /** What was picked is no page of this version. */
    readonly other: string;
    readonly label: string;
    readonly hint: string;
    readonly absent: string;
    readonly isAbsent: string;
    readonly compare: string;
    readonly same: string;
    readonly differs: (groups: readonly number[]) => string;
  };
}

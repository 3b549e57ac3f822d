/** Everything the command line says that is not a finding. One object a language; the compiler checks completeness. */
export interface Ui {
  readonly severity: Readonly<Record<'stop' | 'error' | 'warning' | 'info', string>>;
  readonly basis: string;
  readonly hint: string;
  readonly unverified: string;
  readonly excused: string;
  readonly tally: (counts: { readonly stop: number; readonly error: number; readonly warning: number; readonly info: number }) => string;
  readonly again: (command: string) => string;
  readonly moreHidden: (count: number) => string;
  readonly checked: (label: string, evidence: number, files: number) => string;
  readonly built: (file: string) => string;
  readonly builtFigures: (f: {
    readonly size: string;
    readonly files: number;
    readonly fingerprint: string;
    readonly slip: string;
  }) => string;
  readonly drafted: (dir: string, count: number) => string;
  readonly rendered: (file: string, pages: number) => string;
  readonly started: (dir: string) => string;
  readonly filesNeedEyes: (count: number) => string;
  readonly answers: {
    readonly title: string;
    readonly intact: string;
    readonly authentic: string;
    readonly inOrder: string;
    readonly yes: string;
    /** The fingerprint given from paper agrees as well. */
    readonly yesOnPaper: string;
    readonly no: string;
    /** The container was refused: nothing of the content was judged. */
    readonly notRead: string;
    readonly unsigned: string;
    readonly unchecked: string;
    readonly unknown: string;
    readonly inOrderYes: string;
    readonly notCompared: string;
    readonly inOrderWarnings: (count: number) => string;
    readonly inOrderNo: (count: number) => string;
  };
  /** 四性 (DA/T 70-2018). */
  readonly qualities: Readonly<
    Record<'title' | 'authenticity' | 'integrity' | 'usability' | 'safety' | 'pass' | 'fail' | 'notChecked', string>
  >;
  readonly verifyFacts: (f: {
    readonly caseName: string;
    readonly createdAt: string;
    readonly files: number;
    readonly evidence: number;
    readonly documents: number;
    readonly bytes: string;
  }) => string;
  readonly fingerprint: (grouped: string) => string;
  readonly expectMatches: string;
  readonly onPaper: (grouped: string) => string;
  readonly expectDiffers: string;
  /** The fingerprint of a dossier whose files changed. */
  readonly listsOnly: string;
  readonly comparePaper: string;
  readonly limits: string;
  readonly crash: (message: string) => string;
  readonly crashHint: string;
  readonly interrupted: string;
  readonly phases: Readonly<Record<'reading' | 'packing' | 'checking' | 'hashing' | 'rendering', string>>;
  readonly help: {
    readonly program: string;
    readonly headings: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:', string>>;
    readonly commands: Readonly<Record<'init' | 'check' | 'build' | 'verify' | 'rules' | 'schema', string>>;
    readonly options: Readonly<
      Record<
        | 'json'
        | 'quiet'
        | 'noColor'
        | 'lang'
        | 'debug'
        | 'version'
        | 'help'
        | 'output'
        | 'force'
        | 'draft'
        | 'at'
        | 'template'
        | 'strict'
        | 'only'
        | 'expect',
        string
      >
    >;
    readonly arguments: Readonly<Record<'case' | 'dossier' | 'dir' | 'rule' | 'schema', string>>;
    readonly after: string;
  };
  readonly usage: (problem: string) => string;
  readonly usageProblems: {
    readonly unknownOption: (option: string, near: string | undefined) => string;
    readonly unknownCommand: (command: string, near: string | undefined) => string;
    readonly missingArgument: (name: string) => string;
    readonly tooMany: string;
    readonly missingValue: (option: string) => string;
    readonly badTime: (value: string) => string;
    readonly badLanguage: (value: string) => string;
    readonly badDocument: (value: string, known: string) => string;
    readonly onlyNeedsOutput: string;
    readonly unknownSchema: (value: string, known: string) => string;
    readonly unknownRule: (value: string, near: string | undefined) => string;
    readonly badFingerprint: (value: string) => string;
  };
  readonly rule: Readonly<Record<'id' | 'severity' | 'asks' | 'why' | 'basis' | 'codes' | 'behaviours', string>>;
}

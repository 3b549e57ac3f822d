import { type CorrectionChange, type CustodyAction, DOCUMENT_IDS, type PeriodLength } from '../model/index.ts';
import type { PageWords } from './page-words.ts';
import type { PreviewWords } from './preview-words.ts';

const MADE_ELSEWHERE: readonly string[] = ['slip', 'register', 'fixing', 'verification'];
/** What `--only` may name: 校验单 and 登记表 have nothing to say before there is a dossier, 固定清单 nothing beside `collect`, 核验记录 nothing beside `verify`. */
export const RENDERED_ALONE = DOCUMENT_IDS.filter((id) => !MADE_ELSEWHERE.includes(id));

/** One test of the register. */
interface Tested {
  readonly label: string;
  readonly tested: string;
  readonly fail: string;
  /** What was tested, and what was not. */
  readonly pending?: string;
}

/** Everything the command line says that is not a finding. One object a language; the compiler checks completeness. */
export interface Ui {
  readonly severity: Readonly<Record<'stop' | 'error' | 'warning' | 'info', string>>;
  readonly basis: string;
  readonly hint: string;
  /** In place of a mend, to whoever did not make the case. */
  readonly askMaker: string;
  readonly unverified: string;
  readonly excused: string;
  /** The dossier was made before this version, since which the rule runs. */
  readonly laterRule: (since: string) => string;
  readonly tally: (counts: { readonly stop: number; readonly error: number; readonly warning: number; readonly info: number }) => string;
  readonly again: (command: string) => string;
  readonly moreHidden: (count: number) => string;
  /** Behind a tally: the remarks are counted only; the command lists them. */
  readonly remarksCounted: (command: string) => string;
  /** So many more of the same code, and where. */
  readonly alike: (count: number, places: string) => string;
  /** Between places, and behind those that are named where there are more. */
  readonly andMorePlaces: (named: readonly string[], more: number) => string;
  /** `cell` is empty where there is a line. */
  readonly spot: (line: number, cell: string) => string;
  /** Behind a place: the word that was probably meant there. */
  readonly nearby: (word: string) => string;
  /** `what`: the sentence that tells what was not looked at. */
  readonly checkedInPart: (label: string, what: string) => string;
  readonly checked: (label: string, evidence: number, files: number) => string;
  readonly built: (file: string) => string;
  readonly builtFigures: (f: {
    readonly size: string;
    readonly files: number;
    readonly fingerprint: string;
    readonly slip: string;
    /** Empty where the pack has none. */
    readonly register: string;
  }) => string;
  readonly drafted: (dir: string, count: number) => string;
  readonly rendered: (file: string, pages: number) => string;
  /** The list of the files that a person must look at. */
  readonly fileListWritten: (file: string, files: number) => string;
  readonly fileListEmpty: string;
  /** `count` forms, `pages` pages. */
  readonly blankPrinted: (path: string, count: number, pages: number) => string;
  readonly started: (dir: string) => string;
  readonly formAdded: (path: string) => string;
  /** `no` is empty for an entry that bears no number. */
  readonly recordAdded: (path: string, title: string, no: string, line: number) => string;
  readonly answers: {
    readonly title: string;
    /** In the record: the one line that stands first on the screen; what it proves, or what to do. */
    readonly conclusion: string;
    readonly next: string;
    readonly intact: string;
    readonly authentic: string;
    readonly inOrder: string;
    readonly documents: string;
    readonly yes: string;
    /** The fingerprint given from paper agrees as well. */
    readonly yesOnPaper: string;
    /** Behind either: files that stand beside the seal as the format allows it. */
    readonly signaturesBeside: (count: number) => string;
    /** Of so many files that were read. */
    readonly no: (f: { readonly read: number; readonly changed: number; readonly missing: number; readonly added: number }) => string;
    /** Too much is wrong to count. */
    readonly noMany: string;
    /** All that is listed agrees. */
    readonly noAdded: (added: number) => string;
    /** Every file agrees with the lists: only the container around them was changed. */
    readonly noContainer: string;
    /** Files in signatures/ that may not stand there. */
    readonly noBeside: string;
    /** A format that is not known here. */
    readonly noFormat: string;
    /** Every file agrees with the lists: it is not the dossier of the paper. */
    readonly noOnPaper: string;
    /** Both. */
    readonly noOnPaperNorContainer: string;
    /** The head of the custody log that was given is none of this log. */
    readonly noOnCustodyPaper: string;
    /** The container was refused: nothing of the content was judged. */
    readonly notRead: string;
    /** What was given is no dossier. */
    readonly notVerifiable: string;
    readonly notVerified: string;
    readonly unsigned: string;
    readonly unchecked: string;
    readonly unknown: string;
    /** `count` rules of the table `version` were run; findings of each severity. */
    readonly ruled: (r: {
      readonly count: number;
      readonly version: string;
      readonly wrong: number;
      readonly warned: number;
      readonly remarked: number;
    }) => string;
    /** Findings of rules that are newer than the dossier says its program is. */
    readonly laterRules: (count: number) => string;
    /** The forms have errors that kept the rules from being run. */
    readonly notRuled: (wrong: number) => string;
    /** `newer`: the dossier says itself that a newer version made it; `unknownMembers`: it has members that nobody here knows. */
    readonly rulesNotRun: Readonly<Record<'content' | 'purpose' | 'newer' | 'unknownMembers', string>>;
    readonly documentsSame: (count: number) => string;
    readonly documentsDiffer: (count: number) => string;
    readonly notCompared: Readonly<Record<'content' | 'data' | 'purpose' | 'newer' | 'pack' | 'engine' | 'fault' | 'browser', string>>;
  };
  /** One line, first and last on the screen of `verify`. */
  readonly conclusion: {
    readonly title: (verdict: string) => string;
    /** Of `verify --bag`. */
    readonly validBag: string;
    readonly bagNotValid: string;
    readonly bagNotComplete: string;
  } & Readonly<
    Record<
      | 'notVerifiable'
      | 'notRead'
      | 'altered'
      | 'added'
      | 'beside'
      | 'format'
      | 'container'
      | 'otherDossier'
      | 'otherLog'
      | 'onPaper'
      | 'otherValue'
      | 'insideOnly'
      | 'rulesBroken'
      | 'documentsDiffer'
      | 'rulesNotRun'
      | 'notCompared',
      string
    >
  >;
  /** The tests of 电子档案移交与接收登记表, by its names. `tested`: what is tested, as the register prints it. */
  readonly qualities: Readonly<Record<'accuracy' | 'integrity', Tested & { readonly pending: string }>> &
    Readonly<Record<'usability' | 'safety', Tested>> & { readonly pass: (tested: string) => string; readonly notChecked: string };
  /** What a dossier says of itself. `sound`: it agrees with its digests. */
  readonly verifyFacts: (f: {
    readonly sound: boolean;
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
  /** A head of the custody log from an earlier paper. */
  readonly custodyHead: {
    readonly title: string;
    readonly agrees: (line: number, lines: number) => string;
    readonly differs: (lines: number) => string;
    /** The log could not be read. */
    readonly notRead: string;
  };
  /** The fingerprint of a dossier whose files changed. */
  readonly listsOnly: string;
  readonly comparePaper: string;
  /** How the dossier came, and what that means for the zip's own digest. */
  readonly containers: Readonly<Record<'title' | 'asBuilt' | 'repacked' | 'altered' | 'folder' | 'refused' | 'zip', string>>;
  readonly bagResult: (b: {
    readonly valid: boolean;
    readonly complete: boolean;
    readonly version: string;
    readonly algorithms: readonly string[];
    readonly unknownAlgorithms: readonly string[];
    readonly files: number;
    readonly bytes: string;
  }) => string;
  /** Every file of a dossier was compared by both. */
  readonly bothAlgorithms: string;
  /** 核验记录 was written. */
  readonly recorded: (file: string, pages: number) => string;
  /** What a check proves; of one that failed, what to do. */
  readonly limits: string;
  readonly limitsFailed: string;
  /** Whole, but not the dossier of the paper. */
  readonly limitsOtherDossier: string;
  /** The container alone was changed. */
  readonly limitsContainer: string;
  /** Of what was no dossier. */
  readonly limitsNotVerifiable: string;
  readonly collect: {
    readonly columns: Readonly<Record<'no' | 'file' | 'format' | 'bytes' | 'extent', string>>;
    readonly pages: (count: number) => string;
    readonly rows: (count: number) => string;
    readonly tables: (count: number, rows: number) => string;
    readonly seconds: (count: number) => string;
    readonly counted: (verified: number, fixed: number) => string;
    /** Nothing was written. */
    readonly wouldFix: (verified: number, fixed: number) => string;
    readonly planned: string;
    readonly bytes: (count: number) => string;
    readonly newItem: string;
    /** What the log says of an item's files; what it does not say has no part. */
    readonly taken: (t: {
      readonly at: string;
      readonly by: readonly string[];
      readonly place?: string | undefined;
      readonly from?: string | undefined;
      readonly system?: string | undefined;
      readonly record?: string | undefined;
      readonly note?: string | undefined;
    }) => readonly string[];
    /** Entries that are not shown; `command` writes them. */
    readonly moreEntries: (count: number, command: string) => string;
    /** Digest of the log's last line; `line` is its number. */
    readonly head: (grouped: string, line: number) => string;
    readonly copyHead: string;
    readonly entries: string;
    readonly further: string;
    /** The list is a workbook. */
    readonly cells: string;
    readonly listWritten: (list: string) => string;
  };
  readonly preview: PreviewWords;
  readonly workbench: {
    /** The address follows on a line of its own. */
    readonly ready: (dir: string) => string;
    readonly ended: string;
  };
  /** The page of verification. */
  readonly page: PageWords;
  readonly packs: {
    readonly headings: Readonly<Record<'id' | 'version' | 'title' | 'parent' | 'digest', string>>;
    readonly checked: (given: string, documents: number) => string;
    readonly made: (path: string, files: number) => string;
  };
  readonly crash: (message: string) => string;
  readonly crashHint: string;
  readonly interrupted: string;
  readonly phases: Readonly<Record<'reading' | 'packing' | 'checking' | 'hashing' | 'rendering', string>>;
  /** Beside the rate; rounded up. */
  readonly timeLeft: (seconds: number) => string;
  readonly help: {
    readonly program: string;
    readonly headings: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:', string>>;
    readonly commands: Readonly<
      Record<
        | 'init'
        | 'check'
        | 'fix'
        | 'build'
        | 'verify'
        | 'custody'
        | 'deadlines'
        | 'rules'
        | 'schema'
        | 'collect'
        | 'open'
        | 'open'
        | 'preview'
        | 'templates'
        | 'set'
        | 'approve',
        string
      >
    >;
    readonly options: Readonly<
      Record<
        | 'json'
        | 'jsonProgress'
        | 'noReadback'
        | 'quiet'
        | 'noColor'
        | 'lang'
        | 'debug'
        | 'all'
        | 'fileList'
        | 'version'
        | 'help'
        | 'output'
        | 'force'
        | 'draft'
        | 'at'
        | 'template'
        | 'strict'
        | 'only'
        | 'expect'
        | 'custodyHead'
        | 'report'
        | 'annex'
        | 'supervision'
        | 'bag'
        | 'writeList'
        | 'dryRun'
        | 'asFound'
        | 'fromRecord'
        | 'form'
        | 'by'
        | 'place'
        | 'from'
        | 'to'
        | 'method'
        | 'tool'
        | 'system'
        | 'record'
        | 'item'
        | 'note'
        | 'add'
        | 'sealBefore'
        | 'sealAfter'
        | 'mediaNo'
        | 'line'
        | 'reason'
        | 'void'
        | 'voidFile'
        | 'restore'
        | 'actualBy'
        | 'actualItem'
        | 'port'
        | 'noBrowser'
        | 'noBrowser'
        | 'insert'
        | 'remove'
        | 'move'
        | 'position'
        | 'code'
        | 'title'
        | 'capacity'
        | 'again'
        | 'apply',
        string
      >
    >;
    readonly arguments: Readonly<Record<'case' | 'dossier' | 'dir' | 'rule' | 'schema' | 'rest' | 'action' | 'target' | 'field', string>>;
    readonly after: string;
  };
  readonly deadlines: {
    readonly title: (at: string) => string;
    readonly headings: Readonly<Record<'id' | 'duty' | 'counted' | 'begun' | 'due' | 'state' | 'basis', string>>;
    readonly duty: (who: string, duty: string) => string;
    readonly counted: (period: PeriodLength) => string;
    /** What begins a period that has not begun. */
    readonly after: (from: string) => string;
    readonly states: Readonly<
      Record<
        'met' | 'late' | 'running' | 'missed' | 'closed' | 'notBegun' | 'unknownYear',
        /** `minutes` to or since the end of the period. */
        (d: { readonly minutes: number; readonly done: string; readonly year: number }) => string
      >
    >;
    /** The last day of a right by the calendar, and rolled over days off. */
    readonly rolled: (due: string, rolled: string) => string;
    readonly note: string;
    /** A form that keeps the case from being read; the first of what is wrong with it. */
    readonly unreadable: (file: string, count: number, spot: string, first: string) => string;
    /** No period can be told. */
    readonly none: (check: string) => string;
  };
  readonly custody: {
    readonly headings: Readonly<Record<'line' | 'at' | 'action' | 'items' | 'by' | 'way' | 'seal' | 'place', string>>;
    readonly actions: Readonly<Record<CustodyAction, string>>;
    readonly someItems: (first: string, count: number) => string;
    readonly note: (text: string) => string;
    readonly empty: string;
    readonly now: string;
    readonly stands: (item: {
      readonly evidenceNo: string;
      readonly title: string;
      readonly holder: string;
      readonly since: number;
      readonly place: string;
    }) => string;
    readonly sealed: (seal: string) => string;
    readonly notSealed: string;
    readonly out: string;
    readonly marked: string;
    readonly head: (lines: number, grouped: string) => string;
    /** `whole`: nothing is told of the log itself. `command`: what verifies the files. */
    readonly filesNotRead: (whole: boolean, command: string) => string;
    /** Behind the action of a line that is void, or corrected. */
    readonly isVoid: string;
    readonly isCorrected: string;
    readonly corrects: (line: number) => string;
    /** What a correction says, by whom, when and why: below the line that it speaks of. */
    readonly corrected: (told: {
      /** The line that it speaks of. */
      readonly corrects: number;
      readonly line: number;
      readonly isVoid: boolean;
      readonly changes: readonly CorrectionChange[];
      /** Further ones go on from the correction before it. */
      readonly kept: boolean;
      readonly files: string;
      readonly reason: string;
      readonly by: string;
      readonly at: string;
    }) => string;
    /** `compared`: files whose digests were taken again. */
    readonly added: (line: number, compared: number) => string;
    readonly notAdded: string;
  };
  /** One value of a form: what it was, and what it is now. */
  readonly set: {
    readonly before: string;
    readonly after: string;
    readonly moved: string;
    readonly nothing: string;
    /** Behind a value of so many characters that was cut. */
    readonly cut: (count: number) => string;
    readonly kept: string;
    /** Of a workbook. */
    readonly keptSheet: string;
    readonly same: string;
    readonly notMade: (file: string) => string;
  };
  /** The approval that was entered. */
  readonly fix: {
    readonly nothing: string;
    readonly applied: (count: number) => string;
    readonly planned: (count: number, command: string) => string;
    readonly others: (count: number, command: string) => string;
  };
  readonly approve: {
    readonly entered: string;
    /** What follows; `again`: another approval was there before, and papers may be signed under it. */
    readonly next: (dir: string, again: boolean) => string;
    /** All of it stood there. */
    readonly same: string;
    readonly refused: string;
  };
  readonly usage: (problem: string) => string;
  readonly usageProblems: {
    readonly unknownOption: (option: string, near: string | undefined, command: string | undefined) => string;
    readonly unknownCommand: (command: string, near: string | undefined) => string;
    /** `here`: the call for a folder that one stands in. */
    readonly missingArgument: (name: string, here?: string) => string;
    readonly tooMany: string;
    /** A value in groups that was not put in quotes. */
    readonly groupsApart: string;
    readonly missingValue: (option: string) => string;
    /** `meant`: the value rewritten, where it can be guessed. */
    /** `readings`: what it may mean, where that is more than one time. */
    readonly badTime: (value: string, readings?: readonly string[]) => string;
    readonly badPort: (value: string) => string;
    readonly badLine: (value: string) => string;
    readonly correctionNeedsAdd: string;
    readonly badLanguage: (value: string) => string;
    readonly blankFormMissing: (known: string) => string;
    readonly onlyNeedsOutput: string;
    readonly unknownSchema: (value: string, known: string) => string;
    readonly unknownRule: (value: string, near: string | undefined) => string;
    /** `digits`: how many of hexadecimal were given; absent where others stand among them. */
    readonly expectOfBag: string;
    readonly custodyHeadOfBag: string;
    readonly annexOfReport: string;
    readonly annexOfBag: string;
    readonly badFingerprint: (value: string, digits?: number) => string;
    readonly badCustodyHead: (value: string, digits?: number) => string;
    readonly templatesAction: (value: string, near: string | undefined) => string;
    readonly templatesTarget: (action: string) => string;
    readonly setOnce: string;
    readonly setTo: string;
    readonly setNoField: string;
    readonly setNeedsValue: string;
    readonly setNoValue: (op: 'set' | 'insert' | 'remove' | 'move') => string;
    readonly setForm: (value: string, near: string | undefined) => string;
    /** `at`: the part of a path that names no field; empty where there is no path. */
    readonly setPath: (value: string, at: string, near: string | undefined) => string;
    readonly approveNeeds: (option: string) => string;
    readonly approveOne: string;
    readonly approveCapacity: (value: string) => string;
    readonly unknownForm: (value: string, forms: string, records: string) => string;
  };
  /** Which table it is: of `count` rules, `atVerify` have something to look at in a dossier. */
  readonly ruleTable: (version: string, count: number, atVerify: number) => string;
  /** What a conduct is for a 国家工作人员 who used the office. */
  readonly officeOffences: (crimes: string) => string;
  readonly rule: Readonly<
    Record<'id' | 'severity' | 'since' | 'asks' | 'why' | 'basis' | 'codes' | 'right' | 'wrong' | 'behaviours', string>
  >;
}

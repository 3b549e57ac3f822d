/** What the command line asked for. */
import type { Language, Ui } from '../messages/index.ts';

export interface Options {
  readonly json: boolean;
  readonly jsonProgress: boolean;
  readonly readBack: boolean;
  /** Of `open`: false where no browser is to be started. */
  readonly browser: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly debug: boolean;
  /** Every finding by itself. */
  readonly all: boolean;
  readonly strict: boolean;
  readonly draft: boolean;
  readonly force: boolean;
  readonly output?: string;
  readonly at?: string;
  readonly template?: string;
  /** Where the list of the files that a person must look at goes. */
  readonly fileList?: string;
  readonly only?: string;
  readonly expect?: string;
  /** A head of the custody log, from paper. */
  readonly custodyHead?: string;
  /** Where 核验记录 goes. */
  readonly report?: string;
  /** With the digests of every file. */
  readonly annex: boolean;
  readonly supervision: boolean;
  /** Any BagIt bag instead of a dossier. */
  readonly bag: boolean;
  readonly writeList: boolean;
  readonly dryRun: boolean;
  readonly asFound: boolean;
  /** Number of a paper record, entered late. */
  readonly fromRecord?: string;
  readonly form?: string;
  /** People, each by officer id or 姓名/证号. */
  readonly by: readonly string[];
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly method?: string;
  readonly tool?: string;
  readonly system?: string;
  readonly record?: string;
  readonly item?: string;
  readonly note?: string;
  readonly add?: string;
  readonly sealBefore?: string;
  readonly sealAfter?: string;
  readonly mediaNo?: string;
  /** Of a correction of the custody log: the number of the line, as it was typed. */
  readonly line?: string;
  readonly reason?: string;
  readonly void: boolean;
  readonly voidFile: readonly string[];
  readonly restore: boolean;
  readonly actualBy: readonly string[];
  readonly actualItem: readonly string[];
  readonly port?: string;
  /** Of `approve`. */
  readonly code?: string;
  readonly title?: string;
  readonly capacity?: string;
  readonly again: boolean;
  /** Of `fix`. */
  readonly apply: boolean;
  /** Of `set`. */
  readonly insert: boolean;
  readonly remove: boolean;
  readonly move: boolean;
}

export type CommandName =
  | 'init'
  | 'check'
  | 'build'
  | 'verify'
  | 'custody'
  | 'deadlines'
  | 'rules'
  | 'schema'
  | 'collect'
  | 'open'
  | 'preview'
  | 'templates'
  | 'set'
  | 'fix'
  | 'approve';

export interface Call {
  readonly command: CommandName;
  readonly argument?: string;
  /** What stands behind the first argument: paths or evidence numbers. */
  readonly rest: readonly string[];
  readonly options: Options;
}

export interface Voice {
  readonly language: Language;
  readonly ui: Ui;
}

/** The call itself is wrong: exit 2, with one sentence. */
export class UsageError extends Error {}

/** Language before anything is parsed: `--lang`, then MBPACK_LANG; Chinese whatever the locale says. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): string {
  const at = argv.lastIndexOf('--lang');
  const joined = argv.findLast((a) => a.startsWith('--lang='));
  return (at >= 0 ? argv[at + 1] : joined?.slice('--lang='.length)) ?? env.MBPACK_LANG ?? 'zh-CN';
}

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
    readonly done: (name: string, seconds: number) => string;
    readonly again: string;
    readonly marks: Readonly<Record<'good' | 'bad' | 'warned' | 'open', string>>;
    readonly zip: string;
  };
  readonly paper: {
    readonly heading: string;
    readonly label: string;
    readonly hint: string;
    /** Nothing was given yet. */
    readonly compare: string;
    readonly same: string;
    /** Numbers of the groups that differ. */
    readonly differs: (groups: readonly number[]) => string;
    readonly short: (digits: number) => string;
    readonly malformed: string;
    readonly group: (n: number) => string;
  };
  readonly findings: {
    readonly heading: (count: number) => string;
    readonly none: string;
    readonly more: (count: number) => string;
    /** Before a mend that only who packed the dossier can do. */
    readonly toSender: string;
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
  };
  readonly viewer: {
    readonly close: string;
    readonly save: string;
    readonly apart: string;
    readonly loading: string;
    readonly cannot: string;
    readonly cut: (bytes: string) => string;
    readonly changed: string;
  };
  readonly record: {
    readonly print: string;
    readonly title: string;
    readonly file: string;
    readonly size: string;
    readonly zipDigest: string;
    readonly fingerprint: string;
    readonly paper: string;
    readonly paperNone: string;
    readonly at: string;
    readonly program: string;
    readonly pageDigest: string;
    readonly pageDigestNone: string;
    readonly findings: (count: number) => string;
    readonly notPrinted: (count: number) => string;
    readonly signatures: readonly [string, string];
    readonly office: string;
    readonly date: string;
  };
  readonly self: {
    readonly heading: string;
    readonly text: string;
    readonly command: string;
    readonly pick: string;
    readonly digest: string;
    /** What was picked is no page of this version. */
    readonly other: string;
  };
}

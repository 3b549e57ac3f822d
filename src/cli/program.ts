/** argv → Call. The door to commander. */
import { existsSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { column } from '../messages/index.ts';
import { nearest } from '../model/index.ts';
import { type Call, type CommandName, type Options, UsageError, type Voice } from './options.ts';
import { displayWidth } from './width.ts';

export type Parsed = { readonly call: Call } | { readonly text: string };

type OptionName = keyof Voice['ui']['help']['options'];

const FLAGS: Readonly<Record<Exclude<OptionName, 'version' | 'help'>, string>> = {
  json: '--json',
  jsonProgress: '--json-progress',
  noReadback: '--no-readback',
  quiet: '-q, --quiet',
  noColor: '--no-color',
  lang: '--lang <lang>',
  debug: '--debug',
  all: '--all',
  fileList: '--file-list <file>',
  output: '-o, --output <file>',
  force: '-f, --force',
  draft: '--draft',
  at: '--at <time>',
  template: '--template <pack>',
  strict: '--strict',
  only: '--only <document>',
  expect: '--expect <fingerprint>',
  custodyHead: '--custody-head <digest>',
  report: '--report <file>',
  annex: '--annex',
  supervision: '--supervision',
  bag: '--bag',
  writeList: '--write-list',
  dryRun: '--dry-run',
  asFound: '--as-found',
  fromRecord: '--from-record <no>',
  form: '--form <name>',
  by: '--by <people>',
  place: '--place <text>',
  from: '--from <text>',
  to: '--to <text>',
  method: '--method <text>',
  tool: '--tool <text>',
  system: '--system <text>',
  record: '--record <no>',
  item: '--item <no>',
  note: '--note <text>',
  add: '--add <action>',
  sealBefore: '--seal-before <no>',
  sealAfter: '--seal-after <no>',
  mediaNo: '--media-no <no>',
  line: '--line <n>',
  reason: '--reason <text>',
  void: '--void',
  voidFile: '--void-file <path>',
  restore: '--restore',
  actualBy: '--actual-by <people>',
  actualItem: '--actual-item <no>',
  port: '--port <n>',
  noBrowser: '--no-browser',
  insert: '--insert',
  remove: '--remove',
  move: '--move',
  position: '--to <n>',
  code: '--code <code>',
  title: '--title <text>',
  capacity: '--capacity <text>',
  again: '--again',
  apply: '--apply',
};

const GLOBAL = ['json', 'quiet', 'noColor', 'lang', 'debug'] as const;

const COMMANDS: readonly {
  readonly name: CommandName;
  readonly argument: string;
  /** A second argument that takes all that is left, e.g. `[path...]`. */
  readonly rest?: string;
  readonly help: keyof Voice['ui']['help']['arguments'];
  readonly options: readonly (keyof typeof FLAGS)[];
}[] = [
  { name: 'init', argument: '<dir>', help: 'dir', options: ['form'] },
  {
    name: 'check',
    argument: '<case>',
    help: 'case',
    options: ['draft', 'at', 'template', 'strict', 'all', 'fileList', 'force', 'jsonProgress'],
  },
  {
    name: 'build',
    argument: '<case>',
    help: 'case',
    options: [
      'output',
      'force',
      'draft',
      'only',
      'supervision',
      'at',
      'template',
      'strict',
      'noReadback',
      'all',
      'fileList',
      'jsonProgress',
    ],
  },
  {
    name: 'collect',
    argument: '<case>',
    rest: '[path...]',
    help: 'case',
    options: [
      'by',
      'at',
      'place',
      'from',
      'to',
      'method',
      'tool',
      'system',
      'record',
      'item',
      'note',
      'fromRecord',
      'dryRun',
      'asFound',
      'writeList',
      'output',
      'force',
      'template',
      'all',
      'jsonProgress',
    ],
  },
  {
    name: 'verify',
    argument: '<dossier>',
    help: 'dossier',
    options: ['expect', 'custodyHead', 'report', 'annex', 'force', 'bag', 'template', 'strict', 'all', 'jsonProgress'],
  },
  {
    name: 'custody',
    argument: '<case>',
    rest: '[item...]',
    help: 'case',
    options: [
      'add',
      'by',
      'from',
      'to',
      'place',
      'sealBefore',
      'sealAfter',
      'mediaNo',
      'record',
      'method',
      'tool',
      'note',
      'at',
      'line',
      'reason',
      'void',
      'voidFile',
      'restore',
      'actualBy',
      'actualItem',
      'all',
    ],
  },
  { name: 'approve', argument: '<case>', help: 'case', options: ['code', 'by', 'title', 'capacity', 'at', 'again', 'template', 'all'] },
  { name: 'open', argument: '<case>', help: 'case', options: ['template', 'at', 'port', 'noBrowser'] },
  { name: 'preview', argument: '<case>', help: 'case', options: ['template', 'at', 'port'] },
  { name: 'deadlines', argument: '<case>', help: 'case', options: ['at', 'template', 'strict', 'all'] },
  { name: 'rules', argument: '[code]', help: 'rule', options: [] },
  {
    name: 'templates',
    argument: '<action>',
    rest: '[target...]',
    help: 'action',
    options: ['from', 'output', 'force', 'template', 'strict', 'all'],
  },
  { name: 'set', argument: '<case>', rest: '[field...]', help: 'case', options: ['insert', 'remove', 'move', 'position', 'all'] },
  { name: 'fix', argument: '<case>', help: 'case', options: ['apply', 'template', 'at', 'all'] },
  { name: 'schema', argument: '[name]', help: 'schema', options: [] },
];

/** What stands behind the first argument, where that is no file or number of an item. */
const RESTS: Readonly<Partial<Record<CommandName, keyof Voice['ui']['help']['arguments']>>> = { templates: 'target', set: 'field' };

/** Parses a call; help and version come back as text. Throws UsageError. */
export function parse(argv: readonly string[], voice: Voice, version: string): Parsed {
  const text: string[] = [];
  let call: Call | undefined;
  const { help } = voice.ui;
  const settle = (command: Command): Command =>
    command
      .exitOverride()
      .helpOption('-h, --help', help.options.help)
      .configureOutput({ writeOut: (s) => void text.push(s), writeErr: () => undefined })
      .configureHelp({
        displayWidth,
        styleTitle: (title) => (help.headings as Readonly<Record<string, string>>)[title] ?? title,
      });
  const program = settle(new Command('mbpack'))
    .description(help.program)
    .version(version, '-V, --version', help.options.version)
    .helpCommand(false)
    .addHelpText('after', `\n${help.after}\n`);
  for (const row of COMMANDS) {
    const command = settle(program.command(row.name)).description(help.commands[row.name]).argument(row.argument, help.arguments[row.help]);
    for (const name of [...row.options, ...GLOBAL]) command.addOption(optionOf(name, help.options[name]));
    if (row.rest !== undefined) command.argument(row.rest, help.arguments[RESTS[row.name] ?? 'rest']);
    command.action((argument: string | undefined, ...more: unknown[]) => {
      const rest = row.rest === undefined ? [] : (more[0] as readonly string[]);
      const raw = more[row.rest === undefined ? 0 : 1] as Record<string, unknown>;
      call = { command: row.name, ...(argument === undefined ? {} : { argument }), rest, options: optionsOf(raw) };
    });
  }
  if (argv.length === 0) return { text: program.helpInformation() };
  try {
    program.parse(hoistGlobals(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { text: text.join('') };
    throw new UsageError(problemOf(error, argv, voice));
  }
  return call ? { call } : { text: program.helpInformation() };
}

/** Options that take several values. */
const LISTS = ['by', 'actualBy', 'actualItem', 'voidFile'] as const satisfies readonly (keyof typeof FLAGS)[];
/** Options of several numbers that make one text of the log. */
const JOINED: readonly (keyof typeof FLAGS)[] = ['sealBefore', 'sealAfter'];

/** `--by 甲 --by 乙` and `--by 甲、乙` are one; a path may hold a comma. */
function optionOf(name: keyof typeof FLAGS, help: string): Option {
  const option = new Option(FLAGS[name], help);
  if (JOINED.includes(name))
    return option.argParser((value: string, before: string | undefined) => (before ? `${before}、${value}` : value));
  if (!isList(name)) return option;
  return option.argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    ...(name === 'voidFile' ? [value] : value.split(/[、，,]/)).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
  ]);
}

const isList = (name: string): name is (typeof LISTS)[number] => (LISTS as readonly string[]).includes(name);

/** Global options may stand before the command, too: commander wants them behind it. */
function hoistGlobals(argv: readonly string[]): string[] {
  const names: readonly string[] = COMMANDS.map((c) => c.name);
  const at = argv.findIndex((a) => names.includes(a));
  return at > 0 ? [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)] : [...argv];
}

/** Options that take one text; the language was read before anything was parsed. */
const VALUES = (Object.keys(FLAGS) as (keyof typeof FLAGS)[]).filter(
  (name) => FLAGS[name].includes('<') && !isList(name) && name !== 'lang',
);

function optionsOf(raw: Record<string, unknown>): Options {
  const flag = (name: string): boolean => raw[name] === true;
  const list = (name: (typeof LISTS)[number]): readonly string[] => {
    const given = raw[name];
    return Array.isArray(given) ? given.map(String) : [];
  };
  const values = Object.fromEntries(VALUES.flatMap((name) => (typeof raw[name] === 'string' ? [[name, raw[name]]] : [])));
  return {
    json: flag('json'),
    jsonProgress: flag('jsonProgress'),
    readBack: raw.readback !== false,
    browser: raw.browser !== false,
    quiet: flag('quiet'),
    color: raw.color !== false,
    debug: flag('debug'),
    all: flag('all'),
    strict: flag('strict'),
    draft: flag('draft'),
    force: flag('force'),
    supervision: flag('supervision'),
    bag: flag('bag'),
    annex: flag('annex'),
    writeList: flag('writeList'),
    dryRun: flag('dryRun'),
    asFound: flag('asFound'),
    insert: flag('insert'),
    remove: flag('remove'),
    move: flag('move'),
    again: flag('again'),
    apply: flag('apply'),
    void: flag('void'),
    restore: flag('restore'),
    by: list('by'),
    actualBy: list('actualBy'),
    actualItem: list('actualItem'),
    voidFile: list('voidFile'),
    ...values,
  };
}

function problemOf(error: CommanderError, argv: readonly string[], { ui }: Voice): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const words = ui.usageProblems;
  switch (error.code) {
    case 'commander.unknownOption': {
      const command = COMMANDS.find(({ name }) => argv.includes(name));
      const own = command ? [...GLOBAL, ...command.options] : (Object.keys(FLAGS) as (keyof typeof FLAGS)[]);
      const known = own.flatMap((name) => FLAGS[name].match(/--[a-z-]+/g) ?? []);
      return words.unknownOption(column(named), nearest(named, known), command?.name);
    }
    case 'commander.unknownCommand':
      return words.unknownCommand(
        column(named),
        nearest(
          named,
          COMMANDS.map((c) => c.name),
        ),
      );
    case 'commander.missingArgument':
      return words.missingArgument(argumentName(argv, ui.help.arguments), hereCall(argv));
    case 'commander.excessArguments':
      return argv.filter((part) => /^[0-9a-f]{8}$/i.test(part)).length > 1 ? words.groupsApart : words.tooMany;
    case 'commander.optionMissingArgument':
      return words.missingValue(column(named.split(' ').find((part) => part.startsWith('--')) ?? named));
    default:
      return column(error.message);
  }
}

/** The case folder one stands in is named by a dot. */
function hereCall(argv: readonly string[]): string | undefined {
  const row = COMMANDS.find((c) => argv.includes(c.name));
  return row?.help === 'case' && existsSync('case.yaml') ? `mbpack ${row.name} .` : undefined;
}

function argumentName(argv: readonly string[], names: Voice['ui']['help']['arguments']): string {
  const row = COMMANDS.find((c) => argv.includes(c.name));
  return row ? names[row.help] : '';
}

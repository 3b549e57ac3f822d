import { documentList } from '../document-titles.ts';
import { RENDERED_ALONE, type Ui } from '../ui.ts';
import { pageWords } from './page.ts';
import { previewWords } from './preview.ts';
import { periodWord } from './words.ts';

function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

export const ui: Ui = {
  severity: { stop: 'stop', error: 'error', warning: 'warning', info: 'info' },
  basis: 'basis',
  hint: 'mend',
  askMaker: 'ask the sending bureau, which mends or adds what is needed; leave the dossier as it is',
  unverified: ' (source to be checked)',
  excused: ' (a reason to proceed is recorded)',
  laterRule: (since) => ` (a rule since ${since}, later than the dossier: a remark)`,
  tally: (counts) =>
    Object.entries(counts)
      .filter(([, n]) => n !== 0)
      .map(([word, n]) => `${n} ${word}`)
      .join(', ') || 'nothing found',
  again: (command) => `mend and run again: ${command}`,
  moreHidden: (count) => `${count} lighter ones not listed: --all shows them`,
  remarksCounted: (command) => ` (remarks are only counted; listed by ${command})`,
  alike: (count, places) => `${count} more of the same: ${places} (--all shows each)`,
  andMorePlaces: (named, more) => `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  nearby: (word) => ` (perhaps ${word})`,
  spot: (line, cell) => (cell ? `cell ${cell}` : `line ${line}`),
  checkedInPart: (label, what) => `Not all of ${label} was checked: ${what}. Mend it and run again`,
  checked: (label, evidence, files) => `checked ${label}: ${evidence} items of evidence, ${files} files`,
  built: (file) => `dossier built: ${file}`,
  builtFigures: ({ size, files, fingerprint, slip, register }) =>
    `  ${size}, ${files} files\n  fingerprint ${fingerprint}\n  slip ${slip} (print it; both sides sign)${register === '' ? '' : `\n  register ${register} (sign and seal with it)`}`,
  drafted: (dir, count) => `drafts written: ${dir} (${count} documents marked 草稿, not a dossier)`,
  rendered: (file, pages) => `written: ${file} (${pages} pages)`,
  fileListWritten: (file, files) => `list of the files to look at: ${file} (${files} files, each with its reason)`,
  fileListEmpty: 'no file needs a look by a person; no list was written',
  blankPrinted: (path, count, pages) => `blank ${count > 1 ? `forms: ${path} (${count}, ` : `form: ${path} (`}${pages} pages)`,
  started: (dir) => `new case folder: ${dir}\n  read 填写说明.txt, fill in the files, then run: mbpack check ${dir}`,
  formAdded: (path) => `new form: ${path}`,
  recordAdded: (path, title, no, line) => `a blank ${title}${no ? ` ${no}` : ''} was added to ${path}, line ${line}; all else is as it was`,
  answers: {
    title: 'verification',
    conclusion: 'verdict',
    next: 'note',
    intact: 'intact',
    authentic: 'authentic',
    inOrder: 'rules',
    documents: 'documents',
    yes: 'open: every file agrees with the lists; whether it is the dossier once sealed, the fingerprint on paper says',
    yesOnPaper: 'yes: nothing changed since it was sealed, the given fingerprint agrees',
    signaturesBeside: (count) => `; ${count} signature ${count === 1 ? 'file was' : 'files were'} added after sealing and not checked`,
    no: ({ read, changed, missing, added }) =>
      `no: of ${read} files that were read ${[changed > 0 ? `${changed} differ from the lists` : '', missing > 0 ? `${missing} are missing` : '', added > 0 ? `${added} are not listed` : ''].filter((t) => t !== '').join(', ') || 'lists, index or log do not agree'}, the rest agree; see the findings`,
    noMany: 'no: see the findings',
    noAdded: (added) => `no: every listed file agrees, and ${added} files are there that nothing lists, see the findings`,
    noContainer:
      'no: every file agrees with the lists; the zip around them is not as it was, and other programs may unpack other names or content, see the findings',
    noBeside: 'no: every file agrees with the lists, but there are files in signatures/ that may not stand there, see the findings',
    noFormat: 'no: the format of the dossier is not known here, nothing can be said, see the findings',
    noOnPaper: 'no: every file agrees with the lists, but the fingerprint is not the given one: not the dossier of the paper',
    noOnPaperNorContainer: 'no: every file agrees with the lists, but the fingerprint is not the given one, and the zip was changed too',
    noOnCustodyPaper: 'no: every file agrees with the lists, but the given head is of no line of this custody log, see the findings',
    notRead: 'the content was not checked: see the findings',
    notVerifiable: 'cannot be verified: what was given is no dossier, or cannot be opened as one',
    notVerified: 'not verified',
    unsigned: 'no electronic signature: who sealed it, the signed paper slip says',
    unchecked: 'signatures are there, not checked by this version',
    unknown: 'cannot be said: the content is not intact',
    ruled: ({ count, version, wrong, warned, remarked }) => {
      const by = `by ${count} rules (table ${version}) `;
      const remarks = remarked > 0 ? `; ${remarked} remarks are for people to settle` : '';
      if (wrong === 0 && warned === 0) return `${by}no error and no warning${remarks}`;
      const found = wrong === 0 ? `no error, ${warned} warnings` : `${wrong} errors${warned > 0 ? `, ${warned} warnings` : ''}`;
      return `${by}${found}, see the findings${remarks}`;
    },
    laterRules: (count) => `; ${count} of them are of rules that the program which made it, by its own word, had not: remarks only`,
    notRuled: (wrong) => `no rule was run: ${wrong} errors in forms and lists, see the findings`,
    rulesNotRun: {
      content: 'not checked: the content is not intact',
      purpose: 'not checked: this is no dossier for the police',
      newer: 'not checked: the dossier was made by a newer version',
      unknownMembers: 'not checked: the dossier was made by a newer version, or somebody added to it; see the findings',
    },
    documentsSame: (count) => `the same: ${count} documents made again from the data, word for word`,
    documentsDiffer: (count) => `not the same: ${count} differences, see the findings`,
    notCompared: {
      content: 'not compared: the content is not intact, or there is no index',
      data: 'not compared: errors in the forms of the case, no document can be made again from them; see the findings',
      purpose: 'not compared: this is no dossier for the police',
      newer: 'not compared: the dossier was made by a newer version, or somebody added to it',
      pack: 'not compared: the recorded template pack is not here, or has another digest; documents may have been changed',
      engine: 'not compared: the recorded engine is not the one here; documents may have been changed',
      fault: 'not compared: the comparison did not end; documents may have been changed',
      browser: 'not done: this page sets no pages and compares no documents; use mbpack verify',
    },
  },
  conclusion: {
    title: (verdict) => `Verdict: ${verdict}`,
    notVerifiable: 'nothing was verified, what was given is no dossier that can be',
    notRead: 'not passed, the content was not read',
    altered: 'not passed, files differ from the lists, or are missing',
    added: 'not passed, every listed file agrees, and there are files that nothing lists',
    container: 'not passed, every file agrees with the lists, the zip around them is not as it was sealed',
    beside: 'not passed, every file agrees with the lists, but files were put beside the seal that may not stand there',
    format: 'not passed, the format is not known here: verify with a newer program',
    otherDossier: 'not passed, the fingerprint is not the given one',
    otherLog: 'not passed, the given head is of no line of the custody log',
    onPaper: 'the content agrees with its digests, the fingerprint with the given one',
    otherValue: 'the content agrees with the digests inside; what was given is no fingerprint',
    insideOnly: 'the content agrees with the digests inside, not compared with paper',
    rulesBroken: '; rules: errors',
    documentsDiffer: '; documents differ',
    rulesNotRun: '; rules not run',
    notCompared: '; documents not compared',
    validBag: 'the bag is valid, what its lists name is there and agrees',
    bagNotValid: 'the bag is not valid',
    bagNotComplete: 'the bag is not complete',
  },
  qualities: {
    accuracy: {
      label: 'accuracy',
      tested: 'lists, index, forms and files against one another, documents against the data',
      fail: 'something differs, see the findings',
      pending: 'open: lists, index, forms and files agree, documents were not compared',
    },
    integrity: {
      label: 'integrity',
      tested: 'files against lists both ways, SHA-256 and SM3 of each, the fingerprint against the value given',
      fail: 'something differs, see the findings',
      pending: 'open: files and lists agree both ways, by SHA-256 and SM3; the fingerprint was not compared with paper',
    },
    usability: {
      label: 'usability',
      tested: 'listed evidence and documents are there, each file reads to its end; none was opened and looked at',
      fail: 'files are missing or cannot be read, see the findings',
    },
    safety: {
      label: 'safety',
      tested: 'no dangerous names, links or compression, nothing internal; viruses were not looked for',
      fail: 'dangerous names or entries, or what must not leave the house, see the findings',
    },
    pass: (tested) => `nothing amiss: ${tested}`,
    notChecked: 'not tested',
  },
  verifyFacts: ({ sound, caseName, createdAt, files, evidence, documents, bytes }) =>
    `The dossier says of itself${sound ? '' : ' (it did not pass: not to be relied on)'}\n  case ${caseName}\n  sealed ${createdAt}\nWhat was read\n  ${documents} documents, ${evidence} items of evidence, ${files} files below data, ${bytes}`,
  fingerprint: (grouped) => `fingerprint  ${grouped}`,
  expectMatches: 'equals the given fingerprint',
  onPaper: (grouped) => `given        ${grouped}`,
  expectDiffers: 'differs from the given fingerprint: not the dossier of the slip, or changed',
  custodyHead: {
    title: 'custody head',
    agrees: (line, lines) =>
      line === lines
        ? `what was given is that of custody line ${line}, the last`
        : `what was given is that of custody line ${line} of ${lines}; ${lines - line} were added since`,
    differs: (lines) => `what was given is that of none of the ${lines} custody lines, see the findings`,
    notRead: 'not compared: the custody log was not read',
  },
  listsOnly: 'this stands for the lists alone; files are changed or damaged: do not take it for agreement',
  containers: {
    title: 'container',
    asBuilt: 'zip in the form it was packed in',
    repacked: 'zip, packed again; every file is checked against the lists',
    altered: 'zip, with single fields changed',
    folder: 'unpacked folder',
    refused: 'not readable',
    zip: 'zip',
  },
  bagResult: ({ valid, complete, version, algorithms, unknownAlgorithms, files, bytes }) => {
    const unknown = unknownAlgorithms.map((a) => a.toUpperCase()).join(', ');
    const agreed =
      unknown === '' ? 'every digest agrees' : `the digests that could be taken agree; ${unknown} is not known here and was not compared`;
    const known = algorithms.filter((a) => !unknownAlgorithms.includes(a)).map((a) => a.toUpperCase());
    const result = valid
      ? `a valid bag: complete, and ${agreed}`
      : complete
        ? 'not valid: complete, but something differs or is not as it must be'
        : 'not a complete bag';
    return `${result}\n  BagIt ${version || 'of unknown version'}; ${known.join(', ') || 'no payload manifest that could be compared'}; payload of ${files} files, ${bytes}`;
  },
  comparePaper: 'compare it with the fingerprint on the signed slip, or give it with --expect',
  bothAlgorithms: 'SHA-256 and SM3, both of every file',
  recorded: (file, pages) => `record written: ${file} (${pages} pages, for signature)`,
  limitsFailed:
    'The check failed: content does not agree with its digests, or was not read; do not use it as a whole dossier. Copy it again from the original medium and check again; if that fails, do not sign for it and ask the sender.',
  limits: 'This shows that content and digests agree and that the records fit one another; not that a record was true when it was made.',
  limitsOtherDossier:
    'The files agree with the lists inside, but this is not the dossier of the paper, or the value was mistyped: compare it group by group; if it still differs, do not sign for it and ask the sender.',
  limitsContainer:
    'Every file agrees with the lists; what is wrong stands outside them (the zip, or files that were put beside the seal): copy it again from the original medium and check again; if it stays so, put it on record and ask the sender.',
  limitsNotVerifiable:
    'Nothing was verified, so there is no conclusion: no dossier passed or failed. Choose the dossier and verify again; if the sender says that this is it, copy it again from the original medium; if it still cannot be opened, do not sign for it and ask the sender.',
  collect: {
    columns: { no: 'Evidence', file: 'File', format: 'Format', bytes: 'Bytes', extent: 'Extent' },
    pages: (count) => `${count} pages`,
    rows: (count) => `${count} rows`,
    tables: (count, rows) => `${count} tables, ${rows} rows`,
    seconds: (count) => `${Math.floor(count / 60)} min ${count % 60} s`,
    counted: (verified, fixed) => `${verified} verified, ${fixed} newly fixed`,
    wouldFix: (verified, fixed) =>
      `A first look, nothing was written: ${verified} verified, ${fixed} would be fixed${fixed === 0 ? '' : '; run again without --dry-run'}`,
    planned: 'Would be fixed:',
    bytes: (count) => `${count} bytes`,
    newItem: ' (not in the list yet)',
    taken: ({ at, by, place, from, system, record, note }) => [
      `when: ${at}`,
      `by: ${by.join(', ')}`,
      ...(from === undefined ? [] : [`from: ${from}`]),
      ...(place === undefined ? [] : [`place: ${place}`]),
      ...(system === undefined ? [] : [`system: ${system}`]),
      ...(record === undefined ? [] : [`record: ${record}`]),
      ...(note === undefined ? [] : [`note: ${note}`]),
    ],
    moreEntries: (count, command) => `… and ${count} more of the kind; to have them written into the list: ${command}`,
    head: (grouped, line) => `Head of the custody chain (event ${line})  ${grouped}`,
    copyHead:
      'Copy the head of the chain onto the record of the day and have it signed by those present: a later change of the log will show',
    entries:
      'The evidence list does not name these files yet. Add these entries below evidence in evidence.yaml, then fill in what is blank:',
    further: 'The list has these numbers already: add the files below to the files of each:',
    cells:
      'The evidence list is a workbook and does not name these files yet. Add rows with the numbers and files below (files of one number in one cell, a line each), then fill in the other columns; the digests stand in the log and need not be copied:',
    listWritten: (list) => `Written to ${list}, new items at its end, new files of others behind their files; fill in what is blank`,
  },
  preview: previewWords,
  workbench: {
    ready: (dir) =>
      `The workbench is open: ${dir}. Every field is saved when it is left; Ctrl-C ends it. Where no browser opened by itself, open this address on this machine (others cannot):`,
    ended: 'The workbench has ended; what was filled in stands in the case folder',
  },
  page: pageWords,
  packs: {
    headings: { id: 'id', version: 'version', title: 'title', parent: 'extends', digest: 'digest' },
    checked: (given, documents) => `${given}: ${documents} documents render with the sample case`,
    made: (path, files) => `new pack: ${path} (${files} files)\n  read README.md, then run: mbpack templates check ${path}`,
  },
  crash: (message) => `mbpack failed: ${message}`,
  crashHint: 'a bug; the case was not changed. Run again with --debug and send the output to the maintainers',
  interrupted: 'interrupted; no partial file was left',
  phases: { reading: 'reading', packing: 'packing', checking: 'verifying', hashing: 'hashing', rendering: 'rendering' },
  timeLeft: (seconds) => (seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`),
  help: {
    program: 'check, typeset and seal a medical-insurance fraud referral as a verifiable dossier',
    headings: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
    commands: {
      init: 'start a new case folder',
      check: 'check a case, write nothing',
      build: 'check, typeset and seal: the dossier zip, its slip and its register',
      collect: 'digests of evidence at collection, into the custody log; run again, it verifies and adds only what is new',
      verify: 'verify a dossier (zip or unpacked folder), offline',
      custody: 'show the chain of custody; --add appends an event (never to be removed or changed)',
      deadlines: 'list the periods: begun, due, kept or not',
      open: 'the workbench: the case in a browser, saved field by field, with the pages as they will print; Ctrl-C ends it',
      preview: 'show the documents in a browser, made anew at every save of data or template; writes nothing, Ctrl-C ends it',
      rules: 'list the rules, or explain one',
      templates:
        'template packs: list, check, new, and print, which makes blank forms to fill in by hand ("all" for every form, -o names a folder)',
      schema: 'list or print the JSON Schemas',
      fix: 'lists values that check knows exactly; --apply enters them and leaves all else as it is',
      approve: 'enter the approval of the head of office under the code on the approved paper; refused where the case is no longer that',
      set: 'change one value and no other byte: mbpack set CASE case:/sender/phone VALUE; refused where it does not fit its field',
    },
    options: {
      json: 'one JSON object on stdout',
      jsonProgress: 'progress as JSON on stderr, one object a line (schemas/progress.schema.json), for other programs',
      noReadback:
        'do not read back what was written: saves one pass, but proves nothing of what the disk holds; verify before handing over',
      quiet: 'the result only',
      noColor: 'no colour',
      lang: 'zh-CN (default) or en',
      all: 'every finding by itself, none left out',
      fileList: 'write the list of the files that a person must look at to this file (plain text)',
      debug: 'internals on failure',
      version: 'print the version',
      help: 'print this help',
      output: 'output file (a folder for drafts)',
      force: 'overwrite an existing output file',
      draft: 'drafts only: every page marked, nothing sealed',
      at: 'time, e.g. "2026-11-22 09:00" in China\'s time, or 2026-11-22T09:00+08:00 (default: now): of sealing; for collect, custody and approve, when it happened (of a correction: the time that the line should have, not that of the correction)',
      template: 'template pack (id or folder) to use instead of the one named in case',
      strict: 'treat warnings as errors',
      only: `one document, by id or title: ${documentList(RENDERED_ALONE)}`,
      expect: 'compare with the fingerprint on paper, all eight groups',
      custodyHead: 'head of the custody log from a signed list or slip: it must be that of a line (64 digits)',
      report: 'write the result as a record for signature (PDF, Chinese)',
      annex: 'adds the SHA-256 and SM3 of every file to the record (file names are printed and may tell of people)',
      bag: 'check any BagIt bag (RFC 8493, 0.93 to 1.0), whoever made it; no rules of a case',
      supervision: 'the package for the supervisory organ instead of the police dossier',
      dryRun:
        'a first look: which files would be fixed, under which numbers, with which digests, by whom, and what is wrong; nothing is written',
      asFound: 'fix files that are empty, cut short or not what their names say, too; the log says so',
      fromRecord:
        'enter late what a paper record took, e.g. J-1: people, place, time and giver come from it or from the evidence list; without files, the items that name it',
      writeList: 'append new evidence to the end of the list (evidence.yaml or evidence.xlsx)',
      by: 'who did it: officer ids, or name/certificate; several; of approve: who approved',
      place: 'place',
      form: 'add to a case folder: a blank record such as extractions, or a form such as supervision',
      from: 'from whom; the present holder when not given (templates new: the pack to extend)',
      to: 'to whom',
      method: 'method',
      tool: 'tool and version',
      system: 'source system',
      record: 'number of the record, e.g. R1',
      item: 'evidence number for files that the list lacks',
      note: 'note',
      add: 'append an event: seal, unseal, examine, copy, move, hand-over, receive, return; or correct',
      sealBefore: 'seal number before; may be given several times, and name only those of several that were broken',
      sealAfter: 'seal number after; may be given several times',
      line: 'correct: number of the line that is wrong',
      reason: 'correct: why',
      void: 'correct: the line counts for nothing',
      voidFile: 'correct: a file that the line recorded by mistake; may be given several times',
      restore: 'correct: the line stands as it was written, after all',
      actualBy:
        'correct: who really acted, all of them (--by: who corrects); what else should stand there is given by the option of its name, "" for nothing',
      actualItem: 'correct: the right evidence numbers, all of them',
      mediaNo: "number of the copy's medium",
      noBrowser: 'open no browser, only print the address',
      port: 'port of preview and open; a free one by default',
      insert: 'add an item to a list: the path ends in its number, from 0, or - for the end',
      remove: 'take out a field or an item of a list',
      move: 'give an item of a list another place, see --to',
      position: 'number after --move, from 0',
      code: 'the code printed on the approved report or approval form',
      title: 'title of whoever approved',
      capacity: 'in what capacity: 正职负责人, or 主持工作负责人 (a deputy must say so)',
      apply: 'enter the values that are listed (fix)',
      again: 'approved again: takes the place of the approval that stands there',
    },
    arguments: {
      case: 'case folder',
      dossier: 'dossier zip or unpacked folder',
      dir: 'new folder',
      rule: 'rule id or code',
      schema: 'name',
      action: 'list, check, new or print',
      target: 'pack id or folder',
      rest: 'files, folders, patterns such as *.jpg, or evidence numbers (their files as listed); all when none is given',
      field: 'FORM:/PATH VALUE, e.g. case:/caseNo NUMBER; lists and groups as JSON',
    },
    after: 'Exit codes: 0 fine (warnings allowed); 1 the case or dossier is at fault; 2 mbpack could not do its job; 130 interrupted.',
  },
  deadlines: {
    title: (at) => `Periods as of ${at}`,
    headings: { id: 'no.', duty: 'period', counted: 'length', begun: 'begun', due: 'due', state: 'state', basis: 'basis' },
    duty: (who, duty) => `${who}: ${duty}`,
    counted: periodWord,
    after: (from) => `(after ${from})`,
    states: {
      met: ({ done }) => (done === '' ? 'done' : `done ${done}`),
      late: ({ done }) => `late, done ${done}`,
      running: ({ minutes }) => `running, ${duration(minutes)} left`,
      missed: ({ minutes }) => `overdue by ${duration(minutes)}`,
      closed: () => 'over, not used',
      notBegun: () => 'not begun',
      unknownYear: ({ year }) => `not computed: no days off of ${year}`,
    },
    rolled: (due, rolled) => `${due} (rolled: ${rolled})`,
    note: 'Hours run without pause. Days: the first is not counted, the last ends at midnight. Working days leave out days off; a period that rolls over ends on the next working day; the others do not wait for holidays. Where the last day of a right falls on days off, the day of 刑事诉讼法 art. 105 stands in brackets: the one before is safe.',
    unreadable: (file, count, spot, first) => `${file}: ${count} to fill in or mend, the first: ${spot ? `${spot} ` : ''}${first}`,
    none: (check) => `Until these forms are filled in, no period can be told. Run ${check} first`,
  },
  custody: {
    headings: { line: '#', at: 'time', action: 'action', items: 'evidence', by: 'by', way: 'from → to', seal: 'seal', place: 'place' },
    actions: {
      collect: 'collect',
      extract: 'extract',
      seal: 'seal',
      unseal: 'unseal',
      copy: 'copy',
      move: 'move',
      examine: 'examine',
      pack: 'pack',
      'hand-over': 'hand over',
      receive: 'receive',
      return: 'return',
      correct: 'correct',
    },
    isVoid: ' (void)',
    isCorrected: ' (corrected)',
    corrects: (line) => `corrects line ${line}`,
    corrected: ({ corrects, line, isVoid, changes, kept, files, reason, by, at }) => {
      const parts = [
        ...changes.map(({ field, was, is }) => `${field} ${was || 'nothing'} → ${is || 'nothing'}`),
        ...(files === '' ? [] : [`files recorded by mistake: ${files}`]),
        ...(kept ? ['the rest as corrected before'] : []),
      ];
      const what = isVoid ? 'made void' : parts.length === 0 ? 'restored as it was written' : 'corrected';
      const how = isVoid || parts.length === 0 ? '' : `: ${parts.join('; ')}`;
      return `line ${corrects} ${what} by line ${line}${how}; why: ${reason} (${by}, ${at})`;
    },
    someItems: (first, count) => `${first} … (${count})`,
    note: (text) => `note: ${text}`,
    empty: 'no chain of custody yet: mbpack collect begins one',
    now: 'now',
    stands: ({ evidenceNo, title, holder, since, place }) =>
      `${evidenceNo}${title ? ` ${title}` : ''}: held by ${holder || '(not said)'} since line ${since}${place ? `, ${place}` : ''}`,
    sealed: (seal) => `, sealed ${seal || '(no number)'}`,
    notSealed: ', not sealed',
    out: ', out of the house',
    marked: '× contradicts the log, ! a gap; see the findings',
    head: (lines, grouped) => `${lines} lines, head  ${grouped}`,
    filesNotRead: (whole, command) =>
      `${whole ? 'the log is whole; ' : ''}the files of evidence were not read: verify them with ${command}`,
    added: (line, compared) =>
      `line ${line} appended, never to be removed or changed; append a correction where it is wrong${compared === 0 ? '' : `\ndigests of ${compared} files were taken again: they are as they were fixed, and stand in the line`}`,
    notAdded: 'nothing was appended; the log is as it was',
  },
  set: {
    before: 'was',
    after: 'is ',
    moved: 'moved',
    nothing: '(blank)',
    cut: (count) => `… (${count} characters)`,
    kept: 'Written and read back; every other byte is as it was',
    keptSheet: 'Written and read back; every other cell and part of the workbook is as it was',
    same: 'It has this value already; nothing was changed',
    notMade: (file) => `${file} is as it was`,
  },
  fix: {
    nothing: 'nothing to mend by the program: it mends only what it knows exactly',
    applied: (count) => `${count} values entered and read back; all else is as it was`,
    planned: (count, command) => `${count} values can be mended like this; nothing was written. To write them: ${command}`,
    others: (count, command) => `${count} more are for a person to mend: ${command}`,
  },
  approve: {
    entered: 'the approval was entered and read back; no other byte of the form changed',
    next: (dir, again) =>
      `next: ${again ? 'what was signed under the earlier approval is printed, signed and scanned anew' : 'print the documents, have them signed, and scan them'}, e.g. mbpack build ${dir} --only transfer -o transfer.pdf; then mbpack check ${dir}`,
    same: 'it stood there already, nothing changed',
    refused: 'nothing was entered, the form is as it was',
  },
  usage: (problem) => `${problem}\nsee: mbpack --help`,
  usageProblems: {
    unknownOption: (option, near, command) =>
      `${command ? `${command} has no` : 'no'} option ${option}${near ? `, did you mean ${near}?` : ''}`,
    unknownCommand: (command, near) => `no command ${command}${near ? `, did you mean ${near}?` : ''}`,
    missingArgument: (name, here) => `missing argument: ${name}${here === undefined ? '' : `. For the folder you are in: ${here}`}`,
    tooMany: 'too many arguments; quote a path that has spaces',
    groupsApart: 'too many arguments; a value written in groups goes in quotes, or without spaces',
    missingValue: (option) => `option ${option} needs a value`,
    badTime: (value, readings = []) =>
      readings.length > 0
        ? `time ${value} may be ${readings.join(' or ')}: write the one that is meant`
        : `bad time ${value}, expected "2026-11-22 09:00" (China's time)`,
    correctionNeedsAdd: 'a correction is appended by --add correct, as in --add correct --line 3; nothing was appended',
    badLine: (value) => `--line “${value}” is no number of a line of the custody log, such as --line 3`,
    badPort: (value) => `“${value}” is no port: a whole number from 0 to 65535`,
    badLanguage: (value) => `language ${value} is not known: zh-CN or en`,
    blankFormMissing: (known) => `name a document behind print, or "all". Known: ${known}`,
    onlyNeedsOutput: '--only needs -o FILE.pdf',
    unknownSchema: (value, known) => `no ${value}; known: ${known}`,
    unknownRule: (value, near) => `no rule or code ${value}${near ? `, did you mean ${near}?` : ''}`,
    annexOfReport: '--annex belongs to a record: give --report as well',
    annexOfBag: '--annex is for dossiers, not for --bag',
    expectOfBag: '--expect is for dossiers: a bag of others has no fingerprint, so not together with --bag',
    custodyHeadOfBag: '--custody-head is for dossiers: the bags of others have no custody log, so it does not go with --bag',
    badCustodyHead: (value, digits) =>
      digits === undefined || digits > 64
        ? `custody head ${value} is not 64 hex digits`
        : `a custody head has 64 digits in eight groups, only ${digits} were given`,
    badFingerprint: (value, digits) =>
      digits === undefined || digits > 64
        ? `fingerprint ${value} is not 64 hex digits`
        : `the fingerprint has 64 digits in eight groups, only ${digits} were given`,
    templatesAction: (value, near) => `there is no action ${value}${near ? `, did you mean ${near}?` : ';'} known: list, check, new, print`,
    templatesTarget: (action) => `name a ${action === 'new' ? 'new folder' : 'pack id or folder'} for templates ${action}`,
    setOnce: 'one of --insert, --remove, --move at a time',
    setTo: '--move takes --to with the new number, from 0; nothing else does. E.g. mbpack set CASE --move case:/officers/1 --to 0',
    setNoField: 'what is to be changed? FORM:/PATH, e.g. mbpack set CASE case:/sender/phone 0571-00000000',
    approveNeeds: (option) =>
      `an approval needs ${option}, e.g. mbpack approve CASE --code CODE --by NAME --title TITLE --at "2026-12-03 10:00"`,
    approveOne: 'one person approves: one name behind --by',
    approveCapacity: (value) => `--capacity ${value} is not known: 正职负责人 or 主持工作负责人`,
    setNeedsValue: 'the value is missing, e.g. mbpack set CASE case:/sender/phone 0571-00000000; --remove takes a value out',
    setNoValue: (op) => `--${op} takes a place and no value; put a value with spaces in quotes`,
    setForm: (value, near) =>
      `"${value}" does not begin with the name of a form${near ? `; ${near}?` : ''}: FORM:/PATH, where FORM is case, internal, transfer, investigation, receipt, items, evidence, records, supervision or correspondence`,
    setPath: (value, at, near) =>
      at === ''
        ? `"${value}" names no place: a path stands behind the colon, e.g. case:/sender/phone`
        : `"${value}": no field "${at}"${near ? `; "${near}"?` : ''}. A path begins with /, e.g. case:/sender/phone`,
    unknownForm: (value, forms, records) => `no form or record ${value}; forms: ${forms}; records: ${records}`,
  },
  ruleTable: (version, count, atVerify) =>
    `rule table ${version}, ${count} rules; verify runs ${atVerify} of them: the others speak of what no dossier holds, or are checked where files are read`,
  officeOffences: (crimes) => `for a public official who used the office: ${crimes}`,
  rule: {
    id: 'id',
    severity: 'severity',
    since: 'since',
    asks: 'asks',
    why: 'why',
    basis: 'basis',
    right: 'right',
    wrong: 'wrong',
    codes: 'codes',
    behaviours: 'behaviour codes (facts[].behaviour of case)',
  },
};

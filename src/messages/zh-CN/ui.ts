import { CUSTODY_ACTION_NAMES, CUSTODY_FIELD_NAMES, chineseInstant } from '../../model/index.ts';
import { documentList } from '../document-titles.ts';
import { RENDERED_ALONE, type Ui } from '../ui.ts';
import { pageWords } from './page.ts';
import { previewWords } from './preview.ts';
import { periodWord } from './words.ts';

/** 1500 minutes → 1 天 1 小时. */
function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} 天 ${hours} 小时`;
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分钟`;
}

export const ui: Ui = {
  severity: { stop: '阻断', error: '错误', warning: '警告', info: '提示' },
  basis: '依据',
  hint: '建议',
  askMaker: '向移送机关核实；要更正、补充的由移送机关办理，不要自行改动案卷包',
  unverified: '（待核）',
  excused: '（已记录继续移送的理由）',
  laterRule: (since) => `（${since} 起才有的规则，案卷成卷在前，只作提示）`,
  tally: ({ stop, error, warning, info }) =>
    [
      [stop, '项阻断'],
      [error, '个错误'],
      [warning, '个警告'],
      [info, '条提示'],
    ]
      .filter(([n]) => n !== 0)
      .map(([n, word]) => `${n} ${word}`)
      .join('，') || '没有发现问题',
  again: (command) => `修改后再运行：${command}`,
  moreHidden: (count) => `另有 ${count} 条较轻的没有列出，加 --all 查看全部`,
  remarksCounted: (command) => `（提示没有逐条列出，查看用 ${command}）`,
  alike: (count, places) => `同样的另有 ${count} 处：${places}（加 --all 逐条列出）`,
  andMorePlaces: (named, more) => `${named.join('、')}${more > 0 ? ` 等，还有 ${more} 处` : ''}`,
  nearby: (word) => `（是不是“${word}”？）`,
  spot: (line, cell) => (cell ? `${cell} 格` : `第 ${line} 行`),
  checkedInPart: (label, what) => `没有查完 ${label}：${what}。改好再运行，其余的才会查`,
  checked: (label, evidence, files) => `已检查 ${label}：证据 ${evidence} 项，文件 ${files} 个`,
  built: (file) => `案卷包已生成：${file}`,
  builtFigures: ({ size, files, fingerprint, slip, register }) =>
    `  大小 ${size}，文件 ${files} 个\n  总校验值 ${fingerprint}\n  校验单 ${slip}（打印，交接时双方签字）${register === '' ? '' : `\n  交接登记表 ${register}（同时签字盖章，一式二份）`}`,
  drafted: (dir, count) => `草稿已生成：${dir}（${count} 份，每页标有“草稿”，不是案卷包）`,
  rendered: (file, pages) => `已生成：${file}（${pages} 页）`,
  fileListWritten: (file, files) => `待查看的文件清单已写到：${file}（${files} 个文件，逐个写明原因）`,
  fileListEmpty: '没有需要人工查看的文件，没有写清单',
  blankPrinted: (path, count, pages) => `已生成空白文书：${path}（${count > 1 ? `${count} 份，` : ''}${pages} 页）`,
  started: (dir) => `已新建案卷文件夹：${dir}\n  先看 填写说明.txt，按文件填写，再运行：mbpack check ${dir}`,
  formAdded: (path) => `已新建 ${path}，按其中的说明填写`,
  recordAdded: (path, title, no, line) =>
    `已在 ${path} 第 ${line} 行起添加一份空白的《${title}》${no ? `，编号 ${no}` : ''}，照每个字段上方的名称填写；原有内容没有改动`,
  answers: {
    title: '核验结果',
    conclusion: '核验结论',
    next: '说明',
    intact: '完整',
    authentic: '签署者身份',
    inOrder: '规则',
    documents: '文书比对',
    yes: '待定：文件与清单逐一相符；是不是当初那一包，待与纸面总校验值核对',
    yesOnPaper: '是：自成卷以来没有改动，总校验值与给定的一致',
    signaturesBeside: (count) => `；封装之后加入了 ${count} 个签名文件，没有核验`,
    no: ({ read, changed, missing, added }) =>
      `否：读到 ${read} 个文件，${[changed > 0 ? `${changed} 个与清单不符` : '', missing > 0 ? `缺少 ${missing} 个` : '', added > 0 ? `多出 ${added} 个` : ''].filter((t) => t !== '').join('，') || '清单、索引或者保管记录有不符'}，其余与清单相符；见列出的问题`,
    noMany: '否：见列出的问题',
    noAdded: (added) => `否：清单所列的文件逐一相符，另有 ${added} 个清单之外的文件，见列出的问题`,
    noContainer: '否：文件与清单逐一相符；不同的是外面的 zip 容器，别的软件解压出来的名称、内容可能与这里核验的不一样，见列出的问题',
    noBeside: '否：文件与清单逐一相符；但 signatures 里有不合规定的文件，是封装之后放进去的，见列出的问题',
    noFormat: '否：案卷包的格式版本不认识，不能断定，见列出的问题',
    noOnPaper: '否：文件与清单逐一相符，但总校验值与给定的不一致；没有填错的，不是纸面所指的那一包',
    noOnPaperNorContainer: '否：文件与清单逐一相符，但总校验值与给定的不一致，zip 容器也有改动，见列出的问题',
    noOnCustodyPaper: '否：文件与清单逐一相符，但给定的保管链校验值不是这份保管记录任何一条的，见列出的问题',
    notRead: '没有核验内容：先解决列出的问题',
    notVerifiable: '无法核验：给出的不是案卷包，或者不能作为案卷包打开',
    notVerified: '没有核验',
    unsigned: '没有电子签名：是谁成卷，以签字盖章的纸质校验单为准',
    unchecked: '有电子签名，未核验（本版本不核验签名）',
    unknown: '无法判断：内容没有通过核验',
    ruled: ({ count, version, wrong, warned, remarked }) => {
      const by = `按 ${count} 条规则（规则版本 ${version}）`;
      const remarks = remarked > 0 ? `；${remarked} 条提示需人工处理` : '';
      if (wrong === 0 && warned === 0) return `${by}没有发现错误、警告${remarks}`;
      const found = wrong === 0 ? `没有发现错误，有 ${warned} 条警告` : `发现 ${wrong} 个错误${warned > 0 ? `、${warned} 条警告` : ''}`;
      return `${by}${found}，见列出的问题${remarks}`;
    },
    laterRules: (count) => `；其中 ${count} 条是案卷自述的制作程序还没有的规则，只作提示`,
    notRuled: (wrong) => `没有按规则检查：表格、清单有 ${wrong} 个错误，见列出的问题`,
    rulesNotRun: {
      content: '没有检查：内容没有通过核验',
      purpose: '没有检查：这不是给公安机关的案卷',
      newer: '未查：案卷由更新的版本制作',
      unknownMembers: '未查：案卷由更新的版本制作，或者被人加入了内容，见列出的问题',
    },
    documentsSame: (count) => `一致：${count} 份文书由案件数据重新生成，逐字相同`,
    documentsDiffer: (count) => `不一致：有 ${count} 处，见列出的问题`,
    notCompared: {
      content: '未比对：内容没有通过核验，或者没有索引',
      data: '未比对：案件数据的表格有错误，不能据此重新生成文书，见列出的问题',
      purpose: '未比对：这不是给公安机关的案卷',
      newer: '未比对：案卷由更新的版本制作，或者被人加入了内容',
      pack: '未比对：案卷包记载的模板包这里没有，或者校验值不同；文书与数据是否一致没有核验，不能排除文书被改过',
      engine: '未比对：案卷包记载的排版程序与本机的不同；文书与数据是否一致没有核验，不能排除文书被改过',
      fault: '未比对：比对没有做完；文书与数据是否一致没有核验，不能排除文书被改过',
      browser: '未做：核验页不排版，不比对文书；要比对的用 mbpack verify',
    },
  },
  conclusion: {
    title: (verdict) => `核验结论：${verdict}`,
    notVerifiable: '没有核验，给出的不是能够核验的案卷包',
    notRead: '没有通过，内容没有读到',
    altered: '没有通过，有文件与清单登记的不同，或者缺少',
    added: '没有通过，清单所列的文件逐一相符，另有清单之外的文件',
    container: '没有通过，文件与清单逐一相符，外面的 zip 容器与封装时不同',
    beside: '没有通过，文件与清单逐一相符，但封装之后放进了不合规定的文件',
    format: '没有通过，案卷包的格式版本不认识，要用新版程序核验',
    otherDossier: '没有通过，总校验值与给定的不一致',
    otherLog: '没有通过，给定的保管链校验值与保管记录不符',
    onPaper: '内容与校验值相符，总校验值与给定的一致',
    otherValue: '内容与包内的校验值相符；给定的不是总校验值',
    insideOnly: '内容与包内的校验值相符，还没有与纸面比对',
    rulesBroken: '；规则有错误',
    documentsDiffer: '；文书不一致',
    rulesNotRun: '；规则未查',
    notCompared: '；文书未比对',
    validBag: '袋有效，清单列出的文件齐全、相符',
    bagNotValid: '袋无效',
    bagNotComplete: '袋不完整',
  },
  qualities: {
    accuracy: {
      label: '准确性检验',
      tested: '清单、索引、各表与文件逐项核对，文书与数据逐字比对',
      fail: '有不符，见列出的问题',
      pending: '待定：清单、索引、各表与文件逐项核对未见异常，文书没有比对',
    },
    integrity: {
      label: '完整性检验',
      tested: '文件与清单双向核对，每个文件的两种校验值逐个核对，总校验值与给定的值核对',
      fail: '有不符，见列出的问题',
      pending: '待定：文件与清单双向核对，每个文件的两种校验值逐个核对未见异常，没有与纸面总校验值核对',
    },
    usability: {
      label: '可用性检验',
      tested: '列明的证据、文书都在，每个文件能从头读到尾；没有逐个打开查看',
      fail: '有缺少或者不能读的文件，见列出的问题',
    },
    safety: {
      label: '安全性检验',
      tested: '没有危险的文件名、链接和压缩，没有内卷；没有查病毒',
      fail: '有危险的文件名、条目，或者不应移送的内容，见列出的问题',
    },
    pass: (tested) => `未见异常：${tested}`,
    notChecked: '没有检验',
  },
  verifyFacts: ({ sound, caseName, createdAt, files, evidence, documents, bytes }) =>
    `案卷自述${sound ? '' : '（核验没有通过，不能作准）'}\n  案件名称 ${caseName}\n  成卷时间 ${createdAt}\n读到的内容\n  文书 ${documents} 份，证据 ${evidence} 项，data 文件夹下文件 ${files} 个，${bytes}`,
  fingerprint: (grouped) => `总校验值  ${grouped}`,
  expectMatches: '与给定的总校验值一致',
  onPaper: (grouped) => `给定的    ${grouped}`,
  expectDiffers: '与给定的总校验值不一致：先查有没有填错；没有填错的，不是校验单所指的那一包，或者已被改动',
  custodyHead: {
    title: '保管链校验值',
    agrees: (line, lines) =>
      line === lines
        ? `给定的与保管记录第 ${line} 条（末条）相符`
        : `给定的与保管记录第 ${line} 条相符；共 ${lines} 条，其后 ${lines - line} 条是后来记入的`,
    differs: (lines) => `给定的与保管记录 ${lines} 条都不符，见列出的问题`,
    notRead: '没有核对：保管记录没有读到',
  },
  listsOnly: '这个值只代表包内的清单；文件与清单有不符，不要据此认为一致',
  containers: {
    title: '载体',
    asBuilt: 'zip，格式与封装时一样',
    repacked: 'zip，被重新打包过；文件按清单逐一核对',
    altered: 'zip，个别格式字段与封装时不同',
    folder: '解压后的文件夹',
    refused: '不能读取',
    zip: 'zip',
  },
  bagResult: ({ valid, complete, version, algorithms, unknownAlgorithms, files, bytes }) => {
    const unknown = unknownAlgorithms.map((a) => a.toUpperCase()).join('、');
    const agreed = unknown === '' ? '校验值全部相符' : `能核对的校验值相符；${unknown} 是不认识的算法，这种清单没有核对`;
    const known = algorithms.filter((a) => !unknownAlgorithms.includes(a)).map((a) => a.toUpperCase());
    const result = valid ? `有效的袋：文件齐全，${agreed}` : complete ? '无效：文件齐全，但有不符或不合规定之处' : '不完整的袋';
    return `${result}\n  BagIt ${version || '版本不明'}；${known.join('、') || (algorithms.length > 0 ? '没有能核对的载荷清单' : '没有载荷清单')}；载荷 ${files} 个文件，${bytes}`;
  },
  comparePaper: '请与纸质校验单、回执上的总校验值逐组核对；或者用 --expect 给出总校验值由程序比对',
  bothAlgorithms: 'SHA-256 和 SM3，每个文件两种都核对',
  recorded: (file, pages) => `核验记录已生成：${file}（${pages} 页，打印签名）`,
  limits: '核验证明内容与校验值相符、各项记录互相吻合，不证明记录在制作时真实。',
  limitsFailed:
    '核验没有通过：与清单有不符，或者没有读到，不能作为完整的案卷使用。先从原来的介质重新复制一份再核验；仍不通过的，不要签收，联系移送机关。',
  limitsOtherDossier:
    '包内文件与清单相符，但与纸面上的值不符：不是纸面所指的那一包、那一份保管记录，或者填错了：先逐组核对所填的值，仍不同的，不要签收，联系移送机关。',
  limitsContainer:
    '文件与清单逐一相符，有问题的是清单以外的部分（zip 容器，或者封装之后放进去的文件）：先从原来的介质重新复制一份再核验；仍然这样的，写入核验记录，联系移送机关查明原因。',
  limitsNotVerifiable:
    '没有核验，所以没有结论：不能说明任何案卷包通过或者不通过。请选对案卷包再核验；移送机关说这就是案卷包的，先从原来的介质重新复制一份再试，仍然打不开的，不要签收，联系移送机关。',
  collect: {
    columns: { no: '证据编号', file: '文件', format: '格式', bytes: '大小（字节）', extent: '页、行、时长' },
    pages: (count) => `${count} 页`,
    rows: (count) => `${count} 行`,
    tables: (count, rows) => `${count} 个表 ${rows} 行`,
    seconds: (count) => `${Math.floor(count / 60)} 分 ${count % 60} 秒`,
    counted: (verified, fixed) => `已核对 ${verified} 个，新固定 ${fixed} 个`,
    wouldFix: (verified, fixed) =>
      `先看一遍，什么都没有写入：核对 ${verified} 个，${fixed === 0 ? '没有可以固定的新文件' : `会新固定 ${fixed} 个。照此固定，去掉 --dry-run 再运行`}`,
    planned: '会固定：',
    bytes: (count) => `${count} 字节`,
    newItem: '（清单里还没有）',
    taken: ({ at, by, place, from, system, record, note }) => [
      `时间：${chineseInstant(at)}`,
      `取证人员：${by.join('、')}`,
      ...(from === undefined ? [] : [`提供人：${from}`]),
      ...(place === undefined ? [] : [`地点：${place}`]),
      ...(system === undefined ? [] : [`来源：${system}`]),
      ...(record === undefined ? [] : [`取证记录：${record}`]),
      ...(note === undefined ? [] : [`备注：${note}`]),
    ],
    moreEntries: (count, command) => `……还有 ${count} 件，写法相同。由程序写进清单：${command}`,
    head: (grouped, line) => `保管链校验值（第 ${line} 条）  ${grouped}`,
    copyHead: '把保管链校验值抄写在当天的笔录或者固定清单上，由在场人员签名：以后有人改动记录，一比就知道',
    entries: '证据清单里还没有这些文件。把下面几项加到 evidence.yaml 的 evidence 下面（已有的内容不动），再补写留空的各项：',
    further: '这些证据编号在清单里已有，把下面各项的 files 加到该证据的 files 下面：',
    cells:
      '证据清单是 Excel 工作簿，里面还没有这些文件。照下面的编号和文件在表里加行（同一编号的几个文件写在一格，格内换行），再补写其余各列；校验值不用抄，保管记录里已有：',
    listWritten: (list) => `已经写到 ${list}：新证据在末尾，已有证据的新文件在它的文件后面；请补写留空的各项`,
  },
  preview: previewWords,
  workbench: {
    ready: (dir) =>
      `办案台已打开：${dir}。填一格存一格；按 Ctrl-C 结束。浏览器没有自己打开的，用本机的浏览器打开下面的地址（别的机器打不开）：`,
    ended: '办案台已结束，填过的都在案件文件夹里',
  },
  page: pageWords,
  packs: {
    headings: { id: '编号', version: '版本', title: '名称', parent: '上级包', digest: '校验值' },
    checked: (given, documents) => `已检查 ${given}：${documents} 种文书能用示例案件生成`,
    made: (path, files) => `已新建模板包：${path}（${files} 个文件）\n  先看 README.md，改好后运行：mbpack templates check ${path}`,
  },
  crash: (message) => `mbpack 内部出错：${message}`,
  crashHint: '这是程序的缺陷，案卷没有被改动。加 --debug 再运行一次，把输出交给维护人员',
  interrupted: '已中断，没有留下未完成的文件',
  phases: { reading: '读取', packing: '成卷', checking: '核验', hashing: '计算校验值', rendering: '排版' },
  timeLeft: (seconds) => (seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`),
  help: {
    program: '把涉嫌骗取医保基金案件的移送材料检查、排版、封装成可核验的电子案卷包',
    headings: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    commands: {
      init: '新建案卷文件夹，附填写说明',
      check: '检查案卷，不写任何文件',
      build: '检查、排版、封装成案卷包（zip）、校验单和交接登记表',
      collect:
        '固定：计算证据文件的校验值，记入保管记录，打印固定清单；再运行一次就核对，只固定新文件。新证据按路径的顺序编号；写入保管记录的不能删改，--from、--place 当时写全',
      verify: '核验案卷包（zip 或者解开的文件夹），不需要网络',
      custody: '查看证据的保管记录；加 --add 追加一条（写入后不能删改，写错的追加一条更正）',
      deadlines: '列出各项期限：起算、到期、是否完成',
      open: '办案台：在浏览器里办这个案件，填一格存一格，右边是要打印的样子；按 Ctrl-C 结束',
      preview: '在浏览器里看文书的样子：改数据或者模板，一保存就更新；不写任何文件，按 Ctrl-C 结束',
      rules: '列出规则，或者说明一条规则',
      templates: '模板包：list 列出，check 检查，new 新建，print 打印空白文书（写“全部”打印所有文书，-o 写文件夹）',
      schema: '列出或者打印 JSON Schema',
      fix: '列出检查准确知道应当是什么值的地方；加 --apply 照此修改，其余一字不动',
      approve: '登记负责人的批准：校验码照批准的书面报告或者审批表写，与案件现在的内容对不上的不登记',
      set: '改一个值，其余一字不动：mbpack set 案卷 case:/sender/phone 0571-00000000；字段也可以照 check 列出的名称写，如 case:移送机关/联系电话。改坏格式的、不合字段要求的不写',
    },
    options: {
      json: '结果以一个 JSON 对象输出',
      jsonProgress: '进度以 JSON 写到标准错误，一行一个对象（schemas/progress.schema.json），供其他程序使用',
      noReadback: '写好后不读回核验，省去一遍读盘；磁盘有没有写对就没有证明，交接前要用 verify 核验一次',
      quiet: '只输出结果，不输出说明',
      noColor: '不用颜色',
      lang: '语言：zh-CN（默认）或 en',
      all: '问题逐条列出，同样的也不合并、不省略',
      fileList: '把需要人工查看的文件逐个列成清单，写到这个文件（纯文本）',
      debug: '出错时输出内部信息',
      version: '显示版本',
      help: '显示帮助',
      output: '输出文件（草稿为文件夹）',
      force: '允许覆盖已有的输出文件',
      draft: '只出草稿：每页标“草稿”，不封装',
      at: '时间，如 "2026-11-22 09:00"（北京时间；默认为现在）：成卷的时间；collect、custody 为事情发生的时间（更正的，为那一条应当的时间，不是更正的时间），approve 为批准的时间',
      template: '使用指定的模板包（编号或者文件夹），不用案卷里写的',
      strict: '警告也按错误处理',
      only: `只生成一份文书，写代号或者名称：${documentList(RENDERED_ALONE)}；批准前的对外文书带“草稿”`,
      expect: '与纸上的总校验值比对：八组全写（64 位）',
      custodyHead: '与固定清单、校验单上的保管链校验值比对：是不是保管记录某一条的（64 位）',
      report: '把核验结果写成《核验记录》（PDF），打印签名用',
      annex: '核验记录后面附每个文件的 SHA-256 和 SM3（印出文件名，可能含个人信息）',
      bag: '核验任何 BagIt 袋（RFC 8493，0.93 至 1.0），不论由谁制作；不查案卷的规则',
      supervision: '做给监察机关的线索移送包，不做给公安机关的案卷',
      dryRun: '先看一遍：会固定哪些文件、编号、校验值、由谁取得，有什么问题；什么都不写',
      asFound: '名称与内容不符、不完整、空的文件也按发现时的原样固定，保管记录里注明',
      fromRecord:
        '补记一份纸质取证记录的证据，如 J-1：人员、地点、时间、提供人取自这份记录或者证据清单；不写文件的，补记清单里写着它的各件',
      writeList: '把新证据追加到证据清单（evidence.yaml 或者 evidence.xlsx）末尾',
      form: '在已有的案件文件夹里添加：一份空白的取证记录，如 电子数据提取笔录（extractions），或者一个表，如 线索移送函（supervision）',
      by: '经办人：办案人员代号，或者 姓名/证号；可写几个（approve：批准人的姓名）',
      place: '地点',
      from: '移出方、提供人；不写的是现在的保管人（templates new：沿用哪个包）',
      to: '接收方、保管人',
      method: '方法',
      tool: '工具和版本',
      system: '来源系统',
      record: '取证记录编号，如 R1',
      item: '证据编号，给清单里还没有的文件',
      note: '备注',
      add: '追加一条：封存、启封、检查、复制、移动、移交、接收、返还；写错的用更正',
      sealBefore: '操作前的封条编号；几枚的写几个，只拆其中几枚的写拆的',
      sealAfter: '操作后的封条编号；几枚的写几个',
      line: '更正：更正第几条',
      reason: '更正：怎样写错的，根据什么更正',
      void: '更正：这一条整条作废',
      voidFile: '更正：这一条里误固定的文件作废，可写几个',
      restore: '更正：撤回以前的更正，恢复原来写的',
      actualBy: '更正：实际的经办人，全部写明（--by 写更正的人）；时间、地点等应当的内容用同名的选项，本不应写的写成 ""',
      actualItem: '更正：实际的证据编号，全部写明',
      mediaNo: '复制件的介质编号',
      noBrowser: '不自动打开浏览器，只写出地址',
      port: 'preview、open 的端口，默认选一个空闲的',
      insert: '在列表里加一项，路径末尾写序号（从 0 数起）或者 -（末尾）',
      remove: '删去一个字段，或者列表里的一项',
      move: '列表里的一项换个位置，用 --to 写新的序号',
      position: '--move 以后的序号，从 0 数起',
      code: '负责人批准的书面报告或者审批表上印的审批要素校验码',
      title: '批准人的职务',
      capacity: '批准人的身份：正职负责人，或者主持工作负责人（副职须写明）',
      apply: '照列出的修改（fix）',
      again: '重新批准，换下已经登记的审批',
    },
    arguments: {
      case: '案卷文件夹',
      dossier: '案卷包 zip 或者解开的文件夹',
      dir: '新文件夹',
      rule: '规则编号或者代码',
      schema: '名称',
      action: 'list 列出已安装的；check 检查；new 新建；print 打印空白文书',
      target: '模板包的编号或者文件夹；print 后面写文书的代号、名称或者“全部”',
      rest: '文件、文件夹、*.jpg 这样的写法或者证据编号（清单里列的文件），可写几个；不写的是全部',
      field: '表:/路径 值，如 case:/caseNo 号；列表、一组字段的值写成 JSON',
    },
    after: '退出码：0 正常（可有警告）；1 案卷有问题；2 mbpack 无法完成工作；130 被中断。',
  },
  deadlines: {
    title: (at) => `期限一览（${at}）`,
    headings: { id: '编号', duty: '期限', counted: '算法', begun: '起算', due: '到期', state: '状态', basis: '依据' },
    duty: (who, duty) => `${who}：${duty}`,
    counted: periodWord,
    after: (from) => `（${from}后）`,
    states: {
      met: ({ done }) => (done === '' ? '已完成' : `已完成 ${done}`),
      late: ({ done }) => `已超期 ${done} 完成`,
      running: ({ minutes }) => `进行中 还剩 ${duration(minutes)}`,
      missed: ({ minutes }) => `已超期 ${duration(minutes)}`,
      closed: () => '期限已过 未行使',
      notBegun: () => '未开始',
      unknownYear: ({ year }) => `未计算 没有 ${year} 年节假日安排`,
    },
    unreadable: (file, count, spot, first) => `${file}：有 ${count} 处要填写或者改正，第一处：${spot ? `${spot} ` : ''}${first}`,
    none: (check) => `这些表填好以前，一项期限也算不出来。先运行 ${check}，按提示填写`,
    rolled: (due, rolled) => `${due}（顺延的 ${rolled}）`,
    note: '按小时的连续计算；按日的不计开始当日，到末日 24 时止：写“工作日”的，节假日不算；写“末日顺延”的，末日遇节假日顺延到下一个工作日；其余的不顺延。复议、建议立案监督的末日遇节假日，括号里另列按刑事诉讼法第一百零五条顺延的一日：以括号前的为准最稳妥。',
  },
  custody: {
    headings: { line: '条', at: '时间', action: '动作', items: '证据', by: '经办人', way: '移出 → 接收', seal: '封条', place: '地点' },
    actions: CUSTODY_ACTION_NAMES,
    someItems: (first, count) => `${first}等${count}项`,
    note: (text) => `说明：${text}`,
    empty: '还没有保管记录：运行 mbpack collect 固定证据，自动建立',
    now: '现在',
    stands: ({ evidenceNo, title, holder, since, place }) =>
      `${evidenceNo}${title ? ` ${title}` : ''}：${holder || '（没有写明）'} 保管（第 ${since} 条起）${place ? `，${place}` : ''}`,
    sealed: (seal) => `，封存 ${seal || '（没有编号）'}`,
    notSealed: '，未封存',
    out: '，已移出本单位',
    marked: '× 与前面的记录矛盾，! 有缺口；具体见列出的问题',
    head: (lines, grouped) => `共 ${lines} 条，末条校验值  ${grouped}`,
    filesNotRead: (whole, command) => `${whole ? '保管记录前后接得上；' : ''}没有核对证据文件，核对用 ${command}`,
    isVoid: '（作废）',
    isCorrected: '（更正过）',
    corrects: (line) => `更正第 ${line} 条`,
    corrected: ({ corrects, line, isVoid, changes, kept, files, reason, by, at }) => {
      const parts = [
        ...changes.map(({ field, was, is }) => `${CUSTODY_FIELD_NAMES[field]} ${was || '（没有写）'} → ${is || '（不写）'}`),
        ...(files === '' ? [] : [`误固定的文件 ${files}`]),
        ...(kept ? ['其余仍照以前的更正'] : []),
      ];
      const what = isVoid ? '作废' : parts.length === 0 ? '恢复为原来写的' : `更正：${parts.join('；')}`;
      return `第 ${corrects} 条由第 ${line} 条${what}；理由：${reason}（${by}，${at}）`;
    },
    added: (line, compared) =>
      `已追加第 ${line} 条，写入后不能删改；写错的，再追加一条更正${compared === 0 ? '' : `\n重新计算了 ${compared} 个文件的校验值，与固定时一致，已一并记入`}`,
    notAdded: '没有追加，保管记录没有改动',
  },
  set: {
    before: '原来',
    after: '现在',
    moved: '移动',
    nothing: '（空）',
    cut: (count) => `……（共 ${count} 个字符）`,
    kept: '已写入并读回核对，其余内容一个字节也没有改动',
    keptSheet: '已写入并读回核对，表里别的格、工作簿里别的部分没有改动',
    same: '已经是这个值，没有改动',
    notMade: (file) => `${file} 没有改动`,
  },
  fix: {
    nothing: '没有可以直接改的：检查准确知道应当是什么值的，才由程序改',
    applied: (count) => `已改 ${count} 处并读回核对，其余内容没有改动`,
    planned: (count, command) => `以上 ${count} 处可以照此修改，现在什么都没有写。写入用 ${command}`,
    others: (count, command) => `另有 ${count} 处要由人改，查看用 ${command}`,
  },
  approve: {
    entered: '已登记批准并读回核对，内卷里其余内容一个字节也没有改动',
    next: (dir, again) =>
      `${again ? '下一步：以前签章的移送书、调查报告、清单是照原来的内容印的，重新打印、签章、扫描，换下 signed 里的旧扫描件' : '下一步：打印正式件签章、扫描'}，如 mbpack build ${dir} --only transfer -o 移送书.pdf；再运行 mbpack check ${dir}`,
    same: '已经这样登记了，没有改动',
    refused: '没有登记，内卷没有改动',
  },
  usage: (problem) => `${problem}\n查看用法：mbpack --help`,
  usageProblems: {
    unknownOption: (option, near, command) => `${command ? `${command} ` : ''}没有 ${option} 这个选项${near ? `，是不是 ${near}？` : ''}`,
    unknownCommand: (command, near) => `没有 ${command} 这个命令${near ? `，是不是 ${near}？` : ''}`,
    missingArgument: (name, here) => `缺少参数：${name}${here === undefined ? '' : `。就在案卷文件夹里的，写一个点：${here}`}`,
    tooMany: '参数太多；路径里有空格的，用引号括起来',
    groupsApart: '参数太多；校验值分组写的，整个用英文引号括起来，或者去掉空格',
    missingValue: (option) => `选项 ${option} 后面要有内容`,
    badTime: (value, readings = []) =>
      readings.length > 0
        ? `时间“${value}”是 ${readings.join('，还是 ')}？照原意写成其中一个`
        : `时间“${value}”不合格式，应写成 "2026-11-22 09:00"（北京时间，连同英文引号）`,
    correctionNeedsAdd: '更正要写 --add 更正，如 --add 更正 --line 3；没有追加',
    badLine: (value) => `--line“${value}”不合格式，应是保管记录的序号，如 --line 3`,
    badPort: (value) => `端口“${value}”不合格式，应是 0 到 65535 的整数`,
    badLanguage: (value) => `语言“${value}”不支持，可用 zh-CN 或 en`,
    blankFormMissing: (known) => `print 后面要写文书的代号或者名称，或者“全部”。可用：${known}`,
    onlyNeedsOutput: '--only 要用 -o 指定输出的 PDF 文件',
    unknownSchema: (value, known) => `没有“${value}”，可用：${known}`,
    unknownRule: (value, near) => `没有编号或者代码为“${value}”的规则${near ? `，是不是 ${near}？` : ''}`,
    annexOfReport: '--annex 是核验记录的附件，与 --report 一起用',
    annexOfBag: '--annex 只用于案卷包，不能与 --bag 一起用',
    expectOfBag: '--expect 只用于案卷包：别人的袋没有总校验值，不能与 --bag 一起用',
    custodyHeadOfBag: '--custody-head 只用于案卷包：别人的袋没有保管记录，不能与 --bag 一起用',
    badCustodyHead: (value, digits) =>
      digits === undefined || digits > 64
        ? `保管链校验值“${value}”不是 64 位十六进制数：应是八组，每组 8 位，只有 0-9 和 a-f`
        : `保管链校验值要八组全写，共 64 位，现在只有 ${digits} 位`,
    badFingerprint: (value, digits) =>
      digits === undefined || digits > 64
        ? `总校验值“${value}”不是 64 位十六进制数：应是八组，每组 8 位，只有 0-9 和 a-f`
        : `总校验值要八组全写，共 64 位，现在只有 ${digits} 位：只比对前几组，不能证明是同一包`,
    templatesAction: (value, near) => `没有“${value}”这个做法${near ? `，是不是 ${near}？` : '；'}可以写：list、check、new、print`,
    templatesTarget: (action) =>
      `请写明模板包${action === 'new' ? '的新文件夹，例如：mbpack templates new 我省模板 --from national' : '的编号或者文件夹，例如：mbpack templates check 我省模板'}`,
    setOnce: '--insert、--remove、--move 一次只能用一个',
    setTo: '--move 要用 --to 写新的序号（从 0 数起），别的做法不用 --to。例如：mbpack set 案卷 --move case:/officers/1 --to 0',
    setNoField: '缺少要改的位置，写成 表:/路径。例如：mbpack set 案卷 case:/sender/phone 0571-00000000',
    approveNeeds: (option) =>
      `登记批准要写明 ${option}。例如：mbpack approve 案卷 --code 审批表上印的校验码 --by 郑某 --title 局长 --at "2026-12-03 10:00"`,
    approveOne: '批准人只有一人：--by 写一个姓名',
    approveCapacity: (value) => `--capacity “${value}”不认识，写 正职负责人 或者 主持工作负责人`,
    setNeedsValue: '缺少值。例如：mbpack set 案卷 case:/sender/phone 0571-00000000；删去一个值用 --remove',
    setNoValue: (op) => `--${op} 后面只写位置，不写值；值里有空格的，用引号括起来`,
    setForm: (value, near) =>
      `“${value}”前面不是表的名称${near ? `，是不是 ${near}？` : '。'}写成 表:/路径，表可以是 case、internal、transfer、investigation、receipt、items、evidence、records、supervision、correspondence`,
    setPath: (value, at, near) =>
      at === ''
        ? `“${value}”没有写位置，冒号后面写 /路径，如 case:/sender/phone`
        : `“${value}”里没有“${at}”这个字段${near ? `，是不是“${near}”？` : ''}；路径以 / 开头，如 case:/sender/phone`,
    unknownForm: (value, forms, records) => `没有“${value}”。可添加的表：${forms}；可添加的取证记录：${records}`,
  },
  ruleTable: (version, count, atVerify) =>
    `规则版本 ${version}，共 ${count} 条；核验案卷包时执行其中 ${atVerify} 条，其余的只涉及不装入案卷包的内卷、往来文书，或者由读取文件的部分检查`,
  officeOffences: (crimes) => `国家工作人员利用职务便利的：${crimes}`,
  rule: {
    id: '编号',
    severity: '级别',
    since: '始自',
    asks: '要求',
    why: '理由',
    basis: '依据',
    right: '正例',
    wrong: '误例',
    codes: '代码',
    behaviours: '移送情形代码（case 的 facts 里 behaviour 填这个；mbpack rules YS-B4a 说明一种）',
  },
};

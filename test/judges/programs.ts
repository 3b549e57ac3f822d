/** The programs from outside that judges' tests start. A test declares by tags which it needs; what a plain run leaves out is counted by them. */

export interface Judge {
  /** As a tag: letters, digits, `-`. */
  readonly name: string;
  /** What it judges, or what only it can make. */
  readonly why: string;
  /** What must be on this machine: commands on the PATH, or files. */
  readonly here: readonly string[];
}

const JAVA = '/usr/share/java';

export const JUDGES: readonly Judge[] = [
  { name: 'chromium', why: 'both pages, as a browser shows them', here: ['/usr/bin/chromium'] },
  { name: 'poppler', why: 'text of PDF files, and their pages as pictures', here: ['pdftotext', 'pdfinfo', 'pdftoppm'] },
  { name: 'qpdf', why: 'the structure of PDF files', here: ['qpdf'] },
  {
    name: 'pdfbox',
    why: 'PDF/A, by Preflight',
    here: ['java', `${JAVA}/preflight.jar`, `${JAVA}/javax.activation.jar`, `${JAVA}/jaxb-api.jar`],
  },
  { name: 'openssl', why: 'SHA-256 and SM3', here: ['openssl'] },
  { name: 'coreutils', why: 'sha256sum over manifests', here: ['sha256sum'] },
  { name: 'python3', why: 'zip files, sums of tables, RFC 8493', here: ['python3'] },
  { name: 'unzip', why: 'zip files', here: ['unzip'] },
  { name: 'zip', why: 'zip files as others pack them', here: ['zip'] },
  { name: '7z', why: 'zip files, also locked and packed again', here: ['7z'] },
  { name: 'mkfifo', why: 'pipes in place of files', here: ['mkfifo'] },
  { name: 'mount', why: 'disks that are full, and disks that cannot be written', here: ['mount', 'umount'] },
  { name: 'bash', why: 'limits of the system on files and handles (ulimit)', here: ['bash'] },
  { name: 'prlimit', why: 'a limit of the system on a process that runs', here: ['prlimit'] },
];

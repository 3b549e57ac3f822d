/** As the evidence list names a file: from inside the folder `evidence`. */
export function belowEvidence(path: string): string {
  return path.replace(/^(«?)evidence\//, '$1');
}

/** A file that was renamed after it was fixed: check and collect give the same advice. */
export function renamedBack(recorded: string): string {
  return `改回原名 ${recorded}；确需改名的，原文件不动，另复制一份用新名字，运行 mbpack collect 固定为新的文件`;
}

/** A limit of time ends what hangs and judges nothing else: other programs may have the machine. */
export const HANGS_MS = 120_000;

/** The tests that may take longer without hanging, and why. */
export const LONGER = {
  /** Programs killed at random moments: as many as MBPACK_KILLS says, one after another. */
  kills: 600_000,
  /** Case folders that are changed, checked, built and verified: as many as MBPACK_FOLDERS says. */
  folders: 7_200_000,
  /** Pages scanned by arithmetic: as many as MBPACK_SCANS says, one after another. */
  scans: 1_800_000,
  /** The tutorial of template packs: some twenty commands in a row. */
  tutorial: 600_000,
} as const;

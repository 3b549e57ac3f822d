/** How much is measured. The smoke run goes through the same lines with sizes that mean nothing. */

const MIB = 1 << 20;

/** @param {boolean} smoke */
export function scaleOf(smoke) {
  return smoke
    ? {
        large: { files: 4, bytes: 4 * MIB },
        small: { files: 40, bytes: 16 << 10 },
        growingBytes: [4, 8, 16].map((mib) => ({ files: 4, bytes: (mib * MIB) / 4 })),
        growingFiles: [10, 20, 40].map((files) => ({ files, bytes: 16 << 10 })),
        shapes: [
          { files: 1, bytes: 5 * MIB },
          { files: 50, bytes: 1024 },
        ],
        lists: { materials: { ours: [10, 20], peer: [10, 20] }, items: { ours: [10], peer: [10] } },
        everyday: {
          many: { items: 2, filesEach: 4, bytes: 2048 },
          most: { items: 3, filesEach: 10, bytes: 1024 },
          large: { items: 1, filesEach: 2, bytes: 2 * MIB },
        },
        page: [{ files: 4, bytes: 4 * MIB }],
        documents: 1,
        runs: 1,
        shortRuns: 1,
        starts: 2,
        warm: 1,
      }
    : {
        large: { files: 4, bytes: 512 * MIB },
        small: { files: 20_000, bytes: 16 << 10 },
        growingBytes: [64, 128, 256, 512, 1024, 2048].map((mib) => ({ files: 4, bytes: (mib * MIB) / 4 })),
        growingFiles: [2500, 5000, 10_000, 20_000].map((files) => ({ files, bytes: 16 << 10 })),
        // Ten entries beside the evidence: 65,534, 65,535 and 65,536 in all.
        shapes: [
          { files: 1, bytes: 5120 * MIB },
          { files: 100_000, bytes: 1024 },
          ...[65_524, 65_525, 65_526].map((files) => ({ files, bytes: 64 })),
        ],
        lists: {
          materials: { ours: [1250, 5000, 20_000, 50_000], peer: [1250, 5000, 20_000] },
          items: { ours: [5000], peer: [5000] },
        },
        everyday: {
          many: { items: 250, filesEach: 20, bytes: 2048 },
          most: { items: 1000, filesEach: 100, bytes: 1024 },
          large: { items: 1, filesEach: 4, bytes: 512 * MIB },
        },
        // 1 GiB either way: files that fit in memory, and files that do not.
        page: [
          { files: 64, bytes: 16 * MIB },
          { files: 2, bytes: 512 * MIB },
        ],
        documents: Number.POSITIVE_INFINITY,
        runs: 3,
        shortRuns: 5,
        starts: 20,
        warm: 5,
      };
}

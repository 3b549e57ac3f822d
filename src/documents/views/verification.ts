/** 《核验记录》 beside what was verified: with what it was checked, what was found, and what was not looked at. */
import { chineseInstant, fault } from '../../model/index.ts';
import type { VerificationData } from '../verification-data.ts';
import { text } from './common.ts';
import { bytes } from './materials.ts';

export function verificationView(data: VerificationData | undefined, title: string): object {
  if (!data) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'verification' });
  const { file, about, counts, told, rules, annex, tool, expected, fingerprint, unchecked } = data;
  return {
    bag: data.kind === 'bag',
    name: data.name,
    size: file ? bytes(file.size) : null,
    sha256: file?.sha256 ?? null,
    container: data.container,
    caseName: text(oneSpace(about?.caseName)),
    caseNo: text(oneSpace(about?.caseNo)),
    agency: text(oneSpace(about?.agency)),
    docNo: text(oneSpace(about?.docNo)),
    counted: counts !== undefined,
    documents: bytes(counts?.documents ?? 0),
    evidence: bytes(counts?.evidence ?? 0),
    files: bytes(counts?.files ?? 0),
    bytes: bytes(counts?.bytes ?? 0),
    algorithms: text(data.algorithms),
    rules: rules === undefined ? null : String(rules.count),
    rulesVersion: rules?.version ?? null,
    told: told !== undefined,
    software: text(oneSpace(told?.software)),
    engine: text(oneSpace(told?.engine)),
    sealedAt: text(told?.sealedAt),
    packedAt: text(told?.packedAt),
    packedBy: (told?.packedBy ?? []).map((name) => oneSpace(name)),
    recordedPack: text(told?.pack),
    recordedPackSha256: text(told?.packSha256),
    annexed: annex === undefined ? null : bytes(annex.length),
    annex: (annex ?? []).map(({ path, evidenceNo, size, sha256, sm3 }, i) => ({
      no: String(i + 1),
      path,
      evidenceNo: text(evidenceNo),
      size: bytes(size),
      sha256,
      sm3,
    })),
    fingerprint: fingerprint ?? null,
    expected: expected ?? null,
    same: expected !== undefined && expected === fingerprint,
    compared: expected !== undefined && fingerprint !== undefined,
    changed: data.changed,
    at: chineseInstant(data.at),
    pages: data.pages === undefined ? null : String(data.pages),
    version: tool.version,
    toolSha256: tool.sha256,
    toolFiles: bytes(tool.files),
    toolList: tool.list,
    runtime: tool.runtime,
    installedPack: tool.pack,
    installedPackSha256: tool.packSha256,
    tally: data.tally,
    findings: data.findings.map((f, i) => ({ ...f, no: String(i + 1), place: text(f.place), basis: text(f.basis), mend: text(f.mend) })),
    hidden: data.hidden === 0 ? null : bytes(data.hidden),
    answers: data.answers,
    qualities: data.qualities,
    contentUnchecked: unchecked.content,
    documentsUnchecked: unchecked.documents,
    rulesUnchecked: unchecked.rules,
    signed: unchecked.signed,
    unknownAlgorithms: text(unchecked.algorithms),
  };
}

/** A stranger's words stand in one line: white space enough to begin another would make a line of the record of them. */
function oneSpace(words: string | undefined): string | undefined {
  return words?.replace(/\s+/gu, ' ');
}

/** 《核验记录》 beside what was verified: with what it was checked, what was found, and what was not looked at. */
import { chineseInstant, fault } from '../../model/index.ts';
import type { VerificationData } from '../verification-data.ts';
import { text } from './common.ts';
import { bytes } from './materials.ts';

export function verificationView(data: VerificationData | undefined, title: string): object {
  if (!data) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'verification' });
  const { file, about, tool, expected, fingerprint, unchecked } = data;
  return {
    bag: data.kind === 'bag',
    name: data.name,
    size: file ? bytes(file.size) : null,
    sha256: file?.sha256 ?? null,
    container: data.container,
    caseName: text(oneSpace(about?.caseName)),
    caseNo: text(oneSpace(about?.caseNo)),
    sealedAt: text(about?.sealedAt),
    recordedPack: text(about?.pack),
    recordedPackSha256: text(about?.packSha256),
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
  };
}

/** A stranger's words stand in one line: white space enough to begin another would make a line of the record of them. */
function oneSpace(words: string | undefined): string | undefined {
  return words?.replace(/\s+/gu, ' ');
}

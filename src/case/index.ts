/** The case room: a folder or the payload of a dossier → a Case that knows where each value stands. */
export { unusualCharacters } from './characters.ts';
export { type Appended, type AppendOptions, appendCustody, type CustodyDraft, draftFindings } from './custody-append.ts';
export type { CustodyLog } from './custody-log.ts';
export { isJunk, nameFindings, type OnDisk, walk } from './disk-files.ts';
export { type CaseFile, type CaseFiles, evidenceFiles } from './evidence-files.ts';
export { SIGNED_FORMS, signedScans } from './evidence-paths.ts';
export { exportForms } from './export.ts';
export { fieldTable } from './field-table.ts';
export { folderSource } from './folder.ts';
export { CUSTODY_FILE, formFileNames } from './form-files.ts';
export { type AddedRecord, addForm, addRecord, type InitOptions, initCase } from './init.ts';
export { entryCells, entryText, type NewEntry, withEntries } from './list-entry.ts';
export { filledWorkbook } from './list-workbook.ts';
export { type LoadedCase, type LoadOptions, loadCase } from './load.ts';
export { RECORD_ENTRIES, type RecordEntry, recordEntry } from './record-entry.ts';
export { type RoughCase, type RoughItem, type RoughOfficer, roughCase } from './rough-case.ts';
export { SCHEMA_NAMES, type SchemaName, schemaNames, schemaText } from './schemas.ts';
export { validateIndex } from './validate-index.ts';

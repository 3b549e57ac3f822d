/** The case room: a folder or the payload of a dossier → a Case that knows where each value stands. */
export { unusualCharacters } from './characters.ts';
export type { CustodyLog } from './custody-log.ts';
export { type CaseFile, type CaseFiles, evidenceFiles } from './evidence-files.ts';
export { SIGNED_FORMS, signedScans } from './evidence-paths.ts';
export { exportForms } from './export.ts';
export { fieldTable } from './field-table.ts';
export { folderSource } from './folder.ts';
export { CUSTODY_FILE } from './form-files.ts';
export { addForm, type InitOptions, initCase } from './init.ts';
export { filledWorkbook } from './list-workbook.ts';
export { type LoadedCase, type LoadOptions, loadCase } from './load.ts';
export { SCHEMA_NAMES, type SchemaName, schemaNames, schemaText } from './schemas.ts';
export { validateIndex } from './validate-index.ts';

/** Sentences for people. Chinese is the default whatever the locale says. */
export { displayedArguments } from './argument-texts.ts';
export { type Language, sentenceOf, uiOf } from './catalogues.ts';
export { asFoundNote, type FoundSo, lateNote } from './custody-note.ts';
export { column, oneLine, quoted, term, typed, visible } from './displayed-text.ts';
export { DOCUMENT_TITLES, documentList } from './document-titles.ts';
export { fileListText } from './file-list.ts';
export { basisText, bytesText, harmless, placeText, tailText } from './finding-text.ts';
export { checkingNote, earlierNote } from './note.ts';
export { packGuide } from './pack-guide.ts';
export { isMakersToMend, receivedSentence } from './received.ts';
export type { Sentence } from './sentence.ts';
export { RENDERED_ALONE, type Ui } from './ui.ts';

import type { Sentences } from '../sentence.ts';
import type { DocumentCodes } from '../zh-CN/document.ts';
import { periodWord } from './words.ts';

const where = (form: string, pointer: string): string => (form === '' ? 'template or generated text' : `${form} ${pointer}`);
const perhaps = (name: string): string => (name === '' ? 'See the markup reference' : `Did you mean ${name}?`);

export const documentSentences: Sentences<DocumentCodes> = {
  MISSING_GLYPH: (a) => ({
    text: `No font draws ${a.char} (${a.codePoint}) in ${a.document}; it stands at ${where(a.form, a.pointer)}: ${a.text}`,
    hint: 'Check the character against the identity document; do not replace a character of a name by another',
    caret: `no glyph for ${a.codePoint}`,
  }),
  TEXT_NORMALISED: (a) => ({
    text: `${a.document} prints ${a.to === '∅' ? `without ${a.from}` : `${a.to} for ${a.from}`} at ${where(a.form, a.pointer)}: ${a.text}`,
    hint: 'Usually pasted in: type the text anew and compare names with the identity document',
    caret: `${a.from} → ${a.to}`,
  }),
  DOCUMENT_TEXT_LOST: (a) => ({
    text: `${a.document} does not print what it should: ${a.missingCount} characters missing ${a.missing}, ${a.extraCount} too many ${a.extra}${a.page > 0 ? `, ${a.outside} off page ${a.page}` : ''}`,
    hint: 'The document was not made. Send this message and the case to the maintainers',
  }),
  DOCUMENT_INPUT_ABSENT: (a) => ({ text: `${a.document} needs ${a.input}` }),
  DOCUMENT_TOO_LARGE: (a) => ({
    text: `${a.document} holds ${a.characters} characters, more than ${a.limit}`,
    hint: 'Hand in long narratives or lists as evidence',
  }),
  FONT_UNREADABLE: (a) => ({
    text: `Font file ${a.font} cannot be read or is damaged`,
    hint: 'Replace it if it is a font of the pack (below fonts/); otherwise install mbpack again',
  }),

  TEMPLATE_SYNTAX: (a) => ({
    text: `Template syntax: ${a.block === undefined ? a.message : `{{#${a.block}}} opened at ${a.openedAt} is not closed`}`,
    hint: 'Check that {{ }} and {{#if}} … {{/if}} match',
  }),
  TEMPLATE_UNKNOWN_ELEMENT: (a) => ({
    text: `There is no element <${a.name}>`,
    hint: perhaps(a.nearest && `<${a.nearest}>`),
    caret: 'unknown element',
  }),
  TEMPLATE_UNKNOWN_ATTRIBUTE: (a) => ({
    text: `<${a.element}> has no attribute ${a.name}`,
    hint: perhaps(a.nearest),
    caret: 'unknown attribute',
  }),
  TEMPLATE_ATTRIBUTE_VALUE: (a) => ({ text: `${a.name} of <${a.element}> cannot be ${a.value}`, hint: `Expected: ${a.expected}` }),
  TEMPLATE_ATTRIBUTE_ABSENT: (a) => ({ text: `<${a.element}> needs ${a.name}` }),
  TEMPLATE_MISPLACED: (a) => ({
    text: `<${a.name}> cannot stand in ${a.parent === '' ? 'the top level (only <document> can)' : `<${a.parent}>`}`,
  }),
  TEMPLATE_STRAY_TEXT: (a) => ({
    text: `${a.parent === '' ? 'The top level' : `<${a.parent}>`} cannot hold the text ${a.text}`,
    hint: 'Put it in <p> or <cell>',
  }),
  TEMPLATE_TAG_MISMATCH: (a) => ({
    text:
      a.found === ''
        ? `<${a.name}> is never closed`
        : a.name === ''
          ? `</${a.found}> closes nothing`
          : `<${a.name}> is open, but </${a.found}> was found`,
  }),
  TEMPLATE_FORBIDDEN: (a) => ({ text: `Not allowed in a template: ${a.text}` }),
  TEMPLATE_UNESCAPED: (a) => ({ text: `Data must be escaped: ${a.text}`, hint: 'Use two braces, {{ }}' }),
  TEMPLATE_UNKNOWN_HELPER: (a) => ({ text: `There is no helper ${a.name}`, hint: perhaps(a.nearest) }),
  TEMPLATE_UNKNOWN_FIELD: (a) => ({
    text: `The data has no field ${a.name}, or it is empty and printed as it is`,
    hint: a.nearest === '' ? 'Use {{or field "…"}} or {{#if}}' : perhaps(a.nearest),
  }),
  TEMPLATE_UNKNOWN_PARTIAL: (a) => ({
    text: `There is no part “${a.name}”`,
    hint:
      a.nearest === ''
        ? 'A part {{> name}} is the file _name.hbs; names have small letters, digits and hyphens'
        : `Did you mean ${a.nearest}?`,
  }),
  TEMPLATE_PARTIAL_LOOP: (a) => ({ text: `Parts refer to each other in a circle: ${a.chain}` }),
  TEMPLATE_UNKNOWN_WORD: (a) => ({
    text: `There is no wording ${a.name}`,
    hint: a.nearest === '' ? 'Write it into strings of pack.json' : `Did you mean ${a.nearest}?`,
  }),
  TEMPLATE_LIMIT: (a) => ({
    text: {
      depth: `The template nests deeper than ${a.limit}`,
      steps: `The template repeats more than ${a.limit} times`,
      characters: `The template makes more than ${a.limit} characters`,
      source: `The template with its parts is longer than ${a.limit} characters`,
      parts: `The template uses parts in more than ${a.limit} places`,
    }[a.what],
  }),
  TEMPLATE_HELPER_VALUE: (a) => ({ text: `The helper ${a.helper} cannot use what it was given`, hint: `It takes: ${a.expected}` }),
  TEMPLATE_TABLE_WIDTH: (a) => ({
    text: `${
      {
        wide: `Columns add up to ${a.millimetres} mm of ${a.available} mm`,
        narrow: `A column has no room for a character; fixed columns take ${a.millimetres} mm of ${a.available} mm`,
        many: 'A table has too many columns',
      }[a.problem]
    } (${a.widths})`,
  }),
  TEMPLATE_TABLE_CELLS: (a) => ({ text: `A row needs ${a.expected} cells and has ${a.found}` }),
  TEMPLATE_QR: (a) =>
    a.size === 0
      ? { text: `A QR code cannot hold ${a.characters} characters` }
      : { text: `A QR code of ${a.size} mm does not fit into ${a.available} mm`, hint: 'Make its size smaller' },

  PACK_NOT_FOUND: (a) => ({ text: `No template pack “${a.id}” is installed`, hint: `Installed: ${a.installed}` }),
  PACK_UNREADABLE: (a) => ({ text: `Pack file ${a.file} cannot be read: ${a.reason}` }),
  PACK_PERIOD_LOOSER: (a) => ({
    text: `pack.json: the period ${a.period} is ${periodWord(a.given)}, longer than the ${periodWord(a.limit)} of the law`,
    hint: `A pack may shorten a period only: at most ${periodWord(a.limit)}, or leave it out`,
  }),
  PACK_INVALID: (a) => ({ text: `pack.json: ${a.field} is not as it should be`, hint: `Expected: ${a.expected}` }),
  PACK_CYCLE: (a) => ({ text: `Packs inherit in a circle: ${a.chain}` }),
  PACK_DOCUMENT_UNKNOWN: (a) => ({ text: `Pack ${a.pack} has no document ${a.document}` }),
  PACK_NAME_UNKNOWN: (a) => ({
    text: `${a.field}: there is no “${a.name}”`,
    ...(a.nearest === '' ? {} : { hint: `Did you mean ${a.nearest}?` }),
  }),
  PACK_ID_TAKEN: (a) => ({ text: `“${a.id}” is the id of an installed pack`, hint: 'Give your pack an id of its own' }),
  PACK_FILE_REFUSED: (a) => ({
    text: `${a.path} may not be in a pack: ${
      {
        link: 'it is a link',
        kind: 'only pack.json, .hbs, .ttf and .otf below fonts, and .md or .txt notes',
        folder: 'no folder but fonts',
        large: 'it is too large',
        many: 'too many files',
      }[a.reason]
    }`,
  }),
  PACK_TEMPLATE_ABSENT: (a) => ({
    text: `There is no template file ${a.template}`,
    ...(a.nearest === '' ? {} : { hint: `Did you mean ${a.nearest}?` }),
  }),
  PACK_DOCUMENT_REQUIRED: (a) => ({ text: `“${a.document}” is required by law or by the dossier and cannot be left out` }),
  PACK_TITLE_TWICE: (a) => ({ text: `Two documents are called “${a.title}”`, hint: 'Titles are file names, too' }),
  PACK_PATTERN_UNSAFE: (a) => ({ text: `The regular expression of ${a.field} is wrong or too complex` }),
  PACK_FONT_BROKEN: (a) => ({
    text: `Font ${a.role}: ${a.file} ${{ absent: 'is not in the pack', kind: 'is no TrueType or OpenType font', cut: 'is not whole', damaged: 'is damaged inside' }[a.reason]}`,
  }),
  PACK_PLACEHOLDER: (a) => ({ text: `${a.field} of pack ${a.pack} is a placeholder: ${a.note}`, hint: 'Write it into a pack of your own' }),
  PACK_STRING_UNUSED: (a) => ({ text: `No template uses the wording ${a.name}` }),
  PACK_PARTIAL_UNUSED: (a) => ({ text: `No template uses the part ${a.name}` }),
  PACK_TEMPLATE_UNUSED: (a) => ({ text: `No document uses the template ${a.name}` }),
  PACK_FORBIDDEN_WORD: (a) => ({ text: `${a.word} should not be written`, hint: `Write: ${a.instead}` }),
  DOCUMENT_NAME_UNKNOWN: (a) => ({ text: `There is no document “${a.name}”`, hint: `Known: ${a.known}` }),
};

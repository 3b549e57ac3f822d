import type { EditReason } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';
import type { EditCodes } from '../zh-CN/edit.ts';

const NOT_MADE: Readonly<Record<EditReason, readonly [string, string?]>> = {
  unread: ['the file cannot be read as it is', 'Mend what is listed above, then run again.'],
  absent: ['there is no such place, or nothing stands there', 'A path begins at the top of the form; items of a list are counted from 0.'],
  index: ['the list has no such number', 'Numbers begin at 0; - stands for the end.'],
  list: ['this is no item of a list', '--insert and --move are for items of lists; for a field: mbpack set CASE form:/path VALUE.'],
  style: ['it is written in a way of which it is not certain that all else would stay', 'Open the file in an editor and change it there.'],
  comments: ['there are comments in what would be replaced', 'Change field by field, or in an editor.'],
  proof: [
    'what was made does not read back as it was meant',
    'Change it in the program the file was made with, and let the maintainers see the file.',
  ],
  column: ['the sheet has no column for this value', 'Add its heading to the header row, then run again.'],
  formula: ['the cell holds a formula', 'Change it in the spreadsheet program.'],
  merged: ['the cell is part of merged cells', 'Unmerge them, then run again.'],
  derived: [
    'the value follows from others and is not written by itself',
    'Where there are no items, fill in the statement (items:/statement).',
  ],
  long: ['the text is longer than a cell of Excel holds (32,767 characters)', 'Write further files of an item in the rows below it.'],
  order: [
    'in an Excel list cells are changed, rows added at the end and emptied; rows do not change places',
    'Sort them in the spreadsheet program.',
  ],
};

export const editSentences: Sentences<EditCodes> = {
  EDIT_NOT_MADE: ({ pointer, field, reason }) => {
    const [why, hint] = NOT_MADE[reason];
    return {
      text: `${field === '' ? '' : `${field} `}(${pointer}) was not changed: ${why}; the file is as it was`,
      ...(hint === undefined ? {} : { hint }),
    };
  },
  EDIT_NOT_WRITTEN: ({ file, reason, lock }) =>
    ({
      open: {
        text: `${file} was not changed: it is open in another program (${lock} stands beside it)`,
        hint: 'Save and close it there, then run again. If it is not open (the program did not end properly), remove that file.',
      },
      changed: { text: `${file} was not changed: another program changed or replaced it meanwhile`, hint: 'See who did, then run again.' },
      linked: {
        text: `${file} was not edited: it has other names (hard links), under which the old content would stay`,
        hint: 'Put a copy in its place and run again.',
      },
      readonly: { text: `${file} was not changed: it is read-only`, hint: 'Make it writable if it may be changed, then run again.' },
    })[reason],
  EDIT_NOT_A_FORM: ({ name }) => ({
    text: `${name} is not edited: the custody log is only appended to`,
    hint: 'mbpack custody CASE ITEM --add ACTION appends an entry.',
  }),
  EDIT_APPROVAL_FALLS: () => ({
    text: 'this changed what was approved (suspects, crimes, amounts, recipient or facts): the approval that is entered no longer holds, and build is stopped',
    hint: 'change it back if it was a mistake; else print the report and the approval form again (mbpack build CASE --draft), enter the new approval with mbpack approve --again, and sign and scan the documents anew',
  }),
  EDIT_FAILED: ({ file, reason }) => ({
    text: `cannot write ${file} (${reason}); the file is as it was`,
    hint: 'Check the room on the disk and the rights of the folder.',
  }),
};

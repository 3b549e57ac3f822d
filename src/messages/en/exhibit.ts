import type { Sentences } from '../sentence.ts';
import type { ExhibitCodes } from '../zh-CN/exhibit.ts';

const AGAIN = 'Copy or export it again from its source and compare the sizes; if it is so at its source, keep it as it is';
const noticed = (noted: boolean): string => (noted ? ' (the custody log says so)' : '');

const LACKS = {
  end: (format: string) => `does not end as a ${format} must: perhaps it was not copied whole`,
  directory: () => 'has no directory at its end (xlsx and docx are archives, too): perhaps it was not copied whole',
  index: () => 'has no index (moov), so most players cannot play it: the recording was cut off, or it was not copied whole',
  rest: () => 'is shorter than it says itself: perhaps it was not copied whole',
  download: () => 'is named as programs name what is not yet downloaded: perhaps it is not whole',
} as const;

export const exhibitSentences: Sentences<ExhibitCodes> = {
  EXHIBIT_MISNAMED: ({ path, ending, format, noted }) => ({
    text: `${path} is named .${ending}, ${format === undefined ? 'but is of another format, which we do not know' : `but holds ${format}`}${noticed(noted)}`,
    ...(noted ? {} : { hint: AGAIN }),
  }),
  EXHIBIT_INCOMPLETE: ({ path, format, lacks, noted }) => ({
    text: `${path} ${LACKS[lacks](format)}${noticed(noted)}`,
    ...(noted ? {} : { hint: AGAIN }),
  }),
  EXHIBIT_UNREAD: ({ path, format }) => ({
    text: `We cannot read what is in ${path} (${format}), which does not mean that it is damaged: it may have a password`,
    hint: 'Open it with the usual program; where that fails, copy it again; where there is a password, obtain that, too',
  }),
};

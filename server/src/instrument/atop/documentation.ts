import type { InstrumentValue, Section } from '../types';
import { value } from './value';

const sources: readonly InstrumentValue[] = [
  value('Treaty', 'The coder read the text of the treaty and needed nothing else.', [
    '[|the ]treaty[| text][| only]',
    '[|full |the ]text of [|the ]treaty',
    'treaties',
  ]),
  value('Treaty and secondary sources', 'The coder read the treaty and also what others wrote about it.', [
    '[|the ]treaty[| text][ and| &| +| plus| with|,] secondary [source|sources]',
    'treaty/secondary [source|sources]',
    'secondary sources and [|the ]treaty',
  ]),
  value(
    'Secondary sources only',
    'The text could not be found, so the coder relied on what others wrote about it.',
    ['secondary[| source| sources| literature][| only]', 'only secondary [source|sources|literature]'],
  ),
];

/** Section V, questions 57 to 61: where the coding comes from and whose it is. */
export const documentation: Section = {
  numeral: 'V',
  title: 'DOCUMENTATION',
  questions: [
    {
      number: 57,
      label: 'Comments on the treaty',
      text: 'Additional coder comments on this alliance treaty:',
      kind: 'text',
      required: false,
      help:
        'Room for whatever a later reader of this sheet should know about the treaty as a whole: `Only ' +
        'the French text was available.` It may stay empty.',
      variables: [],
    },
    {
      number: 58,
      label: 'Source of coding',
      text: 'Source of coding information (e.g., treaty, treaty and secondary sources, secondary sources only, etc.):',
      kind: 'values',
      required: true,
      values: sources,
      open: true,
      inline: true,
      help:
        "Say what you worked from, on the question's own line: `Treaty` if you read the text itself, " +
        '`Treaty and secondary sources` if you also needed books or articles, `Secondary sources only` if ' +
        'you never saw the text. Other words are allowed where none of these fits.',
      variables: ['source'],
    },
    {
      number: 59,
      label: 'Treaty citation',
      text: 'Treaty citation:',
      kind: 'text',
      required: true,
      inline: true,
      help:
        'Say where a reader can find the text: the series or book, its volume and page or number, on the ' +
        "question's own line. For example: `UNTS no. 35237 (2038:23)`. If the text was not found, name " +
        'the books that you used instead.',
      variables: [],
    },
    {
      number: 60,
      label: 'Last revision date',
      text: 'Date of last revision of this coding sheet:',
      kind: 'dates',
      required: true,
      inline: true,
      help:
        "The day on which the answers were last changed, on the question's own line, with the month as a " +
        'word: `August 18, 2004`. A change made for a later release of the data may be noted below ' +
        'question 61 instead.',
      variables: [],
    },
    {
      number: 61,
      label: 'Coder names',
      text: 'Coder:',
      kind: 'text',
      required: true,
      inline: true,
      help:
        "The names of all who coded this sheet, on the question's own line, with commas between: `Maria " +
        'Ortiz, Tom Becker`. Whoever revises a single answer later is named in the notes below it.',
      variables: [],
    },
  ],
};

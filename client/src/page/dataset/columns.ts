import type { QuestionOutline, SectionOutline } from '../../protocol';

/** A question as a column of the grid. */
export interface QuestionColumn {
  readonly question: QuestionOutline;
  /** Counted from 0, over all sections. */
  readonly index: number;
  /** The line of the CSS grid that the column begins at. */
  readonly track: number;
}

export interface SectionColumns {
  readonly section: SectionOutline;
  readonly columns: readonly QuestionColumn[];
}

/** The columns before the questions: the sheet's name, and how much of it is answered. */
const leadingTracks = 2;

/** How the questions are laid out: a track each, and one for the gap before each section. */
export class GridColumns {
  readonly sections: readonly SectionColumns[];
  readonly all: readonly QuestionColumn[];
  readonly sectionStarts: readonly number[];
  /** For `grid-template-columns`. */
  readonly template: string;

  constructor(sections: readonly SectionOutline[]) {
    let index = 0;
    let track = leadingTracks;
    this.sections = sections.map(section => {
      track++;
      return {
        section,
        columns: section.questions.map(question => ({ question, index: index++, track: ++track })),
      };
    });
    this.all = this.sections.flatMap(({ columns }) => columns);
    this.sectionStarts = this.sections.flatMap(({ columns }) => columns[0]?.index ?? []);
    this.template = [
      'var(--name-width) var(--answered-width)',
      ...this.sections.map(
        ({ columns }) => `var(--gap) repeat(${columns.length}, minmax(var(--cell-min), var(--cell-max)))`,
      ),
    ].join(' ');
  }

  get count(): number {
    return this.all.length;
  }
}

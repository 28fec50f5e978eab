import { answeredIn, percentDone, sumTallies, type Tally } from '../../panel/tally';
import { describeQuestion, describeSection } from '../../panel/describe';
import { fill, type PanelTexts } from '../../panel/texts';
import { element, setAttribute, setText } from '../elements';
import type { GridColumns, QuestionColumn, SectionColumns } from './columns';

/** The rows of the head, as a screen reader counts them. */
export const headRows = 2;

/** Over fewer questions than this, a section's title is cut to nothing: its numeral has to do. */
const titledColumns = 8;

/** What stands above the sheets: the sections and the questions, each with how much of it is done. */
export class GridHead {
  readonly element: HTMLElement;
  /** By section. */
  readonly sectionCells: readonly HTMLElement[];
  /** By question. */
  readonly questionCells: readonly HTMLElement[];
  readonly #columns: GridColumns;
  readonly #texts: PanelTexts;

  constructor(columns: GridColumns, texts: PanelTexts) {
    this.#columns = columns;
    this.#texts = texts;
    this.sectionCells = columns.sections.map(sectionCell);
    this.questionCells = columns.all.map(questionCell);
    this.element = element(
      'div',
      { role: 'rowgroup', class: 'head' },
      element(
        'div',
        { role: 'row', 'aria-rowindex': 1, class: 'row sections' },
        element('div', { role: 'none', class: 'corner' }),
        ...this.sectionCells,
      ),
      element(
        'div',
        { role: 'row', 'aria-rowindex': 2, class: 'row questions' },
        element('div', { role: 'columnheader', 'aria-colindex': 1, class: 'name' }, texts.columns.sheet),
        element('div', { role: 'columnheader', 'aria-colindex': 2, class: 'count' }, texts.columns.answered),
        ...this.questionCells,
      ),
    );
  }

  /**
   * @param tallies By question.
   * @param optional The numbers of the questions that may stay empty in all sheets.
   * @param sorted The question that the sheets are sorted by, as an index.
   */
  update(tallies: readonly Tally[], optional: ReadonlySet<number>, sorted: number | undefined): void {
    for (const { question, index } of this.#columns.all) {
      const cell = this.questionCells[index];
      const tally = tallies[index];
      if (!cell || !tally) continue;
      const isOptional = optional.has(question.number);
      cell.classList.toggle('optional', isOptional);
      setAttribute(cell, 'aria-label', describeQuestion(question, tally, isOptional, this.#texts));
      setAttribute(cell, 'aria-sort', index === sorted ? 'descending' : 'none');
      showShares(cell, tally, 'height');
    }
    this.#columns.sections.forEach(({ section, columns }, index) => {
      const cell = this.sectionCells[index];
      if (!cell) return;
      const tally = sumTallies(columns.flatMap(column => tallies[column.index] ?? []));
      const percent = percentDone(tally);
      setAttribute(cell, 'aria-label', describeSection(section, tally, this.#texts));
      const share = cell.querySelector('.share');
      if (share) setText(share, percent === undefined ? '' : fill('{0} %', percent));
      showShares(cell, tally, 'width');
    });
  }
}

function sectionCell({ section, columns }: SectionColumns): HTMLElement {
  const [first] = columns;
  const cell = element(
    'div',
    {
      role: 'columnheader',
      'aria-colindex': (first?.index ?? 0) + 3,
      'aria-colspan': columns.length,
      class: columns.length < titledColumns ? 'section narrow' : 'section',
      'data-column': first?.index,
    },
    element('span', { class: 'numeral' }, section.numeral),
    element('span', { class: 'title' }, section.title),
    element('span', { class: 'share' }),
    bar(),
  );
  cell.style.gridColumn = `${first?.track ?? 1} / span ${columns.length}`;
  return cell;
}

function questionCell({ question, index, track }: QuestionColumn): HTMLElement {
  const cell = element(
    'div',
    {
      role: 'columnheader',
      'aria-colindex': index + 3,
      class: 'question',
      'data-column': index,
    },
    bar(),
    element('span', { class: 'number' }, String(question.number)),
  );
  cell.style.gridColumn = String(track);
  return cell;
}

/** Shares that lie beside or above each other, from what is done to what is wrong. */
function bar(): HTMLElement {
  const share = (state: string) => element('i', { 'data-state': state });
  return element('span', { class: 'bar' }, share('answered'), share('warning'), share('error'));
}

function showShares(cell: HTMLElement, tally: Tally, extent: 'width' | 'height'): void {
  const all = answeredIn(tally) + tally.open + tally.missing;
  for (const share of cell.querySelectorAll<HTMLElement>('.bar > i')) {
    const count = tally[share.dataset['state'] as 'answered' | 'warning' | 'error'];
    share.style[extent] = `${all === 0 ? 0 : (100 * count) / all}%`;
  }
}

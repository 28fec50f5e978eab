import {
  describeCell,
  describeQuestion,
  describeSection,
  describeSheetInFull,
  describeState,
} from '../../panel/describe';
import {
  moveFocus,
  nameColumn,
  questionRow,
  sectionOfColumn,
  sectionRow,
  withinGrid,
  type GridCell,
  type GridShape,
} from '../../panel/gridFocus';
import { questionStates } from '../../panel/questionState';
import { optionalInAll, sumTallies, tallyQuestions, type Tally } from '../../panel/tally';
import type { PanelTexts } from '../../panel/texts';
import type { SectionOutline, SheetListEntry } from '../../protocol';
import { element, oncePerFrame, setAttribute } from '../elements';
import { GridColumns } from './columns';
import { GridHead, headRows } from './gridHead';
import { SheetRow } from './sheetRow';

/** The height of a sheet's row, in CSS pixels. */
const rowHeight = 22;

/** The columns' widths: of a question at least, of the gap before a section, and of the other two. */
const cellWidth = 13;
const gapWidth = 7;
const answeredWidth = 76;
const minNameWidth = 150;
const maxNameWidth = 280;

/** Rows that are kept ready above and below those in view. */
const spareRows = 8;

export interface GridEvents {
  /** A cell was clicked, or chosen with Enter. Without a question, the sheet itself is meant. */
  open(sheet: SheetListEntry, question: number | undefined, toSide: boolean): void;
  /** A question's number was clicked or chosen. */
  sortBy(question: number): void;
  /** The text for the cell that is under the pointer, or else has the focus. */
  describe(text: string): void;
  /** The focus or the place in view is another. */
  moved(): void;
}

/**
 * The heat map: sheets down, questions across. Only the rows in view exist, and they are used again for
 * the sheets that come into view, so that thousands of sheets scroll as smoothly as a dozen.
 *
 * For keyboard and screen reader it is one grid with one tab stop: the cell that has the focus is named by
 * `aria-activedescendant`, as the elements of cells come and go.
 */
export class SheetGrid {
  readonly element: HTMLElement;
  readonly #columns: GridColumns;
  readonly #texts: PanelTexts;
  readonly #events: GridEvents;
  readonly #head: GridHead;
  readonly #body = element('div', { role: 'rowgroup', class: 'body' });
  readonly #renderSoon = oncePerFrame(() => this.#render());

  #rows: SheetRow[] = [];
  #sheets: readonly SheetListEntry[] = [];
  #ambiguous: ReadonlySet<string> = new Set();
  #tallies: readonly Tally[] = [];
  /** The numbers of the questions that may stay empty in all sheets. */
  #optional: ReadonlySet<number> = new Set();
  #focus: GridCell = { row: 0, column: nameColumn };
  #focused: HTMLElement | undefined;
  #isHovered = false;

  constructor(sections: readonly SectionOutline[], texts: PanelTexts, events: GridEvents) {
    this.#columns = new GridColumns(sections);
    this.#texts = texts;
    this.#events = events;
    this.#head = new GridHead(this.#columns, texts);
    this.element = element(
      'div',
      {
        class: 'grid',
        role: 'grid',
        tabindex: 0,
        'aria-label': texts.grid,
        'aria-readonly': 'true',
        'aria-colcount': this.#columns.count + 2,
      },
      this.#head.element,
      this.#body,
    );
    this.element.style.setProperty('--columns', this.#columns.template);
    this.element.style.setProperty('--questions', String(this.#columns.count));
    this.element.style.setProperty('--sections', String(this.#columns.sections.length));
    this.element.style.setProperty('--row-height', `${rowHeight}px`);
    this.element.style.setProperty('--cell-min', `${cellWidth}px`);
    this.element.style.setProperty('--gap', `${gapWidth}px`);
    this.element.style.setProperty('--answered-width', `${answeredWidth}px`);
    this.#listen();
  }

  get focus(): { readonly uri: string | undefined; readonly cell: GridCell } {
    return { uri: this.#sheets[this.#focus.row]?.uri, cell: this.#focus };
  }

  get top(): number {
    return this.element.scrollTop;
  }

  /** Goes back to where a user was. */
  restore(uri: string | undefined, cell: GridCell, top: number): void {
    const row = uri === undefined ? cell.row : this.#sheets.findIndex(sheet => sheet.uri === uri);
    this.#focus = withinGrid(
      { row: row === -1 && uri !== undefined ? 0 : row, column: cell.column },
      this.#shape,
    );
    this.element.scrollTop = top;
    this.#renderSoon();
  }

  /** @param sorted The question that the sheets are sorted by. */
  show(sheets: readonly SheetListEntry[], sorted: number | undefined): void {
    // The focus stays with the sheet it is on, wherever that goes.
    const { uri } = this.focus;
    this.#sheets = sheets;
    this.#ambiguous = repeatedIds(sheets);
    this.#tallies = tallyQuestions(sheets, this.#columns.count);
    this.#optional = optionalInAll(sheets);
    const row = uri === undefined ? -1 : sheets.findIndex(sheet => sheet.uri === uri);
    this.#focus = withinGrid(row === -1 ? this.#focus : { ...this.#focus, row }, this.#shape);
    this.#head.update(
      this.#tallies,
      this.#optional,
      this.#columns.all.find(({ question }) => question.number === sorted)?.index,
    );
    setAttribute(this.element, 'aria-rowcount', String(sheets.length + headRows));
    this.#body.style.height = `${sheets.length * rowHeight}px`;
    this.#render();
  }

  /** The tally over all sheets and questions that are shown. */
  get total(): Tally {
    return sumTallies(this.#tallies);
  }

  get #shape(): GridShape {
    const { sectionStarts, count } = this.#columns;
    const bodyHeight = this.element.clientHeight - this.#head.element.offsetHeight;
    return {
      rows: this.#sheets.length,
      columns: count,
      sectionStarts,
      pageRows: Math.max(1, Math.floor(bodyHeight / rowHeight) - 1),
    };
  }

  /** The names have what the questions leave, within bounds: few windows have room for all of both. */
  #fitNames(): void {
    const { count, sections } = this.#columns;
    const questions = count * cellWidth + sections.length * gapWidth + answeredWidth;
    const width = Math.min(Math.max(this.element.clientWidth - questions, minNameWidth), maxNameWidth);
    this.element.style.setProperty('--name-width', `${width}px`);
  }

  #render(): void {
    const { clientHeight, scrollTop } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spareRows);
    const end = Math.min(this.#sheets.length, Math.ceil((scrollTop + clientHeight) / rowHeight) + spareRows);
    const wanted = Math.max(0, end - first);
    if (wanted !== this.#rows.length) this.#resize(wanted);
    const count = this.#rows.length;
    for (let index = first; index < end; index++) {
      // A sheet keeps its row while it is in view: scrolling by one fills one row anew.
      const row = this.#rows[index % count];
      const sheet = this.#sheets[index];
      if (row && sheet) row.show(sheet, index, rowHeight, this.#ambiguous.has(sheet.atopId ?? ''));
    }
    this.#markFocus();
  }

  #resize(count: number): void {
    for (const row of this.#rows.splice(count)) row.element.remove();
    while (this.#rows.length < count) {
      const row = new SheetRow(this.#columns, this.#texts);
      this.#rows.push(row);
      this.#body.append(row.element);
    }
  }

  #markFocus(): void {
    const cell = this.#elementAt(this.#focus);
    if (cell !== this.#focused) {
      this.#unmark();
      this.#focused = cell;
      cell?.classList.add('focused');
    }
    if (!cell) {
      this.element.removeAttribute('aria-activedescendant');
      return;
    }
    // A name of its own for each place: a screen reader hears of the move by it.
    const id = `cell-${this.#focus.row}-${this.#focus.column}`;
    setAttribute(cell, 'id', id);
    // Read out in full; other cells are told by their heads.
    if (this.#focus.row >= 0) setAttribute(cell, 'aria-label', this.#descriptionOf(this.#focus));
    setAttribute(this.element, 'aria-activedescendant', id);
    if (!this.#isHovered) this.#events.describe(this.#descriptionOf(this.#focus));
  }

  #unmark(): void {
    const cell = this.#focused;
    if (!cell) return;
    cell.removeAttribute('id');
    cell.classList.remove('focused');
    const { state } = cell.dataset;
    if (state === undefined) return;
    const known = questionStates.find(name => name === state);
    setAttribute(cell, 'aria-label', describeState(known, this.#texts));
  }

  #elementAt({ row, column }: GridCell): HTMLElement | undefined {
    if (row === sectionRow) return this.#head.sectionCells[sectionOfColumn(column, this.#columns)];
    if (row === questionRow) return this.#head.questionCells[column];
    const shown = this.#rows.find(({ index }) => index === row);
    return column === nameColumn ? shown?.nameCell : shown?.cells[column];
  }

  #descriptionOf({ row, column }: GridCell): string {
    const { all, sections } = this.#columns;
    const texts = this.#texts;
    const sheet = this.#sheets[row];
    const question = all[column]?.question;
    if (sheet) {
      return question ? describeCell(sheet, question, column, texts) : describeSheetInFull(sheet, texts);
    }
    if (row === questionRow && question && this.#tallies[column]) {
      return describeQuestion(question, this.#tallies[column], this.#optional.has(question.number), texts);
    }
    const section = sections[sectionOfColumn(column, this.#columns)];
    if (row === sectionRow && section) {
      const tallies = section.columns.flatMap(({ index }) => this.#tallies[index] ?? []);
      return describeSection(section.section, sumTallies(tallies), texts);
    }
    return '';
  }

  #listen(): void {
    this.element.addEventListener(
      'scroll',
      () => {
        this.#renderSoon();
        this.#events.moved();
      },
      { passive: true },
    );
    new ResizeObserver(() => {
      this.#fitNames();
      this.#renderSoon();
    }).observe(this.element);
    this.element.addEventListener('keydown', event => this.#onKey(event));
    this.element.addEventListener('click', event => {
      const cell = this.#cellOf(event.target);
      if (!cell) return;
      this.#moveTo(cell);
      this.#choose(cell, event.ctrlKey || event.metaKey);
    });
    // A middle click opens to the side, as it does in VS Code's lists.
    this.element.addEventListener('auxclick', event => {
      const cell = event.button === 1 ? this.#cellOf(event.target) : undefined;
      if (!cell) return;
      this.#moveTo(cell);
      this.#choose(cell, true);
    });
    this.element.addEventListener('pointerover', event =>
      this.#onHover(this.#cellOf(event.target), event.target),
    );
    this.element.addEventListener('pointerleave', () => this.#onHover(undefined, null));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#choose(this.#focus, isControl);
      return;
    }
    const target = moveFocus(this.#focus, { key: event.key, isControl }, this.#shape);
    if (!target) return;
    event.preventDefault();
    this.#moveTo(target);
  }

  #onHover(cell: GridCell | undefined, target: EventTarget | null): void {
    this.#isHovered = cell !== undefined;
    const described = cell ?? this.#focus;
    const text = this.#descriptionOf(described);
    this.#events.describe(text);
    if (cell && target instanceof HTMLElement) {
      const titled = target.closest<HTMLElement>('[role=gridcell], [role=rowheader], [role=columnheader]');
      if (titled) setAttribute(titled, 'title', text);
    }
  }

  #choose({ row, column }: GridCell, toSide: boolean): void {
    const question = this.#columns.all[column]?.question.number;
    const sheet = this.#sheets[row];
    if (sheet) this.#events.open(sheet, question, toSide);
    else if (row === questionRow && question !== undefined) this.#events.sortBy(question);
  }

  #moveTo(cell: GridCell): void {
    this.#focus = cell;
    this.#isHovered = false;
    this.#reveal(cell);
    this.#render();
    this.#events.moved();
  }

  /** Scrolls as little as shows the cell: beside the names, which stay, and below the head. */
  #reveal({ row, column }: GridCell): void {
    const grid = this.element;
    const headHeight = this.#head.element.offsetHeight;
    if (row >= 0) {
      const top = row * rowHeight;
      const viewHeight = grid.clientHeight - headHeight;
      if (top < grid.scrollTop) grid.scrollTop = top;
      else if (top + rowHeight > grid.scrollTop + viewHeight) grid.scrollTop = top + rowHeight - viewHeight;
    }
    const head = this.#head.questionCells[column];
    if (!head) {
      grid.scrollLeft = 0;
      return;
    }
    const names = this.#head.element.querySelector<HTMLElement>('.count');
    const namesEnd = names ? names.getBoundingClientRect().right : 0;
    const { left, right } = head.getBoundingClientRect();
    const end = grid.getBoundingClientRect().left + grid.clientWidth;
    if (left < namesEnd) grid.scrollLeft -= namesEnd - left;
    else if (right > end) grid.scrollLeft += right - end;
  }

  #cellOf(target: EventTarget | null): GridCell | undefined {
    if (!(target instanceof HTMLElement)) return undefined;
    const row = target.closest<HTMLElement>('.row');
    const cell = target.closest<HTMLElement>('[data-column]');
    const column = cell ? Number(cell.dataset['column']) : nameColumn;
    if (row?.classList.contains('sections')) return cell ? { row: sectionRow, column } : undefined;
    if (row?.classList.contains('questions')) return cell ? { row: questionRow, column } : undefined;
    return row?.dataset['row'] === undefined ? undefined : { row: Number(row.dataset['row']), column };
  }
}

function repeatedIds(sheets: readonly SheetListEntry[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { atopId } of sheets) {
    if (atopId !== null) (once.has(atopId) ? twice : once).add(atopId);
  }
  return twice;
}

import { stateAt } from '../../panel/questionState';
import { describeSheetInFull, describeState } from '../../panel/describe';
import type { PanelTexts } from '../../panel/texts';
import type { SheetListEntry } from '../../protocol';
import { fileNameOf } from '../../sheetsView/arrangement';
import { element, setAttribute, setText } from '../elements';
import type { GridColumns } from './columns';
import { headRows } from './gridHead';

/** A row of the grid. There are only as many as are in view: each shows one sheet after another. */
export class SheetRow {
  readonly element: HTMLElement;
  /** The sheet's name. */
  readonly nameCell = element('div', { role: 'rowheader', 'aria-colindex': 1, class: 'name' });
  /** By question. */
  readonly cells: readonly HTMLElement[];
  readonly #id = element('b');
  readonly #members = element('span');
  readonly #count = element('div', { role: 'gridcell', 'aria-colindex': 2, class: 'count' });
  readonly #texts: PanelTexts;
  #sheet: SheetListEntry | undefined;
  #index = -1;

  constructor(columns: GridColumns, texts: PanelTexts) {
    this.#texts = texts;
    this.nameCell.append(this.#id, this.#members);
    this.cells = columns.all.map(({ index, track }) => {
      const cell = element('div', {
        role: 'gridcell',
        'aria-colindex': index + 3,
        class: 'cell',
        'data-column': index,
      });
      cell.style.gridColumn = String(track);
      return cell;
    });
    this.element = element('div', { role: 'row', class: 'row' }, this.nameCell, this.#count, ...this.cells);
  }

  /** The row of the sheet that is shown, counted from 0; -1 before there is one. */
  get index(): number {
    return this.#index;
  }

  /** Shows a sheet at its place. @param isAmbiguous True where another sheet has the same ATOP ID. */
  show(sheet: SheetListEntry, index: number, rowHeight: number, isAmbiguous: boolean): void {
    if (index !== this.#index) {
      this.#index = index;
      this.element.style.transform = `translateY(${index * rowHeight}px)`;
      this.element.dataset['row'] = String(index);
      setAttribute(this.element, 'aria-rowindex', String(index + 1 + headRows));
    }
    if (sheet === this.#sheet) return;
    this.#sheet = sheet;
    const members = sheet.members.map(({ name }) => name).join(', ');
    setText(this.#id, sheet.atopId ?? fileNameOf(sheet));
    setText(
      this.#members,
      isAmbiguous && sheet.atopId !== null ? `${fileNameOf(sheet)} · ${members}` : members,
    );
    const { answered, total } = sheet;
    setText(this.#count, answered === null || total === null ? '' : `${answered}/${total}`);
    setAttribute(this.nameCell, 'aria-label', describeSheetInFull(sheet, this.#texts));
    this.cells.forEach((cell, column) => {
      const state = stateAt(sheet, column);
      const name = state ?? 'unchecked';
      if (cell.dataset['state'] === name) return;
      cell.dataset['state'] = name;
      cell.setAttribute('aria-label', describeState(state, this.#texts));
    });
  }
}

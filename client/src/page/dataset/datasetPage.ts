import { arrangeForPanel } from '../../panel/arrangement';
import type {
  Availability,
  PageMessage,
  PanelCommand,
  SetupMessage,
  SheetsMessage,
} from '../../panel/messages';
import type { PageState } from '../../panel/pageState';
import { questionStates } from '../../panel/questionState';
import { openIn, percentDone } from '../../panel/tally';
import { fill } from '../../panel/texts';
import type { SheetListEntry } from '../../protocol';
import { countUndecided } from '../../sheetsView/arrangement';
import { element, setText } from '../elements';
import { SheetGrid } from './sheetGrid';
import { Toolbar, type Arrangement } from './toolbar';

export interface PageEvents {
  send(message: PageMessage): void;
  keep(state: PageState): void;
}

/** How long after the last move it is kept, in milliseconds. */
const keepPause = 200;

/** Everything that is on the page. */
export class DatasetPage {
  readonly #setup: Omit<SetupMessage, 'type'>;
  readonly #events: PageEvents;
  readonly #numbers: readonly number[];
  readonly #format: Intl.NumberFormat;
  readonly #toolbar: Toolbar;
  readonly #grid: SheetGrid;
  readonly #summary = element('p', { class: 'summary', role: 'status' });
  readonly #legend: HTMLElement;
  readonly #detail = element('p', { class: 'detail' });
  readonly #notice = element('div', { class: 'notice' });

  #state: PageState;
  #availability: Availability = 'waiting';
  #sheets: readonly SheetListEntry[] = [];
  #isRestored = false;
  #keeping: number | undefined;

  constructor(parent: HTMLElement, setup: Omit<SetupMessage, 'type'>, state: PageState, events: PageEvents) {
    const { texts, locale, sections } = setup;
    this.#setup = setup;
    this.#state = state;
    this.#events = events;
    this.#numbers = sections.flatMap(({ questions }) => questions.map(({ number }) => number));
    this.#format = new Intl.NumberFormat(locale);
    this.#toolbar = new Toolbar(texts, {
      arrange: arrangement => this.#arrange(arrangement),
      run: command => this.#run(command),
    });
    this.#grid = new SheetGrid(sections, texts, {
      open: ({ uri }, question, toSide) =>
        events.send({ type: 'open', uri, toSide, ...(question !== undefined && { question }) }),
      sortBy: question => this.#sortBy(question),
      describe: text => setText(this.#detail, text),
      moved: () => this.#keepSoon(),
    });
    this.#legend = element(
      'ul',
      { class: 'legend', 'aria-label': texts.legend },
      ...questionStates.map(name =>
        element(
          'li',
          { 'data-name': name },
          element('span', { class: 'cell', 'data-state': name }),
          element('span', {}, texts.states[name]),
          element('b'),
        ),
      ),
    );
    parent.replaceChildren(
      element(
        'header',
        {},
        element('h1', {}, texts.title),
        this.#summary,
        this.#toolbar.commands,
        this.#toolbar.element,
        this.#legend,
      ),
      this.#notice,
      this.#grid.element,
      this.#detail,
      element('p', { class: 'keys' }, texts.keys),
    );
    this.#toolbar.show(state);
    this.#showAll();
  }

  show({ availability, sheets }: SheetsMessage): void {
    this.#availability = availability;
    this.#sheets = sheets;
    this.#showAll();
    // Not before there are sheets to scroll to.
    if (this.#isRestored || sheets.length === 0) return;
    this.#isRestored = true;
    this.#grid.restore(this.#state.uri, this.#state.cell, this.#state.top);
  }

  #arrange(arrangement: Arrangement): void {
    this.#state = { ...this.#state, ...arrangement };
    this.#toolbar.show(this.#state);
    this.#showAll();
    this.#keepSoon();
  }

  /** The second time, the order is as it was at first. */
  #sortBy(question: number): void {
    const { order, filter } = this.#state;
    const isSorted = typeof order !== 'string' && order.question === question;
    this.#arrange({ order: isSorted ? 'id' : { question }, filter });
  }

  #showAll(): void {
    const { order, filter } = this.#state;
    const shown = arrangeForPanel(this.#sheets, order, filter, this.#numbers);
    const hasSheets = shown.length > 0;
    this.#grid.element.hidden = !hasSheets;
    this.#legend.hidden = !hasSheets;
    if (hasSheets) this.#grid.show(shown, typeof order === 'string' ? undefined : order.question);
    else setText(this.#detail, '');
    this.#showSummary(shown);
    this.#showNotice(hasSheets);
  }

  #showSummary(shown: readonly SheetListEntry[]): void {
    const { summary } = this.#setup.texts;
    const number = (value: number) => this.#format.format(value);
    if (shown.length === 0) {
      setText(this.#summary, this.#describeUnchecked(shown));
      return;
    }
    const total = this.#grid.total;
    const percent = percentDone(total);
    const sheets = (() => {
      const all = this.#sheets.length;
      if (shown.length < all) return fill(summary.filteredSheets, number(shown.length), number(all));
      return all === 1 ? summary.oneSheet : fill(summary.sheets, number(all));
    })();
    const parts = [
      sheets,
      percent === undefined ? '' : fill(summary.done, percent),
      fill(summary.open, number(openIn(total))),
      this.#describeUnchecked(shown),
    ];
    setText(this.#summary, parts.filter(part => part !== '').join(' · '));
    for (const item of this.#legend.children) {
      const name = questionStates.find(state => state === (item as HTMLElement).dataset['name']);
      const count = item.querySelector('b');
      if (name && count) setText(count, number(total[name]));
    }
  }

  /** How many sheets more may come to be marked, or to be shown at all; nothing where all are checked. */
  #describeUnchecked(shown: readonly SheetListEntry[]): string {
    const marked = shown.filter(({ problems }) => problems === null).length;
    const count = marked + countUndecided(this.#sheets, this.#state.filter);
    return count === 0 ? '' : fill(this.#setup.texts.summary.unchecked, this.#format.format(count));
  }

  /** What is said in place of the grid. */
  #showNotice(hasSheets: boolean): void {
    const { texts } = this.#setup;
    const [text, command] = ((): readonly [string, PanelCommand?] => {
      if (this.#availability === 'unavailable') return [texts.unavailable, 'restart'];
      if (hasSheets) return [''];
      if (this.#availability === 'waiting') return [texts.waiting];
      return this.#sheets.length > 0 ? [texts.noneFound] : [texts.none, 'newSheet'];
    })();
    this.#notice.hidden = text === '';
    this.#notice.replaceChildren(element('p', { role: 'status' }, text));
    if (!command) return;
    const button = element('button', { type: 'button', class: 'primary' }, texts.commands[command]);
    button.addEventListener('click', () => this.#run(command));
    this.#notice.append(button);
  }

  #run(command: PanelCommand): void {
    this.#events.send({ type: 'run', command });
  }

  #keepSoon(): void {
    window.clearTimeout(this.#keeping);
    this.#keeping = window.setTimeout(() => {
      const { uri, cell } = this.#grid.focus;
      this.#state = { ...this.#state, uri, cell, top: this.#grid.top };
      this.#events.keep(this.#state);
    }, keepPause);
  }
}

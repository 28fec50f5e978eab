import type { PanelOrder } from '../../panel/arrangement';
import type { PanelCommand } from '../../panel/messages';
import { fill, type PanelTexts } from '../../panel/texts';
import { sheetOrders, type SheetFilter } from '../../sheetsView/arrangement';
import { element } from '../elements';

export interface Arrangement {
  readonly order: PanelOrder;
  readonly filter: SheetFilter;
}

export interface ToolbarEvents {
  arrange(arrangement: Arrangement): void;
  run(command: PanelCommand): void;
}

/** What the sheets are sorted and narrowed down by, and what else can be done with them. */
export class Toolbar {
  readonly element: HTMLElement;
  /** What can be done with the sheets, apart from looking at them. */
  readonly commands: HTMLElement;
  readonly #texts: PanelTexts;
  readonly #events: ToolbarEvents;
  readonly #search: HTMLInputElement;
  readonly #order: HTMLSelectElement;
  readonly #onlyOpen = element('input', { type: 'checkbox' });
  readonly #onlyProblems = element('input', { type: 'checkbox' });
  #question: number | undefined;

  constructor(texts: PanelTexts, events: ToolbarEvents) {
    this.#texts = texts;
    this.#events = events;
    this.#search = element('input', {
      type: 'search',
      'aria-label': texts.search,
      placeholder: texts.searchHint,
      spellcheck: 'false',
    });
    this.#order = element('select');
    this.#search.addEventListener('input', () => this.#tell());
    for (const control of [this.#order, this.#onlyOpen, this.#onlyProblems]) {
      control.addEventListener('change', () => this.#tell());
    }
    this.element = element(
      'div',
      { class: 'toolbar' },
      this.#search,
      element('label', {}, texts.sortBy, this.#order),
      element('label', { class: 'check' }, this.#onlyOpen, texts.onlyOpen),
      element('label', { class: 'check' }, this.#onlyProblems, texts.onlyProblems),
    );
    this.commands = element('div', { class: 'commands' }, this.#button('export'), this.#button('compare'));
  }

  /** Shows an arrangement without telling of it. */
  show({ order, filter }: Arrangement): void {
    this.#question = typeof order === 'string' ? undefined : order.question;
    this.#order.replaceChildren(
      ...sheetOrders.map(name => element('option', { value: name }, this.#texts.orders[name])),
      ...(this.#question === undefined
        ? []
        : [element('option', { value: 'question' }, fill(this.#texts.orders.question, this.#question))]),
    );
    this.#order.value = typeof order === 'string' ? order : 'question';
    if (this.#search.value !== filter.text) this.#search.value = filter.text;
    this.#onlyOpen.checked = filter.onlyOpen;
    this.#onlyProblems.checked = filter.onlyProblems;
  }

  #tell(): void {
    const name = sheetOrders.find(order => order === this.#order.value);
    const question = this.#question;
    this.#events.arrange({
      order: name ?? (question === undefined ? 'id' : { question }),
      filter: {
        text: this.#search.value,
        onlyOpen: this.#onlyOpen.checked,
        onlyProblems: this.#onlyProblems.checked,
      },
    });
  }

  #button(command: PanelCommand): HTMLElement {
    const look = command === 'export' ? 'primary' : 'secondary';
    const button = element('button', { type: 'button', class: look }, this.#texts.commands[command]);
    button.addEventListener('click', () => this.#events.run(command));
    return button;
  }
}

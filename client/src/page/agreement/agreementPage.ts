import type { AgreementMessage, AgreementPageMessage } from '../../comparison/messages';
import type { AgreementTexts } from '../../comparison/texts';
import { fill } from '../../panel/texts';
import type { CodersAnswer, Disagreement } from '../../protocol';
import { element } from '../elements';
import { figure, measureText, percentText } from './figures';
import { questionTable, tableText } from './questionTable';

/** How many disagreements are shown at first, and again with each click. */
const shownAtOnce = 200;

/** Everything that is on the page; it is made anew with every message. */
export class AgreementPage {
  readonly #parent: HTMLElement;
  readonly #send: (message: AgreementPageMessage) => void;
  #message: AgreementMessage | undefined;
  /** The question that the disagreements are narrowed down to. */
  #question: number | undefined;
  #shown = shownAtOnce;

  constructor(parent: HTMLElement, send: (message: AgreementPageMessage) => void) {
    this.#parent = parent;
    this.#send = send;
  }

  show(message: AgreementMessage): void {
    const { compared } = message;
    const before = this.#message?.compared;
    if (before?.a !== compared.a || before.b !== compared.b) {
      this.#question = undefined;
      this.#shown = shownAtOnce;
    }
    this.#message = message;
    this.#render(message);
  }

  #render(message: AgreementMessage): void {
    const { scrollTop } = document.documentElement;
    const focused = document.activeElement?.getAttribute('data-key');
    const { agreement, texts } = message;
    const isEmpty = agreement.compared.length === 0;
    this.#parent.replaceChildren(
      this.#header(message),
      ...(isEmpty ? [element('p', { role: 'status' }, texts.nothing)] : this.#figures(message)),
      ...notCompared(message),
    );
    document.documentElement.scrollTop = scrollTop;
    // The element that had the focus is gone; the one in its place gets it.
    if (focused)
      this.#parent.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  #header(message: AgreementMessage): HTMLElement {
    const { texts, names, agreement } = message;
    const [only, ...others] = agreement.compared;
    const commands = element('div', { class: 'commands' });
    if (only && others.length === 0) {
      const { a, b } = only;
      commands.append(button(texts.compare, 'primary', () => this.#send({ type: 'compare', a, b })));
    }
    commands.append(
      button(texts.copy, 'secondary', () => this.#send({ type: 'copy', text: tableText(message) })),
      button(texts.refresh, 'secondary', () => this.#send({ type: 'refresh' })),
    );
    return element(
      'header',
      {},
      element('h1', {}, names.a, element('span', { class: 'between' }, ' ↔ '), names.b),
      commands,
    );
  }

  #figures(message: AgreementMessage): HTMLElement[] {
    const { texts, agreement } = message;
    const { overall, compared } = agreement;
    const isSingle = compared.length === 1;
    return [
      element(
        'div',
        { class: 'figures' },
        figure(
          texts.agreed,
          percentText(overall.percent),
          fill(texts.agreedOf, overall.agreed, overall.pairs),
        ),
        ...(isSingle
          ? []
          : [
              figure(texts.kappa, measureText(overall.kappa, texts)),
              figure(texts.alpha, measureText(overall.alpha, texts)),
            ]),
        figure(fill(texts.compared, compared.length), compared.map(({ atopid }) => atopid).join(', ')),
      ),
      ...(isSingle ? [element('p', { class: 'quiet' }, texts.single)] : []),
      element(
        'div',
        { class: 'columns' },
        // Of one alliance the answers are of interest, of many the figures.
        ...(isSingle
          ? [this.#disagreements(message), this.#questions(message)]
          : [this.#questions(message), this.#disagreements(message)]),
      ),
    ];
  }

  #questions(message: AgreementMessage): HTMLElement {
    return element(
      'section',
      { class: 'questions' },
      element('h2', {}, message.texts.questions),
      questionTable(message, this.#question, question => this.#narrow(question)),
      element('p', { class: 'quiet' }, leftOutText(message)),
    );
  }

  #disagreements({ texts, agreement }: AgreementMessage): HTMLElement {
    const question = this.#question;
    const found = agreement.disagreements.filter(
      disagreement => question === undefined || disagreement.question === question,
    );
    const section = element('section', {}, element('h2', {}, `${texts.disagreements} (${found.length})`));
    if (question !== undefined) {
      section.append(
        element(
          'p',
          {},
          fill(texts.onQuestion, question),
          ' ',
          button(texts.all, 'secondary', () => this.#narrow(undefined)),
        ),
      );
    }
    section.append(
      found.length === 0
        ? element('p', {}, texts.noDisagreements)
        : element(
            'ul',
            { class: 'disagreements' },
            ...found.slice(0, this.#shown).map(one => this.#item(one, texts)),
          ),
    );
    const hidden = found.length - this.#shown;
    if (hidden > 0) {
      section.append(
        button(fill(texts.more, Math.min(hidden, shownAtOnce)), 'secondary', () => {
          this.#shown += shownAtOnce;
          if (this.#message) this.#render(this.#message);
        }),
      );
    }
    return section;
  }

  #item(disagreement: Disagreement, texts: AgreementTexts): HTMLElement {
    const { atopid, question, label, kind, a, b } = disagreement;
    const heading = button(`${atopid} · ${question} ${label}`, 'link', () =>
      this.#send({ type: 'compare', a: a.file, b: b.file, question }),
    );
    return element(
      'li',
      { 'data-kind': kind },
      element('div', {}, heading, ' ', element('span', { class: 'quiet' }, texts.kinds[kind])),
      this.#answer('A', a, question, texts),
      this.#answer('B', b, question, texts),
    );
  }

  #answer(
    coder: string,
    { file, answer }: CodersAnswer,
    question: number,
    texts: AgreementTexts,
  ): HTMLElement {
    const open = button(coder, 'link coder', () => this.#send({ type: 'open', uri: file, question }));
    open.setAttribute('aria-label', fill(texts.open, coder));
    open.title = fill(texts.open, coder);
    return element(
      'div',
      { class: 'answer' },
      open,
      element('span', answer === '' ? { class: 'quiet' } : {}, answer === '' ? texts.noAnswer : answer),
    );
  }

  /** A click on the question that is shown alone brings back all. */
  #narrow(question: number | undefined): void {
    this.#question = question === this.#question ? undefined : question;
    this.#shown = shownAtOnce;
    if (this.#message) this.#render(this.#message);
  }
}

function leftOutText({ texts, agreement }: AgreementMessage): string {
  const byReason = new Map<string, number[]>();
  for (const { question, reason } of agreement.leftOut) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), question]);
  }
  const parts = [...byReason].map(([reason, numbers]) => `${numbers.join(', ')} (${reason})`);
  return parts.length === 0 ? '' : fill(texts.leftOut, parts.join('; '));
}

function notCompared({ texts, agreement, paths }: AgreementMessage): HTMLElement[] {
  const pathOf = (uri: string) => paths[uri] ?? uri;
  const lines = [
    ...agreement.onlyA.map(({ atopid, file }) => fill(texts.onlyA, atopid ?? '', pathOf(file))),
    ...agreement.onlyB.map(({ atopid, file }) => fill(texts.onlyB, atopid ?? '', pathOf(file))),
    ...agreement.duplicates.map(({ atopid, files }) =>
      fill(texts.duplicate, atopid, files.map(pathOf).join(', ')),
    ),
    ...agreement.withoutId.map(file => fill(texts.withoutId, pathOf(file))),
    ...agreement.unreadable.map(file => fill(texts.unreadable, pathOf(file))),
  ];
  if (lines.length === 0) return [];
  return [
    element(
      'section',
      { class: 'not-compared' },
      element('h2', {}, `${texts.notCompared} (${lines.length})`),
      element('ul', {}, ...lines.map(line => element('li', {}, line))),
    ),
  ];
}

function button(text: string, kind: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, text);
  made.addEventListener('click', run);
  return made;
}

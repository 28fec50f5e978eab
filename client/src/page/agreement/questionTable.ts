import type { AgreementMessage } from '../../comparison/messages';
import type { AgreementTexts } from '../../comparison/texts';
import type { AgreementMeasures, QuestionAgreement } from '../../protocol';
import { element } from '../elements';
import { measureText, percentText } from './figures';

const columns = ['pairs', 'agreed', 'percent', 'kappa', 'alpha', 'givenByOne', 'unclear'] as const;
type Column = (typeof columns)[number];

/**
 * The figures of each question.
 *
 * @param selected The question whose disagreements are shown alone.
 */
export function questionTable(
  message: AgreementMessage,
  selected: number | undefined,
  select: (question: number) => void,
): HTMLElement {
  const { texts } = message;
  const shown = columnsOf(message);
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, texts.columns.question),
        ...shown.map(column => element('th', { scope: 'col', class: 'number' }, texts.columns[column])),
      ),
    ),
    element(
      'tbody',
      {},
      ...message.agreement.questions.map(question => {
        const name = element(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-key': `question-${question.question}`,
            'aria-pressed': String(question.question === selected),
          },
          `${question.question} ${question.label}`,
        );
        name.addEventListener('click', () => select(question.question));
        return element(
          'tr',
          { class: question.question === selected ? 'selected' : undefined },
          element('th', { scope: 'row' }, name),
          ...shown.map(column => cell(question, column, texts)),
        );
      }),
    ),
  );
}

/** The table for a spreadsheet: columns parted by tabs. */
export function tableText(message: AgreementMessage): string {
  const { texts, agreement } = message;
  const head = [texts.columns.question, '', ...columns.map(column => texts.columns[column])];
  const rows = agreement.questions.map(question => [
    String(question.question),
    question.label,
    ...columns.map(column => numberOf(question, column)),
  ]);
  const all = ['', '', ...columns.map(column => numberOf(agreement.overall, column))];
  return [head, ...rows, all].map(row => row.join('\t')).join('\n');
}

function numberOf(measures: AgreementMeasures & Partial<QuestionAgreement>, column: Column): string {
  const value =
    column === 'kappa' || column === 'alpha' ? measures[column].value : (measures[column] ?? null);
  return value === null ? '' : String(value);
}

/** Of one alliance alone there is no coefficient by question; what is nowhere the case is left out. */
function columnsOf({ agreement }: AgreementMessage): readonly Column[] {
  const isSingle = agreement.compared.length === 1;
  return columns.filter(column => {
    if (column === 'kappa' || column === 'alpha') return !isSingle;
    return column !== 'unclear' || agreement.questions.some(({ unclear }) => unclear > 0);
  });
}

function cell(question: QuestionAgreement, column: Column, texts: AgreementTexts): HTMLElement {
  switch (column) {
    case 'percent': {
      const made = element(
        'td',
        { class: 'number percent' },
        element('span', {}, percentText(question.percent)),
      );
      if (question.percent !== null) {
        const bar = element('i');
        bar.style.width = `${100 * question.percent}%`;
        made.prepend(element('span', { class: 'bar' }, bar));
      }
      return made;
    }
    case 'kappa':
    case 'alpha': {
      const measure = question[column];
      return element(
        'td',
        { class: measure.value === null ? 'number quiet' : 'number' },
        measureText(measure, texts),
      );
    }
    default:
      return element(
        'td',
        { class: question[column] === 0 ? 'number quiet' : 'number' },
        String(question[column]),
      );
  }
}

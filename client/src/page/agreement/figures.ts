import type { AgreementTexts } from '../../comparison/texts';
import type { AgreementMeasure } from '../../protocol';
import { element } from '../elements';

/** `88.9 %`; a dash where there is nothing to count. */
export function percentText(percent: number | null): string {
  return percent === null ? '–' : `${(100 * percent).toFixed(1)} %`;
}

/** Three places, or why there is no value. */
export function measureText({ value, reason }: AgreementMeasure, texts: AgreementTexts): string {
  if (value !== null) return value.toFixed(3);
  return reason === 'no-pairs' ? texts.noPairs : texts.noVariation;
}

/** One number with its name, and what it comes from. */
export function figure(name: string, value: string, note?: string): HTMLElement {
  return element(
    'div',
    { class: 'figure' },
    element('span', { class: 'quiet' }, name),
    element('b', {}, value),
    ...(note === undefined ? [] : [element('span', { class: 'quiet' }, note)]),
  );
}

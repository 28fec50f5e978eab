import { fromIso, writtenDay } from '../answers';
import type { MembershipSpell, State } from '../reference';
import { escapeMarkdown } from './markdown';

/** The days on which the Correlates of War list of states begins and ends. */
export const LIST_BEGINS = '1816-01-01';
export const LIST_ENDS = '2016-12-31';

/** `1996-01-17` as `January 17, 1996`. */
export function writtenIso(iso: string): string {
  return writtenDay(fromIso(iso));
}

/** `370 Belarus`, as a coder writes it. */
export function stateLabel(state: State): string {
  return `${state.code} ${state.name}`;
}

/** `1859–1915, since 1934`. */
export function spellYears(state: State): string {
  return state.spells
    .map(({ from, to }) => (to ? `${year(from)}–${year(to)}` : `since ${year(from)}`))
    .join(', ');
}

function year(iso: string): number {
  return fromIso(iso).year;
}

/** A state as Markdown paragraphs: code, name, abbreviation, spells of membership and other names. */
export function stateParagraphs(state: State): readonly string[] {
  return [
    `**${escapeMarkdown(stateLabel(state))}** (${state.abbreviation})`,
    `In the COW system of states: ${state.spells.map(spellInWords).join('; ')}.`,
    otherNames(state),
  ];
}

/** `August 25, 1991 – end of the list (December 31, 2016)`. */
function spellInWords({ from, to }: MembershipSpell): string {
  const end = to === undefined ? `end of the list (${writtenIso(LIST_ENDS)})` : writtenIso(to);
  return `${writtenIso(from)} – ${end}`;
}

function otherNames(state: State): string {
  return state.otherNames.length === 0 ? '' : `Other names: ${escapeMarkdown(state.otherNames.join('; '))}.`;
}

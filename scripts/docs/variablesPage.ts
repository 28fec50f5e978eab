import { derivations, type Derivation } from '../../server/src/dataset';
import { memberVariables, variableByName } from '../../server/src/instrument';

const LEAD = `# The variables of the dataset

<!-- Written by \`npm run docs\` from the declarations in server/src/dataset/derivations: change those. -->

\`atop-sheets export\` gives one row a sheet, with the variables of ATOP’s alliance-level data under their own names and in their own order. This page says, for each, which questions it is read from, what leads to which value, and when it stays blank.

**Nothing is guessed.** What the text of a sheet settles is filled. What takes a coder’s judgement stays blank and is listed, with the reason, in the report beside the dataset. Some blanks are right as they are, such as the third member of two; the report leaves them out.

For all variables alike:

- A question that is not answered, or stands in the sheet twice with different answers, settles nothing.
- \`NA\`, \`None\` and \`Unknown\` are no answer to a question of Yes or No.
- \`No?\`, \`No, but …\`, \`Yes (implied)\` and the like are in doubt, and settle nothing.
- Published sheets often answer Yes by a description alone. It counts as Yes where it denies and doubts nothing; what stands in quotation marks is the treaty’s and does not count.
- Where ATOP publishes several codes for a Yes, the codebook tells them apart, and a coder has to.

Of several signature dates the earliest is the beginning of the alliance where the sheet shows that the others came after it: the data date a multilateral alliance by its first signature, however many states joined later. Of a bilateral treaty that two states signed on different days, only what both days have in common is taken.

Members are in the sheet’s order. For the alliance whose sheet and data the project has, 4765, it is that of the published data.

ATOP’s data, version 4, close with the year 2016. An alliance whose sheet gives a later end is left to a coder, unless \`--closes\` says which is the last day of your dataset: a later end then counts as still in effect.
`;

/** The page of all variables, in Markdown. */
export function variablesPage(): string {
  const rows = derivations.filter(({ variable }) => !memberVariables.slice(1).includes(variable)).map(rowOf);
  return `${LEAD}
| Variable | Meaning | Questions | Value | Stays blank |
| --- | --- | --- | --- | --- |
${rows.join('')}
The codes of a variable that are not explained here are in the codebook of the ATOP project, <http://www.atopdata.org>.
`;
}

function rowOf({ variable, questions, how, staysBlank }: Derivation): string {
  const isMember = variable === memberVariables[0];
  const name = isMember ? `\`${variable}\` to \`${memberVariables.at(-1) ?? ''}\`` : `\`${variable}\``;
  const meaning = isMember ? 'the members of the alliance' : (variableByName(variable)?.meaning ?? '');
  const value = isMember ? how.replace('entry 1 of the list', 'each entry of the list') : how;
  const cells = [name, meaning, questions.join(', '), value, staysBlank];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

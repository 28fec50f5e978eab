import strings from '../../package.nls.json';
import { rules } from '../../server/src/rules';

const SEVERITIES = ['default', 'error', 'warning', 'information', 'hint', 'off'];

/** The JSON schema of `atop-sheets.json`: VS Code completes and checks the file by it. */
export function projectFileSchema(): string {
  const texts: Readonly<Record<string, string>> = strings;
  const textOf = (key: string): string => plain(texts[key] ?? '');
  const severities = Object.fromEntries(
    rules.map(({ id, severity }) => {
      const described = SEVERITIES.map(value => (value === 'default' ? `default.${severity}` : value));
      const setting = {
        enum: SEVERITIES,
        default: 'default',
        description: textOf(`setting.severity.${id}`),
        enumDescriptions: described.map(value => textOf(`severity.${value}`)),
      };
      return [id, setting] as const;
    }),
  );
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The project file of ATOP Coding Sheets',
    description: 'What holds for the sheets in the folder of this file and below it.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      severity: {
        type: 'object',
        description: 'Severities by rule; a rule that is not named keeps its own.',
        properties: severities,
        additionalProperties: false,
      },
      optionalQuestions: {
        type: 'array',
        description: textOf('setting.optionalQuestions'),
        items: { type: 'integer', minimum: 1, maximum: 61 },
        uniqueItems: true,
      },
      ignore: {
        type: 'array',
        description: 'Sheets that are left out, in the patterns of a .gitignore, relative to this folder.',
        items: { type: 'string', minLength: 1 },
      },
    },
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Descriptions are plain text here. */
function plain(markdown: string): string {
  return markdown.replace(/[*`]/g, '');
}

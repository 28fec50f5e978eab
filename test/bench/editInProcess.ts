import { getLanguageService as getJsonService } from 'vscode-json-languageservice';
import { getLanguageService as getYamlService } from 'yaml-language-server';
import { createSheetLanguageService } from '../../server/src/service';
import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { endsOfAnswers, jsonSheet, TypedDocument, typedJson, typedSeed, yamlSheet } from './sheet';

const ATOP = 'sheet';
const JSON_PEER = 'vscode-json-languageservice';
const YAML_PEER = 'yaml-language-server';

/** One edit to its diagnostics in this process: the text's update, parsing, and all checks. */
export async function editInProcess(isQuick: boolean): Promise<Row[]> {
  const service = createSheetLanguageService({ rulesUri: 'atop-rules:/' });
  const sheet = typedSeed();

  const jsonService = getJsonService({});
  jsonService.configure({
    validate: true,
    schemas: [{ uri: 'memory:/sheet', fileMatch: ['*.json'], schema: jsonSheet().schema }],
  });
  const jsonDocument = typedJson();

  const yaml = yamlSheet();
  const yamlService = getYamlService({
    schemaRequestService: () => Promise.reject(new Error('The schema is given.')),
    workspaceContext: { resolveRelativePath: path => path },
  });
  yamlService.configure({
    validate: true,
    schemas: [{ uri: 'memory:/sheet', fileMatch: ['*.yaml'], schema: yaml.schema }],
  });
  const yamlDocument = new TypedDocument('file:///4765.yaml', 'yaml', yaml.text, endsOfAnswers(yaml));

  const times = await compete(
    [
      {
        name: ATOP,
        run() {
          sheet.type();
          return service.diagnostics(sheet.document);
        },
      },
      {
        name: JSON_PEER,
        run() {
          jsonDocument.type();
          const { document } = jsonDocument;
          return jsonService.doValidation(document, jsonService.parseJSONDocument(document));
        },
      },
      {
        name: YAML_PEER,
        run() {
          yamlDocument.type();
          return yamlService.doValidation(yamlDocument.document, false);
        },
      },
    ],
    isQuick ? { rounds: 20, turns: 12, warmUp: 40 } : { rounds: 200, turns: 24, warmUp: 300 },
  );
  return [JSON_PEER, YAML_PEER].map(peer => ({
    what: 'one edit to its diagnostics, in process',
    beside: `${peer}, equal content`,
    measured: micros(spreadOf(times.get(ATOP) ?? [])),
    other: micros(spreadOf(times.get(peer) ?? [])),
    ratio: ratioOf(times, ATOP, peer),
    budget: peer === JSON_PEER ? 0.5 : undefined,
  }));
}

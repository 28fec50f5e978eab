import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The layers of the server, lowest first. A layer may import from itself and from those below it,
 * and from nothing else under server/src: a file that is in no layer belongs to the connection,
 * the command line or another host, which may import everything.
 */
const layers = [
  ['instrument', 'reference'],
  ['syntax'],
  ['answers'],
  ['rules', 'features'],
  ['workspace', 'dataset', 'import', 'configuration'],
  ['service.ts'],
];

const layerZones = layers.map((layer, index) => ({
  target: layer.map(part => `./server/src/${part}`),
  from: './server/src',
  except: layers.slice(0, index + 1).flatMap(allowed => allowed.map(part => `./${part}`)),
  message: 'Imports go one way: see the layers in eslint.config.mjs.',
}));

/** Client and server only meet in the protocol; each can be replaced without the other. */
const sideZones = [
  {
    target: './client/src',
    from: './server/src',
    message: 'The client talks to the server, it does not import it.',
  },
  { target: './server/src', from: './client/src', message: 'The server knows no client.' },
  { target: ['./client/src', './server/src'], from: './test', message: 'Tests are not shipped.' },
];

/** The pure part runs in a browser's worker and in tests alike: no VS Code, no connection, no Node. */
const pureFiles = layers
  .flat()
  .map(part => (part.endsWith('.ts') ? `server/src/${part}` : `server/src/${part}/**/*.ts`));

const pureImports = {
  paths: ['vscode', 'vscode-languageserver', 'vscode-languageclient', ...builtinModules].map(name => ({
    name,
    message: 'The pure service has no connection, no file system and no VS Code.',
  })),
  patterns: [
    {
      group: [
        'node:*',
        'vscode-languageserver/*',
        'vscode-languageclient/*',
        'vscode-languageserver-protocol',
      ],
      message: 'The pure service has no connection, no file system and no VS Code.',
    },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', '.vscode-test/', 'coverage/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `() => close()` reads as what it does; that close() returns nothing is no reason for braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An underscore says that a place has to be filled and is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A number has one way to be written into a text, unlike an object or undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-self-import': 'error',
      'import-x/no-useless-path-segments': ['error', { noUselessIndex: true }],
      'import-x/no-restricted-paths': ['error', { zones: [...layerZones, ...sideZones] }],
    },
  },
  {
    files: pureFiles,
    rules: { 'no-restricted-imports': ['error', pureImports] },
  },
  {
    // What ships reads texts of any length: each pattern takes time in proportion to the text.
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      // A test that meets undefined where it expects a value shall fail there, with that line in its trace.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The test hosts and scripts tell the person who runs them what they do.
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  {
    files: ['**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
  },
);

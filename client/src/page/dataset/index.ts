/** The page of the dataset panel. */
import './dataset.css';
import { readHostMessage, type PageMessage, type SetupMessage } from '../../panel/messages';
import { readState } from '../../panel/pageState';
import { DatasetPage } from './datasetPage';

const vscode = acquireVsCodeApi();
const send = (message: PageMessage) => vscode.postMessage(message);
let page: DatasetPage | undefined;

function start({ texts, locale, sections }: SetupMessage): DatasetPage {
  document.documentElement.lang = locale;
  return new DatasetPage(document.body, { texts, locale, sections }, readState(vscode.getState()), {
    send,
    keep: state => vscode.setState(state),
  });
}

window.addEventListener('message', event => {
  const message = readHostMessage(event.data);
  if (message?.type === 'setup') page = start(message);
  else if (message?.type === 'sheets') page?.show(message);
});
send({ type: 'ready' });

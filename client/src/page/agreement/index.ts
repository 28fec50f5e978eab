/** The page of the agreement between two coders. */
import './agreement.css';
import { readAgreementMessage, type AgreementPageMessage } from '../../comparison/messages';
import { AgreementPage } from './agreementPage';

const vscode = acquireVsCodeApi();
const send = (message: AgreementPageMessage) => vscode.postMessage(message);
const page = new AgreementPage(document.body, send);

window.addEventListener('message', event => {
  const message = readAgreementMessage(event.data);
  if (!message) return;
  document.documentElement.lang = message.locale;
  vscode.setState(message.compared);
  page.show(message);
});
send({ type: 'ready' });

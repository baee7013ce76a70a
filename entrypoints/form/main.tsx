import { render } from 'preact';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { openFormPage } from '../../src/panel/form-page.tsx';

const { ask, t, main } = await openExtensionPage();
document.title = t('formName');
const FormPage = await openFormPage({ ask, t, ticket: location.hash.slice(1) });
render(<FormPage />, main);

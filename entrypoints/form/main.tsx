import { render } from 'preact';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { openFormPage } from '../../src/panel/form-page.tsx';
import { createFormSight } from '../../src/panel/form-sight.ts';

const { ask, t, main } = await openExtensionPage();
document.title = t('formName');
const ticket = location.hash.slice(1);
const lifetime = new AbortController().signal;
const sight = createFormSight({ ask, t, ticket, isInPage: window !== window.top, lifetime });
const FormPage = await openFormPage({ ask, t, ticket, sight });
render(<FormPage />, main);

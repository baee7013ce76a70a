import { render } from 'preact';
import { createForm } from '../../src/panel/form-view.tsx';
import { ownPage } from '../status/own-page.ts';

const { ask, say, main } = ownPage();
document.title = say('formName');
const Form = createForm(ask, location.hash.slice(1), say);
render(<Form />, main);

// React 18 hydrates the whole document, some time after the page has loaded.
{
  const h = (...args) => React.createElement(...args);
  const head = () =>
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('title', null, 'Hydrated as a whole'),
      h('script', { src: '/awkward.js' }),
      h('script', { src: '/hydrated.js' }),
    );
  const main = () =>
    h(
      'main',
      null,
      h('h1', null, 'Hydrated as a whole'),
      h('p', null, h('input', { id: 'note', 'aria-label': 'Note' })),
      h('button', { type: 'button', id: 'approve' }, 'Approve order'),
    );
  const Page = () => {
    React.useEffect(() => {
      awkward.isHydrated = true;
    }, []);
    return h('html', { lang: 'en' }, head(), h('body', null, main()));
  };
  awkward.errors = [];
  console.error = (...words) => awkward.errors.push(words.join(' '));
  const hydrate = async () => {
    await import('/react.js');
    await import('/react-dom.js');
    const onRecoverableError = (error) => awkward.errors.push(String(error));
    ReactDOM.hydrateRoot(document, h(Page), { onRecoverableError });
  };
  window.addEventListener('load', () => setTimeout(hydrate, 2000));
}

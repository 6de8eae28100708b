/** The door. A plain page: it must open fast on any machine, and say in words why it stays shut. */
import { LANGUAGES, language, preferredLanguage, t, useLanguage } from '../parts/i18n.js';

const form = document.querySelector('form');
const notice = form.querySelector('.notice');

function paint() {
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  document.title = `${t('login.title')} · ${t('app.name')}`;
  const other = LANGUAGES.find((code) => code !== language());
  const button = document.querySelector('.door-language');
  button.textContent = t('app.otherLanguage');
  button.lang = other;
  button.onclick = () => useLanguage(other).then(paint);
}

/** Only a path of our own: an address from elsewhere must not be able to send people away. */
function target() {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return next.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
}

const token = () => document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);

async function enter(event) {
  event.preventDefault();
  const button = form.querySelector('.primary');
  button.disabled = true;
  notice.hidden = true;
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  if (token()) headers['X-XSRF-TOKEN'] = decodeURIComponent(token());
  const response = await fetch('/login', { method: 'POST', headers, body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
  if (response?.ok) return location.replace(target());
  notice.textContent = t(!response ? 'state.unreachableText' : response.status === 401 ? 'login.wrong' : 'state.failedText');
  notice.hidden = false;
  button.disabled = false;
  form.querySelector('#password').select();
  return undefined;
}

form.addEventListener('submit', enter);
await useLanguage(preferredLanguage());
paint();

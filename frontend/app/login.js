/** The door. A plain page: it must open fast on any machine, and say in words why it stays shut. */
import { LANGUAGES, language, preferredLanguage, t, useLanguage } from '../parts/i18n.js';
import { problemWords } from '../parts/problem-words.js';
import { ApiProblem, getJson, send, signIn } from './api.js';
import { ownAddress } from './own-address.js';

const enterForm = document.querySelector('#enter');
const changeForm = document.querySelector('#change');
const MIN_LENGTH = 10;
const target = () => ownAddress(new URLSearchParams(location.search).get('next'), location.origin);

function paint() {
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t, { min: MIN_LENGTH });
  document.title = `${t('login.title')} · ${t('app.name')}`;
  const other = LANGUAGES.find((code) => code !== language());
  const button = document.querySelector('.door-language');
  button.textContent = t('app.otherLanguage');
  button.lang = other;
  button.onclick = () => useLanguage(other).then(paint);
}

function say(form, text) {
  const notice = form.querySelector('.notice');
  notice.textContent = text;
  notice.hidden = !text;
}

/** Runs what a form does; while it runs the button rests, and what is refused is said above the fields. */
async function run(form, work) {
  const button = form.querySelector('.primary');
  button.disabled = true;
  say(form, '');
  try {
    await work(Object.fromEntries(new FormData(form)));
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    say(form, problemWords(problem).text);
  } finally {
    button.disabled = false;
  }
}

async function enter({ username, password }) {
  await signIn(username, password);
  const me = await getJson('/api/v1/me');
  if (me.mustChangePassword) showChange(username, password);
  else location.replace(target());
}

/** A one-time password opens only this: choosing one's own. */
function showChange(username, present) {
  enterForm.hidden = true;
  changeForm.hidden = false;
  changeForm.querySelector('[name=username]').value = username;
  changeForm.querySelector('[name=present]').value = present;
  changeForm.querySelector('[name=wanted]').focus();
}

async function change({ username, present, wanted, repeated }) {
  if (wanted !== repeated) return say(changeForm, t('login.different'));
  await send('POST', '/api/v1/me/password', { present, wanted });
  await signIn(username, wanted);
  location.replace(target());
  return undefined;
}

for (const [form, work] of [
  [enterForm, enter],
  [changeForm, change],
]) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(form, work);
  });
  form.querySelector('.primary').disabled = false; // sent before this script is here, a form would be answered with bare JSON
}
await useLanguage(preferredLanguage());
paint();

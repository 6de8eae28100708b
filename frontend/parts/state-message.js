/** The designed answers to "nothing to show yet": loading, empty, refused, unreachable. */
import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { problemWords } from './problem-words.js';

export const loading = (label = t('state.loading')) =>
  html`<div class="empty" role="status">
    <div class="bone bone-line"></div>
    <div class="bone bone-line short"></div>
    <p class="small dim">${label}</p>
  </div>`;

export const empty = ({ name = 'info', title, text, action = nothing }) =>
  html`<div class="empty">
    ${icon(name, 40)}
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`;

/** What went wrong in the server's own words; "try again" where that may help. */
export function refused(problem, retry) {
  const { title, text } = problemWords(problem);
  return html`<div class="empty" role="alert">
    ${icon(problem.unreachable ? 'offline' : 'warning', 40)}
    <h2>${title}</h2>
    <p>${text}</p>
    ${retry ? html`<button type="button" class="btn" @click=${retry}>${t('action.retry')}</button>` : nothing}
  </div>`;
}

export function problemNotice(problem) {
  const { title, text } = problemWords(problem);
  return html`<div class="notice error" role="alert">
    ${icon('warning')}
    <div>
      <b>${title}</b>
      <div>${text}</div>
    </div>
  </div>`;
}

/** One of the above, or what `ready` draws, by the resource's state. */
export function resolved(resource, ready) {
  if (resource.value !== undefined) return ready(resource.value);
  return resource.problem ? refused(resource.problem, () => resource.refresh()) : loading();
}

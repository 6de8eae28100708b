import { html, nothing } from 'lit';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';

/** Asks mayors and police posts about all the visits of a list at once, one after the other, and stops at the first refusal. */
class AskMany extends Part {
  static properties = { visits: { attribute: false }, done: { state: true }, total: { state: true }, problem: { state: true } };

  get askable() {
    return this.visits.filter((visit) => visit.allowedActions.includes('ask'));
  }

  async ask() {
    const all = this.askable;
    this.querySelector('dialog').close();
    this.problem = undefined;
    this.total = all.length;
    for (this.done = 0; this.done < all.length; this.done++) {
      const visit = all[this.done];
      try {
        await send('POST', `/api/v1/visits/${encodeURIComponent(visit.id)}/actions/ask`, { version: visit.version });
      } catch (problem) {
        this.problem = problem;
        break;
      }
    }
    this.total = undefined;
    this.say('asked');
  }

  render() {
    const n = this.askable.length;
    if (this.total) return html`<p class="small" role="status">${t('askMany.progress', { done: this.done, total: this.total })}</p>`;
    return html`${this.problem ? problemNotice(this.problem) : nothing}
    ${
      n > 1
        ? html`<button class="btn" @click=${() => this.querySelector('dialog').showModal()}>${tn('askMany.open', n)}</button>`
        : nothing
    }
      <dialog aria-labelledby="ask-many-title">
        <div class="dialog-body">
          <h2 id="ask-many-title">${tn('askMany.open', n)}</h2>
          <p>${t('askMany.text')}</p>
          <div class="dialog-foot">
            <button class="btn" @click=${() => this.querySelector('dialog').close()}>${t('action.cancel')}</button
            ><button class="btn primary" @click=${this.ask}>${t('visitAction.ask')}</button>
          </div>
        </div>
      </dialog>`;
  }
}

customElements.define('ask-many', AskMany);

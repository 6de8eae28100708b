import { html, nothing } from 'lit';
import { kilometresEntered } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { countsText, kilometresOf, photosOf, sentBackOf, servedOf, sha256 } from './report.js';

/** Shows what is about to be signed, once more and in big figures. Says `signed` with the seal, or `dismissed`. */
class SignCount extends Part {
  static properties = { draft: { attribute: false }, account: { attribute: false } };

  firstUpdated() {
    const dialog = this.querySelector('dialog');
    dialog.addEventListener('close', () => this.say('dismissed'));
    dialog.showModal();
  }

  async sign() {
    if (this.sealed) return; // a second tap
    this.sealed = true;
    const at = this.draft.finishedAt ?? new Date().toISOString();
    const hash = await sha256(countsText(this.draft));
    this.say('signed', { at, signature: { account: this.account, ...(hash ? { sha256: hash } : {}) } });
  }

  /** Entered on another day than it was held: when it ended nobody but paper knows. */
  get late() {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());
    return !this.draft.finishedAt && !this.draft.arrivedAt && this.draft.date < today;
  }

  render() {
    const { draft } = this;
    const km = kilometresOf(draft);
    return html`<dialog aria-label=${t('field.signTitle')}>
      <div class="dialog-head"><h2>${t('field.signTitle')}</h2></div>
      <div class="dialog-body">
        <p class="sign-figures">
          <b>${tn('field.servedCount', servedOf(draft))}</b><b>${tn('field.sentBackCount', sentBackOf(draft))}</b>
        </p>
        <p>${tn('field.photosCount', photosOf(draft))} · ${km ? kilometresEntered(km) : t('field.noKilometres')}</p>
        ${this.late ? html`<p class="notice warn">${t('field.typeTheEnd')}</p>` : nothing}
        ${servedOf(draft) ? nothing : html`<p class="notice warn">${t('field.nobodyServed')}</p>`}
        <p class="small dim">${t('field.signText', { name: this.account })}</p>
        <div class="dialog-foot">
          <button class="btn" @click=${() => this.querySelector('dialog').close()}>${t('action.cancel')}</button>
          <button class="btn visit-primary" ?disabled=${this.late} @click=${this.sign}>${t('field.sign')}</button>
        </div>
      </div>
    </dialog>`;
  }
}

customElements.define('sign-count', SignCount);

import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { addresses } from '../store.js';

/** Where one partner of a UAT gets mail; an empty field takes the address away. */
class AddressField extends Part {
  static properties = { siruta: { attribute: false }, partner: { attribute: false }, problem: { state: true }, saved: { state: true } };

  constructor() {
    super();
    addresses.usedBy(this);
  }

  willUpdate(changes) {
    if (changes.has('siruta')) this.saved = false;
  }

  async save(event) {
    event.preventDefault();
    this.problem = undefined;
    this.saved = false;
    const email = new FormData(event.target).get('email');
    try {
      await send('PUT', `/api/v1/partners/${this.siruta}/${this.partner}`, { email });
      this.saved = true;
    } catch (problem) {
      this.problem = problem;
    }
    addresses.refresh();
  }

  render() {
    const known = addresses.value?.find((a) => a.siruta === this.siruta && a.partner === this.partner)?.email ?? '';
    return html`<form class="partner-link" @submit=${this.save}>
        <input
          class="input"
          type="email"
          name="email"
          maxlength="200"
          aria-label=${t('partner.email')}
          placeholder=${t('partner.email')}
          .value=${known}
        />
        <button class="btn">${t(this.saved ? 'partner.emailSaved' : 'partner.emailSave')}</button>
      </form>
      ${this.problem ? problemNotice(this.problem) : nothing}`;
  }
}

customElements.define('address-field', AddressField);

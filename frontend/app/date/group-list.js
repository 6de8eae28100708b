import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';

const PATH = '/api/v1/group-list';

/** For administrators: where the working group hears of partners who do not answer. */
class GroupList extends Part {
  static properties = { known: { state: true }, problem: { state: true }, saved: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.problem = undefined;
    try {
      this.known = await getJson(PATH);
    } catch (problem) {
      this.problem = problem;
    }
  }

  async save(event) {
    event.preventDefault();
    const email = new FormData(event.target).get('email').trim();
    this.problem = undefined;
    this.saved = false;
    try {
      this.known = await send('PUT', PATH, { email, version: this.known.version });
      this.saved = true;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card block" aria-label=${t('groupList.title')}>
      <h2>${t('groupList.title')}</h2>
      ${this.problem && this.known ? problemNotice(this.problem) : nothing}
      ${this.known ? this.renderKnown(this.known) : this.problem ? refused(this.problem, () => this.load()) : loading()}
    </section>`;
  }

  renderKnown({ email, fromSetting, history }) {
    return html`<p class="small dim">${t('groupList.text')}</p>
      <form class="partner-link" novalidate @submit=${this.save}>
        <input class="input" type="email" name="email" maxlength="200" aria-label=${t('groupList.email')} placeholder=${t('groupList.email')} .value=${email ?? ''} />
        <button class="btn">${t(this.saved ? 'partner.emailSaved' : 'partner.emailSave')}</button>
      </form>
      ${fromSetting ? html`<p class="small dim">${t(email ? 'groupList.fromSetting' : 'groupList.nobody')}</p>` : nothing}
      ${
        history.length
          ? html`<ol class="history">
              ${history.map((said) => html`<li><b>${said.email || t('groupList.none')}</b><small class="dim">${instant(said.at)} · ${said.by}</small></li>`)}
            </ol>`
          : nothing
      }`;
  }
}

customElements.define('group-list', GroupList);

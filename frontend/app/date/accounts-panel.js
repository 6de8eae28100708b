import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { accounts, county, me } from '../store.js';

const ROLES = ['PLANNER', 'VIEWER', 'FIELD', 'ADMIN'];

/** For administrators: who may come in, as what. A new account's password is shown here once and nowhere again. */
class AccountsPanel extends Part {
  static properties = { problem: { state: true }, issued: { state: true } };

  constructor() {
    super();
    accounts.usedBy(this);
    me.usedBy(this);
    county.usedBy(this);
  }

  async run(work) {
    this.problem = undefined;
    this.issued = undefined;
    try {
      this.issued = await work();
    } catch (problem) {
      this.problem = problem;
    }
    accounts.refresh();
  }

  async add(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = new FormData(form);
    await this.run(() => send('POST', '/api/v1/accounts', { name: wanted.get('name').trim(), roles: [wanted.get('role')] }));
    if (!this.problem) form.reset();
  }

  address(name) {
    return `/api/v1/accounts/${encodeURIComponent(name)}`;
  }

  render() {
    return html`<section class="card block" aria-label=${t('accounts.title')}>
      <h2>${t('accounts.title')}</h2>
      <p class="small dim">${t('accounts.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${
        this.issued
          ? html`<div class="notice" role="status">
              ${icon('user')}
              <div>
                <b>${t('accounts.oneTime', { name: this.issued.name })}</b>
                <div><code class="one-time">${this.issued.oneTimePassword}</code></div>
              </div>
            </div>`
          : nothing
      }
      ${resolved(
        accounts,
        (list) =>
          html`<ul class="account-list">
            ${list.map((a) => this.renderAccount(a))}
          </ul>`,
      )}
      <form class="account-form" @submit=${this.add}>
        <div class="field">
          <label for="account-name">${t('accounts.name')}</label
          ><input
            class="input"
            id="account-name"
            name="name"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
          />
        </div>
        <div class="field">
          <label for="account-role">${t('accounts.role')}</label
          ><select class="input" id="account-role" name="role">
            ${ROLES.map((r) => html`<option value=${r}>${t(`role.${r}`)}</option>`)}
          </select>
        </div>
        <button class="btn primary">${t('accounts.add')}</button>
      </form>
    </section>`;
  }

  /** With which station a team goes out: its day is what Teren opens with. */
  renderStation(account) {
    const stations = county.value?.stations ?? [];
    if (!account.roles.includes('FIELD') || stations.length < 2) return nothing;
    const known = stations.some((station) => station.id === account.station);
    return html`<select
      class="input"
      aria-label=${t('accounts.station', { name: account.name })}
      @change=${(event) => this.run(() => send('PUT', `${this.address(account.name)}/station`, { station: event.target.value }))}
    >
      <option value="" ?selected=${!account.station}>${t('accounts.anyStation')}</option>
      ${account.station && !known ? html`<option value=${account.station} selected>${account.station}</option>` : nothing}
      ${stations.map((station) => html`<option value=${station.id} ?selected=${station.id === account.station}>${station.name}</option>`)}
    </select>`;
  }

  renderAccount(account) {
    const notes = [
      ...account.roles.map((r) => t(`role.${r}`)),
      ...(account.demo ? [t('accounts.demo')] : []),
      ...(account.passwordExpired ? [t('accounts.waiting')] : []),
    ];
    return html`<li>
      <span class="grow"><b>${account.name}</b><span class="small dim">${notes.join(' · ')}</span></span> ${this.renderStation(account)} ${
        account.name === me.value?.name
          ? nothing
          : html`<button
                class="btn quiet"
                aria-label=${t('accounts.reset', { name: account.name })}
                @click=${() => this.run(() => send('POST', `${this.address(account.name)}/password-reset`))}
              >
                ${t('accounts.newPassword')}
              </button>
              <button
                class="btn icon quiet"
                aria-label=${t('accounts.delete', { name: account.name })}
                title=${t('accounts.delete', { name: account.name })}
                @click=${() => this.run(() => send('DELETE', this.address(account.name)))}
              >
                ${icon('trash', 17)}
              </button>`
      }
    </li>`;
  }
}

customElements.define('accounts-panel', AccountsPanel);

import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { ApiProblem, send } from '../api.js';
import { officeKeys, offices } from '../store.js';

/** For administrators: the offices' public keys, registered by a fingerprint that is read over the phone. */
class KeysPanel extends Part {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    offices.usedBy(this);
    officeKeys.usedBy(this);
  }

  async run(work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem instanceof ApiProblem ? problem : new ApiProblem({ status: 400, title: t('keys.notJson') });
    }
    officeKeys.refresh();
  }

  async add(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = new FormData(form);
    await this.run(() =>
      send('POST', `/api/v1/sync/offices/${encodeURIComponent(wanted.get('office'))}/keys`, {
        ...pick(JSON.parse(wanted.get('jwk'))),
        fingerprint: wanted.get('fingerprint'),
        validFrom: moment(wanted.get('validFrom')),
      }),
    );
    if (!this.problem) form.reset();
  }

  revoke(event, key) {
    event.preventDefault();
    const from = moment(new FormData(event.target).get('from'));
    this.run(() =>
      send('POST', `/api/v1/sync/offices/${encodeURIComponent(key.office)}/keys/${encodeURIComponent(key.kid)}/revoke`, { from }),
    );
  }

  render() {
    return html`<section class="card block" aria-label=${t('keys.title')}>
      <h2>${t('keys.title')}</h2>
      <p class="small dim">${t('keys.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${resolved(
        officeKeys,
        (list) =>
          html`<ul class="office-list">
            ${list.map((k) => this.renderKey(k))}
          </ul>`,
      )}
      <form class="keys-form" @submit=${this.add}>
        <div class="field">
          <label for="key-office">${t('keys.office')}</label
          ><select class="input" id="key-office" name="office">
            ${(offices.value ?? []).map((o) => html`<option value=${o.office}>${o.name}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="key-jwk">${t('keys.jwk')}</label
          ><textarea class="input" id="key-jwk" name="jwk" rows="3" required spellcheck="false"></textarea>
        </div>
        <div class="field">
          <label for="key-fingerprint">${t('keys.fingerprint')}</label
          ><input class="input" id="key-fingerprint" name="fingerprint" required autocomplete="off" spellcheck="false" />
        </div>
        <div class="field">
          <label for="key-from">${t('keys.from')}</label
          ><input class="input" id="key-from" name="validFrom" type="datetime-local" />
        </div>
        <button class="btn primary">${t('keys.add')}</button>
      </form>
    </section>`;
  }

  renderKey(key) {
    return html`<li>
      <div class="row center">
        <b>${key.kid}</b
        >${key.revokedFrom ? html`<span class="small dim">${t('keys.revoked', { when: instant(key.revokedFrom) })}</span>` : nothing}
        ${mayStillSign(key) ? this.renderRevoke(key) : nothing}
      </div>
      <p class="small dim">
        ${key.office} · <code>${key.fingerprint}</code> · ${t('keys.since', { when: instant(key.validFrom), by: key.registeredBy })} ·
        ${key.lastUsedAt ? t('keys.lastUsed', { when: instant(key.lastUsedAt) }) : t('keys.neverUsed')}
      </p>
    </li>`;
  }

  renderRevoke(key) {
    return html`<form class="row" @submit=${(e) => this.revoke(e, key)}>
      <label class="visually-hidden" for="revoke-${key.kid}">${t('keys.revokeFrom')}</label>
      <input class="input" id="revoke-${key.kid}" name="from" type="datetime-local" title=${t('keys.revokeFrom')} />
      <button class="btn">${t('keys.revoke')}</button>
    </form>`;
  }
}

/** A planned end can be brought forward: a key may be stolen before. */
const mayStillSign = (key) => !key.revokedFrom || Date.parse(key.revokedFrom) > Date.now();

/** What a date-and-time field says, as an instant; undefined where it is empty: now. */
const moment = (text) => (text ? new Date(text).toISOString() : undefined);

/** The public parts only: a pasted secret stays in the page. */
const pick = ({ kty, crv, x, kid, office }) => ({ kty, crv, x, kid, office });

customElements.define('keys-panel', KeysPanel);

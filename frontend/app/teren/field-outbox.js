import { html, nothing } from 'lit';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemWords } from '../../parts/problem-words.js';
import { outbox } from './field-store.js';
import { REFUSED, SENT, WAITING } from './outbox.js';
import { ago } from './when.js';

const TICK_MILLIS = 30_000;

/** What has left the phone and what has not, how old it is, and why it waits. */
class FieldOutbox extends Part {
  static properties = { account: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.forget = outbox.onChange(() => this.requestUpdate());
    this.tick = setInterval(() => this.requestUpdate(), TICK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
    clearInterval(this.tick);
  }

  render() {
    const mine = outbox.items.filter((item) => item.account === this.account);
    const others = outbox.items.filter((item) => item.account !== this.account && item.state !== SENT);
    if (!mine.length && !others.length) return nothing;
    const waiting = mine.filter((item) => item.state === WAITING).length;
    return html`<section class="outbox" aria-label=${t('field.outbox')}>
      <div class="row center">
        <h3>${t('field.outbox')}</h3>
        ${
          waiting
            ? html`<button class="btn" ?disabled=${outbox.sending} @click=${() => outbox.sync()}>
                ${t(outbox.sending ? 'field.sending' : 'field.sendNow')}
              </button>`
            : nothing
        }
      </div>
      ${this.renderTrouble()}
      <ul>
        ${[...mine].reverse().map((item) => this.renderItem(item))}
      </ul>
      ${this.renderOthers(others)}
    </section>`;
  }

  renderTrouble() {
    if (!outbox.trouble || !outbox.waiting().length) return nothing;
    if (outbox.trouble === 'signed-out')
      return html`<p class="notice warn">
        <span class="grow">${t('field.trouble.signed-out', { name: this.account })}</span
        ><a class="btn primary" href="/login?next=${encodeURIComponent(location.pathname + location.search)}">${t('action.signIn')}</a>
      </p>`;
    return html`<p class="notice warn">${t(`field.trouble.${outbox.trouble}`)}</p>`;
  }

  renderItem(item) {
    return html`<li>
      <span class="grow"
        ><b>${item.label}</b> · ${t(item.complete ? 'field.complete' : 'field.setOffOnly')}
        <span class="small dim">${t(`field.item.${item.state}`)}, ${ago(item.sentAt ?? item.createdAt)}</span>
        ${
          item.state === REFUSED
            ? html`<span class="small alarm-text"
                >${problemWords(item.problem).title}. ${problemWords(item.problem).text}</span
              >`
            : nothing
        }</span
      >
      ${
        item.state === REFUSED
          ? html`<button class="btn" @click=${() => outbox.again(item.id)}>${t('action.retry')}</button
              ><button class="btn danger" @click=${() => this.drop(item)}>${t('field.drop')}</button>`
          : nothing
      }
    </li>`;
  }

  drop(item) {
    if (window.confirm(t('field.dropSure', { place: item.label }))) outbox.drop(item.id);
  }

  renderOthers(others) {
    const names = [...new Set(others.map((item) => item.account))].join(', ');
    return others.length ? html`<p class="small dim">${tn('field.others', others.length, { names })}</p>` : nothing;
  }
}

customElements.define('field-outbox', FieldOutbox);

import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { board, outbox } from '../store.js';
import { DAYS_UNTIL_RAISED } from './board-facts.js';
import './to-tell.js';

const SHOWN = 30;
const STATES = ['waiting', 'sending', 'sent', 'uncertain', 'failed', 'dropped'];
/** What a person has to decide. */
const DECIDED_BY_HAND = ['uncertain', 'failed'];

/** The mail to partners: whether it leaves, what became of each, and what somebody has to decide. */
class MailPanel extends Part {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    outbox.usedBy(this);
    board.usedBy(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (outbox.value) outbox.refresh();
  }

  async decide(mail, action) {
    this.problem = undefined;
    try {
      outbox.put(await send('POST', `/api/v1/mail/${mail.id}/actions/${action}`));
    } catch (problem) {
      this.problem = problem;
      outbox.refresh();
    }
  }

  render() {
    return html`<aside class="card visit-panel" aria-label=${t('mail.title')}>
      <h2>${t('mail.title')}</h2>
      <to-tell></to-tell>
      ${this.problem ? problemNotice(this.problem) : nothing} ${resolved(outbox, (value) => this.renderBox(value))}
    </aside>`;
  }

  renderBox(box) {
    const urgent = box.mails.filter((m) => DECIDED_BY_HAND.includes(m.state));
    const others = box.mails.filter((m) => !urgent.includes(m));
    return html`${box.on ? nothing : html`<p class="dim">${t('mail.off')}</p>`}
      ${
        box.trouble
          ? html`<div class="notice error" role="alert">
              ${icon('warning')}
              <div><b>${t('mail.trouble')}</b><div>${box.trouble}</div></div>
            </div>`
          : nothing
      }
      ${box.on ? html`<p class="small dim">${box.group ? t('mail.group', { n: DAYS_UNTIL_RAISED, list: box.group }) : t('mail.groupOff')}</p>` : nothing}
      <div class="chips">
        ${STATES.filter((s) => box.sizes[s]).map((s) => html`<span class="chip">${t(`mailState.${s}`)} <b>${box.sizes[s]}</b></span>`)}
      </div>
      ${box.on && !box.mails.length ? html`<p class="dim">${t('mail.none')}</p>` : nothing}
      ${urgent.length ? html`<p>${tn('mail.urgent', urgent.length)}</p>` : nothing}
      <ol class="history">
        ${[...urgent, ...others].slice(0, SHOWN).map((mail) => this.renderMail(mail))}
      </ol>`;
  }

  renderMail(mail) {
    const visit = board.value?.visits.find((v) => v.id === mail.visit);
    return html`<li>
      <b>${t(`mailKind.${mail.kind}`)} · ${t(`partner.${mail.partner}`)} ${visit?.locality ?? ''}</b>
      <small class="dim">${mail.recipient} · ${t(`mailState.${mail.state}`)}, ${instant(mail.sentAt ?? mail.createdAt)}</small>
      ${mail.error ? html`<p class="small">${mail.error}</p>` : nothing}
      ${
        DECIDED_BY_HAND.includes(mail.state)
          ? html`<div class="chips">
              <button class="btn" @click=${() => this.decide(mail, 'send-again')}>${t('mail.sendAgain')}</button
              ><button class="btn" @click=${() => this.decide(mail, 'settle')}>${t('mail.settle')}</button>
            </div>`
          : nothing
      }
    </li>`;
  }
}

customElements.define('mail-panel', MailPanel);

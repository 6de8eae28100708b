import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import { DAYS_UNTIL_RAISED, daysWaiting, isRaised, partnerState } from '../coordonare/board-facts.js';
import { go } from '../route.js';
import { board } from '../store.js';

const PARTNERS = ['mayor', 'police'];
const silentOf = (visit) => PARTNERS.filter((partner) => ['open', 'expired'].includes(partnerState(visit, partner)));

/** Partners whom a letter and a reminder have not moved: the group decides who speaks with them. Says `to-decide` with a subject. */
class SilentPartners extends Part {
  static properties = { planner: { attribute: false } };

  constructor() {
    super();
    board.usedBy(this);
  }

  render() {
    return html`<section class="card block" aria-label=${t('silent.title')}>
      <h2>${t('silent.title')}</h2>
      ${resolved(board, ({ visits, today }) => this.renderList(visits.filter((visit) => isRaised(visit, today)), today))}
    </section>`;
  }

  renderList(visits, today) {
    if (!visits.length) return html`<p class="dim">${t('silent.none', { n: DAYS_UNTIL_RAISED })}</p>`;
    const longestFirst = [...visits].sort((a, b) => daysWaiting(b, today) - daysWaiting(a, today));
    return html`<p class="small dim">${t('silent.text', { n: DAYS_UNTIL_RAISED })}</p>
      <ul class="office-list">
        ${longestFirst.map((visit) => this.renderVisit(visit, today))}
      </ul>`;
  }

  renderVisit(visit, today) {
    const who = silentOf(visit)
      .map((partner) => t(`silent.${partner}`))
      .join(', ');
    const subject = t('silent.subject', { who, place: visit.locality, date: dayMedium(visit.date) });
    return html`<li>
      <div class="row center">
        <button class="link" @click=${() => go({ workspace: 'coordonare', view: undefined, visit: visit.id, state: 'raised' })}>${visit.locality}</button>
        <span class="small dim">${who} · ${tn('board.waiting', daysWaiting(visit, today))} · ${t('silent.visit', { date: dayMedium(visit.date) })}</span>
        ${this.planner ? html`<button class="btn" @click=${() => this.say('to-decide', subject)}>${t('silent.decide')}</button>` : nothing}
      </div>
    </li>`;
  }
}

customElements.define('silent-partners', SilentPartners);

import { html } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import { go } from '../route.js';
import { board, complaints } from '../store.js';

/** For planners: what people complained about, in their words; each is a task in the list of decisions. */
class ComplaintList extends Part {
  constructor() {
    super();
    complaints.usedBy(this);
    board.usedBy(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (complaints.value) complaints.refresh();
  }

  render() {
    return html`<section class="card block" aria-label=${t('quality.complaints')}>
      <h2>${t('quality.complaints')}</h2>
      <p class="small dim">${t('quality.complaintsText')}</p>
      ${resolved(complaints, (list) => (list.length ? this.renderList(list) : html`<p class="dim">${t('quality.noComplaints')}</p>`))}
    </section>`;
  }

  renderList(list) {
    return html`<ol class="history">
        ${list.map((c) => {
          const visit = board.value?.visits.find((v) => v.id === c.visit);
          return html`<li>
            <p>${c.words}</p>
            <small class="dim">
              ${visit ? `${visit.locality}, ${dayMedium(visit.date)} · ` : ''}${t(`quality.channel.${c.channel}`)} · ${instant(c.receivedAt)}
            </small>
          </li>`;
        })}
      </ol>
      <div><button class="btn" @click=${() => go({ view: 'grup', show: undefined })}>${t('quality.toDecisions')}</button></div>`;
  }
}

customElements.define('complaint-list', ComplaintList);

import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { language, t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import './address-field.js';
import './room-field.js';
import './to-tell.js';
import { HEAPS, partnerState } from './board-facts.js';

const PARTNERS = ['mayor', 'police'];
const IN_HAND = ['asked', 'confirmed-by-mayor', 'confirmed-by-police', 'confirmed', 'declined', 'moved', 'announced', 'under-way'];

/** What mayor and police said, and how a planner reaches them or writes down what they said on the telephone. */
class PartnerRows extends Part {
  static properties = {
    whole: { attribute: false },
    planner: { attribute: false },
    busy: { attribute: false },
    copied: { state: true },
  };

  async copy(partner, link) {
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    this.copied = partner;
  }

  render() {
    const states = Object.fromEntries((this.whole.partners ?? []).map((asked) => [asked.partner, asked.state]));
    const declinedBy = this.whole.state === 'declined' ? this.whole.history?.at(-1)?.partner : undefined;
    const visit = { ...this.whole, ...states, declinedBy };
    return html`<section class="partners" aria-label=${t('partner.title')}>
      ${PARTNERS.map((partner) => this.renderPartner(visit, partner))}
    </section>`;
  }

  renderPartner(visit, partner) {
    const state = partnerState(visit, partner);
    const asked = (visit.partners ?? []).find((p) => p.partner === partner);
    return html`<div class="partner">
      <div class="row center">
        <h3>${t(`partner.${partner}`)}</h3>
        <span class="partner-mark ${state}">${t(`partnerState.${state}`)}</span>
      </div>
      ${partner === 'mayor' && visit.room && asked ? this.renderRoom(visit) : asked?.contact ? html`<p>${t('partner.contact', { contact: asked.contact })}</p>` : nothing}
      ${asked && ['open', 'expired'].includes(state) ? this.renderAsked(asked) : nothing}
      ${this.planner ? html`<to-tell .visit=${visit.id} .partner=${partner}></to-tell>` : nothing}
      ${this.planner ? this.renderTools(visit, partner, state) : nothing}
      ${this.planner ? html`<address-field .siruta=${visit.uatSiruta} .partner=${partner}></address-field>` : nothing}
    </div>`;
  }

  /** Named for a visit that citizens come to, until it is over; afterwards only read. */
  renderRoom(visit) {
    const open = this.planner && visit.kind !== 'HOME' && IN_HAND.includes(visit.state);
    const posters = visit.state === 'announced' ? `/public/visits/${encodeURIComponent(visit.id)}/poster.pdf?paper=a4` : undefined;
    return html`<room-field .room=${visit.room} .planner=${open} .busy=${this.busy} .posters=${posters}></room-field>`;
  }

  renderAsked(asked) {
    return html`<p class="small dim">
      ${t('partner.asked', { when: instant(asked.askedAt), date: dayMedium(asked.date), until: instant(asked.expiresAt) })}
    </p>`;
  }

  renderTools(visit, partner, state) {
    if (!HEAPS.waiting.includes(visit.state) || state === 'agreed') return nothing;
    const link = visit.links?.[partner];
    const said = (action, words, kind = '') =>
      html`<button
        class="btn ${kind}"
        ?disabled=${this.busy}
        @click=${() => this.say('partner-said', { partner, action })}
      >
        ${t(words)}
      </button>`;
    return html`${
        link
          ? html`<div class="partner-link">
              <input class="input" readonly aria-label=${t('partner.link')} .value=${link} @focus=${(e) => e.target.select()} />
              <button class="btn" @click=${() => this.copy(partner, link)}>
                ${t(this.copied === partner ? 'partner.copied' : 'partner.copy')}
              </button>
            </div>`
          : nothing
      }
      <div class="chips">
        ${said('confirm', 'partner.saidYes')} ${said('decline', 'partner.saidNo')}
        ${link ? html`<a class="btn" href=${`/api/v1/visits/${encodeURIComponent(visit.id)}/letters/${partner}.pdf?lang=${language()}`} download>${t('partner.letter')}</a>` : nothing}
        <button class="btn quiet" ?disabled=${this.busy} @click=${() => this.say('link-wanted', { partner })}>
          ${t('partner.renew')}
        </button>
      </div>`;
  }
}

customElements.define('partner-rows', PartnerRows);

import { html, nothing } from 'lit';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';

/** Whether citizens can take numbers for a visit, and how many are out. */
class SlotsField extends Part {
  static properties = { visit: { attribute: false }, list: { state: true }, problem: { state: true }, busy: { state: true } };

  willUpdate(changes) {
    if (changes.has('visit')) this.read(this.visit);
  }

  get path() {
    return `/api/v1/visits/${encodeURIComponent(this.visit)}/slots`;
  }

  async read(visit) {
    this.list = undefined;
    await this.take(() => getJson(this.path), visit);
  }

  async take(work, visit = this.visit) {
    this.busy = true;
    this.problem = undefined;
    try {
      const list = await work();
      if (visit === this.visit) this.list = list;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  offer(event) {
    event.preventDefault();
    const places = Number(new FormData(event.target).get('places'));
    this.take(() => send('PUT', this.path, { places }));
  }

  render() {
    if (!this.list) return this.problem ? problemNotice(this.problem) : nothing;
    const { slots, suggestedPlaces } = this.list;
    const sum = (key) => slots.reduce((all, slot) => all + slot[key], 0);
    return html`<section class="visit-steps" aria-label=${t('slots.title')}>
      <h3>${t('slots.title')}</h3>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${
        slots.length
          ? html`<p>${tn('slots.state', sum('places'), { taken: sum('taken') })}</p>
              <button class="btn" ?disabled=${this.busy} @click=${() => this.take(() => send('DELETE', this.path))}>${t('slots.withdraw')}</button>`
          : html`<p class="small dim">${t('slots.off')}</p>
              <form class="partner-link" @submit=${(e) => this.offer(e)}>
                <input
                  class="input"
                  type="number"
                  name="places"
                  min="1"
                  max="50"
                  required
                  aria-label=${t('slots.places')}
                  title=${t('slots.places')}
                  .value=${String(suggestedPlaces)}
                />
                <button class="btn" ?disabled=${this.busy}>${t('slots.offer')}</button>
              </form>`
      }
    </section>`;
  }
}

customElements.define('slots-field', SlotsField);

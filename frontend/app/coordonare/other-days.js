import { html, nothing } from 'lit';
import { clock, dayShort } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { getJson } from '../api.js';

const SHOWN = 4;

/** The planner's best other days for a visit, as buttons; says `day-chosen` with `{date, start}`. Silent where no plan knows the visit. */
class OtherDays extends Part {
  static properties = { visit: { attribute: false }, days: { state: true } };

  willUpdate(changes) {
    if (changes.has('visit')) this.read(this.visit);
  }

  async read({ id, visit, station }) {
    this.days = [];
    const plan = id.slice(0, -visit.length - 1);
    try {
      const found = await getJson(`/api/v1/plans/${encodeURIComponent(plan)}/visits/${encodeURIComponent(visit)}/alternatives`);
      if (id === this.visit.id) this.days = found.alternatives.filter((day) => day.station === station).slice(0, SHOWN);
    } catch {
      // a suggestion only: the form works without
    }
  }

  render() {
    if (!this.days.length) return nothing;
    return html`<p class="small dim">${t('visitPanel.otherDays')}</p>
      <div class="chips">
        ${this.days.map(
          ({ date, start }) =>
            html`<button type="button" class="chip" @click=${() => this.say('day-chosen', { date, start })}>
              ${dayShort(date)}, ${clock(start)}
            </button>`,
        )}
      </div>`;
  }
}

customElements.define('other-days', OtherDays);

import { html, nothing } from 'lit';
import { integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { getJson } from '../api.js';

const MILLIS_BETWEEN_LOOKS = 2_000;

/** For planners: a place's cases by age and sex. `stamp` is whatever changes when the place's figures do. */
class CoveragePersons extends Part {
  static properties = {
    siruta: { attribute: false },
    category: { attribute: false },
    at: { attribute: false },
    known: { attribute: false },
    stamp: { attribute: false },
    rows: { state: true },
    problem: { state: true },
  };

  willUpdate(changes) {
    if (changes.has('siruta') || changes.has('category') || changes.has('at') || changes.has('known')) {
      this.rows = undefined;
      this.read();
    } else if (changes.has('stamp')) this.readSoon();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  /** Many batches, one look. */
  readSoon() {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.read();
    }, MILLIS_BETWEEN_LOOKS);
  }

  async read() {
    const query = new URLSearchParams({ siruta: this.siruta });
    if (this.category) query.set('category', this.category);
    if (this.at) query.set('at', this.at);
    if (this.at && this.known) query.set('known', this.known);
    const asked = query.toString();
    this.asked = asked;
    try {
      const { rows } = await getJson(`/api/v1/coverage/persons?${asked}`);
      if (asked !== this.asked) return;
      this.rows = rows;
      this.problem = undefined;
    } catch (problem) {
      if (asked === this.asked) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return problemNotice(this.problem);
    if (!this.rows?.length) return nothing;
    const cells = (r) => ['opened', 'resolved', 'open'].map((key) => html`<td class="n">${integer(r[key])}</td>`);
    return html`<hr class="rule" />
      <h3>${t('persons.title')}</h3>
      <table class="data persons">
        <thead>
          <tr>
            <th scope="col"><span>${t('persons.age')}</span></th>
            <th scope="col"><span>${t('persons.sex')}</span></th>
            ${['opened', 'resolved', 'open'].map((key) => html`<th scope="col" class="n"><span>${t(`coverage.${key}`)}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map(
            (r) =>
              html`<tr>
                <td>${r.ageBand || t('persons.unknown')}</td>
                <td>${r.sex ? t(`persons.sex.${r.sex}`) : t('persons.unknown')}</td>
                ${cells(r)}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

customElements.define('coverage-persons', CoveragePersons);

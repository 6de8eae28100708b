import { html, nothing } from 'lit';
import { decimal, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { lessons } from '../store.js';

const share = ({ mean, low, high }) => `${percent(mean)} (${percent(low)}–${percent(high)})`;

/** What the visits that were held have taught, and whether the plan about to be made listens. */
class LearningNote extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    lessons.usedBy(this);
  }

  async flip(event) {
    const inUse = event.target.checked;
    this.busy = true;
    this.problem = undefined;
    try {
      lessons.put(await send('PUT', '/api/v1/field/lessons', { inUse }));
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  render() {
    const taught = lessons.value;
    if (!taught) return nothing;
    if (!taught.visits) return html`<p class="small dim">${t('lessons.none')}</p>`;
    return html`<section class="lessons" aria-label=${t('lessons.title')}>
      <label class="check"
        ><input type="checkbox" ?checked=${taught.inUse} .checked=${taught.inUse} ?disabled=${this.busy} @change=${this.flip} /><span
          >${tn('lessons.use', taught.visits)}</span
        ></label
      >
      ${this.renderSentence(taught)} ${this.problem ? problemNotice(this.problem) : nothing}
      <details>
        <summary class="small">${t('lessons.all')}</summary>
        ${this.renderTable(taught.groups)} ${this.renderBacktest(taught)}
      </details>
    </section>`;
  }

  /** Of the kind of place that most visits were at. */
  renderSentence({ groups, fewestVisits }) {
    const [most] = [...groups].sort((a, b) => b.visits - a.visits);
    if (!most) return nothing;
    const where = { place: t(`siteKind.${most.place}`), kind: t(`kind.${most.kind}`) };
    return html`<p class="small">
      ${tn('lessons.most', most.visits, where)}
      ${t('lessons.figures', { served: share(most.served) })}
      ${most.minutes.visits ? t('lessons.lengths', { minutes: share(most.minutes) }) : nothing}
      ${groups.some((group) => !group.used) ? tn('lessons.fewest', fewestVisits) : nothing}
    </p>`;
  }

  renderTable(groups) {
    return html`<table class="small lessons-table">
      <thead>
        <tr>
          <th scope="col">${t('lessons.where')}</th>
          <th scope="col">${t('lessons.visits')}</th>
          <th scope="col">${t('lessons.served')}</th>
          <th scope="col">${t('lessons.noShows')}</th>
          <th scope="col">${t('lessons.minutes')}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          (group) =>
            html`<tr>
              <th scope="row">${t(`siteKind.${group.place}`)}, ${t(`kind.${group.kind}`)}</th>
              <td>${group.visits}</td>
              <td>${share(group.served)}</td>
              <td>${percent(Math.max(0, 1 - group.came.mean))}</td>
              <td>${group.minutes.visits ? share(group.minutes) : t('lessons.notTimed')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  renderBacktest({ months, backtest }) {
    if (!months.length) return html`<p class="small dim">${t('lessons.oneMonth')}</p>`;
    return html`<p class="small dim">
      ${t('lessons.backtest', {
        learnt: decimal(backtest.learntError),
        assumed: decimal(backtest.assumedError),
        within: percent(backtest.within),
      })}
    </p>`;
  }
}

customElements.define('learning-note', LearningNote);

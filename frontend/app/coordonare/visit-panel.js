import { html, nothing } from 'lit';
import { clock, dayFull, dayMedium, duration, instant, personsText } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { changed, go, href, route } from '../route.js';
import { board, isPlanner, me, notices } from '../store.js';
import { announceBy, happened, passed, placeOf } from './board-facts.js';
import './other-days.js';
import './partner-rows.js';
import './slots-field.js';
import './visit-outcome.js';

/** What wants no more words than a button; the others open a form. */
const AT_ONCE = ['ask', 'announce', 'start', 'finish', 'hand-over', 'close'];
const WITH_FORM = ['move', 'cancel'];
/** Citizens know: whoever changes it then says why. */
const TOLD = ['announced', 'under-way'];

const HELD = ['done', 'handover', 'closed'];

/** One visit: where it stands, what can be done now, what the partners said, how it came to this. */
class VisitPanel extends Part {
  static properties = {
    visit: { attribute: false },
    whole: { state: true },
    problem: { state: true },
    form: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    me.usedBy(this);
    board.usedBy(this);
  }

  willUpdate(changes) {
    if (!changes.has('visit')) return;
    this.whole = undefined;
    this.form = undefined;
    this.load();
  }

  /** Opened from the list with the keyboard: it goes on here, not after the last row. */
  updated(changes) {
    if (changes.has('whole') && this.whole && document.activeElement?.matches('.visit-row:focus-visible')) this.focusBeginning();
  }

  get path() {
    return `/api/v1/visits/${encodeURIComponent(this.visit)}`;
  }

  async load() {
    const asked = this.visit;
    this.problem = undefined;
    try {
      const whole = await getJson(this.path);
      if (asked === this.visit) this.whole = whole;
    } catch (problem) {
      if (asked === this.visit) this.problem = problem;
    }
  }

  async act(action, body = {}) {
    await this.post(`${this.path}/actions/${action}`, { version: this.whole.version, ...body });
  }

  async post(path, body, method = 'POST') {
    this.busy = true;
    this.problem = undefined;
    try {
      this.whole = await send(method, path, body);
      this.form = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.say('visit-changed');
  }

  submit(event) {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(event.target));
    const body = { reason: data.reason || undefined };
    if (this.form === 'move') {
      const [hours, minutes] = data.start.split(':').map(Number);
      Object.assign(body, { date: data.date, start: hours * 3600 + minutes * 60 });
    }
    this.act(this.form, body);
  }

  fill({ date, start }) {
    this.querySelector('#move-date').value = date;
    this.querySelector('#move-start').value = clock(start);
  }

  render() {
    if (!this.whole)
      return html`<aside class="card visit-panel">
        ${this.problem ? refused(this.problem, () => this.load()) : loading()}
      </aside>`;
    const visit = this.whole;
    return html`<aside class="card visit-panel" aria-label=${t('visitPanel.label')}>
      ${this.renderHead(visit)} ${this.problem ? problemNotice(this.problem) : nothing} ${this.renderFacts(visit)}
      ${HELD.includes(visit.state) ? html`<visit-outcome .visit=${visit.id}></visit-outcome>` : nothing}
      ${this.renderWarnings(visit)} ${this.renderSteps(visit)}
      <partner-rows
        .whole=${visit}
        .planner=${isPlanner()}
        .busy=${this.busy}
        @partner-said=${(e) => this.act(e.detail.action, { partner: e.detail.partner })}
        @room-told=${() => this.post(`${this.path}/room/announcement`, { version: this.whole.room.version })}
        @room-said=${(e) => this.post(`${this.path}/room`, e.detail, 'PUT')}
        @notice-told=${() => this.reload()}
        @link-wanted=${(e) => this.post(`${this.path}/links/${e.detail.partner}`)}
      ></partner-rows>
      ${TOLD.includes(visit.state) && visit.kind !== 'HOME' ? this.renderCitizens(visit) : nothing} ${this.renderHistory(visit)}
    </aside>`;
  }

  renderHead(visit) {
    const back = { visit: undefined };
    return html`<div class="visit-head">
      <a
        class="btn quiet back"
        href=${href(changed(route(), back))}
        @click=${(e) => {
          e.preventDefault();
          go(back);
        }}
        >${icon('left', 18)} ${t('visitPanel.back')}</a
      >
      <div class="row center">
        <h2>${visit.locality}</h2>
        <span class="chip state-chip ${visit.state}">${t(`state.${visit.state}`)}</span>
      </div>
      <p class="dim">${t('visitPanel.uat', { uat: visit.uat })}</p>
    </div>`;
  }

  renderFacts(visit) {
    const fact = (key, value) =>
      html`<div>
        <dt>${t(`visitPanel.${key}`)}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl class="facts">
      ${fact('date', html`<b>${dayFull(visit.date)}</b>, ${clock(visit.start)}–${clock(visit.end)}`)}
      ${fact('place', placeOf(visit))} ${fact('kind', t(`kind.${visit.kind}`))}
      ${fact('persons', personsText(visit.persons))}
      ${announceBy(visit) && !this.isTooLate(visit) ? fact('announceBy', dayMedium(announceBy(visit))) : nothing}
    </dl>`;
  }

  isTooLate(visit) {
    return announceBy(visit) < board.value?.today;
  }

  /** What would end badly if nobody saw it in time. */
  renderWarnings(visit) {
    const place = (v) => `${v.locality} (${clock(v.start)}–${clock(v.end)})`;
    const clashes = (visit.clashes ?? []).filter((v) => v.drivingSeconds === undefined).map(place);
    const far = (visit.clashes ?? []).filter((v) => v.drivingSeconds !== undefined);
    const late = board.value && passed(visit, board.value.today);
    const warning = (words) => html`<div class="notice warn" role="status">${icon('warning')}<div>${words}</div></div>`;
    return html`${clashes.length ? warning(t('visitPanel.clash', { places: clashes.join(', ') })) : nothing}
    ${far.map((v) => warning(t('visitPanel.tooFar', { place: place(v), between: duration(v.betweenSeconds), driving: duration(v.drivingSeconds) })))}
    ${this.isTooLate(visit) && !late ? warning(t('visitPanel.tooLate')) : nothing}
    ${late ? warning(t(`visitPanel.${late}`)) : nothing}`;
  }

  renderSteps(visit) {
    const now = visit.allowedActions;
    if (!now.length) return html`<p class="dim">${t('visitPanel.nothing')}</p>`;
    const button = (action, kind, act) =>
      html`<button class="btn ${kind}" ?disabled=${this.busy} @click=${act}>${t(`visitAction.${action}`)}</button>`;
    return html`<section class="visit-steps" aria-label=${t('visitPanel.steps')}>
      <div class="chips">
        ${AT_ONCE.filter((a) => now.includes(a)).map((a, i) => button(a, i ? '' : 'primary', () => this.act(a)))}
        ${WITH_FORM.filter((a) => now.includes(a)).map((a) =>
          button(a, a === 'cancel' ? 'danger' : '', () => {
            this.form = this.form === a ? undefined : a;
          }),
        )}
      </div>
      ${this.form && now.includes(this.form) ? this.renderForm(visit) : nothing}
    </section>`;
  }

  renderForm(visit) {
    const move = this.form === 'move';
    const must = TOLD.includes(visit.state);
    return html`<form class="visit-form" @submit=${this.submit}>
      ${
        move
          ? html`<other-days .visit=${visit} @day-chosen=${(e) => this.fill(e.detail)}></other-days>
            <div class="field-pair">
              <div class="field">
                <label for="move-date">${t('visitPanel.newDate')}</label
                ><input class="input" id="move-date" name="date" type="date" required value=${visit.date} />
              </div>
              <div class="field">
                <label for="move-start">${t('visitPanel.newStart')}</label
                ><input class="input" id="move-start" name="start" type="time" required value=${clock(visit.start)} />
              </div>
            </div>`
          : nothing
      }
      <div class="field">
        <label for="step-reason">${t(must ? 'visitPanel.reasonMust' : 'visitPanel.reason')}</label
        ><input class="input" id="step-reason" name="reason" maxlength="500" ?required=${must} />
      </div>
      <button class="btn ${move ? 'primary' : 'danger'}" ?disabled=${this.busy}>
        ${t(move ? 'visitPanel.moveNow' : 'visitPanel.cancelNow')}
      </button>
    </form>`;
  }

  /** What is hung up, read aloud and put online. */
  renderCitizens(visit) {
    const page = `/public/visits/${encodeURIComponent(visit.id)}`;
    return html`<section class="visit-steps" aria-label=${t('citizens.title')}>
      <h3>${t('citizens.title')}</h3>
      <div class="chips">
        <a class="btn" href=${`${page}/poster.pdf?paper=a4`} download>${t('citizens.posterA4')}</a
        ><a class="btn" href=${`${page}/poster.pdf?paper=a3`} download>${t('citizens.posterA3')}</a
        ><a class="btn" href=${page} target="_blank" rel="noopener">${t('citizens.page')}</a>
      </div>
    </section>
    ${isPlanner() ? html`<slots-field .visit=${visit.id}></slots-field>` : nothing}`;
  }

  renderHistory(visit) {
    const history = happened(visit);
    if (!history.length) return nothing;
    return html`<section aria-label=${t('visitPanel.history')}>
      <h3>${t('visitPanel.history')}</h3>
      <ol class="history">
        ${[...history].reverse().map((line) => html`<li>${this.renderLine(line)}</li>`)}
      </ol>
    </section>`;
  }

  renderLine(line) {
    if (line.kind) return this.renderToldPartner(line);
    if (line.room !== undefined)
      return html`<b>${t('room.told')}</b>
        <small class="dim">${instant(line.at)} · ${line.by}</small>
        <p>${line.room || t('room.plansOwn')} · ${t('room.forDate', { date: dayMedium(line.date) })}</p>`;
    return html`<b>${t(`visitStep.${line.action}`)}${line.partner ? html` · ${t(`partner.${line.partner}`)}` : nothing}</b>
      <small class="dim">${instant(line.at)}${line.by ? html` · ${line.by}` : nothing}</small>
      ${line.fromDate === line.toDate ? nothing : html`<p>${dayMedium(line.fromDate)} → ${dayMedium(line.toDate)}</p>`}
      ${line.reason ? html`<p>${line.reason}</p>` : nothing}`;
  }

  /** By telephone or on paper; who pressed by mistake takes it back as long as there is something to tell. */
  renderToldPartner(line) {
    return html`<b>${t('toTell.was')} · ${t(`partner.${line.partner}`)}</b>
      <small class="dim">${instant(line.at)} · ${line.by}</small>
      <p>${t(`mailKind.${line.kind}`)}</p>
      ${line.holds ? html`<button class="btn quiet" ?disabled=${this.busy} @click=${() => this.takeBack(line)}>${t('toTell.takeBack')}</button>` : nothing}`;
  }

  async takeBack(line) {
    this.busy = true;
    this.problem = undefined;
    try {
      notices.put(await send('POST', `/api/v1/partner-notices/${encodeURIComponent(line.id)}/untold`));
    } catch (problem) {
      this.problem = problem;
    }
    await this.reload();
    this.busy = false;
    board.refresh();
  }

  /** What was told or taken back stands in the history; a failure leaves what is shown. */
  async reload() {
    const asked = this.visit;
    const whole = await getJson(this.path).catch(() => undefined);
    if (whole && asked === this.visit) this.whole = whole;
  }
}

customElements.define('visit-panel', VisitPanel);

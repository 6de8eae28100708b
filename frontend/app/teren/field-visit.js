import { html, nothing } from 'lit';
import { clock, duration, kilometres, personsText } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemWords } from '../../parts/problem-words.js';
import { agreed, drafts, outbox } from './field-store.js';
import { REFUSED, SENT } from './outbox.js';
import { bodyOf, cameOf, correctionOf, newDraft, saidOf, sentBackOf, servedOf, stageOf, startBodyOf, uuid } from './report.js';
import { ago, clockOf, skewText } from './when.js';
import './field-count.js';
import './sign-count.js';

/** A number that can be called, in what the partner wrote. */
const PHONE = /\+?\d[\d .\-/]{7,}\d/;

/** Mayor and police have both said yes. */
const AGREED = ['confirmed', 'announced', 'under-way', 'done', 'handover', 'closed'];

/** One visit of the team's day: set off, arrived, counted, signed. Says `field-changed` when the phone keeps something new. */
class FieldVisit extends Part {
  static properties = {
    visit: { attribute: false },
    stop: { attribute: false },
    account: { attribute: false },
    nth: { attribute: false },
    opened: { attribute: false },
    next: { attribute: false },
    early: { attribute: false },
    fleeting: { attribute: false },
    signing: { state: true },
    unkept: { state: true },
    overtaken: { state: true },
  };

  get draft() {
    return drafts.find(this.account, this.visit.id);
  }

  get item() {
    return outbox.reportOf(this.visit.id, this.account);
  }

  get stage() {
    return stageOf(this.visit, this.draft, this.item);
  }

  async keep(draft) {
    try {
      this.overtaken = !(await drafts.save(draft));
      this.unkept = false;
    } catch {
      this.unkept = true;
    }
    this.requestUpdate();
    this.say('field-changed');
  }

  begin(values) {
    return { ...(this.draft ?? newDraft(this.account, this.visit, uuid)), ...values };
  }

  async setOff() {
    const draft = this.begin({ startedAt: new Date().toISOString() });
    await this.keep(draft);
    await this.send({ id: uuid(), complete: false, body: startBodyOf(draft) }).catch(() => (this.unkept = true));
  }

  arrive() {
    return this.keep(this.begin({ arrivedAt: new Date().toISOString() }));
  }

  async finish(signature, finishedAt) {
    const draft = { ...this.draft, finishedAt };
    this.signing = false;
    try {
      await this.send({ id: draft.id, complete: true, body: bodyOf(draft, signature), draft });
    } catch {
      this.unkept = true; // the draft stays where it is
      return;
    }
    await drafts.drop(draft);
    this.say('field-changed');
  }

  async send(report) {
    await outbox.add({ account: this.account, label: this.visit.locality, ...report });
    outbox.sync();
  }

  render() {
    const { visit, stage } = this;
    const done = stage.startsWith('reported');
    const place = visit.room ?? visit.siteName;
    return html`<article class="fv ${stage} ${this.next ? 'next' : ''}">
      <button class="fv-head" aria-expanded=${this.opened ? 'true' : 'false'} @click=${() => this.say('open-visit', visit.id)}>
        <span class="stop-number ${done ? 'done' : ''}">${done ? html`<span aria-hidden="true">✓</span>` : this.nth}</span>
        <span class="grow"
          ><b>${visit.locality}</b>${place && place !== visit.locality ? html`, ${place}` : nothing}
          <span class="small dim">${this.line()}</span></span
        >
        <span class="chip state-${visit.state}">${t(`state.${visit.state}`)}</span>
      </button>
      ${this.opened ? html`<div class="fv-body">${this.renderKept(stage)}${this.renderStage(stage)}</div>` : nothing}
    </article>`;
  }

  line() {
    const { visit, item } = this;
    const hours = `${clock(visit.start)}–${clock(visit.end)}`;
    if (this.stage !== 'reported')
      return html`${hours} · ${personsText(visit.persons)} · ${t(`kind.${visit.kind}`)}${AGREED.includes(visit.state) ? nothing : html` · <b class="late">${t('field.notAgreedShort')}</b>`}`;
    return html`${tn('field.servedCount', servedOf(item.draft))} · ${t(`field.item.${item.state}`)}`;
  }

  renderStage(stage) {
    if (stage === 'counting') return this.renderCounting();
    if (stage === 'driving') return html`${this.renderFacts()}${this.renderDriving()}`;
    if (stage === 'reported') return this.renderReported();
    return html`${this.renderFacts()}${this.renderAhead(stage)}`;
  }

  /** What was not kept, or kept by another window, is said wherever the visit stands. */
  renderKept(stage) {
    if (this.overtaken) return html`<p class="notice warn" role="alert">${t('field.overtaken')}</p>`;
    if (this.unkept && stage !== 'counting') return html`<p class="notice error" role="alert">${t('field.noRoom')}</p>`;
    return nothing;
  }

  renderFacts() {
    const { stop, visit } = this;
    const resource = agreed(visit.id);
    if (this.watched !== resource) {
      this.watched = resource;
      resource.usedBy(this).ensure();
    }
    const said = saidOf(resource.value);
    return html`${
        stop?.legMetres
          ? html`<p class="small">
              ${t('route.leg', { distance: kilometres(stop.legMetres), time: duration(stop.legSeconds) })}
            </p>`
          : nothing
      }
      <dl class="facts">
        ${said.map(
          (p) =>
            html`<div>
              <dt>${t(`partner.${p.partner}`)}</dt>
              <dd>${p.room}${p.room && p.contact ? html`<br />` : nothing}${callable(p.contact)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  renderAhead(stage) {
    return html`${AGREED.includes(this.visit.state) ? nothing : html`<p class="notice warn">${icon('warning')} ${t('field.notAgreed')}</p>`}${stage === 'reported-elsewhere' ? html`<p class="notice">${t('field.elsewhere')}</p>` : nothing}
      ${
        this.early
          ? html`<details class="fold">
              <summary><span>${t('field.early')}</span></summary>
              ${this.renderFirstSteps()}
            </details>`
          : this.renderFirstSteps()
      }`;
  }

  renderFirstSteps() {
    return html`<div class="fv-steps">
        <button class="btn visit-primary" @click=${this.setOff}>${icon('van')} ${t('field.setOff', { place: this.visit.locality })}</button>
        <button class="btn" @click=${this.arrive}>${icon('pin')} ${t('field.arrived')}</button>
        <button class="btn quiet" @click=${() => this.keep(this.begin({}))}>${t('field.fromPaper')}</button>
      </div>`;
  }

  renderDriving() {
    return html`<p class="small">${t('field.setOffAt', { time: clockOf(this.draft.startedAt) })}</p>
      <div class="fv-steps">
        <button class="btn visit-primary" @click=${this.arrive}>${icon('pin')} ${t('field.arrived')}</button>
      </div>`;
  }

  renderCounting() {
    const { draft, stop } = this;
    const leg = stop?.legMetres ? Math.round(stop.legMetres / 1000) : undefined;
    return html`<p class="small dim">
        ${draft.startedAt ? t('field.setOffAt', { time: clockOf(draft.startedAt) }) : nothing}
        ${draft.arrivedAt ? t('field.arrivedAt', { time: clockOf(draft.arrivedAt) }) : nothing}
        ${draft.replaces ? t('field.correcting') : nothing}
      </p>
      <field-count .draft=${draft} .legKilometres=${leg} @draft=${(e) => this.keep(e.detail)}></field-count>
      <div class="fv-finish">
        <button class="btn visit-primary" @click=${() => (this.signing = true)}>
          ${t('field.finish', { place: this.visit.locality })} · ${tn('count.person', servedOf(draft))}
        </button>
        ${this.unkept ? html`<p class="notice error" role="alert">${t('field.noRoom')}</p>` : html`<p class="tiny dim">${t(this.fleeting ? 'field.savedInPage' : 'field.savedHere')}</p>`}
      </div>
      ${
        this.signing
          ? html`<sign-count
              .draft=${draft}
              .account=${this.account}
              @signed=${(e) => this.finish(e.detail.signature, e.detail.at)}
              @dismissed=${() => (this.signing = false)}
            ></sign-count>`
          : nothing
      }`;
  }

  renderReported() {
    const { item } = this;
    return html`<p>
        <b>${tn('field.servedCount', servedOf(item.draft))}</b> · ${tn('field.sentBackCount', sentBackOf(item.draft))} ·
        ${tn('field.cameCount', cameOf(item.draft))}
      </p>
      ${this.renderReceipt(item)}
      <div class="fv-steps">
        <button class="btn" @click=${() => this.keep(correctionOf(item, uuid))}>${t('field.correct')}</button>
      </div>`;
  }

  renderReceipt(item) {
    if (item.state === REFUSED) return html`<p class="notice error">${problemWords(item.problem).text}</p>`;
    if (item.state !== SENT) return html`<p class="notice warn">${t('field.waits', { age: ago(item.createdAt) })}</p>`;
    const { clock: judged, standing, visitStep } = item.receipt;
    const skew = skewText(judged.skewSeconds, t);
    return html`<p class="small dim">${t('field.sentAt', { time: clockOf(new Date(item.sentAt).toISOString()), by: item.account })}</p>
      ${judged.verdict === 'corrected' ? html`<p class="notice warn">${t('field.clockCorrected', { skew })}</p>` : nothing}
      ${judged.verdict === 'doubtful' ? html`<p class="notice warn">${t('field.clockDoubtful')}</p>` : nothing}
      ${standing === 'disputed' ? html`<p class="notice warn">${t('field.disputed')}</p>` : nothing}
      ${visitStep === 'refused' ? html`<p class="notice warn">${t('field.stepRefused')}</p>` : nothing}`;
  }
}

function callable(contact) {
  const number = contact?.match(PHONE)?.[0];
  if (!number) return contact ?? nothing;
  return html`<a href="tel:${number.replace(/[^+\d]/g, '')}">${contact}</a>`;
}

customElements.define('field-visit', FieldVisit);

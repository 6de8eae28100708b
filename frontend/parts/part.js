import { LitElement } from 'lit';
import { onLanguage } from './i18n.js';

/**
 * What every element of the dashboard starts from. It renders into the page itself rather than a shadow tree: one set of style
 * sheets, one print style, one document outline for assistive technology. It redraws when the language changes.
 */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forgetLanguage = onLanguage(() => this.languageChanged());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetLanguage();
  }

  /**
   * Whoever works without a mouse stays here when the button that was pressed rests or goes away with this drawing; otherwise the browser
   * would begin at the top of the page again.
   */
  update(changes) {
    const held = this.contains(document.activeElement) ? document.activeElement : this.resting;
    super.update(changes);
    this.resting = undefined;
    if (!held || (document.activeElement !== document.body && document.activeElement !== held)) return;
    if (held.isConnected && held.disabled) this.resting = held;
    else if (held.isConnected) held.focus({ preventScroll: true });
    else this.focusBeginning();
  }

  /** The keyboard goes on from this element's heading, or from the first thing in it that can be pressed. */
  focusBeginning() {
    const heading = this.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? this.querySelector('a[href], button:not(:disabled), summary, input'))?.focus({ preventScroll: true });
  }

  languageChanged() {
    this.requestUpdate();
  }

  /** Tells the parents; bubbles so that any of them may answer. */
  say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

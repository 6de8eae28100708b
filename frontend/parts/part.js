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

  languageChanged() {
    this.requestUpdate();
  }

  /** Tells the parents; bubbles so that any of them may answer. */
  say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

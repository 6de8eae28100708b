import { classOf } from '../../parts/classes.js';
import { countText, figureText, instant, percent } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { NeedMap } from './need-map.js';

const RAMP = ['k1', 'k2', 'k3', 'k4', 'k5'];

/**
 * The county coloured by the covered share of the need. What changed flashes; where the office is days behind the area is hatched,
 * and where it has sent nothing it is grey: neither looks like "nothing happened".
 */
class CoverageMap extends NeedMap {
  static properties = { fresh: { attribute: false } };

  get ramp() {
    return RAMP;
  }

  get label() {
    return t('coverage.mapLabel');
  }

  hatch(row) {
    return row?.state === 'behind' ? 'stale' : undefined;
  }

  colour(row) {
    if (!row || row.state === 'none') return this.token('nodata');
    return row.resolved.suppressed ? 'url(#dots)' : super.colour(row);
  }

  tipLines(row) {
    if (!row || row.state === 'none') return [t('coverage.tipSilent')];
    const lines = [];
    if (Number.isFinite(row.covered))
      lines.push(t('coverage.tip', { share: percent(row.covered), from: percent(row.coveredFrom), to: percent(row.coveredTo) }));
    if (row.need) lines.push(t('coverage.tipNeed', { n: figureText(row.need) }));
    else lines.push(t('coverage.tipReported', { resolved: countText(row.resolved), open: countText(row.open) }));
    if (row.completeTo) lines.push(t(row.state === 'behind' ? 'coverage.tipBehind' : 'coverage.tipCurrent', { when: instant(row.completeTo) }));
    return lines;
  }

  updated(changes) {
    super.updated(changes);
    if (this.map && changes.has('fresh')) this.flash();
  }

  /** Taken off and put on again, so that a second change flashes a second time. */
  flash() {
    for (const siruta of this.fresh ?? []) {
      const element = this.layerOf.get(siruta)?.getElement();
      if (!element) continue;
      element.classList.remove('moved');
      element.getBoundingClientRect();
      element.classList.add('moved');
    }
  }

  /** Symbols stay where they are and take another colour: a moving map must not rebuild 434 of them each time. */
  drawPlaces() {
    if (this.symbols && this.drawnPlaces === this.places && this.localityView) {
      for (const symbol of this.symbols.getLayers()) this.paintSymbol(symbol);
      return;
    }
    super.drawPlaces();
    this.drawnPlaces = this.symbols && this.localityView ? this.places : undefined;
    for (const symbol of this.symbols?.getLayers() ?? []) this.paintSymbol(symbol);
  }

  paintSymbol(symbol) {
    const row = this.localityView?.bySiruta.get(Number(symbol.feature.id));
    const seen = row && Number.isFinite(row.value);
    symbol.setStyle({ fillColor: this.token(seen ? RAMP[classOf(row.value, this.localityView.limits)] : 'nodata') });
    symbol.unbindTooltip();
    symbol.bindTooltip(() => this.tip(row, symbol.feature.properties.name), {
      className: 'tip',
      direction: 'top',
      offset: [0, -6],
    });
  }
}

customElements.define('coverage-map', CoverageMap);

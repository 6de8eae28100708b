import { html } from 'lit';
import { Part } from './part.js';

/** A chart by ECharts, loaded only when one is on the screen; `option` is ECharts' own, `label` says what it shows. */
class ChartView extends Part {
  static properties = { option: { attribute: false }, label: { attribute: false } };

  render() {
    return html`<div class="chart-area" role="img" aria-label=${this.label}></div>`;
  }

  async updated() {
    if (!this.option) return;
    this.library ??= import('echarts');
    const echarts = await this.library;
    if (!this.isConnected) return;
    const area = this.querySelector('.chart-area');
    this.chart ??= this.start(echarts, area);
    this.chart.setOption(
      { animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, ...this.option },
      { notMerge: true },
    );
  }

  start(echarts, area) {
    const chart = echarts.init(area, null, { renderer: 'svg' });
    this.resized = new ResizeObserver(() => chart.resize());
    this.resized.observe(area);
    return chart;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }
}

customElements.define('chart-view', ChartView);

'use strict';
// Over the drawings that are in the page already: legends that hide lines, axes that change their scale, figures under the pointer,
// and a table that sorts and filters. Without it everything is still there to read.
(() => {
  const svgNamespace = 'http://www.w3.org/2000/svg';

  const svgElement = (name, attributes, text) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // Three significant digits and grouped thousands, as everywhere in the report.
  const number = value => {
    const size = Math.abs(value);
    if (size === 0) return '0';
    if (size >= 1e15 || size < 1e-6) return value.toExponential(2);
    return value.toLocaleString('en-US', size >= 99.95
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  };

  const reading = (axis, value) => {
    if (axis.names) return axis.names[Math.round(value)] ?? '';
    if (axis.money) return '$' + number(value);
    const text = Number.isInteger(value) ? value.toLocaleString('en-US') : number(value);
    return axis.unit ? text + ' ' + axis.unit : text;
  };

  const interval = (axis, low, high) => {
    if (low == null) return '';
    return ' (95 % interval ' + reading(axis, low) + ' to ' + (high == null ? 'unbounded' : reading(axis, high)) + ')';
  };

  // One of a figure's two drawings: the wide one, or the one for phones.
  class Drawing {
    constructor(svg, data) {
      this.svg = svg;
      this.data = data;
      this.plot = svg.querySelector('.ib-plot');
      this.frame = JSON.parse(svg.querySelector('metadata').textContent);
      this.scale = { x: 0, y: 0 };
      // In the order of the data, whatever the order of the drawing.
      const ordered = selector => [...svg.querySelectorAll(selector)].sort((left, right) => left.dataset.series - right.dataset.series);
      this.groups = ordered('.ib-series');
      this.keys = ordered('.ib-key');
      this.ring = svgElement('circle', { class: 'ib-ring ib-off', r: 8, fill: 'none', 'stroke-width': 2 });
      this.plot.append(this.ring);
    }

    fraction(axis, value) {
      const share = axis.log ? Math.log(value / axis.low) / Math.log(axis.high / axis.low) : (value - axis.low) / (axis.high - axis.low);
      return Math.min(Math.max(share, 0), 1);
    }

    x(value, scale = this.scale.x) {
      const { l, r, i, x } = this.frame;
      return l + i + (r - l - 2 * i) * this.fraction(x[scale], value);
    }

    y(value, scale = this.scale.y) {
      const { t, b, y } = this.frame;
      return b - (b - t) * this.fraction(y[scale], value);
    }

    rescale(name, scale) {
      this.scale[name] = scale;
      this.groups.forEach((group, index) => this.place(group, this.data.series[index]));
      this.ticks();
      this.ring.classList.add('ib-off');
    }

    place(group, { points, bars }) {
      const line = group.querySelector('[data-part=line]');
      if (line) line.setAttribute('d', points.map((point, index) => (index === 0 || (bars && index % 2 === 0) ? 'M' : 'L') + this.x(point[0]).toFixed(2) + ' ' + this.y(point[1]).toFixed(2)).join(''));
      const whiskers = group.querySelector('[data-part=whiskers]');
      if (whiskers) whiskers.setAttribute('d', points.map(point => this.whisker(point)).join(''));
      [...group.querySelectorAll('[data-part=marks] > *')].forEach((mark, index) => {
        const [x, y] = points[index];
        mark.setAttribute('transform', 'translate(' + (this.x(x) - this.x(x, 0)).toFixed(2) + ' ' + (this.y(y) - this.y(y, 0)).toFixed(2) + ')');
      });
    }

    whisker([x, y, yLow, yHigh, xLow, xHigh]) {
      const cap = 3;
      const [left, top] = [this.x(x), this.y(y)];
      const [horizontal, vertical] = [this.frame.x[this.scale.x], this.frame.y[this.scale.y]];
      let path = '';
      if (yLow != null || yHigh != null) {
        const [low, high] = [this.y(yLow ?? vertical.low), this.y(yHigh ?? vertical.high)];
        path += 'M' + left + ' ' + low + 'V' + high;
        if (yLow != null && yLow >= vertical.low) path += 'M' + (left - cap) + ' ' + low + 'h' + 2 * cap;
        if (yHigh != null && yHigh <= vertical.high) path += 'M' + (left - cap) + ' ' + high + 'h' + 2 * cap;
      }
      if (xLow != null || xHigh != null) {
        const [low, high] = [this.x(xLow ?? horizontal.low), this.x(xHigh ?? horizontal.high)];
        path += 'M' + low + ' ' + top + 'H' + high;
        if (xLow != null && xLow >= horizontal.low) path += 'M' + low + ' ' + (top - cap) + 'v' + 2 * cap;
        if (xHigh != null && xHigh <= horizontal.high) path += 'M' + high + ' ' + (top - cap) + 'v' + 2 * cap;
      }
      return path;
    }

    ticks() {
      const { l, r, b, x, y } = this.frame;
      const [horizontal, vertical] = [x[this.scale.x], y[this.scale.y]];
      this.part('y-title').textContent = vertical.title;
      this.part('x-title').textContent = horizontal.title;
      this.part('y-ticks').replaceChildren(...vertical.ticks.flatMap(([value, label]) => {
        const at = this.y(value);
        return [
          svgElement('path', { class: 'ib-grid', d: 'M' + l + ' ' + at + 'H' + r }),
          svgElement('text', { x: l - 8, y: at + 4 }, label),
        ];
      }));
      this.part('x-ticks').replaceChildren(...horizontal.ticks.flatMap(([value, label]) => {
        const at = this.x(value);
        return [
          svgElement('path', { class: 'ib-axis', d: 'M' + at + ' ' + b + 'v5' }),
          svgElement('text', { x: at, y: b + 19 }, label),
        ];
      }));
    }

    part(name) {
      return this.plot.querySelector('[data-part=' + name + ']');
    }

    toggle(index, shown) {
      this.groups[index].classList.toggle('ib-off', !shown);
      this.keys[index].setAttribute('aria-pressed', String(shown));
    }

    // The point nearest to a place in the drawing, among lines that are shown; null where none is near.
    nearest(x, y, hidden) {
      let best = null;
      let distance = 32;
      this.data.series.forEach((series, index) => {
        if (hidden.has(index) || series.band) return;
        series.points.forEach((point, place) => {
          const away = Math.hypot(this.x(point[0]) - x, this.y(point[1]) - y);
          if (away < distance) {
            distance = away;
            best = { index, place };
          }
        });
      });
      return best;
    }
  }

  class Figure {
    constructor(figure) {
      this.figure = figure;
      this.data = JSON.parse(figure.querySelector('script').textContent);
      this.hidden = new Set();
      this.drawings = [...figure.querySelectorAll('svg')].map(svg => new Drawing(svg, this.data));
      this.tip = element('div', undefined, 'tip');
      this.tip.setAttribute('role', 'status');
      this.tip.hidden = true;
      figure.append(this.tip);
      this.addScales();
      this.drawings.forEach(drawing => this.listen(drawing));
    }

    addScales() {
      const tools = element('div', undefined, 'tools');
      tools.append(element('span', 'Log scale'));
      for (const [name, arrow] of [['y', '\u2195'], ['x', '\u2194']]) {
        const scales = this.drawings[0].frame[name];
        if (scales.length === 2) {
          const button = element('button', arrow);
          button.type = 'button';
          button.title = this.data[name].label + ': log scale';
          button.setAttribute('aria-label', button.title);
          button.setAttribute('aria-pressed', String(scales[0].log));
          button.addEventListener('click', () => {
            const scale = this.drawings[0].scale[name] === 0 ? 1 : 0;
            this.drawings.forEach(drawing => drawing.rescale(name, scale));
            button.setAttribute('aria-pressed', String(scales[scale].log));
            this.tip.hidden = true;
          });
          tools.append(button);
        }
      }
      if (tools.children.length > 1) this.figure.prepend(tools);
    }

    listen(drawing) {
      // An image has no parts; from here on this one has buttons in it.
      drawing.svg.setAttribute('role', 'group');
      drawing.keys.forEach((key, index) => {
        key.setAttribute('role', 'button');
        key.setAttribute('tabindex', '0');
        key.setAttribute('aria-label', 'Show ' + this.data.series[index].name);
        key.setAttribute('aria-pressed', 'true');
        const toggle = () => this.toggle(index);
        key.addEventListener('click', toggle);
        key.addEventListener('keydown', event => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            toggle();
          }
        });
      });

      const move = event => {
        const box = drawing.svg.getBoundingClientRect();
        const scale = drawing.svg.viewBox.baseVal.width / box.width;
        const found = drawing.nearest((event.clientX - box.left) * scale, (event.clientY - box.top) * scale, this.hidden);
        found ? this.read(drawing, found) : this.forget(drawing);
      };
      drawing.svg.addEventListener('pointermove', move);
      drawing.svg.addEventListener('pointerdown', move);
      drawing.svg.addEventListener('pointerleave', () => this.forget(drawing));

      drawing.plot.setAttribute('tabindex', '0');
      drawing.plot.setAttribute('role', 'group');
      drawing.plot.setAttribute('aria-label', 'Points: arrow keys read them out');
      drawing.plot.addEventListener('keydown', event => this.step(drawing, event));
      drawing.plot.addEventListener('blur', () => this.forget(drawing));
    }

    toggle(index) {
      const shown = this.hidden.has(index);
      shown ? this.hidden.delete(index) : this.hidden.add(index);
      this.drawings.forEach(drawing => {
        drawing.toggle(index, shown);
        this.forget(drawing);
      });
    }

    step(drawing, event) {
      if (event.key === 'Escape') {
        this.forget(drawing);
        return;
      }
      const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
      const lines = this.data.series.map((series, index) => index).filter(index => !this.hidden.has(index) && this.data.series[index].points.length);
      if (!(event.key in steps) || !lines.length) return;
      event.preventDefault();
      const [line, along] = steps[event.key];
      const at = this.at && lines.includes(this.at.index) ? this.at : null;
      const index = at ? lines[(lines.indexOf(at.index) + line + lines.length) % lines.length] : lines[0];
      const last = this.data.series[index].points.length - 1;
      this.read(drawing, { index, place: Math.min(Math.max((at ? at.place : 0) + (at ? along : 0), 0), last) });
    }

    read(drawing, at) {
      if (!this.tip.hidden && this.at && this.at.index === at.index && this.at.place === at.place) return;
      this.at = at;
      const series = this.data.series[at.index];
      const [x, y, yLow, yHigh, xLow, xHigh, , note] = series.points[at.place];
      const { x: horizontal, y: vertical } = this.data;
      this.tip.replaceChildren(
        element('strong', series.name),
        element('span', vertical.label + ': ' + reading(vertical, y) + interval(vertical, yLow, yHigh)),
        element('span', horizontal.label + ': ' + reading(horizontal, x) + interval(horizontal, xLow, xHigh)),
        ...note ? [element('span', note, 'muted')] : []);
      this.tip.hidden = false;
      drawing.ring.setAttribute('cx', drawing.x(x));
      drawing.ring.setAttribute('cy', drawing.y(y));
      drawing.ring.classList.remove('ib-off');

      const [box, outer] = [drawing.svg.getBoundingClientRect(), this.figure.getBoundingClientRect()];
      const scale = box.width / drawing.svg.viewBox.baseVal.width;
      const [left, top] = [box.left - outer.left + drawing.x(x) * scale, box.top - outer.top + drawing.y(y) * scale];
      const { offsetWidth: width, offsetHeight: height } = this.tip;
      const above = top - height - 14;
      const place = [Math.min(Math.max(left - width / 2, 6), outer.width - width - 6), above < 4 ? top + 14 : above];
      this.tip.style.transform = 'translate(' + Math.round(place[0]) + 'px,' + Math.round(place[1]) + 'px)';
    }

    forget(drawing) {
      this.tip.hidden = true;
      this.at = null;
      drawing.ring.classList.add('ib-off');
    }
  }

  // What a figure's text sorts by; nothing where it is no number.
  const sortable = text => {
    const found = /-?\d[\d,]*\.?\d*(e[+-]\d+)?/.exec(text);
    return found ? Number(found[0].replaceAll(',', '')) : NaN;
  };

  class CellsTable {
    constructor(table) {
      this.table = table;
      this.bodies = [...table.tBodies];
      this.heads = [...table.tHead.rows[0].cells];
      this.facets = [];
      this.addFilters();
      this.heads.forEach((head, column) => this.addSort(head, column));
      this.filter();
    }

    text(body, column) {
      return body.rows[0].cells[column].textContent;
    }

    addSort(head, column) {
      const button = element('button', head.textContent);
      button.type = 'button';
      head.replaceChildren(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        this.heads.forEach(other => other.setAttribute('aria-sort', 'none'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const numeric = head.classList.contains('number');
        const keyed = this.bodies.map(body => [numeric ? sortable(this.text(body, column)) : this.text(body, column), body]);
        keyed.sort(([left], [right]) => {
          // What has no figure stands last, whichever way.
          if (numeric && (Number.isNaN(left) || Number.isNaN(right))) return Number.isNaN(left) - Number.isNaN(right);
          const order = numeric ? left - right : left.localeCompare(right, 'en');
          return down ? -order : order;
        });
        this.table.append(...keyed.map(([, body]) => body));
      });
    }

    addFilters() {
      const tools = element('form', undefined, 'filters');
      tools.addEventListener('submit', event => event.preventDefault());
      this.words = element('input');
      this.words.type = 'search';
      this.words.placeholder = 'any words of a row';
      this.words.addEventListener('input', () => this.filter());
      tools.append(this.labelled('Find', this.words));
      this.heads.forEach((head, column) => {
        const values = [...new Set(this.bodies.map(body => this.text(body, column)))];
        if (!head.dataset.facet || values.length === 1 || values.length > 24) return;
        const select = element('select');
        select.append(element('option', 'all'), ...values.map(value => element('option', value)));
        select.options[0].value = '';
        select.addEventListener('change', () => this.filter());
        this.facets.push([select, column]);
        tools.append(this.labelled(head.textContent, select));
      });
      this.count = element('output');
      tools.append(this.count);
      this.table.parentElement.before(tools);
    }

    labelled(name, control) {
      const label = element('label', name + ' ');
      label.append(control);
      return label;
    }

    filter() {
      const words = this.words.value.toLowerCase().split(/\s+/).filter(word => word);
      let shown = 0;
      for (const body of this.bodies) {
        const text = body.textContent.toLowerCase();
        body.hidden = !(words.every(word => text.includes(word)) && this.facets.every(([select, column]) => !select.value || select.value === this.text(body, column)));
        shown += body.hidden ? 0 : 1;
      }
      this.count.textContent = shown + ' of ' + this.bodies.length + (this.bodies.length === 1 ? ' cell' : ' cells');
    }
  }

  document.querySelectorAll('figure.chart').forEach(figure => figure.querySelector('.ib-plot') && new Figure(figure));
  document.querySelectorAll('table.cells').forEach(table => table.tBodies.length && new CellsTable(table));
})();

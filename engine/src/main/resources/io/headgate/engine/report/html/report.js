
(function () {
  'use strict';
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  var get = function (id) { return document.getElementById(id); };
  var groups = [], shelves = [], chosen = {}, words = [], timer = 0;
  var box = get('q'), chips = get('chips'), buttons = document.querySelectorAll('button[data-f]');

  each(document.querySelectorAll('#findings details.g'), function (node) {
    var items = [];
    each(node.lastElementChild.children, function (li) {
      items.push({ node: li, values: { s: node.dataset.s, t: li.dataset.t, k: li.dataset.k, b: li.dataset.b, c: li.dataset.c }, text: null });
    });
    var count = node.querySelector('.n');
    var name = node.querySelector('summary').textContent;
    groups.push({ node: node, items: items, name: name, count: count, open: !node.parentNode.matches('details') });
  });
  each(document.querySelectorAll('#findings details.shelf'), function (node) {
    shelves.push({ node: node, count: node.querySelector('.n') });
  });

  function fits(item, group) {
    for (var key in chosen) {
      if (chosen[key].length && chosen[key].indexOf(item.values[key]) < 0) { return false; }
    }
    if (!words.length) { return true; }
    if (item.text === null) { item.text = (group.name + ' ' + item.node.textContent).toLowerCase(); }
    for (var i = 0; i < words.length; i++) {
      if (item.text.indexOf(words[i]) < 0) { return false; }
    }
    return true;
  }

  function tell(count, shown, all) {
    count.textContent = shown === all ? String(all) : shown + ' of ' + all;
  }

  function apply() {
    var shown = 0, all = 0, active = words.length > 0;
    for (var key in chosen) { active = active || chosen[key].length > 0; }
    groups.forEach(function (group) {
      var left = 0;
      group.items.forEach(function (item) {
        var hide = !fits(item, group);
        if (item.node.hidden !== hide) { item.node.hidden = hide; }
        if (!hide) { left++; }
      });
      group.node.hidden = left === 0;
      group.left = left;
      tell(group.count, left, group.items.length);
      if (group.open) { shown += left; all += group.items.length; }
    });
    var aside = 0;
    shelves.forEach(function (shelf) {
      var left = 0, total = 0;
      groups.forEach(function (group) {
        if (group.node.parentNode === shelf.node) { left += group.left; total += group.items.length; }
      });
      aside += left;
      shelf.node.hidden = left === 0;
      tell(shelf.count, left, total);
    });
    get('status').textContent = active
      ? shown + ' of ' + all + ' open' + (shelves.length ? ', ' + aside + ' set aside' : '')
      : all + ' open';
    get('nothing').hidden = !active || shown + aside > 0;
    get('clear').hidden = !active;
  }

  function chip(button) {
    var node = document.createElement('button');
    node.type = 'button';
    node.className = 'chip';
    node.textContent = button.querySelector('.l').textContent;
    node.setAttribute('aria-label', 'No longer only ' + node.textContent);
    node.addEventListener('click', function () { toggle(button); box.focus(); });
    chips.appendChild(node);
  }

  function draw() {
    chips.textContent = '';
    each(buttons, function (button) {
      var on = (chosen[button.dataset.f] || []).indexOf(button.dataset.v) >= 0;
      button.setAttribute('aria-pressed', String(on));
      if (on) { chip(button); }
    });
    apply();
  }

  function toggle(button) {
    var values = chosen[button.dataset.f] || (chosen[button.dataset.f] = []);
    var at = values.indexOf(button.dataset.v);
    if (at < 0) { values.push(button.dataset.v); } else { values.splice(at, 1); }
    draw();
  }

  each(buttons, function (button) {
    button.disabled = false;
    button.addEventListener('click', function () { toggle(button); });
  });
  box.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      apply();
    }, 60);
  });
  get('clear').addEventListener('click', function () {
    chosen = {};
    words = [];
    box.value = '';
    draw();
    box.focus();
  });
  get('fold').addEventListener('click', function () {
    var fold = this.getAttribute('aria-pressed') !== 'true';
    this.setAttribute('aria-pressed', String(fold));
    this.textContent = fold ? 'Unfold all' : 'Fold all';
    groups.forEach(function (group) { group.node.open = !fold; });
  });

  var opened = [];
  addEventListener('beforeprint', function () {
    each(document.querySelectorAll('main details:not([open])'), function (node) {
      if (!node.matches('.help')) { node.open = true; opened.push(node); }
    });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (node) { node.open = false; });
    opened = [];
  });
  get('toolbar').hidden = groups.length === 0;
  apply();
})();

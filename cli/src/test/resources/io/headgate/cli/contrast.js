// The texts of a page whose contrast is below what WCAG 2.2 asks for (1.4.3, level AA).
(() => {
  const parse = colour => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map(v => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const background = node => {
    for (let one = node; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.a === 1) { return colour; }
    }
    return { r: 255, g: 255, b: 255 };
  };
  const bad = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest('svg, script, style, .vh, .skip') || !node.checkVisibility()) { continue; }
    const style = getComputedStyle(node);
    const [light, dark] = [luminance(parse(style.color)), luminance(background(node))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) {
      bad.set(node.tagName + '.' + node.className, contrast.toFixed(2) + ' ' + walker.currentNode.data.slice(0, 40));
    }
  }
  return [...bad].map(one => one.join(' '));
})()

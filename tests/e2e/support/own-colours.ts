import type { Page } from 'playwright-core';

/**
 * What is lost where a reader sets the colours (forced colours), a line each: an edge of a control, the
 * ring of the focus, a shape that was a background alone, or a mark that was a shadow alone.
 */
export const lostInOwnColours = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate(() => {
    const filling = (element: Element | null) =>
      element ? getComputedStyle(element).backgroundColor : '';
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || element instanceof SVGElement) continue;
      const isEmpty = element.childNodes.length === 0 && !element.matches('input, textarea');
      const isFilled = !/, 0\)$/.test(filling(element));
      const isSeen = isFilled && filling(element) !== filling(element.parentElement);
      if (isEmpty && isSeen) element.setAttribute('data-only', 'filling');
      const isMarked = getComputedStyle(element).boxShadow.includes('inset');
      // The ring of the focus is there as well.
      const isFocused = element.contains(document.activeElement);
      if (isMarked && !isFocused) element.setAttribute('data-only', 'shadow');
    }
  });
  await page.emulateMedia({ forcedColors: 'active' });
  // So that the focus shows as it does to somebody with a keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const lost: string[] = [];
    const lacks = (what: string, element: Element) =>
      lost.push(`in own colours, ${what}: ${element.outerHTML.slice(0, 120)}`);
    const isDrawn = (width: string, style: string, least: number) =>
      Number.parseFloat(width) >= least && style !== 'none';
    const isRinged = (element: Element): boolean =>
      [null, '::after'].some((part) => {
        const { outlineWidth, outlineStyle } = getComputedStyle(element, part);
        return isDrawn(outlineWidth, outlineStyle, 2);
      });
    const isEdged = (element: Element) => {
      const style = getComputedStyle(element);
      const { borderBottomWidth, borderBottomStyle, borderLeftWidth, borderLeftStyle } = style;
      const isUnderlined = style.textDecorationLine !== 'none';
      const isBelow = isDrawn(borderBottomWidth, borderBottomStyle, 1);
      return isUnderlined || isBelow || isDrawn(borderLeftWidth, borderLeftStyle, 1);
    };
    const fields = 'input:not([type=checkbox], [type=radio])';
    for (const control of document.querySelectorAll(`.btn, select, textarea, ${fields}`)) {
      if (control.checkVisibility() && !isEdged(control)) lacks('no edge', control);
    }
    for (const element of document.querySelectorAll('[data-only]')) {
      const isKept = isEdged(element) || isRinged(element);
      const { forcedColorAdjust } = getComputedStyle(element);
      if (isKept || forcedColorAdjust === 'none') continue;
      lacks(`its ${element.getAttribute('data-only')} was all`, element);
    }
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(stops)) {
      element.focus();
      if (document.activeElement !== element) continue;
      if (!isRinged(element) && !isRinged(element.closest('label') ?? element))
        lacks('no ring', element);
    }
    return lost;
  });
};

// Updates the page without a reload, which would take the reader back to the top.
const timer = setInterval(async () => {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const shown = document.querySelector('main');
  const next = page.querySelector('main');
  if (next.innerHTML !== shown.innerHTML) shown.innerHTML = next.innerHTML;
  if (!page.querySelector('script')) clearInterval(timer);
}, 2000);

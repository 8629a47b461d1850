// Shows what changed without a reload, so that whoever reads or listens is not thrown back to the top.
const looking = setInterval(async () => {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = document.querySelector('main');
  const next = page.querySelector('main');
  if (next.innerHTML !== now.innerHTML) now.innerHTML = next.innerHTML;
  if (!page.querySelector('script')) clearInterval(looking);
}, 2000);

const find = (id) => document.getElementById(id);
const form = find('form');
const field = (name) => form.elements.namedItem(name);

let business;
let offers = [];
let session;

async function json(path, options) {
  const response = await fetch(path, options);
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail ?? 'The service does not answer as expected.'), body);
  return body;
}

const post = (path, body) =>
  json(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** The wall clock of the business, which need not be that of the visitor: 2026-11-27T10:05. */
function wallClock(date = new Date()) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: business.timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit',
  }).formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

function line(booking) {
  const item = document.createElement('li');
  item.dataset.id = booking.id;
  const time = element('time', `${booking.startsAt.slice(11, 16)} to ${booking.endsAt.slice(11, 16)}`);
  time.dateTime = booking.startsAt;
  item.append(time, element('strong', booking.customer),
    element('span', `${booking.service} with ${booking.staff}`, 'what'));
  return item;
}

/** Puts a booking where its time is; one that is there already stays. */
function show(booking, className) {
  const list = find('bookings');
  if (list.querySelector(`[data-id="${booking.id}"]`)) return;
  const item = line(booking);
  if (className) item.classList.add(className);
  const after = [...list.children].find((other) => other.querySelector('time').dateTime > booking.startsAt);
  list.insertBefore(item, after ?? null);
  find('empty').hidden = true;
}

async function showDay() {
  const day = find('day').value;
  const today = wallClock().slice(0, 10);
  find('day-title').textContent = day === today ? 'Today' : 'Bookings';
  const bookings = await json(`/api/businesses/${business.slug}/bookings?day=${day}`);
  find('bookings').replaceChildren();
  find('empty').hidden = bookings.length > 0;
  bookings.forEach((booking) => show(booking));
}

function listen() {
  const stream = new EventSource(`/api/businesses/${business.slug}/bookings/stream`);
  const live = find('live');
  stream.onopen = () => {
    live.textContent = 'live';
    live.classList.add('on');
    showDay();
  };
  stream.onerror = () => {
    live.textContent = 'connecting';
    live.classList.remove('on');
  };
  stream.addEventListener('booking', (event) => {
    const booking = JSON.parse(event.data);
    if (booking.startsAt.startsWith(find('day').value)) show(booking, 'new');
  });
}

function showStaff() {
  const offer = offers.find(({ id }) => id === field('serviceId').value);
  field('staffId').replaceChildren(...(offer?.staff ?? []).map(({ id, name }) => new Option(name, id)));
}

function showOffers() {
  const price = ({ priceCents, currency }) =>
    new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(priceCents / 100);
  field('serviceId').replaceChildren(...offers.map((offer) =>
    new Option(`${offer.name}, ${offer.durationMinutes} min, ${price(offer)}`, offer.id)));
  field('serviceId').onchange = showStaff;
  showStaff();
}

function showErrors(errors) {
  form.querySelectorAll('.error').forEach((old) => old.remove());
  for (const input of form.elements) input.removeAttribute('aria-invalid');
  for (const [name, sentence] of Object.entries(errors)) {
    const input = field(name);
    input.setAttribute('aria-invalid', 'true');
    input.after(element('span', sentence, 'error'));
  }
  form.querySelector('[aria-invalid]')?.focus();
}

function say(sentence, className) {
  find('message').textContent = sentence;
  find('message').className = className;
}

form.onsubmit = async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  say('', '');
  showErrors({});
  const values = Object.fromEntries(new FormData(form));
  try {
    const booking = await post(`/api/businesses/${business.slug}/bookings`, {
      ...values, phone: values.phone || null, startsAt: values.startsAt || null,
    });
    say(`Booked: ${booking.service} with ${booking.staff} at ${booking.startsAt.slice(11, 16)}.`, 'good');
    find('day').value = booking.startsAt.slice(0, 10);
    await showDay();
  } catch (error) {
    const errors = error.errors ?? {};
    showErrors(errors);
    say(Object.values(errors).includes(error.message) ? '' : error.message, 'bad');
  } finally {
    button.disabled = false;
  }
};

find('ask').onsubmit = async (event) => {
  event.preventDefault();
  const input = event.target.elements.namedItem('content');
  if (!input.value.trim()) return;
  const path = session ? `/api/support-sessions/${session}/turns` : `/api/businesses/${business.slug}/support-sessions`;
  const conversation = await post(path, { content: input.value });
  session = conversation.id;
  find('conversation').replaceChildren(...conversation.turns.map(({ role, content }) => element('li', content, role)));
  input.value = '';
};

async function showSchema() {
  const picture = await fetch('/schema.svg');
  // The service draws it, and escapes what stands in it.
  find('schema').innerHTML = await picture.text();
}

async function start() {
  [business] = await json('/api/businesses');
  document.title = `${business.name}: bookings`;
  find('business').textContent = business.name;
  const now = wallClock();
  find('day').value = now.slice(0, 10);
  find('day').onchange = showDay;
  field('startsAt').min = now;
  offers = await json(`/api/businesses/${business.slug}/offers`);
  showOffers();
  await Promise.all([showDay(), showSchema()]);
  listen();
}

start().catch((error) => say(error.message, 'bad'));

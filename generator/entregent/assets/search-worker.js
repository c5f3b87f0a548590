// Stands before Material's search worker and fetches it, and the index, at the first letter of a query.
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const parameters = new URL(location).searchParams;
let setup;
let search;

async function wake() {
  const worker = new Worker(parameters.get("worker"));
  const response = await fetch(parameters.get("index"));
  const { docs } = await response.json();
  await new Promise((ready) => {
    worker.onmessage = ready;
    worker.postMessage({ type: SETUP, data: { ...setup, docs } });
  });
  worker.onmessage = ({ data }) => postMessage(data);
  return worker;
}

addEventListener("message", async ({ data: message }) => {
  if (message.type === SETUP) {
    setup = message.data;
    postMessage({ type: READY });
  } else if (message.type === QUERY && message.data) {
    search ??= wake();
    const worker = await search;
    worker.postMessage(message);
  }
});

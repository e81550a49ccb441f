// Keeps the files of one build. The build replaces VERSION and FILES.
const cacheName = "wattsplit-playground-VERSION";
const files = "FILES";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("wattsplit-playground-") && name !== cacheName)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// Names of built files change with their content; the page itself is fetched anew where there is a network.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const kept = () => caches.match(request, { ignoreSearch: true, cacheName });
  event.respondWith(
    request.mode === "navigate"
      ? fetch(request).catch(() => kept())
      : kept().then((response) => response ?? fetch(request)),
  );
});

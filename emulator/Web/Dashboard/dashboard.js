// Makes the dashboard's pages live. Everything on them works without it.
(() => {
    'use strict';

    const body = document.body;
    const slowest = 5000;
    let source = null;
    let timer = 0;
    let looking = false;
    let lookAgain = false;

    document.documentElement.classList.add('js');

    document.addEventListener('change', event => {
        if (event.target.matches('[data-submits]'))
            event.target.form.requestSubmit();
    });

    document.addEventListener('click', async event => {
        const button = event.target.closest('[data-copy]');
        if (!button)
            return;
        const text = document.getElementById(button.dataset.copy);
        const words = button.textContent;
        if (!await copy(text))
            return;
        button.textContent = body.dataset.copied;
        setTimeout(() => { button.textContent = words; }, 1500);
    });

    // The clipboard is there only on localhost and over https; the older way is there on all machines of a network.
    async function copy(text) {
        try {
            await navigator.clipboard.writeText(text.textContent);
            return true;
        } catch {
            getSelection().selectAllChildren(text);
            return document.execCommand('copy');
        }
    }

    if (!body.dataset.events)
        return;

    const pulse = document.querySelector('[data-pulse]');
    if (pulse)
        pulse.hidden = false;
    document.addEventListener('visibilitychange', () => document.hidden ? rest() : listen());
    addEventListener('pagehide', rest);
    addEventListener('pageshow', () => { if (!document.hidden) listen(); });
    planNext();
    if (!document.hidden)
        listen();

    // A browser has few connections to one server: a tab that nobody sees needs none.
    function listen() {
        if (source)
            return;
        source = new EventSource(body.dataset.events);
        source.onopen = () => show(true);
        source.onmessage = look;
        source.onerror = () => {
            show(false);
            if (source && source.readyState === EventSource.CLOSED) {
                rest();
                setTimeout(() => { if (!document.hidden) { look(); listen(); } }, slowest);
            }
        };
    }

    function rest() {
        source?.close();
        source = null;
    }

    function show(isLive) {
        pulse?.classList.toggle('live', isLive);
    }

    async function look() {
        if (looking) {
            lookAgain = true;
            return;
        }

        looking = true;
        try {
            do {
                lookAgain = false;
                const answer = await fetch(location.href, { headers: { 'X-Dashboard-Looks-Again': '1' } });
                if (answer.status === 401 || answer.status === 404)
                    location.reload();
                if (!answer.ok)
                    return;
                const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
                for (const region of document.querySelectorAll('[data-live]')) {
                    const next = fresh.getElementById(region.id);
                    if (next)
                        follow(region, next);
                }
            } while (lookAgain);
        } catch {
            show(false);
        } finally {
            looking = false;
            planNext();
        }
    }

    // What changes by itself, because a clock goes on, gives no beat.
    function planNext() {
        clearTimeout(timer);
        const waits = [...document.querySelectorAll('[data-again]')].map(region => Number(region.dataset.again));
        if (waits.length)
            timer = setTimeout(look, Math.max(400, Math.min(...waits) + 50));
    }

    // Changes only what is different, so that focus, selection, scrolling and opened details stay.
    function follow(old, next) {
        for (const { name, value } of next.attributes) {
            if (name !== 'open' && old.getAttribute(name) !== value)
                old.setAttribute(name, value);
        }

        for (const { name } of [...old.attributes]) {
            if (name !== 'open' && !next.hasAttribute(name))
                old.removeAttribute(name);
        }

        const known = new Map([...old.children].filter(child => child.dataset.key).map(child => [child.dataset.key, child]));
        let at = old.firstChild;
        for (const want of [...next.childNodes]) {
            const key = want.dataset?.key;
            const have = key ? known.get(key) : at && !at.dataset?.key && at.nodeName === want.nodeName ? at : null;
            if (!have) {
                const added = document.importNode(want, true);
                if (key)
                    added.classList.add('fresh');
                old.insertBefore(added, at);
                continue;
            }

            if (have === at)
                at = at.nextSibling;
            else
                old.insertBefore(have, at);
            if (want.nodeType === Node.ELEMENT_NODE)
                follow(have, want);
            else if (have.nodeValue !== want.nodeValue)
                have.nodeValue = want.nodeValue;
        }

        while (at) {
            const rest = at.nextSibling;
            at.remove();
            at = rest;
        }
    }
})();

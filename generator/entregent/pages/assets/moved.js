// A refresh would lose what follows the address: a place on the page, or ticks that a link passes on.
location.replace(document.querySelector("a").href + location.search + location.hash);

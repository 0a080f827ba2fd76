"use strict";

// Everything works without this script. With it, the index is filtered while one types, and code can be copied.

(() => {
	const form = document.querySelector("#filter[data-instant]");

	const matches = (item, search, status, retry) =>
		(status === "" || item.dataset.status === status || item.dataset.status[0] + "xx" === status)
		&& (retry === "" || item.dataset.retry === retry)
		&& item.dataset.text.includes(search);

	const filter = () => {
		const { q, status, retry } = form.elements;
		const search = q.value.trim().toLowerCase();
		let count = 0;
		let total = 0;
		for (const group of document.querySelectorAll("[data-group]")) {
			let shown = 0;
			for (const item of group.querySelectorAll("[data-code]")) {
				item.hidden = !matches(item, search, status.value, retry.value);
				shown += item.hidden ? 0 : 1;
				total++;
			}
			group.hidden = shown === 0;
			count += shown;
		}
		const results = document.querySelector("#results");
		results.textContent = results.dataset.text.replace("{count}", count).replace("{total}", total);
		document.querySelector("#none").hidden = count > 0;
		document.querySelector("#reset").hidden = count === total;
		const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
		history.replaceState(null, "", location.pathname + (query.size > 0 ? "?" + query : ""));
	};

	if (form) {
		for (const item of document.querySelectorAll("[data-code]")) {
			item.dataset.text = (item.dataset.code + "\n" + item.dataset.title + "\n"
				+ item.querySelector(".message").textContent).toLowerCase();
		}
		form.addEventListener("input", filter);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			filter();
		});
	}

	for (const samples of document.querySelectorAll("[data-example-url]")) {
		const { exampleUrl, root } = samples.dataset;
		const url = new URL(root, location.href).href.replace(/\/$/, "");
		// A host or path may contain characters that have a meaning in a shell
		if (/^https?:\/\/(?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::\d+)?(?:\/[A-Za-z0-9._~%-]+)*$/.test(url)) {
			for (const code of samples.querySelectorAll("code")) {
				code.textContent = code.textContent.replaceAll(exampleUrl, url);
			}
		}
	}

	if (navigator.clipboard) {
		const { copy, copied } = document.body.dataset;
		for (const block of document.querySelectorAll("[data-copyable]")) {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "copy";
			button.textContent = copy;
			button.addEventListener("click", async () => {
				await navigator.clipboard.writeText(block.textContent);
				button.textContent = copied;
				setTimeout(() => { button.textContent = copy; }, 2000);
			});
			block.after(button);
		}
	}
})();

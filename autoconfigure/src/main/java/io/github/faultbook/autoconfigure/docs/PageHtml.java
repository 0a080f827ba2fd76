/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.docs;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.ErrorDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * The common parts of all HTML pages. All addresses are relative, so that they work
 * behind any proxy.
 */
final class PageHtml {

	private final DocumentationEdition edition;

	private final @Nullable Locale chosen;

	private final String assets;

	/**
	 * Create a page.
	 * @param edition the documentation in the language of the page
	 * @param chosen the language that the reader chose, which links keep, or {@code null}
	 * if there is none
	 * @param assets the relative address of the directory of the resources
	 */
	PageHtml(DocumentationEdition edition, @Nullable Locale chosen, String assets) {
		this.edition = edition;
		this.chosen = chosen;
		this.assets = assets;
	}

	DocumentationEdition edition() {
		return this.edition;
	}

	String word(String name) {
		return this.edition.word(name);
	}

	String word(String name, String argument, Object value) {
		return this.edition.word(name, Map.of(argument, value));
	}

	@Nullable Locale chosen() {
		return this.chosen;
	}

	/**
	 * Return the address of a page without filters.
	 * @param path the relative path of the page
	 * @return the address, with the language if the reader chose one
	 */
	String address(String path) {
		return path + IndexQuery.ALL.toAddress(1, this.chosen);
	}

	/**
	 * Write a document.
	 * @param title the title
	 * @param query the query of the page, which is kept by links to other languages
	 * @param twins the address of the same page in other forms without its extension, or
	 * {@code null} if there are none
	 * @param main writes the main content
	 * @return the document
	 */
	String document(String title, IndexQuery query, @Nullable String twins, Consumer<Html> main) {
		return new Html()
			.tag("html", (html) -> html.tag("head", (head) -> head(head, title, twins)).tag("body", (body) -> {
				body.tag("a", word("skip"), "class", "skip", "href", "#main");
				body.tag("header", (header) -> {
					header.tag("span", this.edition.title(), "class", "name");
					header.tag("nav", (nav) -> languages(nav, query), "id", "languages", "aria-label",
							word("languages"));
				});
				body.tag("main", main, "id", "main", "tabindex", "-1");
				if (twins != null) {
					body.tag("footer",
							(footer) -> footer.tag("a", "Markdown", "id", "markdown", "href", address(twins + ".md"))
								.tag("a", "JSON", "id", "json", "href", address(twins + ".json")));
				}
			}, "data-copy", word("copy"), "data-copied", word("copied")), "lang",
					this.edition.language().toLanguageTag())
			.toString();
	}

	private void head(Html head, String title, @Nullable String twins) {
		String name = this.edition.title();
		head.tag("meta", "", "charset", "utf-8")
			.tag("title", title.equals(name) ? title : title + " · " + name)
			.tag("meta", "", "name", "viewport", "content", "width=device-width, initial-scale=1")
			.tag("meta", "", "name", "color-scheme", "content", "light dark")
			.tag("link", "", "rel", "icon", "href", "data:,")
			.tag("link", "", "rel", "stylesheet", "href", this.assets + "docs.css")
			.tag("script", "", "src", this.assets + "docs.js", "defer", "");
		if (twins != null) {
			head.tag("link", "", "rel", "alternate", "type", "text/markdown", "href", address(twins + ".md"))
				.tag("link", "", "rel", "alternate", "type", "application/json", "href", address(twins + ".json"));
		}
	}

	private void languages(Html nav, IndexQuery query) {
		for (Locale language : ErrorDocumentation.languages()) {
			String tag = language.toLanguageTag();
			String name = language.getDisplayLanguage(language);
			nav.tag("a", name.substring(0, 1).toUpperCase(language) + name.substring(1), "href",
					query.toAddress(query.page(), language), "hreflang", tag, "lang", tag, "aria-current",
					language.equals(this.edition.language()) ? "true" : null);
		}
	}

	/**
	 * Write the status of an error.
	 * @param html the document to write to
	 * @param status the status
	 * @param text the text to show
	 */
	static void status(Html html, int status, String text) {
		html.tag("span", text, "class", "status s" + status / 100);
	}

	/**
	 * Write a note if an error is deprecated.
	 * @param html the document to write to
	 * @param entry the error
	 */
	void deprecated(Html html, DocumentationEntry entry) {
		if (entry.deprecatedSince() != null) {
			html.tag("span", word("deprecated"), "class", "deprecated");
		}
	}

	/**
	 * Write the page about a code that does not exist.
	 * @param index the name of the index
	 * @return the document
	 */
	String unknown(String index) {
		return document(word("unknown"), IndexQuery.ALL, null,
				(main) -> main.tag("h1", word("unknown"))
					.tag("p", word("unknown.text"), "class", "lead")
					.tag("p", (line) -> line.tag("a", word("index"), "id", "index", "href", address("../" + index))));
	}

}

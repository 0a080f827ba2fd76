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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.DocumentationJson;
import io.github.faultbook.documentation.DocumentationMarkdown;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.pipeline.ErrorTexts;

import org.springframework.http.HttpStatus;

/**
 * Answers requests for the index and the pages, whatever the web stack. Pages are cached;
 * a filtered index is created for each request.
 */
final class DocsHandler {

	private static final int MAX_KEPT = 8 * 1024 * 1024;

	private final ErrorDocumentation documentation;

	private final TypeScriptModules modules;

	private final String path;

	private final String name;

	private final String root;

	private final PageCache kept = new PageCache(MAX_KEPT);

	private final Map<String, PageContent> assets = Map.of("docs.css", asset("docs.css", "text/css;charset=UTF-8"),
			"docs.js", asset("docs.js", "text/javascript;charset=UTF-8"));

	/**
	 * Create a handler.
	 * @param documentation the documentation to serve
	 * @param texts the messages for invalid parameters
	 * @param path the path of the index
	 */
	DocsHandler(ErrorDocumentation documentation, ErrorTexts texts, String path) {
		this.documentation = documentation;
		this.modules = new TypeScriptModules(documentation, texts, this.kept);
		this.path = path;
		this.name = path.substring(path.lastIndexOf('/') + 1);
		// From a page, which is one level below the index
		this.root = "../".repeat((int) path.chars().filter((c) -> c == '/').count());
	}

	private static PageContent asset(String name, String contentType) {
		try (InputStream resource = Objects.requireNonNull(DocsHandler.class.getResourceAsStream(name), name)) {
			return PageContent.of(contentType, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the paths of the pages with their handlers.
	 * @return the patterns of the paths
	 */
	Map<String, Function<PageRequest, PageResponse>> routes() {
		Map<String, Function<PageRequest, PageResponse>> routes = new LinkedHashMap<>();
		routes.put(this.path, (request) -> ifForContent(request, () -> index(request.representation(), request)));
		for (Representation representation : Representation.values()) {
			if (representation.extension() != null) {
				routes.put(this.path + representation.extension(),
						(request) -> ifForContent(request, () -> index(representation, request)));
			}
		}
		routes.put(this.path + ".ts", (request) -> ifForContent(request, () -> this.modules.respond(request)));
		routes.put(this.path + "/", (request) -> ifForContent(request, () -> PageResponse.movedTo("../" + this.name)));
		routes.put(this.path + "/*", (request) -> ifForContent(request, () -> page(request)));
		return routes;
	}

	private static PageResponse ifForContent(PageRequest request, Supplier<PageResponse> response) {
		return request.isForContent() ? response.get() : PageResponse.options();
	}

	private PageResponse index(Representation representation, PageRequest request) {
		IndexQuery query = IndexQuery.of(request);
		Locale chosen = request.chosenLanguage();
		DocumentationEdition edition = this.documentation.in(request.language());
		Supplier<PageContent> index = () -> PageContent.of(representation.contentType(), switch (representation) {
			case HTML -> new IndexHtml(new PageHtml(edition, chosen, this.name + "/"), this.name).write(query);
			case JSON -> new DocumentationJson(edition).index(query.filter(edition.entries()));
			case MARKDOWN -> new DocumentationMarkdown(edition, this.name).index(query.filter(edition.entries()));
		});
		PageCache.Key key = new PageCache.Key(representation.name(), edition.language(), chosen != null, "");
		return PageResponse.of(HttpStatus.OK, query.equals(IndexQuery.ALL) ? this.kept.get(key, index) : index.get(),
				edition);
	}

	private PageResponse page(PageRequest request) {
		String name = request.name();
		PageContent asset = this.assets.get(name);
		if (asset != null) {
			return PageResponse.of(HttpStatus.OK, asset, null);
		}
		DocumentationEdition edition = this.documentation.in(request.language());
		DocumentationEntry entry = edition.find(name);
		if (entry != null) {
			return page(entry, request.representation(), edition, request);
		}
		for (Representation representation : Representation.values()) {
			String extension = representation.extension();
			if (extension != null && name.endsWith(extension)) {
				entry = edition.find(name.substring(0, name.length() - extension.length()));
				if (entry != null) {
					return page(entry, representation, edition, request);
				}
			}
		}
		return unknown(edition, request);
	}

	private PageResponse page(DocumentationEntry entry, Representation representation, DocumentationEdition edition,
			PageRequest request) {
		Locale chosen = request.chosenLanguage();
		PageCache.Key key = new PageCache.Key(representation.name(), edition.language(), chosen != null, entry.code());
		PageContent page = this.kept.get(key,
				() -> PageContent.of(representation.contentType(), switch (representation) {
					case HTML -> new EntryHtml(new PageHtml(edition, chosen, ""), this.name, this.root).write(entry);
					case JSON -> new DocumentationJson(edition).page(entry);
					case MARKDOWN -> new DocumentationMarkdown(edition, this.name).page(entry);
				}));
		return PageResponse.of(HttpStatus.OK, page, edition);
	}

	private PageResponse unknown(DocumentationEdition edition, PageRequest request) {
		if (!request.isFromBrowser()) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
		}
		PageHtml page = new PageHtml(edition, request.chosenLanguage(), "");
		return PageResponse.of(HttpStatus.NOT_FOUND,
				PageContent.of(Representation.HTML.contentType(), page.unknown(this.name)), edition);
	}

}

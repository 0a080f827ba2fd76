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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.DocumentationJson;
import io.github.faultbook.documentation.DocumentationMarkdown;
import io.github.faultbook.documentation.ErrorDocumentation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * Handles requests for the index and the pages. Pages are cached; a filtered index is
 * created for each request.
 */
final class DocsHandler {

	private static final int MAX_KEPT = 8 * 1024 * 1024;

	private final ErrorDocumentation documentation;

	private final String name;

	private final String root;

	private final PageCache kept = new PageCache(MAX_KEPT);

	private final Map<String, PageContent> assets = Map.of("docs.css", asset("docs.css", "text/css;charset=UTF-8"),
			"docs.js", asset("docs.js", "text/javascript;charset=UTF-8"));

	/**
	 * Create a handler.
	 * @param documentation the documentation to serve
	 * @param path the path of the index
	 */
	DocsHandler(ErrorDocumentation documentation, String path) {
		this.documentation = documentation;
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
	 * Send the index in the form that the client prefers.
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 * @throws HttpRequestMethodNotSupportedException if the request is not a GET request
	 * @throws HttpMediaTypeNotAcceptableException if the client accepts none of the forms
	 */
	void index(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException, HttpMediaTypeNotAcceptableException {
		PageExchange exchange = new PageExchange(request, response);
		if (exchange.isForContent()) {
			index(exchange.representation(), request, response);
		}
	}

	/**
	 * Send the index in a given form.
	 * @param representation the form
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 * @throws HttpRequestMethodNotSupportedException if the request is not a GET request
	 */
	void index(Representation representation, HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		PageExchange exchange = new PageExchange(request, response);
		if (!exchange.isForContent()) {
			return;
		}
		IndexQuery query = IndexQuery.of(request);
		Locale chosen = exchange.chosenLanguage();
		DocumentationEdition edition = edition(exchange);
		Supplier<PageContent> index = () -> PageContent.of(representation.contentType(), switch (representation) {
			case HTML -> new IndexHtml(new PageHtml(edition, chosen, this.name + "/"), this.name).write(query);
			case JSON -> new DocumentationJson(edition).index(query.filter(edition.entries()));
			case MARKDOWN -> new DocumentationMarkdown(edition, this.name).index(query.filter(edition.entries()));
		});
		PageCache.Key key = new PageCache.Key(representation, edition.language(), chosen != null, "");
		exchange.send(query.equals(IndexQuery.ALL) ? this.kept.get(key, index) : index.get(), edition);
	}

	/**
	 * Redirect requests with a trailing slash to the index.
	 * @param request the request
	 * @param response the response
	 * @throws HttpRequestMethodNotSupportedException if the request is not a GET request
	 */
	void redirectToIndex(HttpServletRequest request, HttpServletResponse response)
			throws HttpRequestMethodNotSupportedException {
		if (new PageExchange(request, response).isForContent()) {
			response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
			response.setHeader(HttpHeaders.LOCATION, "../" + this.name);
		}
	}

	/**
	 * Send the page of a code, or a resource that the pages use.
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 * @throws HttpRequestMethodNotSupportedException if the request is not a GET request
	 * @throws HttpMediaTypeNotAcceptableException if the client accepts none of the forms
	 */
	void page(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException, HttpMediaTypeNotAcceptableException {
		PageExchange exchange = new PageExchange(request, response);
		if (!exchange.isForContent()) {
			return;
		}
		String name = exchange.name();
		PageContent asset = this.assets.get(name);
		if (asset != null) {
			exchange.send(asset, null);
			return;
		}
		DocumentationEdition edition = edition(exchange);
		DocumentationEntry entry = edition.find(name);
		if (entry != null) {
			page(entry, exchange.representation(), edition, exchange);
			return;
		}
		for (Representation representation : Representation.values()) {
			String extension = representation.extension();
			if (extension != null && name.endsWith(extension)) {
				entry = edition.find(name.substring(0, name.length() - extension.length()));
				if (entry != null) {
					page(entry, representation, edition, exchange);
					return;
				}
			}
		}
		unknown(edition, exchange);
	}

	private void page(DocumentationEntry entry, Representation representation, DocumentationEdition edition,
			PageExchange exchange) throws IOException {
		Locale chosen = exchange.chosenLanguage();
		PageCache.Key key = new PageCache.Key(representation, edition.language(), chosen != null, entry.code());
		exchange.send(this.kept.get(key, () -> PageContent.of(representation.contentType(), switch (representation) {
			case HTML -> new EntryHtml(new PageHtml(edition, chosen, ""), this.name, this.root).write(entry);
			case JSON -> new DocumentationJson(edition).page(entry);
			case MARKDOWN -> new DocumentationMarkdown(edition, this.name).page(entry);
		})), edition);
	}

	private void unknown(DocumentationEdition edition, PageExchange exchange) throws IOException {
		if (!exchange.isFromBrowser()) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
		}
		exchange.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
		PageHtml page = new PageHtml(edition, exchange.chosenLanguage(), "");
		exchange.send(PageContent.of(Representation.HTML.contentType(), page.unknown(this.name)), edition);
	}

	private DocumentationEdition edition(PageExchange exchange) {
		Locale chosen = exchange.chosenLanguage();
		return this.documentation.in((chosen != null) ? chosen : exchange.preferredLanguage());
	}

}

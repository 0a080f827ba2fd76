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
import java.util.Collections;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers requests for the index and the pages. What was made is kept; requests that
 * filter the index are answered afresh. Nothing of a request is kept or gets into a
 * header.
 */
final class DocsHandler {

	private static final int MAX_KEPT = 8 * 1024 * 1024;

	private static final List<String> METHODS = List.of("GET", "HEAD");

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

	private final ErrorDocumentation reference;

	private final String name;

	private final PageCache kept = new PageCache(MAX_KEPT);

	private final Map<String, PageContent> assets = Map.of("docs.css", asset("docs.css", "text/css;charset=UTF-8"),
			"docs.js", asset("docs.js", "text/javascript;charset=UTF-8"));

	/**
	 * Create a handler.
	 * @param reference what to serve
	 * @param path the path of the index
	 */
	DocsHandler(ErrorDocumentation reference, String path) {
		this.reference = reference;
		this.name = path.substring(path.lastIndexOf('/') + 1);
	}

	private static PageContent asset(String name, String contentType) {
		try (InputStream resource = Objects.requireNonNull(DocsHandler.class.getResourceAsStream(name), name)) {
			return PageContent.of(contentType, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void index(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException, HttpMediaTypeNotAcceptableException {
		if (isForContent(request, response)) {
			index(negotiate(request), request, response);
		}
	}

	/**
	 * Answer with the index in a given form.
	 * @param representation the form
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 * @throws HttpRequestMethodNotSupportedException if the request is no GET
	 */
	void index(Representation representation, HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!isForContent(request, response)) {
			return;
		}
		IndexQuery query = IndexQuery.of(request);
		Locale chosen = RequestLanguage.chosen(request);
		DocumentationEdition edition = edition(chosen, request);
		Supplier<PageContent> index = () -> PageContent.of(representation.contentType(), switch (representation) {
			case HTML -> new IndexHtml(page(edition, chosen, this.name + "/"), this.name).write(query);
			case JSON -> new DocumentationJson(edition).index(query.filter(edition.entries()));
			case MARKDOWN -> new DocumentationMarkdown(edition, this.name).index(query.filter(edition.entries()));
		});
		PageCache.Key key = new PageCache.Key(representation, edition.language(), chosen != null, "");
		send(query.equals(IndexQuery.ALL) ? this.kept.get(key, index) : index.get(), edition, request, response);
	}

	/**
	 * Send clients to the index that put a slash behind it.
	 * @param request the request
	 * @param response the response
	 */
	void redirectToIndex(HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
		response.setHeader(HttpHeaders.LOCATION, "../" + this.name);
	}

	/**
	 * Answer with the page of a code, or with a resource that the pages use.
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 * @throws HttpRequestMethodNotSupportedException if the request is no GET
	 * @throws HttpMediaTypeNotAcceptableException if the client accepts no form
	 */
	void page(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException, HttpMediaTypeNotAcceptableException {
		if (!isForContent(request, response)) {
			return;
		}
		String name = lastSegment(request);
		PageContent asset = this.assets.get(name);
		Locale chosen = RequestLanguage.chosen(request);
		DocumentationEdition edition = edition(chosen, request);
		if (asset != null) {
			send(asset, null, request, response);
			return;
		}
		DocumentationEntry entry = edition.find(name);
		if (entry != null) {
			page(entry, negotiate(request), edition, chosen, request, response);
			return;
		}
		for (Representation representation : Representation.values()) {
			String extension = representation.extension();
			if (extension != null && name.endsWith(extension)) {
				entry = edition.find(name.substring(0, name.length() - extension.length()));
				if (entry != null) {
					page(entry, representation, edition, chosen, request, response);
					return;
				}
			}
		}
		unknown(edition, chosen, request, response);
	}

	private void page(DocumentationEntry entry, Representation representation, DocumentationEdition edition,
			@Nullable Locale chosen, HttpServletRequest request, HttpServletResponse response) throws IOException {
		PageCache.Key key = new PageCache.Key(representation, edition.language(), chosen != null, entry.code());
		send(this.kept.get(key, () -> PageContent.of(representation.contentType(), switch (representation) {
			case HTML -> new EntryHtml(page(edition, chosen, ""), this.name).write(entry);
			case JSON -> new DocumentationJson(edition).page(entry);
			case MARKDOWN -> new DocumentationMarkdown(edition, this.name).page(entry);
		})), edition, request, response);
	}

	private void unknown(DocumentationEdition edition, @Nullable Locale chosen, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String accept = accept(request);
		if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)
				|| Representation.choose(accept) != Representation.HTML) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
		}
		response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		send(PageContent.of(Representation.HTML.contentType(), page(edition, chosen, "").unknown(this.name)), edition,
				request, response);
	}

	private PageHtml page(DocumentationEdition edition, @Nullable Locale chosen, String assets) {
		return new PageHtml(edition, chosen, assets);
	}

	private DocumentationEdition edition(@Nullable Locale chosen, HttpServletRequest request) {
		return this.reference.in((chosen != null) ? chosen : RequestLanguage.preferred(request));
	}

	private static String lastSegment(HttpServletRequest request) {
		String last = "";
		for (PathContainer.Element element : ServletRequestPathUtils.getParsedRequestPath(request)
			.pathWithinApplication()
			.elements()) {
			last = (element instanceof PathContainer.PathSegment segment) ? segment.valueToMatch() : last;
		}
		return last;
	}

	/**
	 * Return whether a request asks for content, and answer it if it asks for the
	 * methods.
	 * @param request the request
	 * @param response the response
	 * @return whether it does
	 * @throws HttpRequestMethodNotSupportedException if it does something else
	 */
	private static boolean isForContent(HttpServletRequest request, HttpServletResponse response)
			throws HttpRequestMethodNotSupportedException {
		String method = request.getMethod();
		if (HttpMethod.OPTIONS.matches(method)) {
			response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
			return false;
		}
		if (!METHODS.contains(method)) {
			throw new HttpRequestMethodNotSupportedException(method, METHODS);
		}
		return true;
	}

	private static Representation negotiate(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
		Representation representation = Representation.choose(accept(request));
		if (representation == null) {
			throw new HttpMediaTypeNotAcceptableException("No form of the page is accepted");
		}
		return representation;
	}

	private static @Nullable String accept(HttpServletRequest request) {
		List<String> values = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		return values.isEmpty() ? null : String.join(",", values);
	}

	private static void send(PageContent content, @Nullable DocumentationEdition edition, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (edition != null) {
			response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language");
			response.setHeader(HttpHeaders.CONTENT_LANGUAGE, edition.language().toLanguageTag());
		}
		boolean found = response.getStatus() == HttpServletResponse.SC_OK;
		if (found && new ServletWebRequest(request, response).checkNotModified(content.etag())) {
			return;
		}
		response.setContentType(content.contentType());
		response.setContentLength(content.body().length);
		if (!HttpMethod.HEAD.matches(request.getMethod())) {
			response.getOutputStream().write(content.body());
		}
	}

}
